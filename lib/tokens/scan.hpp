// The scanner: one pass over the bytes that makes the tokens. Sentences come after it (sentences.hpp).
//
// A letter in ASCII starts the fast path: a table look-up for each byte, one hash, one push. It gives way to the
// careful path (words.cpp) when the byte after the letters may belong to the word: an apostrophe, hyphen, period or a
// byte beyond ASCII. Marks are in marks.cpp, the meaning of periods in periods.cpp.
//
// 1. Every byte that is not white space goes into exactly one token, in order.
// 2. No place is looked at more than a constant number of times: what looks ahead is either consumed, remembered
//    (address_checked_) or bounded.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/markup.hpp"
#include "text/utf8.hpp"
#include "tokens/hash.hpp"
#include "tokens/token.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::tokens {

/// Set by the scanner on the first token of a paragraph or block, taken off when the sentences are cut.
inline constexpr std::uint16_t paragraph_start = 1U << 15;

/// No listed abbreviation has more letters before its period.
inline constexpr std::uint32_t longest_abbreviation = 6;

/// Set by the scanner on tokens that may end a sentence, taken off when the sentences are cut.
inline constexpr std::uint16_t may_end = 1U << 14;

/// What follows a period, as far as it helps to tell an abbreviation from the end of a sentence.
enum class Next : std::uint8_t {
  nothing,  ///< end of the text or the paragraph
  lower,    ///< a word without a capital
  capital,  ///< a word with one
  starter,  ///< one that likely starts a sentence: "The"
  initial,  ///< a single capital with a period
  digit,
  clause,  ///< , ; : or a hyphen
  other
};
/// Looks at what stands at `at`, over at most a few blanks and one line break.
[[nodiscard]] Next look_ahead(std::string_view text, std::uint32_t at) noexcept;

/// Letters joined by periods: "U.S.", "J.K.", "e.g".
struct LetterGroup {
  std::uint32_t end = 0;      ///< one past the group, its last period included if it has one
  std::uint32_t first = 0;    ///< one past the first letter's period
  std::uint32_t letters = 0;  ///< 0 when there is no group of two or more letters
  bool upper = false;         ///< all capitals
};
[[nodiscard]] LetterGroup letter_group(std::string_view text, std::uint32_t begin) noexcept;

/// True for characters that belong to the one before them: combining marks, joiners, variation selectors, skin tones,
/// soft hyphens.
[[nodiscard]] bool extends(char32_t value) noexcept;

/// For one text; not reusable.
class Scanner {
 public:
  Scanner(std::string_view text, const std::vector<text::Block>& blocks, std::vector<Token>& tokens)
      : text_(text), blocks_(blocks), tokens_(tokens), size_(static_cast<std::uint32_t>(text.size())) {}

  void run();

 private:
  /// A word as far as it was read.
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t part = 0;  ///< where the part after the last hyphen begins
    std::uint8_t seen = 0;   ///< byte classes; bytes::non_ascii for any character beyond ASCII
    std::uint16_t flags = 0;
    bool letters = false;  ///< has a letter beyond ASCII
    bool closed = false;   ///< nothing may be joined to it any more
  };

  // scan.cpp
  void plain_words();
  [[nodiscard]] bool ends_plainly(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool ends_at_apostrophe(std::uint32_t after) const;
  void skip_space();
  void line_break(std::uint32_t size);
  void start_line();
  void unspaced_run();
  void beyond_ascii();
  void push(std::uint32_t end, TokenKind kind, Shape shape, unsigned flags);
  [[nodiscard]] std::uint64_t hash_of(std::uint32_t begin, std::uint32_t end, bool wide);

  // words.cpp
  void word();
  bool address(const Word& word);
  void push_address(std::uint32_t end, TokenKind kind);
  void take_letters(Word& word) const;
  bool join(Word& word);
  bool join_apostrophe(Word& word, std::uint32_t size);
  bool join_hyphen(Word& word, std::uint32_t size);
  bool join_thousands(Word& word) const;
  void push_word(const Word& word);

  // periods.cpp
  bool join_period(Word& word);
  bool join_group(Word& word);
  bool join_degree(Word& word) const;
  [[nodiscard]] bool is_acronym(const Word& word, const LetterGroup& group) const;
  [[nodiscard]] bool is_initial(const Word& word) const;
  [[nodiscard]] bool is_abbreviation(const Word& word) const;
  bool keep_period(Word& word, std::uint32_t end);

  // marks.cpp
  void mark();
  void wide_mark(const text::CodePoint& point, TokenKind kind);
  void push_mark(std::uint32_t size, TokenKind kind);
  bool tag();
  [[nodiscard]] bool attached() const noexcept;

  // quotes.cpp
  void straight_quote(std::uint32_t size);
  void curly_quote(std::uint32_t size, bool opens);
  void apostrophe(std::uint32_t size);
  void open_single(std::uint32_t size);
  void close_single(std::uint32_t size);
  void open_double(std::uint32_t size);
  void close_double(std::uint32_t size);

  [[nodiscard]] char at(std::uint32_t offset) const noexcept { return offset < size_ ? text_[offset] : '\0'; }
  [[nodiscard]] bool letter_at(std::uint32_t offset) const noexcept;
  [[nodiscard]] bool alnum_at(std::uint32_t offset) const noexcept;
  /// The token before, or null where a paragraph begins.
  [[nodiscard]] const Token* previous() const noexcept {
    return tokens_.empty() || (pending_ & paragraph_start) != 0 ? nullptr : &tokens_.back();
  }

  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  std::string_view text_;
  const std::vector<text::Block>& blocks_;
  std::vector<Token>& tokens_;
  std::uint32_t size_;
  std::uint32_t pos_ = 0;
  unsigned pending_ = space_before | line_start | paragraph_start;  ///< flags of the next token
  unsigned quoted_ = 0;                                             ///< in_quotes while double quotes are open
  std::uint32_t single_open_ = nowhere;                             ///< token that opened single quotes
  std::size_t block_ = 0;                                           ///< first block that was not reached yet
  std::uint32_t address_checked_ = 0;                               ///< no address starts as a word before here
  std::string folded_;                                              ///< scratch of hash_of()
  text::WordBreaker breaker_;
  std::vector<std::uint32_t> cuts_;              ///< scratch of unspaced_run()
  std::array<std::uint64_t, 64> mark_hashes_{};  ///< hashes of U+2000..U+203F, 0 before they are asked for
};

/// How the bytes of a word are written; see Shape.
[[nodiscard]] Shape shape_of(std::string_view word) noexcept;

}  // namespace dossier::tokens
