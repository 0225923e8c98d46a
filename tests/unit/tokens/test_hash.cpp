// The hash: fixed values, folding on the fly, and no dependence on what stands around a word.
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>

#include "text/utf8.hpp"
#include "tokens/hash.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::tokens {
namespace {

std::string random_ascii(std::mt19937& random, std::size_t size) {
  std::string word;
  for (std::size_t i = 0; i < size; ++i) word += static_cast<char>(random() % 128);
  return word;
}

/// The definition in hash.hpp, byte by byte.
std::uint64_t slow_hash(const std::string& bytes) {
  const auto mix = [](std::uint64_t a, std::uint64_t b) {
    std::uint64_t high = 0, low = 0;
    for (int i = 0; i < 64; ++i) {
      if ((b >> i & 1) == 0) continue;
      const std::uint64_t part = a << i;
      low += part;
      high += (i == 0 ? 0 : a >> (64 - i)) + (low < part ? 1 : 0);
    }
    return high ^ low;
  };
  std::uint64_t state = hashing::seed;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t chunk = 0;
    for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i) {
      chunk |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    state = mix(state ^ chunk, hashing::key_a);
  }
  return mix(state ^ bytes.size(), hashing::key_b);
}

TEST_CASE("hashes are those of the format and never change") {
  CHECK(hash_folded("") == 0xe28f2b2061a2b984ULL);
  CHECK(hash_folded("a") == 0x2151c7c16c116283ULL);
  CHECK(hash_folded("oslo") == 0xc8f2e02c8d8fe0ebULL);
  CHECK(hash_folded("a longer name of several words") == 0xd39fd785099a449dULL);
  static_assert(hashing::hash<hashing::Case::as_is>("oslo") == hashing::hash<hashing::Case::lower>("OSlo"));
}

TEST_CASE("the hash equals its definition on random bytes") {
  const unsigned seed = 20310226;
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (std::size_t size = 0; size < 70; ++size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(random() % 256);
    CAPTURE(size);
    CHECK(hash_folded(bytes) == slow_hash(bytes));
  }
}

TEST_CASE("hash_word equals the hash of the folded word") {
  const unsigned seed = 4711;
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::string buffer, folded;
  for (std::size_t i = 0; i < 3000; ++i) {
    std::string word = random_ascii(random, i % 40);
    if (i % 3 == 0) word += "\u00C9l\u00E8ve\u2019s";
    folded.clear();
    text::fold(word, folded);
    CAPTURE(word);
    REQUIRE(hash_word(word, buffer) == hash_folded(folded));
  }
  CHECK(hash_word("JOS\u00C9", buffer) == hash_folded("jose"));
  CHECK(hash_word("O\u2019Brien", buffer) == hash_word("o'brien", buffer));
}

TEST_CASE("tokens carry the hash of their word wherever it stands") {
  std::string buffer;
  for (const std::string_view word : {"a", "Oslo", "NATO", "Jean-Luc", "Committee", "internationalization", "O'Brien",
                                      "U.K.", "16th", "\u00C9lan", "COVID-19", "supercalifragilistic", "Parlament"}) {
    for (const std::string_view after : {"", " ", ", and more", " and still more words than that", ".", "\u2014x"}) {
      const std::string text = "(" + std::string(word) + std::string(after);
      CAPTURE(text);
      TokenizedText out;
      tokenize(text, {}, {}, out);
      CHECK(out.text_of(1U) == word);
      CHECK(out.tokens.at(1).hash == hash_word(word, buffer));
    }
  }
}

TEST_CASE("short keys do not collide") {
  std::set<std::uint64_t> seen;
  std::size_t keys = 0;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      for (const std::string& key :
           {std::string{a}, std::string{a, b}, std::string{a, b, '\0'}, std::string{'x', a, b}}) {
        if (key.size() == 1 && b != 'a') continue;
        seen.insert(hash_folded(key));
        ++keys;
      }
    }
  }
  CHECK(seen.size() == keys);
}

}  // namespace
}  // namespace dossier::tokens
