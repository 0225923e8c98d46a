#include <catch2/catch.hpp>
#include <dossier/offsets.hpp>
#include <random>
#include <string>

#include "text/utf8.hpp"

using dossier::LineColumn;
using dossier::OffsetMap;
using dossier::OffsetUnit;
using dossier::Span;

namespace {

// Ten lines that say what convert() should.
std::uint32_t slow_convert(const std::string& text, std::uint32_t byte, OffsetUnit unit) {
  std::uint32_t out = 0;
  for (std::size_t at = 0; at < byte && at < text.size();) {
    const auto c = dossier::text::decode_at(text, at);
    out += unit == OffsetUnit::utf16 && c.value > 0xFFFF ? 2 : 1;
    at += c.size;
  }
  return out;
}

std::string random_text(std::size_t characters, std::mt19937& random) {
  static const char32_t choices[] = {U'a', U' ', U'\n', U'\r', U'é', U'ж', U'漢', U'€', U'😀', U'𝔘'};
  std::string out;
  for (std::size_t i = 0; i < characters; ++i) dossier::text::append(out, choices[random() % std::size(choices)]);
  return out;
}

}  // namespace

TEST_CASE("units have names") {
  CHECK(to_string(OffsetUnit::codepoint) == "codepoint");
  CHECK(to_string(OffsetUnit::utf8) == "utf8");
  CHECK(to_string(OffsetUnit::utf16) == "utf16");
}

TEST_CASE("offsets of a text with characters of all sizes are converted") {
  const std::string text = "aé漢😀z";
  const OffsetMap map{std::string_view(text)};
  CHECK(map.convert(Span{1, 3}, OffsetUnit::codepoint) == Span{1, 2});
  CHECK(map.convert(Span{6, 10}, OffsetUnit::utf16) == Span{3, 5});
  CHECK(map.convert(11, OffsetUnit::codepoint) == 5);
  CHECK(map.convert(99, OffsetUnit::utf16) == 6);
  CHECK(map.convert(7, OffsetUnit::utf8) == 7);
  CHECK(map.to_byte(4, OffsetUnit::codepoint) == 10);
  CHECK(map.to_byte(4, OffsetUnit::utf16) == 6);  // inside the pair: where the character begins
  CHECK(map.to_byte(99, OffsetUnit::codepoint) == 11);
}

TEST_CASE("an empty text has one line and one place") {
  const OffsetMap map{std::string_view()};
  CHECK(map.convert(0, OffsetUnit::codepoint) == 0);
  CHECK(map.to_byte(5, OffsetUnit::utf16) == 0);
  CHECK(map.line_column(0) == LineColumn{1, 1});
  CHECK(map.to_byte(LineColumn{3, 3}) == 0);
}

TEST_CASE("conversion agrees with counting from the beginning") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (const std::size_t size : {1U, 80U, 255U, 256U, 257U, 2000U}) {
    const std::string text = random_text(size, random);
    const OffsetMap map{std::string_view(text)};
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
      if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U) continue;
      for (const OffsetUnit unit : {OffsetUnit::codepoint, OffsetUnit::utf16}) {
        CAPTURE(size, byte, to_string(unit));
        REQUIRE(map.convert(byte, unit) == slow_convert(text, byte, unit));
        REQUIRE(map.to_byte(map.convert(byte, unit), unit) == byte);
      }
    }
  }
}

TEST_CASE("lines end at LF, CR LF and CR") {
  const std::string text = "é1\n\r\nab\rc\n";
  const OffsetMap map{std::string_view(text)};
  struct Row {
    std::uint32_t byte;
    LineColumn place;
  };
  const Row rows[] = {{0, {1, 1}}, {2, {1, 2}}, {3, {1, 3}},  {4, {2, 1}}, {6, {3, 1}},
                      {8, {3, 3}}, {9, {4, 1}}, {11, {5, 1}}, {99, {5, 1}}};
  for (const Row& row : rows) {
    CAPTURE(row.byte);
    CHECK(map.line_column(row.byte) == row.place);
    if (row.byte < 50) CHECK(map.to_byte(row.place) == row.byte);
  }
}

TEST_CASE("lines agree with reading byte by byte, whatever ends stand together") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (auto size = random() % 12; size > 0; --size) text += "\r\nab"[random() % 4];
    CAPTURE(round, text);
    const OffsetMap map{std::string_view(text)};
    LineColumn place;
    for (std::uint32_t byte = 0; byte <= text.size(); ++byte) {
      REQUIRE(map.line_column(byte) == place);
      const bool ends = text[byte] == '\n' || (text[byte] == '\r' && text[byte + 1] != '\n');
      place = ends ? LineColumn{place.line + 1, 1} : LineColumn{place.line, place.column + 1};
    }
  }
}

TEST_CASE("a column past the end of its line is the end of the line") {
  const std::string text = "ab\r\ncdé\nx";
  const OffsetMap map{std::string_view(text)};
  CHECK(map.to_byte(LineColumn{1, 9}) == 2);
  CHECK(map.to_byte(LineColumn{2, 4}) == 8);
  CHECK(map.to_byte(LineColumn{2, 5}) == 8);
  CHECK(map.to_byte(LineColumn{3, 4000000000U}) == 10);
  CHECK(map.to_byte(LineColumn{0, 0}) == 0);
}
