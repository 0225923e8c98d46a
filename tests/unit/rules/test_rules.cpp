// Building rule sets.
#include "rules/rules.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

TEST_CASE("a rule keeps its name, place, stage, relation and flags") {
  const RuleSet rules = rules_of(
      "stage phrases\n"
      "met.plan: PERSON met -> met planned reported\n"
      "join: subject:PERSON , ANY -> phrase\n"
      "role.title: label:ROLE subject:PERSON -> has_role absorb\n"
      "role.was: subject:PERSON label:ROLE -> has_role past\n");
  const auto all = rules.rules();
  REQUIRE(all.size() == 4);
  CHECK(all[0].name == "met.plan");
  CHECK(all[0].file == "test.rules");
  CHECK(all[0].line == 2);
  CHECK(all[0].stage == Stage::phrases);
  CHECK(all[0].relation == RelationTypeId::met);
  CHECK(all[0].flags == (RelationFlags::planned | RelationFlags::reported));
  CHECK_FALSE(all[0].absorb);
  CHECK(all[1].relation == RelationTypeId::none);
  CHECK(all[1].absorb);
  CHECK(all[2].absorb);
  CHECK(all[3].past);
}

TEST_CASE("all problems of all files come at once, by file and line") {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"a.rules", "x: PERSO -> met\ny: met -> mett\n"},
                                                  {"b.rules", "list l = a a\nx: $m -> met\n"}};
  CHECK_FALSE(RuleSet::compile(files, Schema(), problems));
  std::vector<std::string> found;
  for (const Diagnostic& it : problems) found.push_back(it.file + ':' + std::to_string(it.line) + ' ' + it.code);
  CHECK(found == std::vector<std::string>{"a.rules:1 rules.unknown-type", "a.rules:2 rules.unknown-relation",
                                          "b.rules:1 rules.double-word", "b.rules:2 rules.double-name",
                                          "b.rules:2 rules.unknown-name"});
}

TEST_CASE("a warning does not keep rules from being built") {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"a", "list l = a a\nx: $l -> met\n"}};
  CHECK(RuleSet::compile(files, Schema(), problems));
  CHECK(problems.size() == 1);
  CHECK_FALSE(has_errors(problems));
}

TEST_CASE("no files and empty files give an empty rule set") {
  Diagnostics problems;
  const std::optional<RuleSet> rules = RuleSet::compile({}, Schema(), problems);
  REQUIRE(rules);
  CHECK(rules->rules().empty());
  CHECK(rules_of("").rules().empty());
  CHECK(matches_in(rules_of(""), "a b").empty());
}

TEST_CASE("rules can be compiled for types that a user declared") {
  EntityType ship;
  ship.name = "SHIP";
  const Schema schema = Schema().with_type(ship);
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"a", "x: SHIP -> met\n"}};
  CHECK(RuleSet::compile(files, schema, problems));
  CHECK_FALSE(RuleSet::compile(files, Schema(), problems));
}

}  // namespace
}  // namespace dossier::rules::test
