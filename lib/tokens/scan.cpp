// The scanner's loop: the fast path for ASCII words, white space, and runs of scripts without spaces.
#include "tokens/scan.hpp"

#include <algorithm>

#include "tokens/bytes.hpp"

namespace dossier::tokens {
namespace {

/// Runs of unspaced script are given to the word breaker in pieces of this many bytes.
constexpr std::uint32_t longest_run = 1U << 16;

/// Shape of a word of ASCII letters and digits by its first letter's class and the classes of the rest.
constexpr Shape plain_shape(std::uint8_t first, std::uint8_t rest) noexcept {
  if ((first & bytes::lower) != 0) return (rest & bytes::upper) != 0 ? Shape::mixed : Shape::lower;
  if ((rest & bytes::lower) == 0) return Shape::upper;
  return (rest & bytes::upper) != 0 ? Shape::mixed : Shape::title;
}

}  // namespace

void Scanner::run() {
  while (pos_ < size_) {
    const std::uint8_t cls = bytes::classes[static_cast<unsigned char>(text_[pos_])];
    if ((cls & (bytes::space | bytes::newline)) != 0) {
      skip_space();
      continue;
    }
    if ((pending_ & line_start) != 0) start_line();
    if ((cls & bytes::letter) != 0) {
      plain_word(cls);
    } else if ((cls & bytes::digit) != 0) {
      word();
    } else if ((cls & bytes::non_ascii) != 0) {
      beyond_ascii();
    } else {
      mark();
    }
  }
}

void Scanner::plain_word(std::uint8_t first) {
  std::uint32_t end = pos_ + 1;
  std::uint8_t rest = 0;
  std::uint8_t cls = 0;
  while (end < size_ && ((cls = bytes::classes[static_cast<unsigned char>(text_[end])]) & bytes::alnum) != 0) {
    rest |= cls;
    ++end;
  }
  if (end < size_ && (cls & (bytes::joiner | bytes::non_ascii)) != 0) {
    const bool full_stop = text_[end] == '.' && end - pos_ > longest_abbreviation &&
                           (bytes::class_at(text_, end + 1) & (bytes::space | bytes::newline)) != 0;
    if (!full_stop) return word();
  }
  const std::uint32_t length = end - pos_;
  const char* data = text_.data() + pos_;
  Token token;
  token.span = {pos_, end};
  token.hash = size_ - pos_ >= 8 ? hashing::hash_lower_readable(data, length)
                                 : hashing::hash<hashing::Case::lower>(std::string_view(data, length));
  token.shape = plain_shape(first, rest);
  unsigned flags = pending_ | quoted_;
  if ((rest & bytes::digit) != 0) flags |= has_digit;
  if (length == 1 && first == bytes::upper) flags |= initial;
  token.flags = static_cast<std::uint16_t>(flags);
  tokens_.push_back(token);
  pos_ = end;
  pending_ = 0;
  if (cls == bytes::space && end < size_) {  // one blank after a word: the usual case
    ++pos_;
    pending_ = space_before;
  }
}

void Scanner::skip_space() {
  pending_ |= space_before;
  while (pos_ < size_) {
    const std::uint8_t cls = bytes::classes[static_cast<unsigned char>(text_[pos_])];
    if ((cls & bytes::newline) != 0) {
      const bool two = text_[pos_] == '\r' && at(pos_ + 1) == '\n';
      line_break(two ? 2 : 1);
    } else if ((cls & bytes::space) != 0) {
      ++pos_;
    } else {
      return;
    }
  }
}

void Scanner::line_break(std::uint32_t size) {
  pos_ += size;
  pending_ |= (pending_ & line_start) != 0 ? space_before | line_start | paragraph_start : space_before | line_start;
}

// A paragraph or block that begins here closes all quotation marks.
void Scanner::start_line() {
  while (block_ < blocks_.size() && blocks_[block_].span.begin <= pos_) {
    pending_ |= paragraph_start;
    ++block_;
  }
  if ((pending_ & paragraph_start) == 0) return;
  quoted_ = 0;
  single_open_ = nowhere;
}

void Scanner::beyond_ascii() {
  const text::CodePoint point = text::decode_at(text_, pos_);
  const text::CharClass cls = text::char_class(point.value);
  switch (cls) {
    case text::CharClass::space:
      pos_ += point.size;
      pending_ |= space_before;
      return;
    case text::CharClass::newline:
      if (point.value == 0x2029) pending_ |= line_start;  // a paragraph separator counts as two
      return line_break(point.size);
    case text::CharClass::letter:
    case text::CharClass::digit:
      return word();
    case text::CharClass::unspaced:
      return unspaced_run();
    case text::CharClass::punctuation:
    case text::CharClass::symbol:
      return wide_mark(point, cls == text::CharClass::symbol ? TokenKind::symbol : TokenKind::punctuation);
  }
}

// A piece that is not the run's last gives up its last word: it may go on in the next piece.
void Scanner::unspaced_run() {
  std::uint32_t end = pos_;
  bool more = false;
  while (end < size_ && bytes::class_at(text_, end) == bytes::non_ascii) {
    const text::CodePoint point = text::decode_at(text_, end);
    if (text::char_class(point.value) != text::CharClass::unspaced && !(extends(point.value) && end > pos_)) break;
    more = end - pos_ >= longest_run;
    if (more) break;
    end += point.size;
  }
  const std::uint32_t begin = pos_;
  cuts_.clear();
  breaker_.append_boundaries(text_.substr(begin, end - begin), cuts_);
  if (more && cuts_.size() > 1) cuts_.pop_back();
  for (const std::uint32_t cut : cuts_) push(begin + cut, TokenKind::word, Shape::lower, non_ascii);
}

void Scanner::push(std::uint32_t end, TokenKind kind, Shape shape, unsigned flags) {
  Token token;
  token.span = {pos_, end};
  token.hash = hash_of(pos_, end, (flags & non_ascii) != 0);
  token.kind = kind;
  token.shape = shape;
  token.flags = static_cast<std::uint16_t>(flags | pending_ | quoted_);
  tokens_.push_back(token);
  pos_ = end;
  pending_ = 0;
}

std::uint64_t Scanner::hash_of(std::uint32_t begin, std::uint32_t end, bool wide) {
  const std::string_view bytes = text_.substr(begin, end - begin);
  if (!wide) return hashing::hash<hashing::Case::lower>(bytes);
  folded_.clear();
  text::fold(bytes, folded_);
  return hash_folded(folded_);
}

bool Scanner::letter_at(std::uint32_t offset) const noexcept {
  const std::uint8_t cls = bytes::class_at(text_, offset);
  if (cls != bytes::non_ascii) return (cls & bytes::letter) != 0;
  return text::char_class(text::decode_at(text_, offset).value) == text::CharClass::letter;
}

bool Scanner::alnum_at(std::uint32_t offset) const noexcept {
  const std::uint8_t cls = bytes::class_at(text_, offset);
  if (cls != bytes::non_ascii) return (cls & bytes::alnum) != 0;
  const text::CharClass kind = text::char_class(text::decode_at(text_, offset).value);
  return kind == text::CharClass::letter || kind == text::CharClass::digit;
}

bool extends(char32_t value) noexcept {
  struct Range {
    char32_t first, last;
  };
  constexpr Range ranges[] = {{0xAD, 0xAD},     {0x300, 0x36F},     {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},
                              {0x200C, 0x200D}, {0x2060, 0x2060},   {0x20D0, 0x20FF},   {0xFE00, 0xFE0F},
                              {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF}};
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [value](const Range& range) { return value >= range.first && value <= range.last; });
}

}  // namespace dossier::tokens
