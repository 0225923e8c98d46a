#include <catch2/catch.hpp>

#include "formats/xml_text.hpp"

namespace dossier::formats {
namespace {

std::string xml(std::string_view text) {
  std::string out;
  append_xml(out, text);
  return out;
}

TEST_CASE("what has a meaning in XML is escaped, white space kept by references") {
  CHECK(xml("a < b > \"c\" & 'd' ]]>") == "a &lt; b &gt; &quot;c&quot; &amp; 'd' ]]&gt;");
  CHECK(xml("a\tb\r\nc") == "a&#9;b&#13;&#10;c");
  CHECK(xml("").empty());
}

TEST_CASE("what XML 1.0 forbids is replaced") {
  CHECK(xml(std::string_view("a\0b\x01\x1F\x7F", 6)) == "a\uFFFDb\uFFFD\uFFFD\uFFFD");
  CHECK(xml("\xEF\xBF\xBE \xEF\xBF\xBF \xEF\xBF\xBD") == "\uFFFD \uFFFD \uFFFD");
  CHECK(xml("bad \xFF byte") == "bad \uFFFD byte");
  CHECK(xml("שלום 👩‍👧") == "שלום 👩‍👧");
}

}  // namespace
}  // namespace dossier::formats
