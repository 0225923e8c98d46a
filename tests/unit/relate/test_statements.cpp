// What matches state.
#include "relate/statements.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

using Expected = std::vector<std::string>;

TEST_CASE("lists give every pair, symmetric relations once") {
  CHECK(statements_in("[PERSON#1 A], [PERSON#2 B] and [PERSON#3 C] met.") ==
        Expected{"#1 met #2 \"met\"", "#1 met #3 \"met\"", "#2 met #3 \"met\""});
  CHECK(statements_in("[PERSON#1 A] and [PERSON#2 B] met [PERSON#3 C] and [PERSON#4 D].") ==
        Expected{"#1 met #3 \"met\"", "#1 met #4 \"met\"", "#2 met #3 \"met\"", "#2 met #4 \"met\""});
}

TEST_CASE("the last word of a role says how its bearer stands to its owner") {
  CHECK(statements_in("[PERSON#1 A], [PERSON#2 B]'s [ROLE#3 wife], left.") == Expected{"#1 family #2 \"wife\""});
  CHECK(statements_in("[PERSON#1 A], [PERSON#2 B]'s successor, left.") == Expected{"#1 succeeded #2 \"successor\""});
  CHECK(statements_in("[PERSON#1 A], [PERSON#2 B]'s predecessor, left.") ==
        Expected{"#2 succeeded #1 \"predecessor\""});
  CHECK(statements_in("[PERSON#1 A], a [PERSON#2 B] supporter, left.") == Expected{"#1 supports #2 \"supporter\""});
  CHECK(statements_in("[PERSON#1 A], a critic of [PERSON#2 B], left.") == Expected{"#1 opposes #2 \"critic\""});
  CHECK(statements_in("[PERSON#1 A], a member of [ORGANIZATION#2 B], left.") == Expected{"#1 member_of #2 \"member\""});
  CHECK(statements_in("[PERSON#1 A], a resident of [LOCATION#2 B], left.") == Expected{"#1 based_in #2 \"resident\""});
  CHECK(statements_in("[PERSON#1 A], a native of [LOCATION#2 B], left.") == Expected{"#1 origin #2 \"native\""});
}

TEST_CASE("a nationality before an occupation is an origin, before an office whose it is") {
  CHECK(statements_in("The [GROUP#1 Danish] [ROLE#2 singer] [PERSON#3 A] left.") ==
        Expected{"#3 has_role - \"singer\"", "#3 origin #1"});
  CHECK(statements_in("The [GROUP#1 Danish] [ROLE#2 president] [PERSON#3 A] left.") ==
        Expected{"#3 has_role #1 \"president\""});
  CHECK(statements_in("[LOCATION#1 Oslo] [ROLE#2 lawyer] [PERSON#3 A] left.") ==
        Expected{"#3 has_role - \"lawyer\"", "#3 based_in #1"});
}

TEST_CASE("a bare role stands for somebody unless it turns out to be somebody's") {
  CHECK(statements_in("The [ORGANIZATION#1 Kremlin] [ROLE#2 adviser] left.") == Expected{"#2 has_role #1 \"adviser\""});
  CHECK(statements_in("[PERSON#3 A] is the [ORGANIZATION#1 Kremlin] [ROLE#2 adviser].") ==
        Expected{"#3 has_role #1 \"adviser\""});
  CHECK(statements_in("The [LOCATION#1 U.S.] [ROLE#2 envoy] advised [PERSON#3 A].") ==
        Expected{"#2 has_role #1 \"envoy\"", "#2 communicated_with #3 \"advised\""});
}

TEST_CASE("what the schema does not allow is dropped") {
  CHECK(statements_in("[PERSON#1 A] visited [PERSON#2 B].").empty());
  CHECK(statements_in("[LOCATION#1 Oslo] told [PERSON#2 B].").empty());
  CHECK(statements_in("[PERSON#1 A] founded [LOCATION#2 Oslo].").empty());
}

TEST_CASE("nobody is related to himself") {
  const Schema schema;
  Sentence sentence("[PERSON A] met [PERSON B].", Step::clauses);
  Found found;
  for (std::size_t i = 0; i < english_rules().rules().size(); ++i)
    if (english_rules().rules()[i].name == "met.verb") found.rule = static_cast<std::uint32_t>(i);
  const rules::Capture captures[] = {{rules::CaptureName::subject, 0, 1}, {rules::CaptureName::object, 0, 1}};
  found.captures = captures;
  found.nodes = sentence.work.clauses;
  const Reading reading{sentence.tokens, small_lexicon(), english_rules(), sentence.mentions, schema};
  add_statements(reading, found, sentence.work);
  CHECK(sentence.work.statements.empty());
}

}  // namespace
}  // namespace dossier::relate::test
