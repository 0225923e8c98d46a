#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "text/html_scanner.hpp"

using namespace dossier;
using namespace dossier::text;

namespace {

// Tokens as "text", "<name attributes>", "</name>", "<name attributes>content" of raw elements.
std::vector<std::string> tokens(std::string_view source, std::size_t unclosed = 0) {
  std::vector<std::string> out;
  HtmlScanner scanner(source);
  const auto part = [source](Span span) { return std::string(source.substr(span.begin, span.size())); };
  for (HtmlToken token = scanner.next(); token.kind != HtmlTokenKind::end; token = scanner.next()) {
    if (token.kind == HtmlTokenKind::text) out.push_back(part(token.span));
    if (token.kind == HtmlTokenKind::end_tag) out.push_back("</" + part(token.name) + ">");
    if (token.kind == HtmlTokenKind::start_tag) {
      out.push_back("<" + part(token.name) + part(token.attributes) + ">" + part(token.content));
    }
  }
  CHECK(scanner.unclosed() == unclosed);
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("tags and text are told apart") {
  CHECK(tokens("").empty());
  CHECK(tokens("a<b>c</b>") == Strings{"a", "<b>", "c", "</b>"});
  CHECK(tokens("<p class=x>") == Strings{"<p class=x>"});
  CHECK(tokens("1 < 2 and 3 <4") == Strings{"1 ", "< 2 and 3 ", "<4"});
  CHECK(tokens("<") == Strings{"<"});
  CHECK(tokens("</") == Strings{"</"});
  CHECK(tokens("a</>b</ c>d") == Strings{"a", "b", "d"});
  CHECK(tokens("<br/><br />") == Strings{"<br/>", "<br />"});
}

TEST_CASE("> in a quoted value does not end the tag") {
  CHECK(tokens("<a title=\"x>y\" b='>'>z") == Strings{"<a title=\"x>y\" b='>'>", "z"});
  CHECK(tokens("<a title=x\"y>z") == Strings{"<a title=x\"y>", "z"});
  CHECK(tokens("<a \"x>z\">") == Strings{"<a \"x>", "z\">"});
  CHECK(tokens("<a = \">z") == Strings{"<a = \">", "z"});
  CHECK(tokens("<a b = 'q>'>z") == Strings{"<a b = 'q>'>", "z"});
  CHECK(tokens("<a b=>z") == Strings{"<a b=>", "z"});
}

TEST_CASE("comments, declarations and instructions are passed over") {
  CHECK(tokens("a<!-- <p> -- > -->b") == Strings{"a", "b"});
  CHECK(tokens("a<!-->b<!--->c<!----!>d") == Strings{"a", "b", "c", "d"});
  CHECK(tokens("<!DOCTYPE html><?php echo 1 ?>x") == Strings{"x"});
  CHECK(tokens("<![CDATA[x]]>y") == Strings{"y"});
  CHECK(tokens("a<!-----b-->c") == Strings{"a", "c"});
}

TEST_CASE("raw elements run to their own end tag") {
  CHECK(tokens("<script>if (a<b) '</p>'</script>x") == Strings{"<script>if (a<b) '</p>'", "x"});
  CHECK(tokens("<STYLE>p{}</style >x") == Strings{"<STYLE>p{}", "x"});
  CHECK(tokens("<script></scripty></script/>x") == Strings{"<script></scripty>", "x"});
  CHECK(tokens("<title>A &lt; <b></title>x") == Strings{"<title>A &lt; <b>", "x"});
}

TEST_CASE("what is never closed is counted") {
  CHECK(tokens("a<p class=\"x", 11) == Strings{"a"});
  CHECK(tokens("a<!-- b", 6) == Strings{"a"});
  CHECK(tokens("a<script>b", 1) == Strings{"a", "<script>b"});
  CHECK(tokens("a<b", 2) == Strings{"a"});
  CHECK(tokens("x</p", 3) == Strings{"x"});
}

TEST_CASE("a raw element in a picture may be empty") {
  HtmlScanner scanner("<style/>a</style>b");
  scanner.set_foreign(true);
  CHECK(scanner.next().tag.tag == Tag::raw_hidden);
  CHECK(scanner.next().kind == HtmlTokenKind::text);
}

TEST_CASE("attributes are read one after another") {
  const auto read = [](std::string_view attributes) {
    std::string out;
    AttributeReader reader(attributes);
    for (HtmlAttribute attribute; reader.next(attribute);) {
      out += '[' + std::string(attribute.name) + '|' + std::string(attribute.value) + ']';
    }
    return out;
  };
  CHECK(read("") == "");
  CHECK(read("  / ") == "");
  CHECK(read(" a=1 b='2 3' c=\"4\" d") == "[a|1][b|2 3][c|4][d|]");
  CHECK(read(" a = 1/b=2/") == "[a|1/b=2/]");
  CHECK(read(" a/b=2") == "[a|][b|2]");
  CHECK(read(" =x=y") == "[=x|y]");
  CHECK(read(" a='open") == "[a|open]");
  CHECK(read(" a=") == "[a|]");
}

TEST_CASE("case of ASCII letters can be ignored") {
  CHECK(equals_ignoring_case("DatePublished", "datepublished"));
  CHECK_FALSE(equals_ignoring_case("date", "dates"));
  CHECK_FALSE(equals_ignoring_case("dates", "date"));
  CHECK(equals_ignoring_case("", ""));
}
