#include <catch2/catch.hpp>

#include "text/entities.hpp"
#include "text/utf8.hpp"

using dossier::text::Reference;
using dossier::text::ReferenceDecoder;

TEST_CASE("references give the characters that HTML says") {
  struct Row {
    std::string_view source;
    std::string_view text;
    std::uint32_t consumed;
  };
  const Row rows[] = {
      {"&amp;", "&", 5},
      {"&lt;b", "<", 4},
      {"&AMP;", "&", 5},
      {"&apos;s", "'", 6},
      {"&nbsp;", "\u00A0", 6},
      {"&eacute;", "é", 8},
      {"&eacute", "é", 7},  // old names may go without semicolon
      {"&eacutex", "é", 7},
      {"&copyright", "©", 5},
      {"&notit;", "¬", 4},  // the longest name that there is
      {"&notin;", "∉", 7},
      {"&CounterClockwiseContourIntegral;", "∳", 33},
      {"&fjlig;", "fj", 7},
      {"&nvlt;", "<\u20D2", 6},
      {"&#65;", "A", 5},
      {"&#65x", "A", 4},
      {"&#x41;", "A", 6},
      {"&#X1f600;", "😀", 9},
      {"&#8217;", "’", 7},
      {"&#146;", "’", 6},  // Windows-1252 by mistake
      {"&#0;", "\uFFFD", 4},
      {"&#xD800;", "\uFFFD", 8},
      {"&#1114112;", "\uFFFD", 10},
      {"&#99999999999999999999;", "\uFFFD", 23},
      {"&", "", 0},
      {"& b", "", 0},
      {"&;", "", 0},
      {"&#;", "", 0},
      {"&#x;", "", 0},
      {"&unheardof;", "", 0},
      {"&hellip", "", 0},  // a newer name needs its semicolon
      {"&aVeryLongNameThatNobodyEverGaveToAnyCharacterAtAll;", "", 0},
      {"&é;", "", 0},
  };
  ReferenceDecoder decoder;
  for (int twice = 0; twice < 2; ++twice) {  // the second time from memory
    for (const Row& row : rows) {
      CAPTURE(row.source);
      const Reference reference = decoder.decode(row.source);
      CHECK(reference.text() == row.text);
      CHECK(reference.consumed == row.consumed);
    }
  }
}

TEST_CASE("names that share a place in memory do not get each other's characters") {
  ReferenceDecoder decoder;
  for (int i = 0; i < 2000; ++i) {
    const std::string unknown = "&zz" + std::to_string(i) + ";";
    CHECK(decoder.decode(unknown).consumed == 0);
    CHECK(decoder.decode("&uuml;").text() == "ü");
  }
}

TEST_CASE("all references of a value are decoded, others stay") {
  ReferenceDecoder decoder;
  CHECK(decoder.decode_all("") == "");
  CHECK(decoder.decode_all("Mot&ouml;rhead &amp; AT&T &#8211; &x") == "Motörhead & AT&T – &x");
  CHECK(decoder.decode_all("&amp;amp;") == "&amp;");
}
