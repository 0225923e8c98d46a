// The scanner's loop: the fast path for ASCII words, white space, and runs of scripts without spaces.
#include "tokens/scan.hpp"

#include <algorithm>
#include <bit>

#include "tokens/bytes.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

/// The fast path reads eight bytes a step and looks at two after the word.
constexpr std::uint32_t least_left = 16;
/// Runs of unspaced script are given to the word breaker in pieces of this many bytes.
constexpr std::uint32_t longest_run = 1U << 16;

/// The ASCII letters and digits that start somewhere.
struct Letters {
  std::uint32_t size = 0;
  bool upper = false, lower = false, digit = false;  ///< among those after the first
  std::uint64_t hash = 0;                            ///< of words shorter than eight letters
};

/// Reads eight bytes a step. REQUIRES: at least eight bytes at `data`, the first a letter; `left` bytes can be read.
inline Letters read_letters(const char* data, std::size_t left) noexcept {
  Letters word;
  std::uint64_t chunk = hashing::load(data, 8);
  bytes::ChunkClasses classes = bytes::classify(chunk);
  std::uint64_t stop = ~(classes.upper | classes.lower | classes.digit) & bytes::high_bits;
  if (stop != 0) [[likely]] {
    const auto size = static_cast<unsigned>(std::countr_zero(stop)) / 8;
    const std::uint64_t word_bits = ~std::uint64_t{0} >> (64 - 8 * size);
    const std::uint64_t rest_bits = word_bits & ~std::uint64_t{0xFF};
    word.size = size;
    word.upper = (classes.upper & rest_bits) != 0;
    word.lower = (classes.lower & rest_bits) != 0;
    word.digit = (classes.digit & rest_bits) != 0;
    word.hash = hashing::hash_chunk((chunk | (classes.upper >> 2)) & word_bits, size);
    return word;
  }
  std::uint64_t upper = classes.upper & ~std::uint64_t{0xFF}, lower = classes.lower & ~std::uint64_t{0xFF};
  std::uint64_t digit = classes.digit;
  word.size = 8;
  for (; left - word.size >= 8; word.size += 8) {
    chunk = hashing::load(data + word.size, 8);
    classes = bytes::classify(chunk);
    stop = ~(classes.upper | classes.lower | classes.digit) & bytes::high_bits;
    const std::uint64_t before = stop == 0 ? ~std::uint64_t{0} : (stop & (~stop + 1)) - 1;
    upper |= classes.upper & before;
    lower |= classes.lower & before;
    digit |= classes.digit & before;
    if (stop != 0) {
      word.size += static_cast<unsigned>(std::countr_zero(stop)) / 8;
      break;
    }
  }
  word.upper = upper != 0;
  word.lower = lower != 0;
  word.digit = digit != 0;
  return word;
}

/// Shape of a word of ASCII letters and digits: [first is a capital][capitals follow][small letters follow].
constexpr Shape plain_shapes[2][2][2] = {{{Shape::lower, Shape::lower}, {Shape::mixed, Shape::mixed}},
                                         {{Shape::upper, Shape::title}, {Shape::upper, Shape::mixed}}};

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
      plain_words();
    } else if ((cls & bytes::digit) != 0) {
      word();
    } else if ((cls & bytes::non_ascii) != 0) {
      beyond_ascii();
    } else {
      mark();
    }
  }
}

// Goes on as long as words of ASCII letters follow each other with one blank between them; leaves the others to word().
void Scanner::plain_words() {
  std::uint32_t pos = pos_;
  unsigned flags = pending_ | quoted_;
  bool careful = false;
  while (true) {
    const std::uint8_t first = bytes::class_at(text_, pos);
    if ((first & bytes::letter) == 0) break;
    careful = size_ - pos < least_left;
    if (careful) break;
    const char* data = text_.data() + pos;
    Letters letters = read_letters(data, size_ - pos);
    const std::uint32_t end = pos + letters.size;
    const std::uint8_t after = bytes::class_at(text_, end);
    careful = (after & (bytes::joiner | bytes::non_ascii | bytes::alnum)) != 0 && !ends_plainly(pos, end);
    if (careful) break;
    if (letters.size >= 8) letters.hash = hashing::hash<hashing::Case::lower>(std::string_view(data, letters.size));
    if (letters.digit) flags |= has_digit;
    if (letters.size == 1 && first == bytes::upper) flags |= initial;
    Token token;
    token.span = {pos, end};
    token.hash = letters.hash;
    token.shape = plain_shapes[(first & bytes::upper) != 0][letters.upper][letters.lower];
    token.flags = static_cast<std::uint16_t>(flags);
    tokens_.push_back(token);
    pos = end;
    flags = quoted_;
    if (after != bytes::space) break;
    ++pos;
    flags |= space_before;
  }
  pos_ = pos;
  pending_ = flags & ~unsigned{in_quotes};
  if (careful) word();
}

// True when the mark at the end of a word [begin, end) cannot belong to it; the careful path would find the same.
// REQUIRES: least_left bytes from `begin` on.
bool Scanner::ends_plainly(std::uint32_t begin, std::uint32_t end) const {
  const char c = text_[end];
  const std::uint8_t next = bytes::class_at(text_, end + 1);
  constexpr std::uint8_t goes_on = bytes::alnum | bytes::non_ascii;
  switch (c) {
    case '.': {
      const std::uint32_t size = end - begin;
      const char after = at(end + 1);
      if ((next & (bytes::space | bytes::newline)) == 0 && after != '"' && after != ')') return false;
      if (size > longest_abbreviation) return true;
      const std::uint64_t form =
          hashing::lower(hashing::load(text_.data() + begin, 8) & (~std::uint64_t{0} >> (56 - 8 * size)));
      return size > 1 && (traits_of(hashing::hash_chunk(form, size + 1)) & abbreviation) == 0;
    }
    case '\'':
      if ((next & goes_on) == 0) return true;
      return (at(end + 1) == 's' || at(end + 1) == 'S') && (bytes::class_at(text_, end + 2) & goes_on) == 0;
    case '-':
    case '_':
    case '@':
    case '+':
    case '%':
      return (next & goes_on) == 0;
    case ':':
      return at(end + 1) != '/';
    default:
      return false;
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
