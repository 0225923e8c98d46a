// Tokens and sentences: the units that dictionaries and rules speak of.
#pragma once

#include <dossier/span.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::tokens {

enum class TokenKind : std::uint8_t {
  word,         ///< letters, inner apostrophes, hyphens and digits: "O'Brien", "Al-Qaeda" (one token), "U.S.", "COVID-19"
  number,       ///< "28", "1,250.5", "16th" is a word with digits; "2025"
  possessive,   ///< "'s", "’s", and the lone "'" after a plural
  punctuation,  ///< one mark each; an ellipsis or a dash of several characters is one token
  symbol,       ///< $ % + = ...
  url,
  email,
  handle,       ///< @name
  hashtag       ///< #word
};

/// How a word is written.
enum class Shape : std::uint8_t {
  lower,        ///< "adviser", also words without case
  title,        ///< "Moscow", "O'Brien", "Al-Qaeda": first letter upper, and not all of them
  upper,        ///< "NATO", "U.S.", a single letter "J."
  mixed,        ///< "iPhone", "McDonald", "eBay"
  none          ///< no letters
};

/// Flags of a token, a bit each.
enum TokenFlags : std::uint16_t {
  sentence_start = 1,    ///< first word of its sentence, quotes and bullets aside
  space_before = 2,      ///< white space (or the start of the text) stands before it
  line_start = 4,        ///< first token of a line
  in_quotes = 8,         ///< inside quotation marks
  ends_with_period = 16, ///< an abbreviation or initial that keeps its period: "U.S.", "Oct.", "J."
  initial = 32,          ///< a single capital letter, with or without period
  has_digit = 64,
  has_hyphen = 128,
  non_ascii = 256,
  sentence_end = 512     ///< last token of its sentence
};

/// Index into Lexicon's vocabulary.
enum class WordId : std::uint32_t { unknown = 0xFFFFFFFF };

/// One token; 24 bytes, trivially copyable.
struct Token {
  Span span;                          ///< in the text that was tokenized
  std::uint64_t hash = 0;             ///< hash_folded() of its folded form
  WordId word = WordId::unknown;      ///< filled in by the lexicon
  TokenKind kind = TokenKind::word;
  Shape shape = Shape::none;
  std::uint16_t flags = 0;
};
static_assert(sizeof(Token) == 24);

enum class SentenceKind : std::uint8_t {
  body,
  headline,   ///< a heading, or a line of its own in title or upper case without a full stop
  list_item,
  fragment    ///< any other line that is not a sentence: caption, credit, table cell
};

/// Tokens [first, last) of a TokenizedText.
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;  ///< counted from 0
  SentenceKind kind = SentenceKind::body;
};

/// A text cut into tokens and sentences. Sentences are in order and cover all tokens. The text is borrowed: REQUIRES it to
/// outlive this object. Kept in scratch memory and refilled; not for sharing while it is filled.
struct TokenizedText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::uint64_t split_sentences = 0;  ///< how often the limit on sentence length cut

  [[nodiscard]] std::string_view text_of(const Token& token) const noexcept {
    return text.substr(token.span.begin, token.span.size());
  }
  [[nodiscard]] std::string_view text_of(std::size_t index) const noexcept { return text_of(tokens[index]); }
};

}  // namespace dossier::tokens
