// What header and rows of a dictionary file share: lines, places, names, and the list of problems.
#include "lexicon/source.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "base/suggest.hpp"

namespace dossier::lexicon {
namespace {

// What is shown of a long piece: whole characters of it.
std::string_view beginning(std::string_view piece) {
  constexpr std::size_t most = 80;
  if (piece.size() <= most) return piece;
  std::size_t size = most;
  while (size > 0 && (static_cast<unsigned char>(piece[size]) & 0xC0U) == 0x80U) --size;
  return piece.substr(0, size);
}

/// What others call the classes.
struct OtherName {
  std::string_view name;
  std::string_view cls;
};
constexpr std::array<OtherName, 12> other_names = {{{"company", "organization"},
                                                    {"institution", "organization"},
                                                    {"org", "organization"},
                                                    {"first_name", "given_name"},
                                                    {"last_name", "surname"},
                                                    {"family_name", "surname"},
                                                    {"people", "person"},
                                                    {"location", "place"},
                                                    {"state", "region"},
                                                    {"town", "city"},
                                                    {"job", "role"},
                                                    {"occupation", "role"}}};

}  // namespace

std::string ClassNames::suggestion(std::string_view name) const {
  for (const OtherName& other : other_names)
    if (other.name == name) return "; did you mean '" + std::string(other.cls) + "'?";
  std::vector<std::string_view> known(class_names.begin(), class_names.end());
  known.insert(known.end(), declared_.begin(), declared_.end());
  return base::suggestion(name, known);
}

std::optional<ClassId> ClassNames::find(std::string_view name) const noexcept {
  if (const std::optional<ClassId> built_in = find_class(name)) return built_in;
  const auto found = std::find(declared_.begin(), declared_.end(), name);
  if (found == declared_.end()) return std::nullopt;
  return static_cast<ClassId>(first_user_class + static_cast<std::size_t>(found - declared_.begin()));
}

std::optional<ClassId> ClassNames::declare(std::string_view name) {
  if (const std::optional<ClassId> known = find(name)) return known;
  if (declared_.size() >= max_user_classes) return std::nullopt;
  declared_.emplace_back(name);
  return find(name);
}

void FileProblems::error(std::string_view code, std::string message, Place place, std::string_view piece) {
  add({std::string(code), std::move(message), file_, 0, 0, {}, Severity::error}, place, piece);
}

void FileProblems::warning(std::string_view code, std::string message, Place place, std::string_view piece) {
  add({std::string(code), std::move(message), file_, 0, 0, {}, Severity::warning}, place, piece);
}

void FileProblems::add(Diagnostic problem, Place place, std::string_view piece) {
  std::size_t& count = problem.severity == Severity::error ? errors_ : warnings_;
  if (count >= limit) return;
  if (++count == limit) {
    problem.code = "dict.too-many-problems";
    problem.message = "this file has more problems than are listed";
  }
  problem.line = place.line;
  problem.column = place.column;
  problem.piece = beginning(piece);
  problems_.push_back(std::move(problem));
}

Diagnostics FileProblems::take() {
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
  return std::move(problems_);
}

LineReader::LineReader(std::string_view text) noexcept : rest_(text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (rest_.starts_with(mark)) rest_.remove_prefix(mark.size());
}

std::optional<SourceLine> LineReader::next() noexcept {
  if (rest_.empty()) return std::nullopt;
  std::string_view line = split_off(rest_, '\n');
  if (line.ends_with('\r')) line.remove_suffix(1);
  return SourceLine{line, ++number_};
}

bool is_utf16(std::string_view bytes) noexcept {
  constexpr std::string_view mark_or_sign[] = {{"\xFF\xFE", 2}, {"\xFE\xFF", 2}, {"#\0", 2}, {"\0#", 2}};
  return std::find(std::begin(mark_or_sign), std::end(mark_or_sign), bytes.substr(0, 2)) != std::end(mark_or_sign);
}

bool is_raw(const base::SourceFile& file) noexcept {
  if (!file.name.ends_with(".tsv")) return true;
  const std::optional<SourceLine> first = LineReader(file.bytes).next();
  if (!first || !first->text.starts_with("#!")) return false;
  std::string_view value = first->text.substr(2);
  const std::string_view key = trimmed(split_off(value, ':'));
  return key == "raw" && trimmed(value) == "yes";
}

std::uint32_t column_of(std::string_view line, std::string_view piece) noexcept {
  const auto before = line.substr(0, static_cast<std::size_t>(piece.data() - line.data()));
  const auto characters = std::count_if(before.begin(), before.end(),
                                        [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
  return static_cast<std::uint32_t>(characters) + 1;
}

std::string_view trimmed(std::string_view text) noexcept {
  const auto is_blank = [](char byte) { return byte == ' ' || byte == '\t' || byte == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view split_off(std::string_view& rest, char separator) noexcept {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::optional<Match> find_match(std::string_view name) noexcept {
  if (name == "fold") return Match::fold;
  if (name == "name") return Match::name;
  if (name == "exact") return Match::exact;
  return std::nullopt;
}

}  // namespace dossier::lexicon
