// What the rules for clauses see.
#include "relate/clauses.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("verbs stand behind their subjects, without auxiliaries, adverbs and dates") {
  const Case cases[] = {
      {"[PERSON A] on [DATE Monday] also met [PERSON B]", "[A] met [B]"},
      {"[PERSON A] will not have met [PERSON B]", "[A] met [B]"},
      {"[PERSON A] was met by [PERSON B]", "[A] was met by [B]"},
      {"[PERSON A] left and met [PERSON B]", "[A] left and [A] met [B]"},
      {"friends met [PERSON B]", "friends # met [B]"},
      {"[PERSON A] was busy while [ROLE mayor]", "[A] was busy [A] while [mayor]"},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(Sentence(it.notation, Step::clauses).clauses() == it.expected);
  }
}

}  // namespace
}  // namespace dossier::relate::test
