#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "formats/json_text.hpp"

namespace dossier::formats {
namespace {

TEST_CASE("values are values, whatever their white space and depth") {
  for (const std::string_view json : {"0", "-0", "12.5e+7", "1E-2", "123456789012345678901234567890", "1e999", "true",
                                      "false", "null", "\"\"", R"("a\u00e4\"\\")", "[]", "{}", " [ 1 , 2 ] ",
                                      R"({"a":{"b":[]},"c":[{}]})", "\t{ \"a\" : 1 }\r\n", "[[],[[]]]"})
    CHECK(is_json_value(json));
  CHECK(is_json_value(std::string(100000, '[') + std::string(100000, ']')));
}

TEST_CASE("what only looks like a value is refused") {
  for (const std::string_view json :
       {"",        " ",         "01",    "-",       "+1",       "1.",         ".5",        "1e",
        "0x10",    "tru",       "nulll", "True",    "NaN",      "\"a",        "a\"",       "\"\n\"",
        R"("\q")", R"("\u12")", "[",     "]",       "[1,]",     "[,1]",       "[1 2]",     "[1}",
        "{",       "{]",        "{1:2}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":1 \"b\":2}",
        "1 2",     "[] []",     "{}}",   "'a'"})
    CHECK_FALSE(is_json_value(json));
  CHECK_FALSE(is_json_value(std::string(100000, '[')));
  CHECK_FALSE(is_json_value(std::string_view("1\0", 2)));
}

TEST_CASE("what may not stand in a string is seen at every place of a long one") {
  for (std::size_t place = 0; place < 40; ++place) {
    CAPTURE(place);
    const auto with = [&](std::string_view piece) {
      std::string out = "\"" + std::string(40, 'x');
      return out.insert(place + 1, piece) + '"';
    };
    CHECK(is_json_value(with("\\n\xC3\xA9")));
    CHECK(is_json_value(with("\x7F !")));
    CHECK_FALSE(is_json_value(with("\t")));
    CHECK_FALSE(is_json_value(with("\x1F")));
    CHECK_FALSE(is_json_value(with("\"")));
    CHECK_FALSE(is_json_value(with("\\q")));
  }
}

TEST_CASE("the check agrees with a full parser on random bytes") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view alphabet = "[]{}:,\"\\ut01-.e+ ab";
  for (int round = 0; round < 200000; ++round) {
    std::string json;
    for (std::size_t size = 1 + random() % 8; json.size() < size;) json += alphabet[random() % alphabet.size()];
    if (is_json_value(json) != nlohmann::json::accept(json)) FAIL_CHECK(json);
  }
}

}  // namespace
}  // namespace dossier::formats
