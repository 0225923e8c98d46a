#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>

#include "formats/json_text.hpp"
#include "unit/formats/nasty.hpp"

namespace dossier::formats {
namespace {

std::string json_of(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST_CASE("strings are escaped so that JSON, JavaScript and HTML take them") {
  struct Row {
    std::string_view text, written;
  };
  const Row rows[] = {{"", R"("")"},
                      {"a\"b", R"("a\"b")"},
                      {"a\\", R"("a\\")"},
                      {"\n\r\t", R"("\n\r\t")"},
                      {std::string_view("\0\x1F", 2), R"("\u0000\u001f")"},
                      {"</script>", R"("\u003c/script>")"},
                      {"\u2028\u2029", R"("\u2028\u2029")"},
                      {"\u2027 “€”", "\"\u2027 “€”\""},
                      {"a\xFF!", "\"a\uFFFD!\""},
                      {"cut \xE2\x80", "\"cut \uFFFD\""}};
  for (const Row& row : rows) CHECK(json_of(row.text) == row.written);
}

TEST_CASE("a reader gets back what was written") {
  for (const std::string& text : test::nasty_strings()) {
    CHECK(nlohmann::json::parse(json_of(text)).get<std::string>() == text);
    std::string unescaped;
    const std::string written = json_of(text);
    CHECK(append_unescaped(unescaped, std::string_view(written).substr(1, written.size() - 2)));
    CHECK(unescaped == text);
  }
}

TEST_CASE("an empty string may stand for nothing") {
  std::string out;
  append_json_string_or_null(out, "");
  append_json_string_or_null(out, "x");
  CHECK(out == "null\"x\"");
}

TEST_CASE("numbers of every width are written in full") {
  std::string out;
  append_number(out, std::uint32_t{0});
  out += ' ';
  append_number(out, std::numeric_limits<std::uint64_t>::max());
  CHECK(out == "0 18446744073709551615");
}

TEST_CASE("escapes are undone, and halves of pairs replaced") {
  struct Row {
    std::string_view inside, text;
  };
  const Row rows[] = {{R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
                      {R"(\u0041\u00e4\u20AC)", "Aä€"},
                      {R"(\ud83d\ude00)", "😀"},
                      {R"(\uD83D)", "\uFFFD"},
                      {R"(\ude00\ud83d)", "\uFFFD\uFFFD"},
                      {R"(\ud83dx)", "\uFFFDx"},
                      {R"(\ud83d\n)", "\uFFFD\n"},
                      {R"(\ud83d\u0041)", "\uFFFDA"},
                      {R"(\ud83d\ud83d\ude00)", "\uFFFD😀"},
                      {R"(\u0000)", std::string_view("\0", 1)}};
  for (const Row& row : rows) {
    std::string out;
    CHECK(append_unescaped(out, row.inside));
    CHECK(out == row.text);
  }
}

TEST_CASE("escapes that JSON does not know are refused") {
  for (const std::string_view inside : {"\\", "\\q", "\\u", "\\u12", "\\u12g4", "\\x41", "a\\"}) {
    std::string out;
    CHECK_FALSE(append_unescaped(out, inside));
  }
}

}  // namespace
}  // namespace dossier::formats
