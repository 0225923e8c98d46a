#include <catch2/catch.hpp>

#include "eval/map.hpp"

namespace dossier::eval {
namespace {

EvalMap map_of(std::string_view json) {
  Diagnostics problems;
  EvalMap map = read_map({.name = "map.json", .text = json}, problems);
  for (const Diagnostic& problem : problems) FAIL_CHECK(to_string(problem));
  return map;
}

std::string target_of(const TypeMap& map, std::string_view type) { return map.target(type).value_or("dropped"); }

TEST_CASE("without a map every type stands for itself and counts") {
  const EvalMap map = map_of("");
  CHECK(target_of(map.gold, "PERSON") == "PERSON");
  CHECK_FALSE(map.scored.has_value());
  CHECK_FALSE(map.scored_relations.has_value());
}

TEST_CASE("types are kept, renamed and dropped") {
  const EvalMap map = map_of(R"({"gold":{"Person":"PER","ORG":"=","Award":null,"*":"REST"},"pred":{"A":"B"}})");
  CHECK(target_of(map.gold, "Person") == "PER");
  CHECK(target_of(map.gold, "ORG") == "ORG");
  CHECK(target_of(map.gold, "Award") == "dropped");
  CHECK(target_of(map.gold, "Boat") == "REST");
  CHECK(target_of(map.predicted, "A") == "B");
  CHECK(target_of(map.predicted, "C") == "dropped");
  CHECK(map.scored == std::set<std::string, std::less<>>{"PER", "ORG", "REST"});
}

TEST_CASE("a list of types goes by its first part that is known") {
  const EvalMap map = map_of(R"({"gold":{"B":"X","C":"Y","*":"="},"pred":{"B":"X"}})");
  CHECK(target_of(map.gold, "A|C|B") == "Y");
  CHECK(target_of(map.gold, "A|D") == "A|D");
  CHECK(target_of(map.predicted, "A|D") == "dropped");
}

TEST_CASE("what counts is what gold can give, or what the map says, without the neutral") {
  CHECK_FALSE(map_of(R"({"gold":{"A":"X","*":"="}})").scored.has_value());
  CHECK(map_of(R"({"gold":{"A":"X","B":"Y"},"neutral":["Y"]})").scored->size() == 1);
  CHECK(map_of(R"({"gold":{"A":"X"},"score_types":["Z"]})").scored->count("Z") == 1);
  CHECK(map_of(R"({"gold":{}})").scored->empty());
  CHECK(map_of(R"({"rel_gold":{"a":"b","c":null}})").scored_relations->size() == 1);
}

TEST_CASE("every other member is read") {
  const EvalMap map = map_of(
      R"({"kinds":["name"],"pred_kinds":["name","nominal"],"other_kinds_neutral":true,"nested":"innermost",
          "trim_leading":["The",""],"trim_trailing":["'s"],"symmetric":["met"],"rel_pred":{"a":"="}})");
  CHECK(map.kinds.count("name") == 1);
  CHECK(map.predicted_kinds.size() == 2);
  CHECK(map.other_kinds_neutral);
  CHECK(map.nested == Nested::innermost);
  CHECK(map.trim_leading == std::vector<std::u32string>{U"the"});
  CHECK(map.trim_trailing == std::vector<std::u32string>{U"'s"});
  CHECK(map.symmetric.count("met") == 1);
  CHECK(target_of(map.predicted_relations, "b") == "dropped");
}

TEST_CASE("all that is wrong with a map is reported") {
  struct Row {
    std::string_view json, code;
  };
  const Row rows[] = {{"[1]", "eval.bad-json"},
                      {"{", "eval.bad-json"},
                      {R"({"gold":[]})", "eval.bad-map"},
                      {R"({"gold":{"A":1}})", "eval.bad-map"},
                      {R"({"neutral":"A"})", "eval.bad-map"},
                      {R"({"neutral":[1]})", "eval.bad-map"},
                      {R"({"nested":"some"})", "eval.bad-map"},
                      {R"({"other_kinds_neutral":1})", "eval.bad-map"}};
  for (const Row& row : rows) {
    CAPTURE(row.json);
    Diagnostics problems;
    (void)read_map({.name = "map.json", .text = row.json}, problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == row.code);
    CHECK(problems[0].file == "map.json");
  }
}

}  // namespace
}  // namespace dossier::eval
