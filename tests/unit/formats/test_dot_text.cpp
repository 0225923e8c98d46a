#include <catch2/catch.hpp>

#include "formats/dot_text.hpp"
#include "unit/formats/dot_reader.hpp"
#include "unit/formats/nasty.hpp"

namespace dossier::formats {
namespace {

std::string label_of(std::string_view text) {
  std::string out;
  append_dot_label(out, text);
  return out;
}

std::string id_of(std::string_view text) {
  std::string out;
  append_dot_id(out, text);
  return out;
}

TEST_CASE("labels pass both of Graphviz's escape layers") {
  struct Row {
    std::string_view text, written;
  };
  const Row rows[] = {{"", R"("")"},
                      {"a", R"("a")"},
                      {"say \"x\"", R"("say \"x\"")"},
                      {"end\\", R"("end\\")"},
                      {"\\N", R"("\\N")"},
                      {"a\nb", R"("a\nb")"},
                      {"a\tb\rc", R"("a b c")"},
                      {"AT&T &lt;", R"("AT&amp;T &amp;lt;")"},
                      {"<b>", R"("<b>")"},
                      {std::string_view("a\0b", 3), "\"a\uFFFDb\""},
                      {"\xEF\xBF\xBF", "\"\uFFFD\""},
                      {"\xEF\xBF\xBD\xEF\xBC\x81", "\"\uFFFD\uFF01\""},
                      {"a\xFFz", "\"a\uFFFDz\""}};
  for (const Row& row : rows) CHECK(label_of(row.text) == row.written);
}

TEST_CASE("ids keep ampersands and have no line breaks") {
  CHECK(id_of("ORGANIZATION/a&b") == R"("ORGANIZATION/a&b")");
  CHECK(id_of("a\nb") == R"("a b")");
  CHECK(id_of("a\\") == R"("a\\")");
  CHECK(id_of("\xFF") == "\"\uFFFD\"");
}

TEST_CASE("nasty strings stay one quoted string") {
  for (const std::string& text : test::nasty_strings()) {
    for (const std::string& written : {label_of(text), id_of(text)}) {
      CAPTURE(written);
      const std::string file = "digraph dossier { " + id_of("n") + " [label=" + written + "]; }";
      const test::Dot dot = test::DotReader(file).read();
      CHECK(dot.nodes.at("n").size() == 1);
    }
  }
}

TEST_CASE("long labels are cut at a code point") {
  CHECK(shortened("short", 60) == "short");
  CHECK(shortened("exact", 5) == "exact");
  CHECK(shortened("one two", 7) == "one two");
  CHECK(shortened("one two!", 7) == "one…");
  CHECK(shortened("ääää", 7) == "ää…");
  CHECK(shortened("ää", 1) == "…");
  CHECK(shortened(std::string(500, 'x'), 0).size() == 500);
}

TEST_CASE("lines break at spaces") {
  CHECK(wrapped("", 5) == "");
  CHECK(wrapped("one two three", 7) == "one two\nthree");
  CHECK(wrapped("one two three", 3) == "one\ntwo\nthree");
  CHECK(wrapped("unbreakable", 3) == "unbreakable");
  CHECK(wrapped("öö üü ää", 5) == "öö üü\nää");
}

}  // namespace
}  // namespace dossier::formats
