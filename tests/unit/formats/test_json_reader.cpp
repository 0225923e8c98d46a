#include <catch2/catch.hpp>
#include <dossier/formats.hpp>
#include <nlohmann/json.hpp>

namespace dossier {
namespace {

JsonRecord read(std::string_view line, JsonFields fields = {}) {
  return JsonLineReader(std::move(fields)).read(line, 7);
}

TEST_CASE("text, id and date are read") {
  const JsonRecord record = read(R"({"id":"a","text":"Marta Lind","date":"2024-05-03"})");
  CHECK(record.error_code == "");
  CHECK(record.id == "a");
  CHECK(record.text == "Marta Lind");
  CHECK(record.date == "2024-05-03");
  CHECK(record.passthrough == "");
}

TEST_CASE("what is missing has a default") {
  for (const std::string_view line :
       {R"({"text":"x"})", R"({"text":"x","id":null,"date":null})", R"({"id":"","text":"x","date":""})"}) {
    const JsonRecord record = read(line);
    CHECK(record.error_code == "");
    CHECK(record.id == "line-7");
    CHECK(record.date == "");
  }
}

TEST_CASE("a number may be an id, as it is written") {
  CHECK(read(R"({"text":"x","id":17})").id == "17");
  CHECK(read(R"({"text":"x","id": -1.50e3 })").id == "-1.50e3");
  CHECK(read(R"({"text":"x","id":123456789012345678901234567890})").id == "123456789012345678901234567890");
}

TEST_CASE("escapes are undone, in names of members too") {
  CHECK(read(R"({"t\u0065xt":"a\"\\\n\u00e4\ud83d\ude00"})").text == "a\"\\\nä😀");
  CHECK(read(R"({"text":"a\u0000b"})").text == std::string("a\0b", 3));
  CHECK(read(R"({"text":"a\ud83d"})").text == "a\uFFFD");
  CHECK(read(R"({"te\ud83dxt":1,"text":"x"})").error_code == "");
}

TEST_CASE("of members with one name the last counts") {
  const JsonRecord record = read(R"({"text":"a","n":1,"text":"b","n":2})", {.passthrough = true});
  CHECK(record.text == "b");
  CHECK(record.passthrough == R"("n":1,"n":2)");
}

TEST_CASE("lines that cannot be read say why") {
  struct Row {
    std::string_view line, code;
  };
  const Row rows[] = {{"", "json.invalid"},
                      {" \t", "json.invalid"},
                      {"{", "json.invalid"},
                      {"{}x", "json.invalid"},
                      {R"({"text":"a"} {"text":"b"})", "json.invalid"},
                      {R"({"text":"a"}})", "json.invalid"},
                      {R"({"text":"a",})", "json.invalid"},
                      {R"({"text":"a" "b":1})", "json.invalid"},
                      {R"({"text" "a"})", "json.invalid"},
                      {R"({text:"a"})", "json.invalid"},
                      {R"({"text":'a'})", "json.invalid"},
                      {R"({"text":"a)", "json.invalid"},
                      {R"({"text":"a\q"})", "json.invalid"},
                      {"{\"text\":\"a\nb\"}", "json.invalid"},
                      {"{\"text\":\"a\xFF\"}", "json.invalid"},
                      {R"({"text":"a","n":[1,}})", "json.invalid"},
                      {R"({"text":"a","n":tru})", "json.invalid"},
                      {R"({"text":"a","n":01})", "json.invalid"},
                      {R"({"text":"a","n":{"b":{"c" 1}}})", "json.invalid"},
                      {R"({"text":"a","\q":1})", "json.invalid"},
                      {"nonsense", "json.invalid"},
                      {"[1,2", "json.invalid"},
                      {"[1]", "json.not-an-object"},
                      {"\"x\"", "json.not-an-object"},
                      {"null", "json.not-an-object"},
                      {"{}", "json.no-text"},
                      {R"({"id":"a","text":null})", "json.no-text"},
                      {R"({"text":1})", "json.bad-type"},
                      {R"({"text":["a"]})", "json.bad-type"},
                      {R"({"text":{"text":"a"}})", "json.bad-type"},
                      {R"({"text":"a","id":true})", "json.bad-type"},
                      {R"({"text":"a","id":{}})", "json.bad-type"},
                      {R"({"text":"a","date":20240503})", "json.bad-type"}};
  for (const Row& row : rows) {
    for (const bool passthrough : {false, true}) {
      CAPTURE(row.line);
      const JsonRecord record = read(row.line, {.passthrough = passthrough});
      CHECK(record.error_code == row.code);
      CHECK_FALSE(record.error.empty());
      CHECK_FALSE(record.id.empty());
    }
  }
}

TEST_CASE("a line without text keeps its id, so that the error can be placed") {
  CHECK(read(R"({"id":"a"})").id == "a");
  CHECK(read(R"({"text":7,"id":"a"})").id == "a");
  CHECK(read(R"({"text":7,"id":"a"})").error == "member \"text\" is a number, not a string");
}

TEST_CASE("a byte order mark and a carriage return are no part of a line") {
  CHECK(read("\xEF\xBB\xBF{\"text\":\"x\"}\r").text == "x");
}

TEST_CASE("dots reach into objects") {
  const JsonFields fields = {.text = "body.main.content", .id = "_id", .date = "meta.date", .passthrough = true};
  const JsonRecord record =
      read(R"({"_id":9,"body":{"main":{"lang":"sv","content": "Hej" ,"n":1}},"meta":{"date":"2024","by":"x"},"z":[1]})",
           fields);
  CHECK(record.error_code == "");
  CHECK(record.id == "9");
  CHECK(record.text == "Hej");
  CHECK(record.date == "2024");
  CHECK(record.passthrough ==
        R"("body":{"main":{"lang":"sv","content": null ,"n":1}},"meta":{"date":"2024","by":"x"},"z":[1])");
}

TEST_CASE("a path that leads nowhere is no text") {
  const JsonFields fields = {.text = "body.content"};
  for (const std::string_view line :
       {R"({"body":"x"})", R"({"body":{}})", R"({"body":{"content":null}})", R"({"body":[]})", R"({"content":"x"})"})
    CHECK(read(line, fields).error_code == "json.no-text");
  CHECK(read(R"({"body":{"content":1}})", fields).error_code == "json.bad-type");
}

TEST_CASE("a name with dots is first taken as it stands") {
  CHECK(read(R"({"body.content":"flat","body":{"content":"deep"}})", {.text = "body.content"}).text == "flat");
}

TEST_CASE("other members pass through as they were written") {
  const JsonRecord record = read(
      R"({"n": 1.10, "big":123456789012345678901234567890,"text":"x","a\"b":{"c": [ ]},"s":"\u00e4\ud83d","id":"i"})",
      {.passthrough = true});
  CHECK(record.passthrough == R"("n":1.10,"big":123456789012345678901234567890,"a\"b":{"c": [ ]},"s":"\u00e4\ud83d")");
}

TEST_CASE("members that a document writes itself do not pass through") {
  const JsonRecord record = read(
      R"({"text":"x","schema":"y","mentions":[],"entities":[],"relations":[],"errors":[],"offset_unit":"","date_source":"","k":0})",
      {.passthrough = true});
  CHECK(record.passthrough == R"("k":0)");
}

TEST_CASE("a reader is used again and again") {
  JsonLineReader reader;
  CHECK(reader.read(R"({"text":"a long first line, longer than the next"})", 1).text.size() == 39);
  CHECK(reader.read("{", 2).error_code == "json.invalid");
  CHECK(reader.read(R"({"text":"b"})", 3).id == "line-3");
  JsonLineReader other = std::move(reader);
  CHECK(other.read(R"({"text":"c"})", 4).text == "c");
}

TEST_CASE("lines may be long and deep") {
  std::string text;
  for (int i = 0; i < 50 * 1024; ++i) text += std::string(1000, 'x') + "\\n\\u00e4 ";
  JsonLineReader reader;
  const JsonRecord record = reader.read("{\"text\":\"" + text + "\"}", 1);
  CHECK(record.error_code == "");
  CHECK(record.text.size() == 50 * 1024 * 1004);
  CHECK(reader.read(R"({"text":"after"})", 2).text == "after");
  const std::string deep = std::string(200000, '[') + std::string(200000, ']');
  CHECK(reader.read(R"({"text":"x","deep":)" + deep + "}", 3).error_code == "");
}

}  // namespace
}  // namespace dossier
