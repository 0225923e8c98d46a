#include <catch2/catch.hpp>

#include "eval/corpus.hpp"

namespace dossier::eval {
namespace {

std::vector<CorpusDocument> read(std::string_view text, Side side = Side::gold) {
  Diagnostics problems;
  std::vector<CorpusDocument> docs = read_corpus({.name = "f", .text = text}, side, problems);
  for (const Diagnostic& problem : problems) FAIL_CHECK(to_string(problem));
  return docs;
}

TEST_CASE("documents are read a line each, blank lines skipped") {
  const auto docs = read("{\"id\":\"a\",\"text\":\"x\"}\n\n \t\r\n{\"id\":2,\"text\":\"y\"}");
  REQUIRE(docs.size() == 2);
  CHECK(docs[0].id == "\"a\"");
  CHECK(docs[1].id == "2");
  CHECK(docs[1].line == 4);
}

TEST_CASE("spans, relations and evaluation spans are read") {
  const auto docs = read(
      R"({"id":"a","text":"Ünsal","entities":[{"start":0,"end":5,"type":"PER","kind":"name","optional":true},{"start":1,"end":2,"type":"X","kind":null}],)"
      R"("relations":[{"type":"met","head":0,"tail":1},{"type":"met","head":null,"tail":1},{"type":"met","head":-1,"tail":1}],)"
      R"("meta":{"evaluation_span":[0,3]}})");
  REQUIRE(docs.size() == 1);
  CHECK(docs[0].text->size() == 5);
  REQUIRE(docs[0].spans.size() == 2);
  CHECK(docs[0].spans[0].place == Place{0, 5});
  CHECK(docs[0].spans[0].kind == "name");
  CHECK(docs[0].spans[0].optional);
  CHECK_FALSE(docs[0].spans[1].kind.has_value());
  REQUIRE(docs[0].relations.size() == 1);
  CHECK(docs[0].relations[0].tail == 1);
  CHECK(docs[0].evaluated == std::vector<Place>{{0, 3}});
  CHECK(read(R"({"id":1,"text":"x","meta":{"evaluation_spans":[[0,1],[2,3]],"evaluation_span":[5,6]}})")[0]
            .evaluated.size() == 2);
}

TEST_CASE("a document line of dossier is read by its mentions") {
  const auto docs = read(
      R"({"schema":"dossier.document/1","id":"a","offset_unit":"utf16","mentions":[{"start":0,"end":3,"type":"PERSON","kind":"name","entity":0},)"
      R"({"start":4,"end":6,"type":"PERSON","kind":"pronoun","entity":0}],"entities":[{"id":0,"type":"PERSON","name":"Eva"}],)"
      R"("relations":[{"type":"met","subject":0,"object":0,"subject_mention":0,"object_mention":1},{"type":"met","subject_mention":0,"object_mention":null}]})",
      Side::predicted);
  REQUIRE(docs.size() == 1);
  CHECK_FALSE(docs[0].text.has_value());
  CHECK(docs[0].spans.size() == 2);
  CHECK(docs[0].spans[1].kind == "pronoun");
  CHECK(docs[0].relations.size() == 1);
  CHECK(docs[0].unit == OffsetUnit::utf16);
}

TEST_CASE("offsets of every unit become code points") {
  const std::u32string text = U"é👩x";
  struct Row {
    OffsetUnit unit;
    std::uint64_t begin, end;
  };
  for (const Row& row : {Row{OffsetUnit::codepoint, 2, 3}, Row{OffsetUnit::utf8, 6, 7}, Row{OffsetUnit::utf16, 3, 4}}) {
    CorpusDocument doc;
    doc.unit = row.unit;
    doc.spans.push_back({{row.begin, row.end}, "X", std::nullopt, false});
    to_codepoints(doc, text);
    CHECK(doc.spans[0].place == Place{2, 3});
  }
  CorpusDocument beyond;
  beyond.unit = OffsetUnit::utf8;
  beyond.spans.push_back({{0, 8}, "X", std::nullopt, false});
  to_codepoints(beyond, text);
  CHECK(beyond.spans[0].place.end > text.size());
}

TEST_CASE("all lines that cannot be read are reported with their number") {
  struct Row {
    std::string_view line, code;
  };
  const Row rows[] = {{"{", "eval.bad-json"},
                      {"\"\xFF\"", "eval.bad-json"},
                      {"[]", "eval.bad-document"},
                      {R"({"text":"x"})", "eval.bad-document"},
                      {R"({"id":1})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","entities":{}})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","entities":[1]})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","entities":[{"start":0,"end":1}]})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","entities":[{"start":-1,"end":1,"type":"X"}]})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","entities":[{"start":0.5,"end":1,"type":"X"}]})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","relations":[{}]})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","meta":{"evaluation_span":[1]}})", "eval.bad-document"},
                      {R"({"id":1,"text":"x","offset_unit":"words"})", "eval.bad-document"},
                      {R"({"id":0,"text":"x"})", "eval.duplicate-id"}};
  std::string text = "{\"id\":0,\"text\":\"x\"}\n";
  for (const Row& row : rows) text += std::string(row.line) + "\n";
  Diagnostics problems;
  CHECK(read_corpus({.name = "f", .text = text}, Side::gold, problems).size() == 1);
  REQUIRE(problems.size() == std::size(rows));
  for (std::size_t i = 0; i < problems.size(); ++i) {
    CAPTURE(rows[i].line);
    CHECK(problems[i].code == rows[i].code);
    CHECK(problems[i].line == i + 2);
    CHECK(problems[i].file == "f");
  }
}

}  // namespace
}  // namespace dossier::eval
