// Punctuation, symbols, emoji, handles and hashtags.
#include "notation.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("marks are one token each, dashes and ellipses one together") {
  check({
      {"a -- b --- c - d", "a|--|b|---|c|-|d"},
      {"a\u2013b\u2014c \u2014\u2014 d", "a|\u2013|b|\u2014|c|\u2014\u2014|d"},
      {"well... yes\u2026 no....", "well|...|yes|\u2026|no|...."},
      {"(a) [b] {c}", "(|a|)|[|b|]|{|c|}"},
      {"what?!", "what|?|!"},
      {"=====\nx", "=====||x"},
      {"!!!!! no !!! a", "!!!!!|no|!|!|!|a"},
      {"50% + $3 = \u00A34", "50|%|+|$|3|=|\u00A3|4"},
      {"-5 and +7", "-|5|and|+|7"},
  });
}

TEST_CASE("symbols and punctuation have their kinds") {
  for (const std::string_view mark : {"$", "%", "+", "=", "<", "^", "~", "|", "&", "#", "@", "\u20AC"}) {
    CAPTURE(mark);
    CHECK(tokenized(mark).tokens.at(0).kind == TokenKind::symbol);
  }
  for (const std::string_view mark :
       {".", ",", ";", "!", "\"", "(", "]", "-", "/", "*", "\u2014", "\u2026", "\u3002"}) {
    CAPTURE(mark);
    CHECK(tokenized(mark).tokens.at(0).kind == TokenKind::punctuation);
  }
}

TEST_CASE("emoji keep what belongs to them") {
  check({
      {"\U0001F468\u200D\U0001F469\u200D\U0001F467 hi", "\U0001F468\u200D\U0001F469\u200D\U0001F467|hi"},
      {"\U0001F44D\U0001F3FD\U0001F44D", "\U0001F44D\U0001F3FD|\U0001F44D"},
      {"\u2764\uFE0F!", "\u2764\uFE0F|!"},
      {"\U0001F1F3\U0001F1F4\U0001F1F8\U0001F1EA", "\U0001F1F3\U0001F1F4|\U0001F1F8\U0001F1EA"},
      {"a =\u0338 b", "a|=\u0338|b"},
  });
}

TEST_CASE("handles and hashtags are one token") {
  check({
      {"ask @ann_poe, or @ann@social.example today", "ask|@ann_poe|,|or|@ann@social.example|today"},
      {"#News2031 and #Übung, #1", "#News2031|and|#Übung|,|#|1"},
      {"@ann.social.example said", "@ann|.|social|.|example|said"},
      {"@ann.example.com said", "@ann.example.com|said"},
      {"C# and F#", "C|#|and|F|#"},
      {"#北京 x", "#北京|x"},
      {"4@5", "4|@|5"},
  });
}

TEST_CASE("hashes of marks are those of their folded form") {
  std::string buffer;
  for (const std::string_view mark : {",", "...", "\u201C", "\u2014", "--", "\u2026", "'", "\u2019", "=\u0338"}) {
    CAPTURE(mark);
    CHECK(tokenized(mark).tokens.at(0).hash == hash_word(mark, buffer));
  }
}

}  // namespace
}  // namespace dossier::tokens
