// The scanner's path for everything that is not a word: punctuation, symbols, emoji, handles and hashtags.
#include <array>

#include "tokens/addresses.hpp"
#include "tokens/bytes.hpp"
#include "tokens/scan.hpp"

namespace dossier::tokens {
namespace {

/// From this many on, a run of the same mark is one token: ruled lines, "!!!!".
constexpr std::uint32_t ruled = 4;

constexpr std::array<std::uint64_t, 128> ascii_hashes = [] {
  std::array<std::uint64_t, 128> table{};
  for (unsigned c = 0; c < table.size(); ++c) {
    const char mark = static_cast<char>(c);
    table[c] = hashing::hash<hashing::Case::as_is>(std::string_view(&mark, 1));
  }
  return table;
}();

/// What an ASCII mark is: its kind, and may_end for full stops.
struct MarkInfo {
  TokenKind kind = TokenKind::punctuation;
  std::uint16_t flags = 0;
};

constexpr std::array<MarkInfo, 128> ascii_marks = [] {
  std::array<MarkInfo, 128> table{};
  for (const char c : std::string_view("$%+=<>^`|~#@&_")) table[static_cast<unsigned char>(c)].kind = TokenKind::symbol;
  for (const char c : std::string_view(".!?")) table[static_cast<unsigned char>(c)].flags = may_end;
  return table;
}();

constexpr bool is_flag_letter(char32_t value) noexcept { return value >= 0x1F1E6 && value <= 0x1F1FF; }

/// Marks that are one token together with their repetitions: dashes and ellipses.
constexpr bool runs_together(char32_t value) noexcept {
  return value == 0x2026 || (value >= 0x2012 && value <= 0x2015);
}

/// One past the characters that belong to the mark that ends at `end`: variation selectors, joined emoji ...
std::uint32_t extended(std::string_view text, std::uint32_t end) noexcept {
  while (bytes::class_at(text, end) == bytes::non_ascii) {
    const text::CodePoint point = text::decode_at(text, end);
    if (!extends(point.value)) return end;
    end += point.size;
    if (point.value != 0x200D || bytes::class_at(text, end) != bytes::non_ascii) continue;
    const text::CodePoint joined = text::decode_at(text, end);
    if (text::char_class(joined.value) == text::CharClass::symbol) end += joined.size;
  }
  return end;
}

}  // namespace

// True when no white space stands between the token before and this place.
bool Scanner::attached() const noexcept { return (pending_ & space_before) == 0 && !tokens_.empty(); }

void Scanner::mark() {
  const char c = text_[pos_];
  if (at(pos_ + 1) == c) {
    std::uint32_t same = 2;
    while (pos_ + same < size_ && text_[pos_ + same] == c) ++same;
    if (same == 2 && (c == '`' || c == '\'')) return straight_quote(2);  // ``typewriter's'' quotes
    if (same >= ruled || c == '.' || c == '-') return push_mark(same, ascii_marks[static_cast<unsigned char>(c)].kind);
  }
  if (c == '"') return straight_quote(1);
  if (c == '\'') return apostrophe(1);
  if ((c == '@' || c == '#') && tag()) return;
  push_mark(1, ascii_marks[static_cast<unsigned char>(c)].kind);
}

void Scanner::push_mark(std::uint32_t size, TokenKind kind) {
  const auto first = static_cast<unsigned char>(text_[pos_]);
  const std::uint32_t end = pos_ + size;
  if (first < 0x80 && bytes::class_at(text_, end) != bytes::non_ascii) {
    Token token;
    token.span = {pos_, end};
    token.hash = size == 1 ? ascii_hashes[first] : hash_of(pos_, end, false);
    token.kind = kind;
    token.flags = static_cast<std::uint16_t>(pending_ | quoted_ | ascii_marks[first].flags);
    tokens_.push_back(token);
    pos_ = end;
    pending_ = 0;
    return;
  }
  const std::uint32_t whole = extended(text_, end);
  const bool wide = first >= 0x80 || whole != end;
  const unsigned stop = first >= 0x80 ? (kind == TokenKind::punctuation ? may_end : 0U) : ascii_marks[first].flags;
  push(whole, kind, Shape::none, stop | (wide ? unsigned{non_ascii} : 0U));
}

void Scanner::wide_mark(const text::CodePoint& point, TokenKind kind) {
  switch (point.value) {
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
      return curly_quote(point.size, true);
    case 0x201D:
    case 0xBB:
      return curly_quote(point.size, false);
    case 0x2018:
    case 0x201A:
    case 0x201B:
    case 0x2039:
      return open_single(point.size);
    case 0x2019:
      return apostrophe(point.size);
    case 0x203A:
      return close_single(point.size);
    default:
      break;
  }
  std::uint32_t size = point.size;
  while (runs_together(point.value) && text_.substr(pos_ + size, point.size) == text_.substr(pos_, point.size)) {
    size += point.size;
  }
  const std::uint32_t end = pos_ + size;
  if (is_flag_letter(point.value) && bytes::class_at(text_, end) == bytes::non_ascii) {
    const text::CodePoint second = text::decode_at(text_, end);
    if (is_flag_letter(second.value)) size += second.size;
  }
  push_mark(size, kind);
}

// "@name", "@name@host.example" and "#word"; not in the middle of a word. A hashtag has a letter.
bool Scanner::tag() {
  const bool handle = text_[pos_] == '@';
  if (attached() && (tokens_.back().kind == TokenKind::word || tokens_.back().kind == TokenKind::number)) return false;
  std::uint32_t end = pos_ + 1;
  bool letters = false, wide = false;
  while (end < size_) {
    const std::uint8_t cls = bytes::class_at(text_, end);
    if ((cls & bytes::alnum) != 0 || text_[end] == '_') {
      letters = letters || (cls & bytes::letter) != 0;
      ++end;
      continue;
    }
    if (cls != bytes::non_ascii) break;
    const text::CodePoint point = text::decode_at(text_, end);
    const text::CharClass kind = text::char_class(point.value);
    const bool unspaced = kind == text::CharClass::unspaced && !handle;
    if (kind != text::CharClass::letter && kind != text::CharClass::digit && !unspaced) break;
    letters = wide = true;
    end += point.size;
  }
  if (!letters) return false;
  if (handle && (at(end) == '.' || at(end) == '@') && (bytes::class_at(text_, end + 1) & bytes::alnum) != 0) {
    const Address host = find_address(text_, pos_ + 1);
    if (host.kind != AddressKind::none) end = host.end;
  }
  push(end, handle ? TokenKind::handle : TokenKind::hashtag, Shape::none, wide ? unsigned{non_ascii} : 0U);
  return true;
}

}  // namespace dossier::tokens
