// Places and dates of statements.
#include "relate/qualifiers.hpp"
#include "relate/workspace.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("the nearest place and date of the clause qualify a statement") {
  const Case cases[] = {
      {"[PERSON#1 A] met [PERSON#2 B] in [LOCATION#3 C] on [DATE#4 Monday].", "#1 met #2 \"met\" place=#3 date=#4"},
      {"On [DATE#4 Monday], [PERSON#1 A] met [PERSON#2 B] at the [ORGANIZATION#3 White House].",
       "#1 met #2 \"met\" place=#3 date=#4"},
      {"In [LOCATION#3 Oslo], [PERSON#1 A] met [PERSON#2 B].", "#1 met #2 \"met\" place=#3"},
      {"[PERSON#1 A] on [DATE#4 Monday] met [PERSON#2 B].", "#1 met #2 \"met\" date=#4"},
      {"[PERSON#1 A] met [PERSON#2 B], who left in [DATE#4 May].", "#1 met #2 \"met\""},
      {"[PERSON#1 A] met [PERSON#2 B] because it rained in [LOCATION#3 Oslo].", "#1 met #2 \"met\""},
      {"[PERSON#1 A] met [PERSON#2 B]; it was [DATE#4 May].", "#1 met #2 \"met\""},
      {"[PERSON#1 A] met [PERSON#2 B] from [LOCATION#3 Oslo]'s port.", "#1 met #2 \"met\""},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(statements_in(it.notation) == std::vector<std::string>{std::string(it.expected)});
  }
}

TEST_CASE("a duration or a repeated time is no date") {
  const Schema schema;
  for (const TimeKind time : {TimeKind::duration, TimeKind::set}) {
    Sentence sentence("[PERSON A] met [PERSON B] for [DATE two hours].", Step::items);
    sentence.mentions[2].time = time;
    std::vector<Statement> out;
    std::vector<Issue> issues;
    Workspace work;
    find_relations({sentence.tokens, small_lexicon(), sentence.matches, english_rules(), sentence.mentions, schema}, {},
                   work, out, issues);
    REQUIRE(out.size() == 1);
    CHECK(out[0].date == MentionId::none);
  }
}

}  // namespace
}  // namespace dossier::relate::test
