#include <catch2/catch.hpp>
#include <random>

#include "text/utf8.hpp"
#include "text/utf8_sequence.hpp"

using namespace dossier::text;

TEST_CASE("every code point is written and read back") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (value == 0xD800) value = 0xE000;
    std::string bytes = "x";
    append(bytes, value);
    const CodePoint after = decode_at(bytes, 1);
    const CodePoint before = decode_before(bytes, bytes.size());
    if (after.value != value || after.size != bytes.size() - 1 || before.value != value ||
        find_ill_formed(bytes) != bytes.size()) {
      FAIL("U+" << std::hex << static_cast<unsigned>(value));
    }
  }
}

TEST_CASE("sequences that are not well formed are cut at their maximal part") {
  struct Row {
    std::string bytes;
    std::uint32_t size;
  };
  using namespace std::string_literals;
  const Row rows[] = {
      {"\x80"s, 1},              // a tail alone
      {"\xC0\x80"s, 1},          // overlong
      {"\xC1\xBF"s, 1},          // overlong
      {"\xE0\x9F\xBF"s, 1},      // overlong
      {"\xED\xA0\x80"s, 1},      // surrogate
      {"\xF0\x8F\xBF\xBF"s, 1},  // overlong
      {"\xF4\x90\x80\x80"s, 1},  // past U+10FFFF
      {"\xF5\x80\x80\x80"s, 1},
      {"\xFF"s, 1},
      {"\xE2\x82"s, 2},  // cut off by the end
      {"\xE2\x82"
       "A"s,
       2},  // cut off by a letter
      {"\xF0\x9F\x98"s, 3},
      {"\xF0\x9F\x98\xE2"s, 3},
      {"\xC3"s, 1},
      {"\xC3\xC3"s, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK_FALSE(sequence_at(row.bytes, 0).well_formed);
    CHECK(sequence_at(row.bytes, 0).size == row.size);
    for (std::size_t padding = 0; padding < 40; ++padding) {  // whatever the step of eight
      CHECK(find_ill_formed(std::string(padding, 'a') + row.bytes) == padding);
      CHECK(find_ill_formed(std::string(padding, 'a') + "é" + row.bytes + "aaaaaaaaaaa") == padding + 2);
    }
  }
}

TEST_CASE("the first byte that is not ASCII is found at every place") {
  for (std::size_t size = 0; size < 80; ++size) {
    std::string text(size, 'q');
    CHECK(find_non_ascii(text) == size);
    for (std::size_t at = 0; at < size; ++at) {
      text[at] = '\x80';
      CHECK(find_non_ascii(text) == at);
      text[at] = '\x7F';
    }
  }
}

TEST_CASE("validity agrees with reading sequence by sequence") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  static const char bytes[] = {'a',    'b',    '\x80', '\xBF', '\xC3', '\xA9',
                               '\xE2', '\x82', '\xAC', '\xF0', '\x9F', '\xED'};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t size = random() % 40; text.size() < size;) text += bytes[random() % std::size(bytes)];
    std::size_t wanted = 0;
    while (wanted < text.size() && sequence_at(text, wanted).well_formed) wanted += sequence_at(text, wanted).size;
    REQUIRE(find_ill_formed(text) == wanted);
  }
}
