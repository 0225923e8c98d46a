// Whatever the bytes, what comes out is valid UTF-8 with a map that leads back.
#include <random>

#include "check_derived.hpp"

using namespace dossier;
using namespace dossier::text;

namespace {

std::string random_bytes(std::size_t size, std::mt19937& random) {
  std::string out;
  while (out.size() < size) out += static_cast<char>(static_cast<unsigned char>(random() % 256));
  return out;
}

// Pieces that mean something to one of the readers, in any order.
std::string random_markup(std::size_t pieces, std::mt19937& random) {
  using namespace std::string_view_literals;
  static constexpr std::string_view choices[] = {"a",
                                                 "Bo ",
                                                 "é",
                                                 "漢",
                                                 "😀",
                                                 " ",
                                                 "\n",
                                                 "\n\n",
                                                 "\r\n",
                                                 "\t",
                                                 "    ",
                                                 "\0"sv,
                                                 "*",
                                                 "**",
                                                 "_",
                                                 "`",
                                                 "```\n",
                                                 "~~",
                                                 "[",
                                                 "]",
                                                 "](",
                                                 "](#)",
                                                 "(",
                                                 ")",
                                                 "![",
                                                 "<",
                                                 ">",
                                                 "</",
                                                 "/>",
                                                 "<b>",
                                                 "</b>",
                                                 "<p>",
                                                 "</p>",
                                                 "<div>",
                                                 "</div>",
                                                 "<br>",
                                                 "<pre>",
                                                 "</pre>",
                                                 "<ul>",
                                                 "<li>",
                                                 "</ul>",
                                                 "<table>",
                                                 "<tr>",
                                                 "<td>",
                                                 "</table>",
                                                 "<script>",
                                                 "</script>",
                                                 "<template>",
                                                 "</template>",
                                                 "<svg>",
                                                 "</svg>",
                                                 "<title>",
                                                 "<!--",
                                                 "-->",
                                                 "<![CDATA[",
                                                 "]]>",
                                                 "<a href=\"",
                                                 "\">",
                                                 "'",
                                                 "&",
                                                 "&amp;",
                                                 "&amp",
                                                 "&eacute;",
                                                 "&#8212;",
                                                 "&#x",
                                                 ";",
                                                 "# ",
                                                 "> ",
                                                 "- ",
                                                 "1. ",
                                                 "|",
                                                 "|---|\n",
                                                 "---\n",
                                                 "===\n",
                                                 "\\",
                                                 "http://a.b",
                                                 "<http://a.b>",
                                                 "a@b.c",
                                                 "[r]: u\n",
                                                 "\xFF",
                                                 "\xE2\x82",
                                                 "title: x\n",
                                                 "<meta name=date content=1>",
                                                 "<time datetime=2>"};
  std::string out;
  for (std::size_t i = 0; i < pieces; ++i) out += choices[random() % std::size(choices)];
  return out;
}

void check_all(const std::string& bytes) {
  for (const Encoding encoding :
       {Encoding::detect, Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
    const Decoded decoded = decode(bytes, encoding);
    REQUIRE(find_ill_formed(decoded.text) == decoded.text.size());
    REQUIRE(broken_map(decoded.map, decoded.text.size(), bytes.size()) == "");
    if (encoding != Encoding::utf8 && encoding != Encoding::windows1252) continue;
    REQUIRE(broken_promise(from_markdown(decoded.text), decoded.text) == "");
    REQUIRE(broken_promise(from_html(decoded.text, 8), decoded.text) == "");
  }
}

}  // namespace

TEST_CASE("random bytes come out as text") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 400; ++round) {
    const std::string bytes = random_bytes(random() % 300, random);
    CAPTURE(round, bytes);
    check_all(bytes);
  }
}

TEST_CASE("random markup comes out as text") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random_markup(random() % 60, random);
    CAPTURE(round, bytes);
    check_all(bytes);
  }
}

TEST_CASE("the same bytes give the same text") {
  std::mt19937 random(7);
  const std::string bytes = random_markup(500, random);
  const Derived first = from_html(decode(bytes, Encoding::detect).text, 64);
  const Derived second = from_html(decode(bytes, Encoding::detect).text, 64);
  CHECK(first.text == second.text);
  CHECK(first.map.segments() == second.map.segments());
}
