// The scanner's careful path for words: apostrophes, hyphens, decimals and characters beyond ASCII.
//
// A hyphenated compound is one token, but a hyphen is a mark of its own where
//   (a) one side starts with a capital and the other with a small letter: Boston-based, mid-October, al-Assad;
//   (b) small letters stand before a number: post-2020; and before a number after mid, post, pre ... however written;
//   (c) digits stand on both sides: 1999-2000;
//   (d) "ex" or "then" stands before it: ex-president, then-mayor.
// Each hyphen of a longer compound is judged by the parts beside it: "Moscow-born-and-raised" is Moscow -
// born-and-raised.
#include "tokens/addresses.hpp"
#include "tokens/bytes.hpp"
#include "tokens/scan.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

enum class Side : std::uint8_t { upper, lower, digit, other };

/// How the part of a compound that starts at `at` begins.
Side side_at(std::string_view text, std::uint32_t at) noexcept {
  const std::uint8_t cls = bytes::class_at(text, at);
  if (cls == bytes::non_ascii) {
    const char32_t value = text::decode_at(text, at).value;
    if (text::is_upper(value)) return Side::upper;
    if (text::is_lower(value)) return Side::lower;
    return text::char_class(value) == text::CharClass::digit ? Side::digit : Side::other;
  }
  if ((cls & bytes::upper) != 0) return Side::upper;
  if ((cls & bytes::lower) != 0) return Side::lower;
  return (cls & bytes::digit) != 0 ? Side::digit : Side::other;
}

/// True for letters of any script; not for marks that belong to one.
bool is_letter(char32_t value) noexcept {
  const text::CharClass cls = text::char_class(value);
  return (cls == text::CharClass::letter || cls == text::CharClass::unspaced) && !extends(value);
}

bool is_digit(std::string_view text, std::uint32_t at) noexcept {
  return (bytes::class_at(text, at) & bytes::digit) != 0;
}

/// "ex", "then": whose it was, not a part of the word behind the hyphen.
bool is_time_prefix(std::string_view part) noexcept {
  const auto is = [&](std::string_view word) {
    if (part.size() != word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if ((static_cast<unsigned char>(part[i]) | 0x20U) != static_cast<unsigned char>(word[i])) return false;
    return true;
  };
  return is("ex") || is("then");
}

}  // namespace

void Scanner::word() {
  Word word;
  word.begin = word.end = word.part = pos_;
  take_letters(word);
  if ((word.seen & bytes::non_ascii) == 0 && address(word)) return;
  while (word.end < size_ && join(word) && !word.closed) take_letters(word);
  push_word(word);
}

// True when an address starts where the word does; it is pushed.
bool Scanner::address(const Word& word) {
  const char c = at(word.end);
  if (c == ':') {
    const bool scheme = (word.seen & bytes::letter) != 0 && word.end - word.begin >= 2 && word.end - word.begin <= 16 &&
                        text_.substr(word.end, 3) == "://";
    const std::uint32_t end = scheme ? url_end(text_, word.end + 3) : 0;
    if (!scheme || end == word.end + 3) return false;
    push_address(end, TokenKind::url);
    return true;
  }
  if ((bytes::class_at(text_, word.end) & bytes::joiner) == 0 || c == '\'' || word.begin < address_checked_)
    return false;
  if ((bytes::class_at(text_, word.end + 1) & bytes::alnum) == 0) return false;
  const Address found = find_address(text_, word.begin);
  address_checked_ = found.looked_to;
  if (found.kind == AddressKind::none) return false;
  push_address(found.end, found.kind == AddressKind::url ? TokenKind::url : TokenKind::email);
  return true;
}

void Scanner::push_address(std::uint32_t end, TokenKind kind) {
  const bool wide = text::find_non_ascii(text_.substr(pos_, end - pos_)) != end - pos_;
  push(end, kind, Shape::none, wide ? unsigned{non_ascii} : 0U);
}

void Scanner::take_letters(Word& word) const {
  while (word.end < size_) {
    const std::uint8_t cls = bytes::classes[static_cast<unsigned char>(text_[word.end])];
    if ((cls & bytes::alnum) != 0) {
      word.seen |= cls;
      ++word.end;
    } else if (cls == bytes::non_ascii) {
      const text::CodePoint point = text::decode_at(text_, word.end);
      const text::CharClass kind = text::char_class(point.value);
      if (kind == text::CharClass::digit) {
        word.seen |= bytes::digit | bytes::non_ascii;
      } else if (extends(point.value) && word.end > word.begin) {
        word.seen |= bytes::non_ascii;
      } else if (kind == text::CharClass::letter) {
        word.seen |= bytes::non_ascii;
        word.letters = true;
      } else {
        return;
      }
      word.end += point.size;
    } else {
      return;
    }
  }
}

// Takes the mark at the end of the word into it, if it belongs there and something follows.
bool Scanner::join(Word& word) {
  switch (text_[word.end]) {
    case '\'':
      return join_apostrophe(word, 1);
    case '-':
      return join_hyphen(word, 1);
    case '.':
      return join_period(word);
    case ',':
      return join_thousands(word);
    case '_':
      if (!alnum_at(word.end + 1)) return false;
      ++word.end;
      return true;
    case '\xE2': {
      const text::CodePoint point = text::decode_at(text_, word.end);
      if (point.value == 0x2019 || point.value == 0x2018) return join_apostrophe(word, point.size);
      return (point.value == 0x2010 || point.value == 0x2011) && join_hyphen(word, point.size);
    }
    default:
      return false;
  }
}

// An apostrophe between letters; not the possessive's, which is a token of its own.
bool Scanner::join_apostrophe(Word& word, std::uint32_t size) {
  const std::uint32_t after = word.end + size;
  if (!letter_at(after) || is_digit(text_, word.end - 1)) return false;
  const bool possessive = (at(after) == 's' || at(after) == 'S') && !alnum_at(after + 1);
  if (possessive) return false;
  if (size > 1) word.seen |= bytes::non_ascii;
  word.end = after;
  return true;
}

bool Scanner::join_hyphen(Word& word, std::uint32_t size) {
  const std::uint32_t after = word.end + size;
  if (!alnum_at(after)) return false;
  const Side left = side_at(text_, word.part);
  const Side right = side_at(text_, after);
  if ((left == Side::upper && right == Side::lower) || (left == Side::lower && right == Side::upper)) return false;
  if (word.part == word.begin && is_time_prefix(text_.substr(word.begin, word.end - word.begin))) return false;
  if (right == Side::digit) {
    if (left == Side::lower || is_digit(text_, word.end - 1)) return false;
    const std::string_view part = text_.substr(word.part, word.end - word.part);
    if (part.size() <= 5 && (traits_of(part) & prefix) != 0) return false;
  }
  if (size > 1) word.seen |= bytes::non_ascii;
  word.flags |= has_hyphen;
  word.end = word.part = after;
  return true;
}

// "1,250" and "12,50,000": two or three digits after the comma, digits alone before it.
bool Scanner::join_thousands(Word& word) const {
  if ((word.seen & ~bytes::digit) != 0 || word.letters) return false;
  std::uint32_t end = word.end + 1;
  while (end - word.end <= 4 && is_digit(text_, end)) ++end;
  const std::uint32_t digits = end - word.end - 1;
  if (digits != 2 && digits != 3) return false;
  word.end = end;
  return true;
}

void Scanner::push_word(const Word& word) {
  const bool letters = word.letters || (word.seen & bytes::letter) != 0;
  const std::string_view form = text_.substr(word.begin, word.end - word.begin);
  unsigned flags = word.flags;
  if ((word.seen & bytes::digit) != 0) flags |= has_digit;
  if ((flags & ends_with_period) != 0) flags |= may_end;
  if ((word.seen & bytes::non_ascii) != 0) flags |= non_ascii;
  const Shape shape = letters ? shape_of(form) : Shape::none;
  const std::size_t period = (flags & ends_with_period) != 0 ? 1 : 0;
  if (shape == Shape::upper && text::decode_at(text_, word.begin).size + period == form.size()) flags |= initial;
  push(word.end, letters ? TokenKind::word : TokenKind::number, shape, flags);
}

Shape shape_of(std::string_view word) noexcept {
  bool any = false, upper = false, lower = false, first_upper = false, inner_upper = false, part_start = true;
  for (std::size_t at = 0; at < word.size();) {
    const std::uint8_t cls = bytes::class_at(word, at);
    const text::CodePoint point = cls == bytes::non_ascii ? text::decode_at(word, at) : text::CodePoint{0, 1};
    at += point.size;
    const bool wide = cls == bytes::non_ascii && is_letter(point.value);
    if ((cls & bytes::letter) == 0 && !wide) {
      part_start = part_start || (cls & bytes::digit) == 0;
      continue;
    }
    const bool is_upper = wide ? text::is_upper(point.value) : (cls & bytes::upper) != 0;
    if (!any) first_upper = is_upper;
    if (any && is_upper && !part_start) inner_upper = true;
    any = true;
    (is_upper ? upper : lower) = true;
    part_start = false;
  }
  if (!any) return Shape::none;
  if (!upper) return Shape::lower;
  if (!lower) return Shape::upper;
  return first_upper && !inner_upper ? Shape::title : Shape::mixed;
}

}  // namespace dossier::tokens
