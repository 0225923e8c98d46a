// The examples of the built-in rules, and how examples fail.
#include "relate/examples.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("every example of the built-in rules holds") {
  Diagnostics problems;
  test_examples(small_lexicon(), english_rules(), Schema(), problems);
  for (const Diagnostic& it : problems) UNSCOPED_INFO(to_string(it));
  CHECK(problems.empty());
  CHECK(english_rules().examples().size() > 150);
}

TEST_CASE("every relation type has rules with examples") {
  const Schema schema;
  std::vector<bool> seen(schema.relation_types().size());
  for (const rules::Example& it : english_rules().examples())
    if (!it.counter && english_rules().rules()[it.rule].relation != RelationTypeId::none)
      seen[static_cast<std::size_t>(english_rules().rules()[it.rule].relation)] = true;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    INFO(schema.relation_types()[i].name);
    // Family comes from the rules of has_role, where the role word is a word of kinship.
    CHECK((seen[i] || static_cast<RelationTypeId>(i) == RelationTypeId::family));
  }
}

std::vector<std::string> failures_of(std::string_view rules) {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"t.rules", std::string(rules)}};
  const std::optional<rules::RuleSet> set = rules::RuleSet::compile(files, Schema(), problems);
  for (const Diagnostic& it : problems) UNSCOPED_INFO(to_string(it));
  REQUIRE(set);
  test_examples(small_lexicon(), *set, Schema(), problems);
  std::vector<std::string> out;
  for (const Diagnostic& it : problems) out.push_back(std::to_string(it.line) + ' ' + it.code + ' ' + it.message);
  return out;
}

TEST_CASE("an example fails when its rule gives less, more or something else") {
  const std::string rule = "verbs meet = met\nm: subject:PERSON label:$meet object:PERSON -> met\n";
  CHECK(failures_of(rule + "  + [PERSON#1 A] met [PERSON#2 B]. => #1 met #2 \"met\"\n").empty());
  CHECK(failures_of(rule + "  + [PERSON#1 A] met [PERSON#2 B]. => #2 met #1\n").empty());
  CHECK(failures_of(rule + "  - [PERSON#1 A] saw [PERSON#2 B].\n").empty());
  CHECK(failures_of(rule + "  + [PERSON#1 A] met [PERSON#2 B]. => #1 met #2 \"saw\"\n") ==
        std::vector<std::string>{"3 rules.example rule 'm': also gives #1 met #2 \"met\"",
                                 "3 rules.example rule 'm': does not give #1 met #2; found: #1 met #2 \"met\" by m"});
  CHECK(failures_of(rule + "  + [PERSON#1 A] saw [PERSON#2 B]. => #1 met #2\n").size() == 1);
  CHECK(failures_of(rule + "  - [PERSON#1 A] met [PERSON#2 B].\n") ==
        std::vector<std::string>{"3 rules.example rule 'm': must not give #1 met #2 \"met\""});
  CHECK(failures_of(rule + "  - [PERSON#1 A] met [PERSON#2 B]. => #1 supports #2\n").empty());
  CHECK(failures_of(rule + "  + [PERSON A met. => #1 met #2\n").size() == 1);
  CHECK(failures_of(rule + "  + [PERSON#1 A] met. => one met two\n").size() == 1);
  CHECK(failures_of(rule + "  - [PERSON#1 A] saw [PERSON#2 B Corp.]\n").empty());
  CHECK(failures_of(rule + "  - [PERSON#1 A] saw [PERSON#2 B Corp].\n").size() == 1);  // the token is "Corp."
  CHECK(failures_of(rule + "  + [SHIP#1 A] met. => #1 met #2\n").size() == 1);
  CHECK(failures_of(rule + "  + [PERSON#1 A] met [PERSON#2 B]. => #1 mett #2\n") ==
        std::vector<std::string>{"3 rules.example rule 'm': no relation type is called 'mett'; did you mean 'met'?"});
  CHECK(failures_of(rule + "  + [PERSON#1 A] met [PERSON#2 B]. => #1 met #2 negatd\n") ==
        std::vector<std::string>{"3 rules.example rule 'm': no flag is called 'negatd'; did you mean 'negated'?"});
  CHECK(failures_of(rule + "  + [PERSON#1 A] met [PERSON#2 B]. => #1 met #3\n") ==
        std::vector<std::string>{"3 rules.example rule 'm': exactly one bracket must have the number #3"});
}

}  // namespace
}  // namespace dossier::relate::test
