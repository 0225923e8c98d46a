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

TEST_CASE("a sentence may match when it has all that a rule cannot do without, in whatever order") {
  constexpr std::string_view rule = "x: subject:PERSON (met|saw) with? object:(PERSON|ORGANIZATION) -> met\n";
  CHECK(may_match(rule, "PERSON met ORGANIZATION"));
  CHECK(may_match(rule, "ORGANIZATION PERSON saw"));
  CHECK(may_match(rule, "PERSON met"));  // one item may fulfil two needs: too often, never too rarely
  CHECK_FALSE(may_match(rule, "PERSON left ORGANIZATION"));
  CHECK_FALSE(may_match(rule, "ORGANIZATION met ORGANIZATION"));
  CHECK_FALSE(may_match(rule, "PERSON met ORGANIZATION", Stage::words));
}

TEST_CASE("what may be left out, or may be anything, is no need") {
  CHECK(may_match("x: a? PERSON ANY -> met\n", "PERSON"));
  CHECK(may_match("x: !a PERSON &b -> met\n", "PERSON"));
}

TEST_CASE("a rule that nothing selects may always match") { CHECK(may_match("x: ANY -> met\n", "b")); }

}  // namespace dossier::rules::test
