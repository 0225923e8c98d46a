// The rules for line breaks, from the surest to the weakest.
#include "tokens/lines.hpp"

#include <algorithm>

#include "tokens/scan.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

constexpr std::uint32_t widest_wrap = 120;      // bytes; text is not wrapped by hand at more
constexpr std::uint32_t narrow = 45;            // lines of lists, addresses, verses
constexpr std::uint32_t list_lines = 4;         // running text of so many lines has one that begins with a small letter
constexpr std::uint32_t ragged = 3;             // how unevenly people wrap
constexpr std::uint32_t longest_dateline = 14;  // tokens
constexpr std::uint32_t headline_words = 4;

}  // namespace

bool LineBreaks::starts_sentence(std::uint32_t sentence, std::uint32_t line) {
  if (line >= paragraph_.last) measure(line);
  const std::uint32_t before = line_begin(line);
  if (is_rule(before) || is_rule(line) || list_mark(before, line) || dateline(line)) return true;
  if (unfinished(line - 1) || view_.is_lower(view_.skip_openers(line))) return false;
  if (paragraph_.width > widest_wrap) return true;
  const bool list = paragraph_.lines >= list_lines || (paragraph_.width <= narrow && !paragraph_.complete);
  if (list && !paragraph_.running) return true;
  const std::uint32_t width = view_[line - 1].span.end - view_[before].span.begin;
  if (width + 1 + view_[line].span.size() + ragged <= paragraph_.width) return true;
  const std::uint32_t look = std::min(paragraph_.last, line + longest_dateline);
  return sentence == before && all_capitalised(before, line) && !all_capitalised(line, look);
}

// Looks over the paragraph that holds `line`, whose first line ends just before it.
void LineBreaks::measure(std::uint32_t line) {
  Paragraph now;
  now.first = line_begin(line);
  std::uint32_t begin = now.first;
  std::uint32_t i = now.first + 1;
  for (; i < view_.size() && !view_.has(i, paragraph_start); ++i) {
    if (!view_.has(i, line_start)) continue;
    now.width = std::max(now.width, view_[i - 1].span.end - view_[begin].span.begin);
    now.running = now.running || view_.is_lower(i);
    ++now.lines;
    begin = i;
  }
  now.width = std::max(now.width, view_[i - 1].span.end - view_[begin].span.begin);
  now.last = i;
  std::uint32_t end = i - 1;
  while (end > now.first && view_.is_closer(end)) --end;
  now.complete = view_.stop(end) != Stop::none;
  paragraph_ = now;
}

// The first token of the line that ends before the token `line`.
std::uint32_t LineBreaks::line_begin(std::uint32_t line) const noexcept {
  std::uint32_t begin = line - 1;
  while (begin > 0 && !view_.has(begin, line_start)) --begin;
  return begin;
}

// A line of nothing but "-----" or "* * *".
bool LineBreaks::is_rule(std::uint32_t line) const noexcept {
  std::uint32_t marks = 0;
  for (std::uint32_t i = line; i < view_.size() && (i == line || !view_.has(i, line_start)); ++i) {
    const bool mark = view_[i].kind == TokenKind::punctuation || view_[i].kind == TokenKind::symbol;
    if (!mark || view_.text_of(i)[0] != view_.text_of(line)[0]) return false;
    marks += view_[i].span.size();
  }
  return marks >= 3;
}

bool LineBreaks::list_mark(std::uint32_t before, std::uint32_t line) const noexcept {
  if (view_.is_bullet(line)) {
    const char32_t mark = view_.first_point(line);
    const bool long_dash = mark == 0x2013 || mark == 0x2014;
    return !long_dash || view_.first_point(before) == mark || !unfinished(line - 1);
  }
  const std::uint32_t tokens = view_.enumerator(line);
  if (tokens == 0) return false;
  // A wrapped line may begin with the last number of a sentence: "on page / 12. The".
  const bool number = tokens == 2 && view_.first_char(line + 1) == '.';
  const bool first = view_.text_of(line) == "1";
  return !number || first || view_.enumerator(before) != 0 || view_.first_char(line - 1) == ':';
}

// "MOSCOW, Nov. 26 (Agency) - ": capitals, commas, a date, brackets, and a dash with a space before it.
bool LineBreaks::dateline(std::uint32_t line) const noexcept {
  if (!view_.is_word(line) || view_[line].shape != Shape::upper || view_[line].span.size() < 3) return false;
  bool brackets = false;
  bool marked = false;  // a comma or bracket, without which "NATO - which" would be one
  for (std::uint32_t i = line + 1; i < view_.size() && i < line + longest_dateline; ++i) {
    if (view_.has(i, line_start)) return false;
    if (view_.is_dash(i)) return marked && view_.has(i, space_before);
    const char c = view_.first_char(i);
    if (c == '(' || c == ')') brackets = c == '(';
    if (c == '(' || c == ',') marked = true;
    const bool plain_word = view_.is_word(i) && view_[i].shape != Shape::upper && (view_.traits(i) & month) == 0;
    if (plain_word && !brackets && (!marked || view_.is_lower(i))) return false;
  }
  return false;
}

// Something must follow: a comma, a dash, a bracket that opens, "of".
bool LineBreaks::unfinished(std::uint32_t last) const noexcept {
  const char c = view_.first_char(last);
  constexpr std::string_view marks = ",;([{&/";
  if (view_[last].kind == TokenKind::punctuation || view_[last].kind == TokenKind::symbol) {
    return view_.is_dash(last) || (c != '\0' && marks.find(c) != std::string_view::npos);
  }
  return view_.is_lower(last) && (view_.traits(last) & connector) != 0;
}

// Several words, all with a capital but the small ones between them.
bool LineBreaks::all_capitalised(std::uint32_t first, std::uint32_t last) const noexcept {
  std::uint32_t capitals = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (view_.is_capital(i) && view_[i].span.size() > 2) ++capitals;
    if (view_.is_lower(i) && (view_.traits(i) & connector) == 0) return false;
  }
  return capitals >= headline_words;
}

}  // namespace dossier::tokens
