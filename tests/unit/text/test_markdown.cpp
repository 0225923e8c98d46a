#include "check_derived.hpp"

using namespace dossier;
using namespace dossier::text;

namespace {

Derived read(std::string_view source) {
  Derived derived = from_markdown(source);
  CAPTURE(source);
  CHECK(broken_promise(derived, source) == "");
  return derived;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("Markdown gives the words that a reader would see") {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"plain words", "plain words"},
      {"one\ntwo", "one\ntwo"},
      {"one  \ntwo\\\nthree", "one\ntwo\nthree"},
      {"One\n\n\n\nTwo", "One\n\nTwo"},
      {"# Head #\ntext", "Head\n\ntext"},
      {"Head\n====\ntext", "Head\n\ntext"},
      {"**bold** *it* ***both*** __b__ _i_ ~~gone~~", "bold it both b i gone"},
      {"Wit**koff** and **nested *deep* emphasis**", "Witkoff and nested deep emphasis"},
      {"snake_case_name 2*3*4", "snake_case_name 234"},
      {"[published](#) by", "published by"},
      {"[Anna [x] *B*](http://a.b 'title') [ref] [ref][] [text][ref]\n\n[ref]: http://c.d", "Anna [x] B ref ref text"},
      {"![A *photo* of Bo](x.png)", "A photo of Bo"},
      {"[![alt](x.png) word](y)", "alt word"},
      {"<https://example.org/a_b_c> <ann@example.org>", "https://example.org/a_b_c ann@example.org"},
      {"see https://example.org/a_(b)_c?d=*e*&copy=1.", "see https://example.org/a_(b)_c?d=e&copy=1."},
      {"write to ann_lee@example.org now", "write to ann_lee@example.org now"},
      {"\\*not\\* \\[link\\] \\\\ \\&amp; \\a", "*not* [link] \\ &amp; \\a"},
      {"Tom &amp; Jerry &eacute; &#8212; &#x41; &unknown; &amp AT&T", "Tom & Jerry é — A &unknown; &amp AT&T"},
      {"`code *x* &amp;` ``a`b``", "code *x* &amp; a`b"},
      {"`two\nlines`", "two lines"},
      {"- a\n- b\n  - c\n\nend", "a\nb\nc\n\nend"},
      {"1. a\n\n   more\n2. b", "a\nmore\nb"},
      {"- [x] done\n- [ ] open", "done\nopen"},
      {"> quoted\n> again\nlazy", "quoted\nagain\nlazy"},
      {"| a | b |\n|---|---|\n| *c* | d |", "a\nb\nc\nd"},
      {"```text\n  x = 1\ny\n```\nend", "  x = 1\ny\n\n\nend"},
      {"    indented\n      more", "indented\n  more\n"},
      {"a\n\n---\n\nb", "a\n\nb"},
      {"H<sub>2</sub>O line<br>break <!-- no --> <b>bold</b>", "H2O line\nbreak  bold"},
      {"<div>\nHTML <b>bl</b>ock &amp;\n</div>\n\nMarkdown", "HTML block &\n\nMarkdown"},
      {"> <p>in\n> quote</p>\n\nout", "in quote\n\nout"},
      {"<script>\nno *x*\n\nno\n</script>\n\nyes", "yes"},
      {"a\r\nb\r\n\r\nc", "a\nb\n\nc"},
      {"a\0b"sv,
       "a\xEF\xBF\xBD"
       "b"},
      {"Zoë **Müller** ging nach _Zürich_ 漢**字**", "Zoë Müller ging nach Zürich 漢字"},
      {"[unused]: http://a.b", ""},
      {"\ttab code", "tab code\n"},
  };
  for (const auto& [source, wanted] : rows) {
    CAPTURE(source);
    CHECK(read(source).text == wanted);
  }
}

TEST_CASE("places in Markdown lead back to the source") {
  const std::string_view source =
      "Von **Z&uuml;r**ich, \\*Anna\\*\n*B* [Lee](http://x.y 'a') said\n\n> <i>quo\n> ted</i>\n\n<div>in "
      "<b>h</b>tml\n</div>";
  const Derived derived = read(source);
  CHECK(source_of(derived, source, "Zürich") == "Z&uuml;r**ich");
  CHECK(source_of(derived, source, "ü") == "&uuml;");
  CHECK(source_of(derived, source, "*Anna*") == "*Anna\\*");
  CHECK(source_of(derived, source, "B Lee") == "B* [Lee");
  CHECK(source_of(derived, source, "\nB") == "\n*B");
  CHECK(source_of(derived, source, "quo\nted") == "quo\n> ted");
  CHECK(source_of(derived, source, "in html") == "in <b>h</b>tml");
}

TEST_CASE("a text without markup needs no map") {
  const std::string_view source = "One line\nand another.\n\nA second paragraph.";
  const Derived derived = read(source);
  CHECK(derived.text == source);
  CHECK(derived.map.is_identity());
  CHECK(derived.blocks.size() == 2);
}

TEST_CASE("Markdown blocks have the kind of what is around them") {
  const Derived derived = read(
      "# H\n\nP\n\n- L\n\n  > Q\n\n> ## H2\n>\n> Q2\n> - L2\n\n| a |\n|---|\n| b "
      "|\n\n```\nC\n```\n\n<ul><li>I</ul>\n\n- <div>D</div>");
  const std::pair<std::string, BlockKind> wanted[] = {
      {"H", BlockKind::heading},    {"P", BlockKind::paragraph},  {"L", BlockKind::list_item},
      {"Q", BlockKind::quote},      {"H2", BlockKind::heading},   {"Q2", BlockKind::quote},
      {"L2", BlockKind::list_item}, {"a", BlockKind::table_cell}, {"b", BlockKind::table_cell},
      {"C\n", BlockKind::code},     {"I", BlockKind::list_item},  {"D", BlockKind::list_item}};
  const std::vector<std::string> texts = block_texts(derived);
  REQUIRE(texts.size() == std::size(wanted));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    CHECK(texts[i] == wanted[i].first);
    CHECK(derived.blocks[i].kind == wanted[i].second);
  }
}

TEST_CASE("front matter is metadata and not text") {
  const std::string_view source = "---\ntitle: On walking\ndate: 2024-03-01\n---\n# Walks\n";
  const Derived derived = read(source);
  CHECK(derived.title == "On walking");
  CHECK(derived.date == "2024-03-01");
  CHECK(derived.text == "Walks");
  CHECK(source_of(derived, source, "Walks") == "Walks");
}

TEST_CASE("sources that could be slow or deep take a moment") {
  const std::size_t n = 40000;
  const std::string sources[] = {repeated("[", n),
                                 repeated("![[", n),
                                 repeated("*", n),
                                 repeated("**a ", n),
                                 repeated("*a **b ", n),
                                 repeated(">", n) + "x",
                                 repeated("> ", n) + "x",
                                 repeated("- ", n) + "x",
                                 repeated("1) ", n) + "x",
                                 repeated("[a](", n),
                                 repeated("[a](<b", n),
                                 repeated("<a b=\"", n),
                                 repeated("a <!-- ", n),
                                 repeated("a <![CDATA[ ", n),
                                 repeated("<div>\n", n),
                                 repeated("<div>\n\n", n),
                                 repeated("http://a.b ", n),
                                 repeated("(http://a.b", n),
                                 repeated("www.a.b/(", n),
                                 repeated("a@b.c ", n),
                                 repeated("` ``", n),
                                 repeated("|a", n / 10) + "\n" + repeated("|-", n / 10) + "\n",
                                 repeated("~~a ", n),
                                 repeated("&amp;", n),
                                 std::string(n, '\0'),
                                 repeated("\\", n),
                                 repeated("a\n", n) + "===\n",
                                 repeated("---\na: b\n", n),
                                 repeated("\t", n) + "x\n",
                                 repeated("[", n) + "a" + repeated("](b)", n),
                                 repeated("*a _b ", n) + repeated("c_ d*", n),
                                 repeated("```\n", n)};
  for (const std::string& source : sources) {
    CAPTURE(source.substr(0, 30));
    const Derived derived = from_markdown(source);
    CHECK(broken_map(derived.map, derived.text.size(), source.size()) == "");
    CHECK(find_ill_formed(derived.text) == derived.text.size());
  }
}

TEST_CASE("a long source is read in pieces, and the cuts are counted") {
  const std::string paragraph = repeated("Ünused *words* in a row. ", 200) + "\n\n";
  const std::string source = repeated(paragraph, 7000);
  REQUIRE(source.size() > std::size_t{34} << 20);
  const Derived derived = from_markdown(source);
  CHECK(derived.blocks.size() == 7000);
  CHECK(derived.blocks.back().span.size() == derived.blocks.front().span.size());
  REQUIRE(derived.issues.size() == 1);
  CHECK(derived.issues.front().code == "markup.in-pieces");
  CHECK(derived.issues.front().count == 2);
  CHECK(broken_map(derived.map, derived.text.size(), source.size()) == "");
}
