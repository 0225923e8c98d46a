#include <catch2/catch.hpp>

#include "check_derived.hpp"

using namespace dossier;
using namespace dossier::text;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view units, bool little, bool mark) {
  std::string out;
  const auto put = [&](char16_t unit) {
    const char low = static_cast<char>(static_cast<unsigned char>(unit & 0xFFU));
    const char high = static_cast<char>(static_cast<unsigned char>(unit >> 8U));
    out += little ? low : high;
    out += little ? high : low;
  };
  if (mark) put(0xFEFF);
  for (const char16_t unit : units) put(unit);
  return out;
}

}  // namespace

TEST_CASE("valid UTF-8 stays as it is") {
  for (const std::string& text : {""s, "plain"s, "Zoë Müller 漢字 😀"s, "a\0b"s}) {
    const Decoded decoded = decode(text, Encoding::detect);
    CHECK(decoded.text == text);
    CHECK(decoded.map.is_identity());
    CHECK(decoded.encoding == Encoding::utf8);
    CHECK(decoded.ill_formed == 0);
    CHECK(decoded.dropped == 0);
  }
}

TEST_CASE("a byte order mark is taken off and the map says so") {
  const Decoded decoded = decode("\xEF\xBB\xBFOslo", Encoding::utf8);
  CHECK(decoded.text == "Oslo");
  CHECK(decoded.map.to_source({0, 4}) == Span{3, 7});
  const Decoded alone = decode("\xEF\xBB\xBF", Encoding::detect);
  CHECK(alone.text.empty());
  CHECK_FALSE(alone.map.is_identity());
}

TEST_CASE("each maximal ill-formed part becomes one replacement character") {
  struct Row {
    std::string bytes;
    std::string text;
    std::uint64_t count;
  };
  const std::string r = "\xEF\xBF\xBD";
  const Row rows[] = {
      {"a\xFFz", "a" + r + "z", 1},
      {"\xE2\x82", r, 1},
      {"\xE2\x82\xE2\x82\xAC", r + "€", 1},
      {"\xED\xA0\x80", r + r + r, 3},
      {"\xF0\x9F\x98\x80\xF0\x9F\x98", "😀" + r, 1},
      {"\xC0\xAF\xE0\x80\xBF", r + r + r + r + r, 5},
      // Unicode 15, table 3-8
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
       "A",
       r + r + r + r + "A", 4},
  };
  for (const Row& row : rows) {
    const Decoded decoded = decode(row.bytes, Encoding::detect);
    CHECK(decoded.text == row.text);
    CHECK(decoded.ill_formed == row.count);
    CHECK(part(decoded.text, decoded.first_ill_formed) == r);
    CHECK(broken_map(decoded.map, decoded.text.size(), row.bytes.size()) == "");
  }
  const Decoded decoded = decode("ab\xFF\xE2\x82yz", Encoding::utf8);
  CHECK(decoded.map.to_source({2, 5}) == Span{2, 3});
  CHECK(decoded.map.to_source({5, 8}) == Span{3, 5});
  CHECK(decoded.map.to_source({8, 10}) == Span{5, 7});
}

TEST_CASE("UTF-16 is read by its mark or as told") {
  for (const bool little : {true, false}) {
    const Encoding told = little ? Encoding::utf16le : Encoding::utf16be;
    const std::string bytes = utf16(u"Ünal 漢 😀 ok", little, true);
    for (const Encoding encoding : {Encoding::detect, told}) {
      const Decoded decoded = decode(bytes, encoding);
      CHECK(decoded.text == "Ünal 漢 😀 ok");
      CHECK(decoded.encoding == told);
      CHECK(decoded.map.to_source({0, 2}) == Span{2, 4});
      CHECK(decoded.map.to_source({2, 5}) == Span{4, 10});
      CHECK(decoded.map.to_source({6, 9}) == Span{12, 14});
      CHECK(decoded.map.to_source({10, 14}) == Span{16, 20});
      CHECK(decoded.map.to_source({15, 17}) == Span{22, 26});
      CHECK(broken_map(decoded.map, decoded.text.size(), bytes.size()) == "");
    }
    CHECK(decode(utf16(u"no mark", little, false), told).text == "no mark");
  }
}

TEST_CASE("a long ASCII text in UTF-16 needs one segment") {
  const Decoded decoded = decode(utf16(std::u16string(5000, u'x'), true, false), Encoding::utf16le);
  CHECK(decoded.text == std::string(5000, 'x'));
  CHECK(decoded.map.segments().size() == 1);
}

TEST_CASE("lone surrogates and an odd last byte are replaced and counted") {
  const Decoded high = decode(utf16(u"a\xD83Dz", true, false), Encoding::utf16le);
  CHECK(high.text == "a\xEF\xBF\xBDz");
  CHECK(high.ill_formed == 1);
  const Decoded low = decode(utf16(u"\xDE00\xD83D", false, false), Encoding::utf16be);
  CHECK(low.ill_formed == 2);
  const Decoded odd = decode("a\0b"s, Encoding::utf16le);
  CHECK(odd.text == "a\xEF\xBF\xBD");
  CHECK(odd.ill_formed == 1);
}

TEST_CASE("Windows-1252 is read as browsers read it") {
  const Decoded decoded = decode("Caf\xE9 \x93quoted\x94 \x80 5 \x81.", Encoding::windows1252);
  CHECK(decoded.text == "Café “quoted” € 5 \xC2\x81.");
  CHECK(decoded.map.to_source({3, 5}) == Span{3, 4});
  CHECK(decoded.map.to_source({0, 6}) == Span{0, 5});
  CHECK(decoded.ill_formed == 0);
}

TEST_CASE("the limit cuts between characters and counts the rest") {
  struct Row {
    std::string bytes;
    Encoding encoding;
    std::uint64_t max;
    std::string text;
    std::uint64_t dropped;
  };
  const Row rows[] = {
      {"abcdef", Encoding::utf8, 4, "abcd", 2},
      {"abc€f", Encoding::utf8, 5, "abc", 4},
      {"abc€f", Encoding::utf8, 6, "abc€", 1},
      {"abcd", Encoding::utf8, 4, "abcd", 0},
      {"ab\xFF\xFF\xFF\xFF\xFF", Encoding::utf8, 7, "ab\xEF\xBF\xBD", 4},
      {"ab\xE9\xE9\xE9\xE9", Encoding::windows1252, 6, "abéé", 2},
      {utf16(u"abcd", true, false), Encoding::utf16le, 5, "ab", 4},
      {"\x80\x80\x80\x80\x80", Encoding::utf8, 1, "", 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes, row.max);
    const Decoded decoded = decode(row.bytes, row.encoding, row.max);
    CHECK(decoded.text == row.text);
    CHECK(decoded.dropped == row.dropped);
    CHECK(find_ill_formed(decoded.text) == decoded.text.size());
  }
}
