// tokenize(): reuse, flags, time and odd input.
#include <chrono>

#include "notation.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("empty and blank texts have no tokens") {
  for (const std::string_view text : {"", " ", "\n\n\n", "\t \u00A0\u3000", "\uFEFF"}) {
    const TokenizedText out = tokenized(text);
    CHECK(out.tokens.empty());
    CHECK(out.sentences.empty());
  }
}

TEST_CASE("a TokenizedText is refilled") {
  TokenizedText out;
  tokenize("One two. Three.", {}, {}, out);
  tokenize("Four", {}, {}, out);
  CHECK(notation(out) == "Four");
  CHECK(out.sentences.size() == 1);
  CHECK(out.tokens[0].word == WordId::unknown);
}

TEST_CASE("spaces of all kinds separate and are flagged") {
  CHECK(cut("a\u00A0b\u3000c\td\u200Be") == "a|b|c|d|e");
  CHECK(flagged("a\u00A0b, (c) d", space_before) == "a|b|(|d");
  CHECK(flagged("na\u00EFve caf\u00E9 plain \u2014", non_ascii) == "na\u00EFve|caf\u00E9|\u2014");
}

TEST_CASE("scripts without spaces are cut into words") {
  const TokenizedText out = tokenized("北京大学在中国。ภาษาไทย and more");
  CHECK(out.tokens.size() > 6);
  for (const Token& token : out.tokens) CHECK(token.span.size() > 0);
  CHECK(out.text_of(out.tokens.size() - 1) == "more");
}

TEST_CASE("control characters and lone marks are harmless") {
  CHECK(cut(std::string_view("a\0b", 3)) == "a|b");
  CHECK(cut("\u0301") == "\u0301");
  CHECK(cut("a\x7F"
            "b") == "a|b");
  CHECK(tokenized("\u200D\u200D").sentences.size() <= 1);
}

/// Seconds for a text of `size` bytes made of copies of `piece`.
double seconds(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  TokenizedText out;
  const auto begin = std::chrono::steady_clock::now();
  tokenize(text, {}, {}, out);
  CHECK(out.tokens.size() <= text.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST_CASE("no text makes the time grow faster than its size") {
  for (const std::string_view piece : {"a",          ".",
                                       "\"",         "'",
                                       "\u0301",     "a\u0301\u0327",
                                       "\U0001F600", "\U0001F468\u200D",
                                       "a.",         "A.",
                                       "a-",         "a'",
                                       "a@",         "a.b/",
                                       "((((",       "1,",
                                       "1.",         "a. ",
                                       "A. ",        "\n",
                                       "a\n",        "A\n",
                                       "- ",         "-\n",
                                       "@a",         "#",
                                       "www.",       "http://",
                                       "北",         "ก",
                                       "\u2018a",    "'a ",
                                       "\u201C",     "U.S. The ",
                                       "Mr. ",       "a:",
                                       "_",          "a_",
                                       "\u2019s",    "[1]",
                                       ".[1]",       "\U0001F1E6",
                                       "\r",         "\u2029",
                                       "a.com ",     "1-",
                                       "*\n",        "1. A\n",
                                       ", ",         "I. ",
                                       "J. \"A",     "J. (",
                                       "...\" ",     "A, ",
                                       "\u00AD",     "e.g."}) {
    CAPTURE(piece);
    const std::size_t size = 20'000;
    const double once = seconds(piece, size);
    const double more = seconds(piece, 8 * size);
    // Quadratic time would make this 64; the margin is for machines that are busy.
    CHECK(more < 24 * once + 0.05);
  }
}

}  // namespace
}  // namespace dossier::tokens
