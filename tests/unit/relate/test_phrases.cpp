// Who gets a role phrase when several want it.
#include "relate/phrases.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

using Expected = std::vector<std::string>;

TEST_CASE("a described name is one phrase") {
  CHECK(Sentence("[PERSON A], [PERSON B]'s [ROLE aide], met [PERSON C]", Step::phrases).nodes() == "[A] , met [C]");
  CHECK(
      Sentence("[LOCATION U.S.] [ROLE envoy] [PERSON A], a [ROLE friend] of [PERSON B], met", Step::phrases).nodes() ==
      "[A] , met");
}

TEST_CASE("each of a list keeps the title beside it") {
  CHECK(statements_in(
            "[ORGANIZATION#1 Kremlin] [ROLE#2 envoy] [PERSON#3 A], [PERSON#4 B]'s [ROLE#5 adviser] [PERSON#6 C] "
            "and [ROLE#7 President] [PERSON#8 D] left.") ==
        Expected{"#3 has_role #1 \"envoy\"", "#6 has_role #4 \"adviser\"", "#8 has_role - \"President\""});
}

TEST_CASE("a role phrase between two names goes to the first when commas close it") {
  CHECK(statements_in("[PERSON#1 A], the [ROLE#2 head] of [ORGANIZATION#3 B], [PERSON#4 C], the [ROLE#5 head] of "
                      "[ORGANIZATION#6 D], and others left.") ==
        Expected{"#1 has_role #3 \"head\"", "#4 has_role #6 \"head\""});
}

TEST_CASE("a role that is the subject of the verb behind it describes nobody before it") {
  CHECK(statements_in("With [PERSON#1 A], the [LOCATION#2 U.S.] [ROLE#3 envoy] met [PERSON#4 B].") ==
        Expected{"#3 has_role #2 \"envoy\"", "#3 met #4 \"met\""});
}

}  // namespace
}  // namespace dossier::relate::test
