#include <catch2/catch.hpp>
#include <dossier/eval.hpp>

namespace dossier {
namespace {

constexpr std::string_view gold =
    R"({"id":"a","text":"Zoë met Nils in Visby.","entities":[{"start":0,"end":3,"type":"PER"},{"start":8,"end":12,"type":"PER"},{"start":16,"end":21,"type":"LOC"}],"relations":[{"type":"met","head":0,"tail":1}]})"
    "\n"
    R"({"id":"b","text":"Eva left.","entities":[{"start":0,"end":3,"type":"PER"}]})"
    "\n";

TEST_CASE("a measure of nothing is nought") {
  CHECK(measure(0, 0, 0).f1 == 0.0);
  CHECK(measure(0, 5, 0).precision == 0.0);
  CHECK(measure(1, 2, 4).precision == 0.5);
  CHECK(measure(1, 2, 4).recall == 0.25);
  CHECK(measure(1, 2, 4).f1 == 2.0 * 0.5 * 0.25 / 0.75);
}

TEST_CASE("documents are added up by type") {
  const Evaluation result = evaluate(
      {.gold = {"gold", gold},
       .predicted = {
           "pred",
           R"({"id":"a","entities":[{"start":0,"end":3,"type":"PER"},{"start":8,"end":11,"type":"PER"},{"start":16,"end":21,"type":"ORG"}],"relations":[{"type":"met","head":0,"tail":1}]})"
           "\n"
           R"({"id":"z","entities":[]})"}});
  CHECK(result.documents == 2);
  CHECK(result.missing == 1);
  CHECK(result.extra == 1);
  REQUIRE(result.types.size() == 3);
  CHECK(result.types[2].type == "PER");
  CHECK(result.types[2].gold == 3);
  CHECK(result.types[2].predicted == 2);
  CHECK(result.types[2].exact == 1);
  CHECK(result.types[2].lenient == 2);
  CHECK(result.all.gold == 4);
  CHECK(result.all.predicted == 3);
  CHECK(result.all.exact == 1);
  CHECK(result.relations.gold == 1);
  CHECK(result.relations.predicted == 1);
  CHECK(result.relations.strict == 0);
}

TEST_CASE("dossier's own lines can be the predictions, in any offset unit") {
  const std::string mentions =
      R"("mentions":[{"start":0,"end":4,"type":"PERSON","kind":"name"},{"start":9,"end":13,"type":"PERSON","kind":"name"}],)"
      R"("entities":[{"id":0,"type":"PERSON","name":"Zoë"}],"relations":[{"type":"met","subject":0,"object":1,"subject_mention":1,"object_mention":0}]})";
  const Evaluation result = evaluate({.gold = {"gold", gold},
                                      .predicted = {"pred", R"({"id":"a","offset_unit":"utf8",)" + mentions},
                                      .map = {"map", R"({"pred":{"PERSON":"PER"},"symmetric":["met"]})"}});
  CHECK(result.all.exact == 2);
  CHECK(result.relations.strict == 1);
}

TEST_CASE("every problem of the three files is reported at once") {
  Diagnostics problems;
  const auto result =
      evaluate({.gold = {"gold", R"({"id":1,"text":"abc","entities":[{"start":2,"end":2,"type":"X"}]})"
                                 "\n{"},
                .predicted = {"pred", R"({"id":1,"text":"abd","entities":[{"start":0,"end":4,"type":"X"}]})"},
                .map = {"map", R"({"nested":1})"}},
               problems);
  CHECK_FALSE(result.has_value());
  std::vector<std::string> found;
  for (const Diagnostic& problem : problems)
    found.push_back(problem.file + ':' + std::to_string(problem.line) + ' ' + problem.code);
  CHECK(found == std::vector<std::string>{"map:0 eval.bad-map", "gold:2 eval.bad-json", "pred:1 eval.text-differs",
                                          "gold:1 eval.bad-offsets", "pred:1 eval.bad-offsets"});
}

TEST_CASE("the other overload throws what is wrong") {
  CHECK_THROWS_AS(evaluate({.gold = {"gold", "{"}, .predicted = {"pred", ""}}), LoadError);
  CHECK(evaluate(EvalInput{}).documents == 0);
}

}  // namespace
}  // namespace dossier
