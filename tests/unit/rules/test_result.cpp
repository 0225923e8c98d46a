// What stands behind the arrow, and whether the pattern can give it.
#include "support.hpp"

namespace dossier::rules::test {
namespace {

using Found = std::vector<std::string>;

TEST_CASE("a rule of stage names gives a type with a weight") {
  const RuleSet rules = rules_of(
      "stage names\na: x -> PERSON\nb: y name:z -> EVENT weight 1.5\nc: z -> LOCATION hint -2\nstage clauses\n"
      "d: subject:PERSON met -> met\n");
  CHECK(rules.has(Stage::names));
  CHECK(rules.has(Stage::clauses));
  CHECK_FALSE(rules.has(Stage::words));
  CHECK(rules.rules()[0].mention == TypeId::person);
  CHECK(rules.rules()[0].weight == 3.0F);
  CHECK_FALSE(rules.rules()[0].hint);
  CHECK(rules.rules()[1].weight == 1.5F);
  CHECK(rules.rules()[2].hint);
  CHECK(rules.rules()[2].weight == -2.0F);
  CHECK(rules.rules()[3].mention == TypeId::none);
  CHECK(matches_in(rules, "y z", Stage::names) == Found{"b@0-2 name=1-2", "c@1-2"});
  CHECK(matches_in(rules, "y z").empty());
}

TEST_CASE("results of the wrong stage, and wrong weights, are reported") {
  CHECK(problems_of("stage names\na: x -> met\n") == Found{"2:9 rules.unknown-type"});
  CHECK(problems_of("stage names\na: x -> PERSN\n") == Found{"2:9 rules.unknown-type"});
  CHECK(problems_of("a: x -> PERSON\n") == Found{"1:9 rules.unknown-relation"});
  CHECK(problems_of("stage names\na: x -> PERSON wait 2\n") == Found{"2:16 rules.unknown-flag"});
  CHECK(problems_of("stage names\na: x -> PERSON weight much\n") == Found{"2:23 rules.bad-weight"});
  CHECK(problems_of("stage names\na: x -> PERSON weight 11\n") == Found{"2:23 rules.bad-weight"});
  CHECK(problems_of("stage names\na: x -> PERSON weight 1 2\n") == Found{"2:25 rules.syntax"});
}

TEST_CASE("captures belong to stages") {
  CHECK(problems_of("stage names\na: subject:x -> PERSON\n") == Found{"2:4 rules.wrong-capture"});
  CHECK(problems_of("a: subject:PERSON name:x -> met\n") == Found{"1:19 rules.wrong-capture"});
}

TEST_CASE("subject and object must be able to have types that the relation allows") {
  CHECK(problems_of("a: subject:LOCATION met object:PERSON -> met\n") == Found{"1:4 rules.wrong-type"});
  CHECK(problems_of("a: subject:PERSON met object:[LOCATION !owner] -> met\n") == Found{"1:23 rules.wrong-type"});
  CHECK(problems_of("a: subject:(LOCATION|PERSON) met object:ANY -> met\n").empty());
  CHECK(problems_of("a: subject:ROLE met object:[!owner] -> met\n").empty());  // a role phrase stands for a person
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"t", "a: subject:DATE met object:PERSON -> supports\n"}};
  CHECK_FALSE(RuleSet::compile(files, Schema(), problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "supports has no subject of this type; it may be PERSON, ORGANIZATION, LOCATION, GROUP");
  CHECK(problems[0].piece == "DATE");
}

TEST_CASE("patterns that grow without limit are refused at once") {
  std::string doubling = "let a0 = x y\n";
  for (int i = 1; i < 40; ++i)
    doubling += "let a" + std::to_string(i) + " = $a" + std::to_string(i - 1) + " $a" + std::to_string(i - 1) + "\n";
  const Found found = problems_of(doubling + "r: $a39 -> met\n");
  REQUIRE_FALSE(found.empty());
  CHECK(found.front().ends_with("rules.too-large"));
  CHECK(problems_of("r: ((((a{0,30}){0,30}){0,30}){0,30}){0,30} b -> met\n") == Found{"1:29 rules.too-large"});
  std::string many = "r: (a0 b0";
  for (int i = 1; i < 1000; ++i) many += " | a" + std::to_string(i) + " b" + std::to_string(i);
  CHECK(problems_of(many + ") -> met\n") == Found{"1:" + std::to_string(many.size() + 1) + " rules.too-large"});
}

TEST_CASE("tries and hits are counted, and the nearest miss is kept") {
  const RuleSet rules =
      rules_of("near: subject:PERSON label:met (with | to)? object:PERSON -> met\nother: a b -> met\n");
  Matches matches;
  Trace trace;
  trace.wanted = {1, 0};
  trace.misses.resize(2);
  matches.trace = &trace;
  const std::string line = "PERSON met with ROLE";
  const std::vector<Item> items = items_of(rules, line);
  rules.match(Stage::clauses, {items, line}, matches);
  REQUIRE(matches.counts.size() == 2);
  CHECK(matches.counts[0].tries == 1);
  CHECK(matches.counts[0].hits == 0);
  CHECK(trace.misses[0].matched == 3);
  CHECK(trace.misses[0].words == "PERSON met with");
  CHECK(trace.misses[0].needed == "PERSON");
  CHECK(trace.misses[0].found == "ROLE");
  CHECK(trace.misses[1].matched == 0);
}

}  // namespace
}  // namespace dossier::rules::test
