#include "check_derived.hpp"

using namespace dossier;
using namespace dossier::text;

namespace {

Derived read(std::string_view source) {
  Derived derived = from_html(source, 512);
  CAPTURE(source);
  CHECK(broken_promise(derived, source) == "");
  return derived;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::uint64_t issue_count(const Derived& derived, std::string_view code) {
  for (const Issue& issue : derived.issues) {
    if (issue.code == code) return issue.count;
  }
  return 0;
}

}  // namespace

TEST_CASE("HTML gives the words that a reader would see") {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {"plain words", "plain words"},
      {"<p>One</p><p>Two</p>", "One\n\nTwo"},
      {"<p>One<p>Two", "One\n\nTwo"},
      {"Wit<b>koff</b>", "Witkoff"},
      {"<b>A</b><i>B</i> <u> C</u>", "AB C"},
      {"<a href=x>Ann</a>\n<a href=y>Bob</a>", "Ann Bob"},
      {"one<br>two<br/>three", "one\ntwo\nthree"},
      {"<p>one<br></p><p><br>two", "one\n\ntwo"},
      {"a<br><br> b", "a\n\nb"},
      {"<h1>Head</h1>text", "Head\n\ntext"},
      {"<ul><li>a<li>b</ul>c", "a\nb\n\nc"},
      {"<ul><li><p>a</p><p>b</p></li></ul>", "a\nb"},
      {"<table><tr><th>a</th><td>b</td></tr><tr><td>c<td>d</table>e", "a\nb\nc\nd\n\ne"},
      {"<table>x<tr><td>a</table>", "x\n\na"},  // where it stands
      {"<pre>\n  a\n    b</pre>c", "  a\n    b\n\nc"},
      {"<div>a<div>b</div>c</div>", "a\n\nb\n\nc"},
      {"a<hr>b", "a\n\nb"},
      {"a<img src=x alt=Alt>b", "a b"},
      {"<button>Share</button><button>Print</button>", "Share Print"},
      {"<script>var a = '<p>no</p>';</script>yes", "yes"},
      {"a<style>p {}</style>b<noscript>no</noscript>c<iframe>no</iframe>", "abc"},
      {"<template><p>no</p></template>yes", "yes"},
      {"<svg><text>no</text><p>yes</p>", "yes"},
      {"a<svg><style/><g></g></svg>b", "ab"},
      {"<svg/>yes", "yes"},
      {"<head><title>No</title><meta name=a><link></head><body>yes</body>", "yes"},
      {"Tom &amp; Jerry &lt;3 caf&eacute; &#x2014; AT&T", "Tom & Jerry <3 café — AT&T"},
      {"1 < 2 &lt; 3", "1 < 2 < 3"},
      {"a<!-- no -->b", "ab"},
      {"<!DOCTYPE html>\n<html>\n<body>\n<p>\n x\n</p>\n</body></html>\n", "x"},
      {"<select><option>a<option>b</select>", "a\n\nb"},
      {"a\0b<p>\0c"sv, "ab\n\nc"},
      {"<dl><dt>Term<dd>Meaning</dl>", "Term\nMeaning"},
      {"x</br>y", "x\ny"},
      {"</p></div>x</b>", "x"},
      {"<custom-tag>a</custom-tag>b", "ab"},
      {"<P>UPPER<BR>CASE</P>", "UPPER\nCASE"},
      {"a &nbsp; b", "a \u00A0 b"},
      {"<p>漢字<b>かな</b></p>", "漢字かな"},
      {"<time datetime='2020'>May 6</time>", "May 6"},
  };
  for (const auto& [source, wanted] : rows) {
    CAPTURE(source);
    CHECK(read(source).text == wanted);
  }
}

TEST_CASE("HTML blocks have the kind of what is around them") {
  const Derived derived = read(
      "<h2>H</h2><p>P</p><ul><li>L<blockquote>Q</blockquote></ul><table><caption>C</caption><tr><td>T</table>"
      "<pre>X</pre><blockquote><p>Q2</p></blockquote>");
  CHECK(block_texts(derived) == std::vector<std::string>{"H", "P", "L", "Q", "C", "T", "X", "Q2"});
  const BlockKind kinds[] = {BlockKind::heading,   BlockKind::paragraph,  BlockKind::list_item, BlockKind::quote,
                             BlockKind::paragraph, BlockKind::table_cell, BlockKind::code,      BlockKind::quote};
  REQUIRE(derived.blocks.size() == std::size(kinds));
  for (std::size_t i = 0; i < std::size(kinds); ++i) CHECK(derived.blocks[i].kind == kinds[i]);
}

TEST_CASE("places in HTML lead back to the source, markup inside them included") {
  const std::string_view source = "<p>Wit<b>koff</b> &amp; caf&eacute;\n  Z&uuml;ri<i>ch</i></p>";
  const Derived derived = read(source);
  CHECK(derived.text == "Witkoff & café Zürich");
  CHECK(source_of(derived, source, "Witkoff") == "Wit<b>koff");
  CHECK(source_of(derived, source, "&") == "&amp;");
  CHECK(source_of(derived, source, "é") == "&eacute;");
  CHECK(source_of(derived, source, "Zürich") == "Z&uuml;ri<i>ch");
  CHECK(source_of(derived, source, "café Z") == "caf&eacute;\n  Z");
  CHECK(source_of(derived, source, "tk") == "t<b>k");
}

TEST_CASE("any number of nested elements is read, and those too deep are counted") {
  for (const std::size_t depth : {1000U, 40000U, 1000000U}) {
    const Derived divs = from_html(repeated("<div>", depth) + "in" + repeated("</div>", depth) + "<p>out", 512);
    CHECK(divs.text == "in\n\nout");
    CHECK(issue_count(divs, "markup.too-deep") == depth - 512);
    const Derived bold = from_html(repeated("<b>", depth) + "in", 512);
    CHECK(bold.text == "in");
    CHECK(bold.issues.empty());
  }
  CHECK(issue_count(from_html(repeated("<div>", 9), 4), "markup.too-deep") == 5);
}

TEST_CASE("pages that make tree builders slow take a moment") {
  std::string fonts = "<p>";
  for (int i = 0; i < 500; ++i) fonts += "<font color=c" + std::to_string(i) + ">";
  std::string attributes = "<p";
  for (int i = 0; i < 80000; ++i) attributes += " a" + std::to_string(i) + "=1";
  const std::string pages[] = {fonts + repeated("<p>x", 40000),
                               attributes + ">x",
                               repeated("<a>x<table><a>", 40000),
                               repeated("<b><i><u>x<p></b>", 40000),
                               repeated("<table><tr><td>x", 40000),
                               repeated("<template>", 80000) + repeated("</template>", 80000) + "x",
                               repeated("<svg>", 80000) + "<p>x",
                               repeated("<ul><li>x", 40000) + repeated("</li>", 40000),
                               repeated("<!--x", 80000),
                               repeated("<a b='", 80000),
                               repeated("<script>", 80000) + repeated("</scrip", 80000),
                               repeated("&amp", 100000),
                               repeated("&notanentityatall;", 40000),
                               repeated("<meta name=date content=x>", 40000),
                               repeated("<br>", 100000) + "x"};
  for (const std::string& page : pages) {
    CAPTURE(page.substr(0, 40));
    const Derived derived = from_html(page, 512);
    CHECK(broken_map(derived.map, derived.text.size(), page.size()) == "");
  }
}

TEST_CASE("bytes of what is never closed in a page are counted") {
  const Derived comment = read("seen <!-- not seen");
  CHECK(comment.text == "seen");
  CHECK(issue_count(comment, "markup.unclosed") == 13);
  CHECK(issue_count(read("seen <a href=\"x>y"), "markup.unclosed") == 12);
  CHECK(issue_count(read("<p>closed</p>"), "markup.unclosed") == 0);
}
