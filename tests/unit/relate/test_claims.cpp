// Sources named beside a clause, and what is said of events that nouns name.
#include "relate/claims.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

void check(std::initializer_list<Case> cases) {
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(statements_in(it.notation) == std::vector<std::string>{std::string(it.expected)});
  }
}

TEST_CASE("a source at the end of the sentence makes a claim of what stands before it") {
  check({
      {"[PERSON#1 Ann] met [PERSON#2 Bob], [PERSON Cy] said.", "#1 met #2 \"met\" reported"},
      {"[PERSON#1 Ann] met [PERSON#2 Bob], said [PERSON Cy].", "#1 met #2 \"met\" reported"},
      {"[PERSON#1 Ann] met [PERSON#2 Bob], the newspaper reported.", "#1 met #2 \"met\" reported"},
      {"According to [PERSON Cy], [PERSON#1 Ann] met [PERSON#2 Bob].", "#1 met #2 \"met\" reported"},
      {"[PERSON#1 Ann] met [PERSON#2 Bob], according to police.", "#1 met #2 \"met\" reported"},
  });
}

TEST_CASE("a relative clause, a plan and a later clause are no claim of the source") {
  check({
      {"[PERSON#1 Ann], who met [PERSON#2 Bob], left, police said.", "#1 met #2 \"met\""},
      {"[PERSON#1 Ann] met [PERSON#2 Bob], as planned, and said nothing.", "#1 met #2 \"met\""},
      {"[PERSON#1 Ann] met [PERSON#2 Bob], and all went according to plan.", "#1 met #2 \"met\""},
  });
}

TEST_CASE("words before an event noun deny, plan or doubt it") {
  check({
      {"A meeting between [PERSON#1 Ann] and [PERSON#2 Bob] took place.", "#1 met #2 \"meeting\""},
      {"No meeting between [PERSON#1 Ann] and [PERSON#2 Bob] took place.", "#1 met #2 \"meeting\" negated"},
      {"A planned meeting between [PERSON#1 Ann] and [PERSON#2 Bob] made news.", "#1 met #2 \"meeting\" planned"},
      {"An alleged meeting between [PERSON#1 Ann] and [PERSON#2 Bob] made news.", "#1 met #2 \"meeting\" reported"},
      {"[PERSON Cy] denied a meeting between [PERSON#1 Ann] and [PERSON#2 Bob].", "#1 met #2 \"meeting\" negated"},
      {"[PERSON Cy] ruled out a meeting between [PERSON#1 Ann] and [PERSON#2 Bob].", "#1 met #2 \"meeting\" negated"},
      {"The idea of a meeting between [PERSON#1 Ann] and [PERSON#2 Bob] is old.", "#1 met #2 \"meeting\" planned"},
  });
}

}  // namespace
}  // namespace dossier::relate::test
