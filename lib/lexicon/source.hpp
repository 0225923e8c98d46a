// Dictionary source files (dictionaries/FORMAT.md) to rows, and all that is wrong with them to diagnostics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "lexicon/case_policy.hpp"
#include "lexicon/classes.hpp"

namespace dossier::lexicon {

/// Names of the built-in classes and of those that dictionaries declare.
class ClassNames {
 public:
  [[nodiscard]] std::optional<ClassId> find(std::string_view name) const noexcept;
  /// The class of that name, a new one if need be; nothing when there are already `max_user_classes` new ones.
  std::optional<ClassId> declare(std::string_view name);
  /// "; did you mean 'organization'?", or nothing when no class is near.
  [[nodiscard]] std::string suggestion(std::string_view name) const;
  /// The new ones in the order in which they were declared.
  [[nodiscard]] const std::vector<std::string>& declared() const noexcept { return declared_; }

 private:
  std::vector<std::string> declared_;
};

/// Collects what is wrong with one file: so many errors and so many warnings, the last of each saying that there are
/// more.
class FileProblems {
 public:
  explicit FileProblems(std::string file) : file_(std::move(file)) {}

  struct Place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
  };
  void error(std::string_view code, std::string message, Place place, std::string_view piece);
  void warning(std::string_view code, std::string message, Place place, std::string_view piece);
  /// True once there are as many errors as are kept: what is added then is dropped.
  [[nodiscard]] bool full() const noexcept { return errors_ >= limit; }
  /// In the order of lines; problems of one line as they were added.
  [[nodiscard]] Diagnostics take();

  static constexpr std::size_t limit = 1000;

 private:
  void add(Diagnostic problem, Place place, std::string_view piece);

  std::string file_;
  Diagnostics problems_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

enum class Column : std::uint8_t { form, cls, weight, flags, attributes, match };

/// A line without its end.
struct SourceLine {
  std::string_view text;
  std::uint32_t number = 0;  ///< 1-based
};

/// Goes through the lines of a text; they end at "\n" or "\r\n". A byte order mark is no part of them.
class LineReader {
 public:
  explicit LineReader(std::string_view text) noexcept;
  [[nodiscard]] std::optional<SourceLine> next() noexcept;

 private:
  std::string_view rest_;
  std::uint32_t number_ = 0;
};

/// What the header lines of a file say. Views are of the file.
struct SourceHeader {
  std::string_view cls;
  bool declares = false;
  std::vector<Column> columns = {Column::form};
  std::optional<Match> match;
  std::uint8_t variants = 0;  ///< Variants
  std::string source;
  std::string licence;
  std::string edit;
  std::string note;
  FileProblems::Place cls_place;
};

/// One form of one row. Views are of the file.
struct SourceForm {
  std::string_view form;
  std::string_view canonical;
  std::string_view attributes;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  ClassId cls = ClassId::count;
  std::uint16_t flags = 0;
  std::uint16_t weight = 0;
  std::optional<Match> match;
  bool has_flags = false;  ///< the cell is not empty; the same for the weight
  bool has_weight = false;
  bool leads = false;    ///< the first of several forms in its row
  bool removes = false;  ///< the row begins with "-"
};

/// True for UTF-16, with a byte order mark or without.
[[nodiscard]] bool is_utf16(std::string_view bytes) noexcept;
/// True for files whose bytes go into the image as they are: by their first line, or an extension other than ".tsv".
[[nodiscard]] bool is_raw(const base::SourceFile& file) noexcept;

/// Reads the header lines and checks that the required ones are there.
[[nodiscard]] SourceHeader read_header(std::string_view bytes, FileProblems& problems);
/// Reads the rows. Forms with an error are left out.
[[nodiscard]] std::vector<SourceForm> read_rows(std::string_view bytes, const SourceHeader& header,
                                                const ClassNames& classes, FileProblems& problems);

/// 1-based, in code points. REQUIRES: `piece` is part of `line`.
[[nodiscard]] std::uint32_t column_of(std::string_view line, std::string_view piece) noexcept;
/// Without blanks, tabs and carriage returns at its ends; still a part of `text`, even when empty.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;
/// The part before the separator, which is taken off `rest` together with it; all of it when there is no separator.
[[nodiscard]] std::string_view split_off(std::string_view& rest, char separator) noexcept;
/// `fold`, `name` or `exact`.
[[nodiscard]] std::optional<Match> find_match(std::string_view name) noexcept;

}  // namespace dossier::lexicon
