// What a sentence must contain for some rule to match.
#include "rules/needs.hpp"

#include "support.hpp"

namespace dossier::rules::test {
namespace {

bool may_match(std::string_view rule, std::string_view line, Stage stage = Stage::clauses) {
  const RuleSet rules = rules_of(rule);
  return rules.may_match(stage, {items_of(rules, line), line});
}

}  // namespace

TEST_CASE("a sentence may match when it has all that a rule cannot do without") {
  constexpr std::string_view rule = "x: subject:PERSON (met|saw) with? object:(PERSON|ORGANIZATION) -> met\n";
  CHECK(may_match(rule, "PERSON met ORGANIZATION"));
  CHECK_FALSE(may_match(rule, "PERSON left ORGANIZATION"));
  CHECK_FALSE(may_match(rule, "ORGANIZATION met ORGANIZATION"));
  CHECK_FALSE(may_match(rule, "PERSON met"));  // one item is not two parties
  CHECK_FALSE(may_match(rule, "PERSON met ORGANIZATION", Stage::words));
}

TEST_CASE("what a rule needs stands in the order of its pattern, but for subjects in clauses") {
  constexpr std::string_view rule = "x: subject:PERSON met with object:ORGANIZATION -> met\n";
  CHECK(may_match(rule, "met with ORGANIZATION PERSON"));  // the subject may stand again before the verb
  CHECK_FALSE(may_match(rule, "PERSON with met ORGANIZATION"));
  CHECK_FALSE(may_match(rule, "ORGANIZATION PERSON met with"));  // an object stays where it is
  const std::string phrases = "stage phrases\n" + std::string(rule);
  CHECK(may_match(phrases, "PERSON a met b with c ORGANIZATION", Stage::phrases));
  CHECK_FALSE(may_match(phrases, "met with ORGANIZATION PERSON", Stage::phrases));
}

TEST_CASE("a rule that a class selects needs the rest of its pattern as well") {
  const RuleSet rules = rules_of("x: %kin subject:PERSON saw object:PERSON -> met\n");
  const auto with_kin = [&](std::string_view line) {
    std::vector<Item> items = items_of(rules, line);
    items.front().classes.add(lexicon::ClassId::kin);
    return rules.may_match(Stage::clauses, {items, line});
  };
  CHECK(with_kin("a PERSON saw PERSON"));
  CHECK_FALSE(with_kin("a PERSON left PERSON"));
}

TEST_CASE("what may be left out, or may be anything, is no need") {
  CHECK(may_match("x: a? PERSON ANY -> met\n", "PERSON"));
  CHECK(may_match("x: !a PERSON &b -> met\n", "PERSON"));
}

TEST_CASE("a rule that nothing selects may always match") { CHECK(may_match("x: ANY -> met\n", "b")); }

}  // namespace dossier::rules::test
