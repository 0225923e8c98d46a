// The scanner's judgement of periods: does one belong to the word before it (an abbreviation, an acronym, an initial)?
//
// 1. Single letters with periods, two or more in a row, are one acronym token ("U.S.", "a.m.", "e.g.") unless they are
//    somebody's initials: two or three capitals, not a known acronym, not after "the", and followed by a capitalised
//    word that is no likely sentence starter, or by another initial. Initials are a token each: "J.K. Rowling" is J. K.
//    Rowling.
// 2. A single capital keeps its period as an initial when a capitalised word that is no likely starter, another
// initial, a
//    word in lower case or a comma follows; never after a word that takes a letter ("Plan B.").
// 3. Listed abbreviations keep their period where their traits say so (word_traits.hpp).
// 4. A text that is nothing but such a word keeps its period: dictionaries are tokenized entry by entry.
#include <array>
#include <optional>

#include "tokens/bytes.hpp"
#include "tokens/scan.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

constexpr std::uint32_t longest_gap = 64;       // white space that is looked over
constexpr std::uint32_t longest_word = 16;      // letters that are looked at in the next word
constexpr std::uint32_t longest_nickname = 32;  // bytes, with its quotation marks
constexpr std::uint32_t longest_degree = 8;     // "Psy.D."

struct Gap {
  std::uint32_t end = 0;
  bool paragraph = false;
};

/// White space from `at` on.
Gap look_over_space(std::string_view text, std::uint32_t at) noexcept {
  Gap gap{at, false};
  int breaks = 0;
  for (const std::uint32_t limit = at + longest_gap; gap.end < limit; ++gap.end) {
    const std::uint8_t cls = bytes::class_at(text, gap.end);
    const char c = bytes::at(text, gap.end);
    if (c == '\xC2' && bytes::at(text, gap.end + 1) == '\xA0') {
      ++gap.end;  // no-break space
    } else if ((cls & bytes::newline) != 0) {
      if (c == '\n' || bytes::at(text, gap.end + 1) != '\n') ++breaks;
    } else if ((cls & bytes::space) == 0) {
      gap.paragraph = breaks > 1;
      return gap;
    }
  }
  gap.paragraph = true;
  return gap;
}

bool is_apostrophe(std::string_view text, std::uint32_t at) noexcept {
  return bytes::at(text, at) == '\'' || text.substr(at, 3) == "\xE2\x80\x99";
}

/// What a word that begins with the capital at `at` is.
Next capital_word(std::string_view text, std::uint32_t at) noexcept {
  std::uint32_t end = at + 1;
  while (end < at + longest_word && (bytes::class_at(text, end) & bytes::letter) != 0) ++end;
  const std::uint32_t length = end - at;
  if (length == 1) {
    if (bytes::at(text, end) == '.') return Next::initial;
    if (is_apostrophe(text, end)) return bytes::at(text, at) == 'I' ? Next::starter : Next::capital;
    const bool word = bytes::at(text, end) == ' ' && (bytes::at(text, at) == 'A' || bytes::at(text, at) == 'I');
    return word ? Next::starter : Next::capital;
  }
  const bool title_case = (bytes::class_at(text, at + 1) & bytes::lower) != 0;
  return title_case && (traits_of(text.substr(at, length)) & starter) != 0 ? Next::starter : Next::capital;
}

/// The letter at `offset` and its size; nothing when there is none.
std::optional<text::CodePoint> letter_point(std::string_view text, std::uint32_t offset) noexcept {
  const std::uint8_t cls = bytes::class_at(text, offset);
  if ((cls & bytes::letter) != 0) return text::CodePoint{static_cast<unsigned char>(text[offset]), 1};
  if (cls != bytes::non_ascii) return std::nullopt;
  const text::CodePoint point = text::decode_at(text, offset);
  if (text::char_class(point.value) != text::CharClass::letter || extends(point.value)) return std::nullopt;
  return point;
}

/// True before a nickname between a person's names: an opening quotation mark or bracket, its closing one soon after,
/// and then a capital: J. "Jack" Jones.
bool nickname_follows(std::string_view text, std::uint32_t at) noexcept {
  constexpr std::string_view marks[][2] = {
      {"\"", "\""}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"(", ")"}, {"\xE2\x80\x98", "\xE2\x80\x99"}, {"'", "'"}};
  const Gap gap = look_over_space(text, at);
  const std::string_view rest = text.substr(gap.end, longest_nickname);
  for (const auto& [open, close] : marks) {
    if (rest.substr(0, open.size()) != open) continue;
    const std::size_t end = rest.find(close, open.size());
    if (end == std::string_view::npos) return false;
    const std::size_t next = gap.end + end + close.size();
    return bytes::at(text, next) == ' ' && (bytes::class_at(text, next + 1) & bytes::upper) != 0;
  }
  return false;
}

bool is_upper(char32_t value) noexcept { return value < 0x80 ? value >= 'A' && value <= 'Z' : text::is_upper(value); }

}  // namespace

Next look_ahead(std::string_view text, std::uint32_t at) noexcept {
  const Gap gap = look_over_space(text, at);
  if (gap.paragraph || gap.end >= text.size()) return Next::nothing;
  const std::uint8_t cls = bytes::class_at(text, gap.end);
  if ((cls & bytes::lower) != 0) return Next::lower;
  if ((cls & bytes::upper) != 0) return capital_word(text, gap.end);
  if ((cls & bytes::digit) != 0) return Next::digit;
  if (cls == bytes::non_ascii) {
    if (const auto point = letter_point(text, gap.end)) {
      if (!text::is_upper(point->value)) return Next::lower;
      return bytes::at(text, gap.end + point->size) == '.' ? Next::initial : Next::capital;
    }
  }
  if (gap.end > at) return Next::other;
  constexpr std::string_view clause_marks = ",;:-";
  if (clause_marks.find(text[at]) != std::string_view::npos) return Next::clause;
  const bool possessive = is_apostrophe(text, at) && bytes::at(text, at + (text[at] == '\'' ? 1U : 3U)) == 's';
  return possessive ? Next::clause : Next::other;
}

LetterGroup letter_group(std::string_view text, std::uint32_t begin) noexcept {
  LetterGroup group;
  group.upper = true;
  group.end = begin;
  while (const auto point = letter_point(text, group.end)) {
    const std::uint32_t after = group.end + point->size;
    const bool period = bytes::at(text, after) == '.';
    if (!period && (bytes::class_at(text, after) & bytes::digit) != 0) break;
    if (!period && letter_point(text, after)) break;  // the first letter of a word
    group.upper = group.upper && is_upper(point->value);
    ++group.letters;
    group.end = period ? after + 1 : after;
    if (group.letters == 1) group.first = group.end;
    if (!period) break;
  }
  if (group.letters < 2) group.letters = 0;
  return group;
}

// Called at a period. True when it, and perhaps more, now belongs to the word.
bool Scanner::join_period(Word& word) {
  const std::uint32_t next = word.end + 1;
  if (at(next) == '.') return false;
  if ((bytes::class_at(text_, word.end - 1) & bytes::digit) != 0) {
    if ((bytes::class_at(text_, next) & bytes::digit) == 0) return false;
    word.end = next;
    return true;
  }
  if (word.end - word.part > 4 * longest_abbreviation) return false;
  const auto first = letter_point(text_, word.part);
  const bool single = first && word.part + first->size == word.end;
  if (single && join_group(word)) return true;
  if (join_degree(word)) return true;
  if (single && is_upper(first->value)) {
    if (!is_initial(word)) return false;
    return keep_period(word, next);
  }
  return is_abbreviation(word) && keep_period(word, next);
}

// Takes the text up to `end`, the last period included; a hyphen may follow ("U.S.-China", "J.-P."), nothing else.
bool Scanner::keep_period(Word& word, std::uint32_t end) {
  word.end = end;
  if (text_[end - 1] == '.') word.flags |= ends_with_period;
  word.closed = true;
  const auto first = letter_point(text_, word.part);
  if (at(end) != '-' || !first || at(word.part + first->size) != '.') return true;
  if (!join_hyphen(word, 1)) return true;
  word.flags = static_cast<std::uint16_t>(word.flags & ~ends_with_period);
  word.closed = false;
  return true;
}

bool Scanner::join_group(Word& word) {
  const LetterGroup group = letter_group(text_, word.part);
  if (group.letters == 0) return false;
  const std::uint32_t end = is_acronym(word, group) ? group.end : group.first;
  constexpr unsigned kept = bytes::alnum | bytes::non_ascii;
  for (std::uint32_t i = word.part; i < end; ++i) {
    word.seen = static_cast<std::uint8_t>(word.seen | (bytes::class_at(text_, i) & kept));
  }
  return keep_period(word, end);
}

bool Scanner::is_acronym(const Word& word, const LetterGroup& group) const {
  if (!group.upper || group.letters > 3) return true;
  std::array<char, 8> form{};  // with a last period, which "U.S" may lack
  std::size_t size = 0;
  for (std::uint32_t i = word.part; i < group.end && size < 7; ++i) form[size++] = text_[i];
  if (form[size - 1] != '.') form[size++] = '.';
  const std::string_view letters(form.data(), size);
  if (text::find_non_ascii(letters) == size && (traits_of(letters) & acronym) != 0) return true;
  const Token* before = previous();
  if (before != nullptr && before->hash == hashing::hash<hashing::Case::as_is>("the")) return true;
  const Next next = look_ahead(text_, group.end);
  return next != Next::capital && next != Next::initial;
}

bool Scanner::is_initial(const Word& word) const {
  if (word.begin == 0 && word.end + 1 == size_) return true;
  const Next next = look_ahead(text_, word.end + 1);
  const Token* before = previous();
  if (before != nullptr && (traits_of(before->hash) & label) != 0) return false;
  if (text_[word.part] == 'I' && word.end == word.part + 1) {  // the pronoun, unless a name goes on
    return next == Next::initial || (next == Next::capital && (before == nullptr || before->shape == Shape::title ||
                                                               (before->flags & initial) != 0));
  }
  if (next == Next::other) return before != nullptr && nickname_follows(text_, word.end + 1);
  return next == Next::capital || next == Next::initial || next == Next::lower || next == Next::clause;
}

bool Scanner::is_abbreviation(const Word& word) const {
  const std::string_view form = text_.substr(word.part, word.end + 1 - word.part);
  if (form.size() > longest_abbreviation + 1 || text::find_non_ascii(form) != form.size()) return false;
  const std::uint16_t traits = traits_of(form);
  if ((traits & abbreviation) == 0) return false;
  if (form.size() == size_) return true;
  const bool capital = (bytes::class_at(form, 0) & bytes::upper) != 0;
  if (((traits & needs_capital) != 0 && !capital) || ((traits & needs_lower) != 0 && capital)) return false;
  const Next next = look_ahead(text_, word.end + 1);
  const bool glued = (bytes::class_at(text_, word.end + 1) & bytes::alnum) != 0;
  if (glued && next == Next::lower) return false;  // "co.uk"
  if ((traits & (needs_number | place)) != 0) {
    const bool number = (traits & needs_number) != 0 && next == Next::digit;
    const Token* before = previous();
    const bool after_comma = before != nullptr && text_[before->span.begin] == ',';
    return number || ((traits & place) != 0 && (after_comma || next == Next::clause || next == Next::lower));
  }
  const bool all_caps = form.size() > 2 && (bytes::class_at(form, 1) & bytes::upper) != 0;
  return !all_caps || (traits & needs_capital) == 0 || next == Next::capital || next == Next::initial;
}

// "Ph.D.", "M.Sc": letters and periods mixed, by the list.
bool Scanner::join_degree(Word& word) const {
  if (word.end - word.part > 3) return false;
  std::array<char, longest_degree + 1> form{};
  std::size_t size = 0;
  std::uint32_t end = word.part;
  for (; size < longest_degree && ((bytes::class_at(text_, end) & bytes::letter) != 0 || at(end) == '.'); ++end) {
    form[size++] = text_[end];
  }
  if (alnum_at(end)) return false;
  if (form[size - 1] != '.') form[size++] = '.';
  const std::string_view degree(form.data(), size);
  if (degree.find('.') == size - 1 || (traits_of(degree) & abbreviation) == 0) return false;
  word.seen |= bytes::lower | bytes::upper;
  word.end = end;
  if (text_[end - 1] == '.') word.flags |= ends_with_period;
  word.closed = true;
  return true;
}

}  // namespace dossier::tokens
