#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "text/utf8.hpp"

using namespace dossier::text;

namespace {

std::string folded(std::string_view word) {
  std::string out;
  fold(word, out);
  return out;
}

}  // namespace

TEST_CASE("words that differ only in case, accents or typography fold alike") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"Moscow", "moscow"},
      {"U.S.", "u.s."},
      {"José", "jose"},
      {"JOSÉ", "jose"},
      {"Jose\u0301", "jose"},  // decomposed already
      {"O’Brien", "o'brien"},
      {"Oʼahu", "o'ahu"},
      {"‘quoted’", "'quoted'"},
      {"Al‑Jazeera", "al-jazeera"},
      {"Straße", "strasse"},
      {"GROẞ", "gross"},
      {"Łódź", "lodz"},
      {"Ørsted", "orsted"},
      {"Æsir", "aesir"},
      {"Đoković", "dokovic"},
      {"Diyarbakır", "diyarbakir"},
      {"İzmir", "izmir"},
      {"Ἀθῆναι", "αθηναι"},
      {"ΣΟΦΟΣ", "σοφοσ"},
      {"σοφος", "σοφοσ"},
      {"Ёлкин", "елкин"},
      {"ﬁnance", "finance"},
      {"ＮＡＴＯ", "nato"},
      {"№5", "no5"},
      {"co\u00ADoperate", "cooperate"},  // soft hyphen
      {"مُحَمَّد", "محمد"},
      {"हिन्दी", "हिन्दी"},  // vowel signs are no accents
      {"漢字", "漢字"},
  };
  for (const auto& [word, wanted] : rows) CHECK(folded(word) == wanted);
}

TEST_CASE("the folded form is added to what is there") {
  std::string out = "KEPT ";
  fold("ÀB", out);
  CHECK(out == "KEPT ab");
}

TEST_CASE("folding every character twice is folding it once") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string character;
    append(character, value);
    const std::string once = folded(character);
    if (folded(once) != once || find_ill_formed(once) != once.size()) {
      FAIL("U+" << std::hex << static_cast<unsigned>(value) << " gives " << once);
    }
  }
}

TEST_CASE("a character folds as the parts of its compatibility decomposition do") {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* nfkd = unorm2_getNFKDInstance(&error);
  REQUIRE(U_SUCCESS(error));
  for (UChar32 c = 0x80; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    UChar units[32];
    error = U_ZERO_ERROR;
    const std::int32_t size = unorm2_getDecomposition(nfkd, c, units, 32, &error);
    if (size < 0 || c == 0xB4) continue;  // the acute accent alone is an apostrophe
    std::string whole;
    append(whole, static_cast<char32_t>(c));
    std::string parts;
    for (std::int32_t i = 0; i < size;) {
      UChar32 part = 0;
      U16_NEXT(units, i, size, part);
      append(parts, static_cast<char32_t>(part));
    }
    if (folded(whole) != folded(parts)) FAIL_CHECK("U+" << std::hex << c);
  }
}

TEST_CASE("ASCII folds as the C locale lowers it, whatever surrounds it") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::string word;
    std::string wanted;
    for (std::size_t size = random() % 20; word.size() < size;) {
      const char c = static_cast<char>(random() % 128);
      word += c;
      wanted += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    REQUIRE(folded(word) == wanted);
    REQUIRE(folded(word + "É" + word) == wanted + "e" + wanted);
  }
}
