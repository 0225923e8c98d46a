// Writes dictionary files (dictionaries/FORMAT.md) from names that come from elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::cli {

/// A name with what is known of it.
struct ImportedName {
  std::string cls;
  std::vector<std::string> forms = {};  ///< the main form first
  std::vector<std::string> weak_forms = {};  ///< aliases that count only beside other evidence
  std::string weight = {};
  std::vector<std::pair<std::string, std::string>> attributes = {};
};

/// Collects rows; what the format cannot hold is repaired or left out, and counted. For one thread.
class DictionaryWriter {
 public:
  void add(const ImportedName& name);
  /// The file. `declared`: classes that are none of the built-in ones.
  [[nodiscard]] std::string file(std::string_view cls, std::string_view source, std::string_view licence,
                                 bool declare) const;

  [[nodiscard]] std::uint64_t names() const noexcept { return names_; }
  [[nodiscard]] std::uint64_t without_form() const noexcept { return without_form_; }
  [[nodiscard]] std::uint64_t dropped_forms() const noexcept { return dropped_forms_; }
  [[nodiscard]] std::uint64_t dropped_values() const noexcept { return dropped_values_; }

 private:
  [[nodiscard]] std::vector<std::string> usable(const std::vector<std::string>& forms);
  [[nodiscard]] std::string attributes_of(const ImportedName& name);

  std::string rows_;
  std::uint64_t names_ = 0;
  std::uint64_t without_form_ = 0;
  std::uint64_t dropped_forms_ = 0;
  std::uint64_t dropped_values_ = 0;
};

}  // namespace dossier::cli
