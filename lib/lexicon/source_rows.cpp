// The rows of a dictionary file.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <string>
#include <utility>

#include "lexicon/lexicon.hpp"
#include "lexicon/source.hpp"
#include "text/utf8.hpp"

namespace dossier::lexicon {
namespace {

using Place = FileProblems::Place;

constexpr std::size_t max_cell_bytes = 1000;
constexpr std::uint16_t max_weight = 1000;

struct FlagName {
  std::string_view name;
  EntryFlags flag;
};
constexpr std::array<FlagName, 6> flag_names = {{{"word", EntryFlags::word},
                                                 {"ctx", EntryFlags::needs_context},
                                                 {"person", EntryFlags::is_person},
                                                 {"place", EntryFlags::is_place},
                                                 {"org", EntryFlags::is_org},
                                                 {"weak", EntryFlags::weak}}};

bool is_key(std::string_view text) {
  const auto is_key_character = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_key_character);
}

// Reads one row after the other into forms.
class RowReader {
 public:
  RowReader(const SourceHeader& header, const ClassNames& classes, FileProblems& problems)
      : header_(header), classes_(classes), problems_(problems), file_class_(classes.find(header.cls)) {}

  void read(const SourceLine& line) {
    line_ = line;
    row_ = SourceForm{};
    row_.line = line.number;
    row_.cls = file_class_.value_or(ClassId::count);
    row_.match = header_.match;
    row_.removes = line.text.starts_with('-');
    good_ = true;
    const std::string_view forms = read_cells();
    if (!abandoned_) add_forms(forms);
  }

  [[nodiscard]] std::vector<SourceForm> take() { return std::move(forms_); }

 private:
  void fail(std::string_view code, std::string message, std::string_view piece) {
    problems_.error(code, std::move(message), {line_.number, column_of(line_.text, piece)}, piece);
    good_ = false;
  }

  // Reads all cells but the form, which is returned.
  std::string_view read_cells() {
    std::string_view rest = line_.text.substr(row_.removes ? 1 : 0);
    std::string_view forms = rest.substr(0, 0);
    bool more = true;
    for (std::size_t i = 0; more; ++i) {
      more = rest.find('\t') != std::string_view::npos;
      const std::string_view cell = trimmed(split_off(rest, '\t'));
      if (i >= header_.columns.size()) {
        fail("dict.too-many-columns", "the row has more cells than the file has columns", cell);
        break;
      }
      if (cell.size() > max_cell_bytes) {
        fail("dict.too-long", "a cell has at most 1000 bytes", cell);
        abandoned_ = true;  // what is in it would be said to be wrong again and again
        break;
      }
      if (header_.columns[i] == Column::form) {
        forms = cell;
      } else if (!cell.empty() && !row_.removes) {
        read_cell(header_.columns[i], cell);
      } else if (!cell.empty() && header_.columns[i] == Column::cls) {
        read_class(cell);
      }
    }
    return forms;
  }

  void read_cell(Column column, std::string_view cell) {
    switch (column) {
      case Column::form:
        break;
      case Column::cls:
        return read_class(cell);
      case Column::weight:
        return read_weight(cell);
      case Column::flags:
        return read_flags(cell);
      case Column::attributes:
        return read_attributes(cell);
      case Column::match: {
        row_.match = find_match(cell);
        if (!row_.match) fail("dict.bad-match", "write 'fold', 'name' or 'exact'", cell);
      }
    }
  }

  void read_class(std::string_view cell) {
    const std::optional<ClassId> cls = classes_.find(cell);
    if (!cls) return fail("dict.unknown-class", "there is no such class" + classes_.suggestion(cell), cell);
    row_.cls = *cls;
  }

  void read_weight(std::string_view cell) {
    row_.has_weight = true;
    const char* end = cell.data() + cell.size();
    const auto [stopped, error] = std::from_chars(cell.data(), end, row_.weight);
    if (error != std::errc() || stopped != end || row_.weight > max_weight)
      fail("dict.bad-weight", "a weight is a whole number from 0 to 1000", cell);
  }

  void read_flags(std::string_view cell) {
    row_.has_flags = true;
    while (!cell.empty()) {
      const std::string_view name = trimmed(split_off(cell, ','));
      const auto found =
          std::find_if(flag_names.begin(), flag_names.end(), [&](const FlagName& each) { return each.name == name; });
      if (found == flag_names.end()) {
        fail("dict.unknown-flag", "no flag has this name", name);
      } else {
        row_.flags = static_cast<std::uint16_t>(row_.flags | found->flag);
      }
    }
  }

  void read_attributes(std::string_view cell) {
    row_.attributes = cell;
    std::string_view rest = cell;
    while (!rest.empty()) {
      const std::string_view pair = split_off(rest, ';');
      std::string_view value = pair;
      const std::string_view key = split_off(value, '=');
      if (!is_key(key) || value.empty() || value.find('=') != std::string_view::npos) {
        fail("dict.bad-attribute", "attributes are 'key=value', separated by ';', the key of a-z, 0-9 and _", pair);
      } else if (is_named(rest, key)) {
        fail("dict.bad-attribute", "this attribute is given twice", pair);
      }
    }
  }

  static bool is_named(std::string_view attributes, std::string_view key) {
    while (!attributes.empty()) {
      std::string_view pair = split_off(attributes, ';');
      if (split_off(pair, '=') == key) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_class_column() const {
    return std::find(header_.columns.begin(), header_.columns.end(), Column::cls) != header_.columns.end();
  }

  void add_forms(std::string_view forms) {
    if (good_ && row_.cls == ClassId::count) {
      good_ = false;  // a file whose class is missing or unknown was reported once, at its header
      if (header_.cls.empty() && has_class_column())
        fail("dict.missing-class", "the row names no class and the file has none", forms);
    }
    const std::size_t before = forms_.size();
    std::string_view rest = forms;
    bool more = true;
    while (more) {
      more = rest.find('|') != std::string_view::npos;
      row_.form = trimmed(split_off(rest, '|'));
      const bool is_first = forms_.size() == before;
      if (is_first) row_.canonical = row_.form;
      row_.leads = is_first && more;
      row_.column = column_of(line_.text, row_.form);
      if (row_.form.empty()) fail("dict.empty-form", "a form is missing", row_.form);
      forms_.push_back(row_);
    }
    if (!good_) forms_.resize(before);
  }

  const SourceHeader& header_;
  const ClassNames& classes_;
  FileProblems& problems_;
  std::optional<ClassId> file_class_;
  std::vector<SourceForm> forms_;
  SourceLine line_;
  SourceForm row_;
  bool good_ = true;
  bool abandoned_ = false;  // the row is not read to its end
};

// Reports the first byte of a line that is not UTF-8, as it cannot be shown itself, by its value.
bool check_utf8(const SourceLine& line, FileProblems& problems) {
  const std::size_t bad = text::find_ill_formed(line.text);
  if (bad == line.text.size()) return true;
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(line.text[bad]);
  const std::string piece = {'\\', 'x', digits[byte >> 4U], digits[byte & 15U]};
  problems.error("dict.bad-utf8", "the line is not valid UTF-8 from here on",
                 {line.number, column_of(line.text, line.text.substr(bad))}, piece);
  return false;
}

}  // namespace

std::vector<SourceForm> read_rows(std::string_view bytes, const SourceHeader& header, const ClassNames& classes,
                                  FileProblems& problems) {
  RowReader reader(header, classes, problems);
  LineReader lines(bytes);
  bool in_header = true;
  while (const std::optional<SourceLine> line = lines.next()) {
    if (problems.full()) break;
    const bool is_blank = trimmed(line->text).empty() && line->text.find('\t') == std::string_view::npos;
    const bool is_row = !is_blank && !line->text.starts_with('#');
    in_header = in_header && !is_row;
    if (!check_utf8(*line, problems)) continue;
    if (is_row) {
      reader.read(*line);
    } else if (!in_header && line->text.starts_with("#!")) {
      problems.error("dict.late-header", "headers stand before the first entry", {line->number, 1}, line->text);
    }
  }
  return reader.take();
}

std::string flag_words(std::uint16_t flags) {
  std::string out;
  for (const FlagName& each : flag_names)
    if ((flags & each.flag) != 0) out.append(out.empty() ? "" : ",").append(each.name);
  return out;
}

}  // namespace dossier::lexicon
