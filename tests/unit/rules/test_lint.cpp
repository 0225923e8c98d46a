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
