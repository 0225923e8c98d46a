#include <catch2/catch.hpp>

#include "text/utf8.hpp"

using namespace dossier::text;

TEST_CASE("characters have the class that a tokenizer needs") {
  struct Row {
    CharClass wanted;
    std::u32string characters;
  };
  const Row rows[] = {
      {CharClass::space, U" \t\f\v\x01\x7F\u00A0\u2003\u3000\u200B\uFEFF\u200E\u202A"},
      {CharClass::newline, U"\n\r\x85\u2028\u2029"},
      {CharClass::letter, U"aZéßжΩעبहक한\u0301\u0903Ⅻʼ\u00AD\u200C\u200D\u2060ª"},
      {CharClass::digit, U"09٣५๓０"},
      {CharClass::punctuation, U"!\"#%&'()*,-./:;?@[\\]_{}«»“”’–—…¿、。「」"},
      {CharClass::symbol, U"$+<=>^`|~€£©™°→½²😀\uE000\U0010FFFF"},
      {CharClass::unspaced, U"漢字々ひらカナー〇ไทยລາວខ្មែမြန"},
  };
  for (const Row& row : rows) {
    for (const char32_t c : row.characters) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(char_class(c) == row.wanted);
    }
  }
}

TEST_CASE("case is known in all scripts that have it") {
  for (const char32_t c : U"AZÀŽΑЖԲǅ") {
    if (c == 0) continue;
    CHECK(is_upper(c));
    CHECK_FALSE(is_lower(c));
  }
  for (const char32_t c : U"azßžαжբ") {
    if (c == 0) continue;
    CHECK(is_lower(c));
    CHECK_FALSE(is_upper(c));
  }
  for (const char32_t c : U"1.漢ا한") CHECK_FALSE((is_lower(c) || is_upper(c)));
}
