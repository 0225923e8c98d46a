// Doubts about rules that compile.
#include "rules/lint.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

std::vector<std::string> doubts_of(std::string_view text) {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"test.rules", std::string(text)}};
  lint(files, Schema(), nullptr, problems);
  std::vector<std::string> out;
  for (const Diagnostic& it : problems) {
    CHECK(it.severity == Severity::warning);
    out.push_back(std::to_string(it.line) + ' ' + it.code + ' ' + it.piece);
  }
  return out;
}

const std::string example = "  + [PERSON#1 A] met [PERSON#2 B]. => #1 met #2\n";
using Found = std::vector<std::string>;

TEST_CASE("a rule needs an example, a counter-example alone is none") {
  CHECK(doubts_of("a: subject:PERSON met object:ANY -> met\n") == Found{"1 rules.no-example a"});
  CHECK(doubts_of("a: subject:PERSON met object:ANY -> met\n  - It rained.\n") == Found{"1 rules.no-example a"});
  CHECK(doubts_of("a: subject:PERSON met object:ANY -> met\n" + example).empty());
}

TEST_CASE("lists and lets that nothing names are reported, those of the grammar and verbs are not") {
  CHECK(doubts_of("list never = a b\nlet what = PERSON\na: subject:PERSON met object:ANY -> met\n" + example) ==
        Found{"1 rules.unused never", "2 rules.unused what"});
  CHECK(doubts_of("list kin = wife\nverbs go = go goes\nlist used = met\na: subject:PERSON $used object:ANY -> met\n" +
                  example)
            .empty());
  CHECK(doubts_of("list inner = met\nlet outer = $inner\na: subject:PERSON $outer object:ANY -> met\n" + example)
            .empty());
}

TEST_CASE("a rule that names no subject, or no object where one is needed, says nothing") {
  CHECK(doubts_of("a: PERSON met object:PERSON -> met\n" + example) == Found{"1 rules.says-nothing a"});
  CHECK(doubts_of("a: subject:PERSON met PERSON -> met\n" + example) == Found{"1 rules.says-nothing a"});
  CHECK(doubts_of("a: both:PERSON met -> met\n" + example).empty());
  CHECK(doubts_of("a: subject:PERSON spoke -> has_role\n" + example).empty());
}

TEST_CASE("of two rules with one pattern and result the second is shadowed") {
  const std::string first = "a: subject:PERSON met object:ANY -> met\n" + example;
  CHECK(doubts_of(first + "b: subject:PERSON met object:ANY -> met\n" + example) == Found{"3 rules.shadowed b"});
  CHECK(doubts_of(first + "b: subject:PERSON met object:ANY -> met planned\n" + example).empty());
  CHECK(doubts_of(first + "b: subject:PERSON saw object:ANY -> met\n" + example).empty());
}

TEST_CASE("a rule is shadowed by an earlier one that asks for less, element by element") {
  const auto second = [](const std::string& wide, const std::string& narrow, const std::string& lists = {}) {
    const std::string end = " object:PERSON -> met\n";
    return doubts_of(lists + "a: subject:" + wide + end + example + "b: subject:" + narrow + end + example).size() == 1;
  };
  CHECK(second("PERSON met", "[PERSON one] met"));
  CHECK(second("(PERSON|ORGANIZATION) met", "PERSON met"));
  CHECK(second("PERSON %kin", "PERSON [%kin lower]"));
  CHECK(second("PERSON (met|saw)", "PERSON met"));
  CHECK(second("PERSON $see", "PERSON met", "list see = met saw\n"));
  CHECK(second("PERSON ANY", "PERSON [word !upper]"));
  CHECK(second("[PERSON !owner] met", "[PERSON !owner one] met"));
  CHECK(second("PERSON !a met", "PERSON !(a|b) met"));
  CHECK(second("PERSON &(a|b) met", "PERSON &a met"));
  CHECK(second("PERSON /[a-z]+/", "PERSON [/[a-z]+/ lower]"));

  CHECK_FALSE(second("[PERSON one] met", "PERSON met"));
  CHECK_FALSE(second("PERSON met", "PERSON (met|saw)"));
  CHECK_FALSE(second("PERSON !(a|b) met", "PERSON !a met"));
  CHECK_FALSE(second("PERSON met", "PERSON met with"));
  CHECK_FALSE(second("PERSON met", "ORGANIZATION met"));
  CHECK_FALSE(second("PERSON /[a-z]+/", "PERSON /[a-z]+s/"));
  // What is taken as often as possible may end elsewhere.
  CHECK_FALSE(second("PERSON ANY{0,3} (met|saw)", "PERSON ANY{0,3} met"));
}

TEST_CASE("a wider pattern shadows only with the same result and no smaller weight") {
  const std::string wide =
      "stage names\na: the name:[capital] -> ORGANIZATION weight 2\n  + the [ORGANIZATION Orla] sat\n";
  const auto narrow = [&](const std::string& result) {
    return doubts_of(wide + "b: the name:[title] -> " + result + "\n  + the [ORGANIZATION Orla] sat\n");
  };
  CHECK(narrow("ORGANIZATION weight 2") == Found{"4 rules.shadowed b"});
  CHECK(narrow("ORGANIZATION weight 1") == Found{"4 rules.shadowed b"});
  CHECK(narrow("ORGANIZATION weight 2.5").empty());
  CHECK(narrow("ORGANIZATION hint 1").empty());
  CHECK(narrow("PRODUCT weight 2").empty());
  const std::string first = "a: subject:PERSON (met|saw) object:PERSON -> met\n" + example;
  CHECK(doubts_of(first + "b: subject:PERSON met object:PERSON -> met planned\n" + example).empty());
  CHECK(doubts_of(first + "b: subject:PERSON met PERSON -> met\n" + example) == Found{"3 rules.says-nothing b"});
  CHECK(doubts_of("b: subject:PERSON met object:PERSON -> met\n" + example + first).empty());
}

TEST_CASE("elements that contradict themselves are reported") {
  CHECK(doubts_of("a: subject:[PERSON !PERSON] met object:ANY -> met\n" + example) ==
        Found{"1 rules.never-matches [PERSON !PERSON]"});
  CHECK(doubts_of("list x = a b\nlist y = c d\na: subject:PERSON [$x $y] object:ANY -> met\n" + example) ==
        Found{"3 rules.never-matches [$x $y]"});
  CHECK(doubts_of("list adverb = back\nstage clauses\na: subject:PERSON back object:ANY -> met\n" + example) ==
        Found{"3 rules.never-matches back"});
  CHECK(doubts_of("a: subject:[PERSON seen-person] met object:ANY -> met\n" + example) ==
        Found{"1 rules.never-matches [PERSON seen-person]"});
  CHECK(doubts_of("stage names\na: PERSON b -> EVENT\n  + A [EVENT b].\n") == Found{"2 rules.never-matches PERSON"});
  CHECK(doubts_of("list x = a b\na: subject:PERSON ([$x !\"a\"] | c) object:ANY -> met\n" + example).empty());
}

}  // namespace
}  // namespace dossier::rules::test
