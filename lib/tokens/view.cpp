// Answers by the first character of a token and its flags.
#include "tokens/view.hpp"

#include "text/utf8.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

constexpr bool contains(std::u32string_view set, char32_t value) noexcept {
  return set.find(value) != std::u32string_view::npos;
}

// Ideographic, halfwidth and fullwidth stops; Arabic, Urdu, Devanagari, Armenian, Ethiopic, Khmer, Burmese.
constexpr std::u32string_view wide_stops =
    U"\u3002\uFF61\uFF0E\uFF01\uFF1F\u061F\u06D4\u0964\u0965\u0589\u1362\u1367\u17D4\u104B";
constexpr std::u32string_view closers = U"\"')]}\u201D\u2019\u00BB\u203A\u201C\u300D\u300F\u3011\uFF09";
constexpr std::u32string_view openers =
    U"\"'`([{\u201C\u2018\u00AB\u2039\u201E\u201A\u300C\u300E\u3010\uFF08\u00BF\u00A1";
constexpr std::u32string_view bullets =
    U"\u2022\u2023\u25E6\u2043\u25AA\u25AB\u25CF\u25CB\u25A0\u25A1\u25B6\u25BA\u00B7.*+-\u2013\u2014";

}  // namespace

char View::first_char(std::uint32_t i) const noexcept {
  if (i >= size()) return '\0';
  const char c = text_->text[(*this)[i].span.begin];
  return static_cast<unsigned char>(c) < 0x80 ? c : '\0';
}

char32_t View::first_point(std::uint32_t i) const noexcept {
  if (i >= size()) return 0;
  const char c = first_char(i);
  return c != '\0' ? static_cast<unsigned char>(c) : text::decode_at(text_->text, (*this)[i].span.begin).value;
}

std::uint16_t View::traits(std::uint32_t i) const noexcept {
  return i < size() ? traits_of((*this)[i].hash) : std::uint16_t{0};
}

Stop View::stop(std::uint32_t i) const noexcept {
  if (i >= size() || (*this)[i].kind != TokenKind::punctuation) return Stop::none;
  switch (first_char(i)) {
    case '.':
      return (*this)[i].span.size() == 1 ? Stop::period : Stop::ellipsis;
    case '!':
    case '?':
      return Stop::mark;
    case '\0':
      break;
    default:
      return Stop::none;
  }
  const char32_t value = first_point(i);
  if (value == 0x2026) return Stop::ellipsis;
  if (value == 0x203C || (value >= 0x2047 && value <= 0x2049)) return Stop::mark;
  return contains(wide_stops, value) ? Stop::wide : Stop::none;
}

bool View::is_closer(std::uint32_t i) const noexcept {
  return i < size() && (*this)[i].kind == TokenKind::punctuation && contains(closers, first_point(i));
}

bool View::is_opener(std::uint32_t i) const noexcept {
  return i < size() && (*this)[i].kind == TokenKind::punctuation && contains(openers, first_point(i));
}

bool View::is_dash(std::uint32_t i) const noexcept {
  const char32_t value = first_point(i);
  return value == '-' || (value >= 0x2012 && value <= 0x2015);
}

bool View::is_bullet(std::uint32_t i) const noexcept {
  if (!has(i, line_start) || is_word(i) || is_number(i) || !contains(bullets, first_point(i))) return false;
  return has(i + 1, space_before) && !has(i + 1, line_start) && text_of(i).size() <= 3;
}

std::uint32_t View::enumerator(std::uint32_t i) const noexcept {
  if (!has(i, line_start) || (is_word(i) && (*this)[i].span.size() > 1)) return 0;
  const std::uint32_t open = first_char(i) == '(' ? 1 : 0;
  const std::uint32_t item = i + open;
  const bool number = is_number(item) && (*this)[item].span.size() <= 3;
  const bool letter = is_word(item) && (*this)[item].span.size() == 1;
  if (!attached(item + 1) || !has(item + 2, space_before) || has(item + 2, line_start)) return 0;
  const char mark = first_char(item + 1);
  if (mark == ')' && (number || letter)) return open + 2;
  return mark == '.' && number && open == 0 && stop(item + 1) == Stop::period ? 2 : 0;
}

bool View::is_lower(std::uint32_t i) const noexcept {
  if (!is_word(i) || (*this)[i].shape != Shape::lower) return false;
  return !has(i, non_ascii) || text::is_lower(first_point(i));
}

bool View::is_capital(std::uint32_t i) const noexcept {
  if (!is_word(i)) return false;
  const Shape shape = (*this)[i].shape;
  return shape == Shape::title || shape == Shape::upper || (shape == Shape::mixed && text::is_upper(first_point(i)));
}

std::uint32_t View::skip_openers(std::uint32_t i) const noexcept {
  for (int n = 0; n < 4 && is_opener(i); ++n) ++i;
  return i;
}

}  // namespace dossier::tokens
