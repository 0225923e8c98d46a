// The scanner's loop: the fast path for ASCII words, white space, and runs of scripts without spaces.
#include "tokens/scan.hpp"

#include <algorithm>
#include <bit>

#include "tokens/bytes.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

/// The fast path reads so many bytes at once, and may look at the byte after them.
constexpr std::uint32_t least_left = 16;
/// Runs of unspaced script are given to the word breaker in pieces of this many bytes.
constexpr std::uint32_t longest_run = 1U << 16;

/// A word of ASCII letters and digits that was read whole: fifteen of them at most, 0 when there are more.
struct PlainWord {
  std::uint32_t size = 0;
  std::uint64_t upper = 0, lower = 0, digit = 0;  ///< not 0 when there are such after the first character
  std::uint64_t hash = 0;

  // Bits 5 and 6 tell the three apart: small letters have both, capitals bit 6, digits bit 5.
  void add(std::uint64_t chunk, std::uint64_t bits) noexcept {
    const std::uint64_t five = chunk << 2, six = chunk << 1;
    bits &= bytes::high_bits;
    upper |= ~five & bits;
    digit |= ~six & bits;
    lower |= five & six & bits;
  }
};

/// REQUIRES: 16 bytes at `data`, the first a letter. Setting bit 5 makes letters small and leaves digits alone.
inline PlainWord read_word(const char* data) noexcept {
  constexpr std::uint64_t small = bytes::ones * 0x20;
  using hashing::Case;
  PlainWord word;
  const std::uint64_t chunk = hashing::load8(data);
  const std::uint64_t stop = bytes::not_alnum(chunk);
  if (stop != 0) {
    const std::uint64_t bits = (stop ^ (stop - 1)) >> 8;  // those below the byte that stops
    word.size = static_cast<unsigned>(std::countr_zero(stop)) / 8;
    word.add(chunk, bits & ~std::uint64_t{0xFF});
    word.hash = hashing::finish(hashing::absorb<Case::as_is>(hashing::seed, (chunk | small) & bits), word.size);
    return word;
  }
  const std::uint64_t more = hashing::load8(data + 8);
  const std::uint64_t end = bytes::not_alnum(more);
  if (end == 0) return word;
  const std::uint64_t bits = (end ^ (end - 1)) >> 8;
  word.size = 8 + static_cast<unsigned>(std::countr_zero(end)) / 8;
  word.add(chunk, ~std::uint64_t{0xFF});
  word.add(more, bits);
  std::uint64_t state = hashing::absorb<Case::as_is>(hashing::seed, chunk | small);
  if (word.size > 8) state = hashing::absorb<Case::as_is>(state, (more | small) & bits);
  word.hash = hashing::finish(state, word.size);
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
  const char* const data = text_.data();
  const std::uint32_t size = size_;
  const unsigned quoted = quoted_;
  std::uint32_t pos = pos_;
  unsigned flags = pending_ | quoted;
  bool careful = false;
  while (pos < size) {
    const std::uint8_t first = bytes::classes[static_cast<unsigned char>(data[pos])];
    if ((first & bytes::letter) == 0) break;
    careful = true;
    if (size - pos < least_left) break;
    const PlainWord word = read_word(data + pos);
    if (word.size == 0) break;
    const std::uint32_t end = pos + word.size;
    const std::uint8_t after = bytes::classes[static_cast<unsigned char>(data[end])];
    if ((after & (bytes::joiner | bytes::non_ascii)) != 0 && !ends_plainly(pos, end)) break;
    careful = false;
    if (word.digit != 0) flags |= has_digit;
    if (word.size == 1 && first == bytes::upper) flags |= initial;
    Token token;
    token.span = {pos, end};
    token.hash = word.hash;
    token.shape = plain_shapes[first == bytes::upper][word.upper != 0][word.lower != 0];
    token.flags = static_cast<std::uint16_t>(flags);
    tokens_.push_back(token);
    pos = end;
    flags = quoted;
    if (after != bytes::space) break;
    ++pos;
    flags |= space_before;
  }
  pos_ = pos;
  pending_ = flags & ~unsigned{in_quotes};
  if (careful) word();
}

// True when nothing or a possessive's "s" stands at `after`, the place after an apostrophe.
bool Scanner::ends_at_apostrophe(std::uint32_t after) const {
  constexpr std::uint8_t goes_on = bytes::alnum | bytes::non_ascii;
  if ((bytes::class_at(text_, after) & goes_on) == 0) return true;
  return (at(after) == 's' || at(after) == 'S') && (bytes::class_at(text_, after + 1) & goes_on) == 0;
}

// True when the mark at the end of a word [begin, end) cannot belong to it; the careful path would find the same.
// REQUIRES: least_left bytes from `begin` on.
bool Scanner::ends_plainly(std::uint32_t begin, std::uint32_t end) const {
  const std::uint8_t next = bytes::class_at(text_, end + 1);
  constexpr std::uint8_t goes_on = bytes::alnum | bytes::non_ascii;
  switch (text_[end]) {
    case '.': {
      const std::uint32_t size = end - begin;
      const char after = at(end + 1);
      if ((next & (bytes::space | bytes::newline)) == 0 && after != '"' && after != ')') return false;
      if (size > longest_abbreviation) return true;
      const std::uint64_t form = hashing::load8(text_.data() + begin) & (~std::uint64_t{0} >> (56 - 8 * size));
      const std::uint64_t state = hashing::absorb<hashing::Case::lower>(hashing::seed, form);
      return size > 1 && (traits_of(hashing::finish(state, size + 1)) & abbreviation) == 0;
    }
    case '\'':
      return ends_at_apostrophe(end + 1);
    case '-':
    case '_':
    case '@':
    case '+':
    case '%':
      return (next & goes_on) == 0;
    case ':':
      return at(end + 1) != '/';
    case '\xE2': {
      if (text_[end + 1] != '\x80') return false;
      const auto last = static_cast<unsigned char>(text_[end + 2]);
      if (last == 0x99) return ends_at_apostrophe(end + 3);
      return (last >= 0x92 && last <= 0x97) || last == 0x9C || last == 0x9D ||
             last == 0xA6;  // dashes, quotes, ellipsis
    }
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
  const bool usual = point.value >= 0x2010 && point.value <= 0x2027;  // dashes, curly quotes, ellipsis: all punctuation
  const text::CharClass cls = usual ? text::CharClass::punctuation : text::char_class(point.value);
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
  if (!wide) {
    if (bytes.size() > 8 || size_ - begin < 8) return hashing::hash<hashing::Case::lower>(bytes);
    const std::uint64_t chunk = hashing::load8(bytes.data()) & (~std::uint64_t{0} >> (64 - 8 * bytes.size()));
    return hashing::finish(hashing::absorb<hashing::Case::lower>(hashing::seed, chunk), bytes.size());
  }
  const bool usual = bytes.size() == 3 && bytes[0] == '\xE2' && bytes[1] == '\x80';  // U+2000 to U+203F
  std::uint64_t* known = usual ? &mark_hashes_[static_cast<unsigned char>(bytes[2]) & 0x3FU] : nullptr;
  if (usual && *known != 0) return *known;
  folded_.clear();
  text::fold(bytes, folded_);
  const std::uint64_t hash = hash_folded(folded_);
  if (usual) *known = hash;
  return hash;
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
