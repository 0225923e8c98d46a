// Writes dictionary files (dictionaries/FORMAT.md) from names that come from elsewhere.
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::cli {

/// A name with what is known of it.
struct ImportedName {
  std::string cls;
  std::vector<std::string> forms = {};       ///< the main form first
  std::vector<std::string> weak_forms = {};  ///< aliases that count only beside other evidence
  std::string weight = {};
  std::vector<std::pair<std::string, std::string>> attributes = {};
  std::uint64_t line = 0;  ///< where it stands in the file it is taken from
};

/// What the header of the file says.
struct DictionaryHead {
  std::string cls;
  std::string source;
  std::string licence;
  std::string variants = {};  ///< empty, or as FORMAT.md names them
  bool declare = false;       ///< the class is a new one
};

/// Collects rows; what the format cannot hold is repaired or left out, and counted. For one thread.
class DictionaryWriter {
 public:
  explicit DictionaryWriter(DictionaryHead head);

  void add(const ImportedName& name);
  /// Leaves out the rows and aliases that would keep the file from loading. What is wrong beyond them.
  [[nodiscard]] Diagnostics settle();
  /// The file.
  [[nodiscard]] std::string file() const { return text(0, rows_.size()); }

  [[nodiscard]] std::uint64_t names() const noexcept { return names_; }
  [[nodiscard]] std::uint64_t rows_left_out() const noexcept { return rows_left_out_; }
  [[nodiscard]] std::uint64_t aliases_left_out() const noexcept { return aliases_left_out_; }
  [[nodiscard]] std::uint64_t values_left_out() const noexcept { return values_left_out_; }
  /// The first few, "7: left out 'A|B': has '|'" with the line that they come from.
  [[nodiscard]] const std::vector<std::string>& reports() const noexcept { return reports_; }

 private:
  struct Row {
    std::uint64_t line = 0;
    std::vector<std::string> forms;
    std::string rest;     ///< the other cells
    bool is_name = true;  ///< not of a weak alias
    bool dropped = false;
  };

  [[nodiscard]] std::string text(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::string attributes_of(const ImportedName& name);
  void judge(std::size_t first, std::size_t last);
  void drop(Row& row, const Diagnostic& problem);
  void report(std::uint64_t line, std::string_view what, std::string_view why);

  std::string head_;
  std::size_t head_lines_ = 0;
  std::vector<Row> rows_;
  std::vector<std::string> reports_;
  std::uint64_t names_ = 0;
  std::uint64_t rows_left_out_ = 0;
  std::uint64_t aliases_left_out_ = 0;
  std::uint64_t values_left_out_ = 0;
};

}  // namespace dossier::cli
