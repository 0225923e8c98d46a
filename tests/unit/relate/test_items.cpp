// From tokens and mentions to items.
#include "relate/items.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("a mention is one item, and what says nothing is left out") {
  const Case cases[] = {
      {"[PERSON Ann Lee] met [PERSON Bob Ray].", "[Ann Lee] met [Bob Ray] ."},
      {"Mr. [PERSON Lee] met Dr. [PERSON Ray].", "[Lee] met [Ray] ."},
      {"Mr. Lee met [PERSON Ray].", "Mr. Lee met [Ray] ."},
      {"[PERSON Ann Lee] (left) and [PERSON Bob Ray] (R-Ky.) met.", "[Ann Lee] and [Bob Ray] met ."},
      {"[PERSON Ann Lee] ([ORGANIZATION Acme] [ROLE chair]) left.", "[Ann Lee] ( [Acme] [chair] ) left ."},
      {"[PERSON Ann Lee], 54, left.", "[Ann Lee] , left ."},
      {"[PERSON Ann Lee], 5,400, left.", "[Ann Lee] , 5,400 , left ."},
      {"[LOCATION Oslo]-based [ORGANIZATION Acme] left.", "[Oslo] based [Acme] left ."},
      {"The [LOCATION Oslo], left.", "The [Oslo] , left ."},
      {"A remark (that never ends.", "A remark ( that never ends ."},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(Sentence(it.notation, Step::items).items() == it.expected);
  }
}

TEST_CASE("a nested mention gives no item") {
  Sentence sentence("[ORGANIZATION [LOCATION Oslo] Port] closed.", Step::items);
  sentence.mentions[1].nested = true;
  sentence.run(Step::items);
  CHECK(sentence.items() == "[Oslo Port] closed .");
}

TEST_CASE("a mention inside a word gives the rest of the word as an item of its own") {
  Sentence sentence("ex-[ROLE president] [PERSON Lee] left.", Step::items);
  CHECK((sentence.items() == "ex [president] [Lee] left ." || sentence.items() == "ex- [president] [Lee] left ."));
}

TEST_CASE("words know how they end, and verbs that they are verbs") {
  const Sentence sentence("[PERSON Lee] met briefly and wandered towards meetings.", Step::items);
  const auto marks = [&](std::string_view word) {
    for (const rules::Item& it : sentence.work.items)
      if (sentence.text_of(it.span) == word) return it.marks;
    return std::uint16_t{0};
  };
  CHECK((marks("met") & rules::verbal) != 0);
  CHECK((marks("briefly") & ends_ly) != 0);
  CHECK((marks("wandered") & ends_ed) != 0);
  CHECK((marks("wandered") & rules::verbal) != 0);
  CHECK((marks("meetings") & ends_s) != 0);
  CHECK((marks("towards") & rules::verbal) == 0);
}

}  // namespace
}  // namespace dossier::relate::test
