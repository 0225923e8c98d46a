// Verb groups and their flags.
#include "relate/verbs.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("verbs are found with what their group says of them") {
  const Case cases[] = {
      {"[PERSON A] met [PERSON B]", "- met"},
      {"[PERSON A] did not meet [PERSON B]", "- meet negated"},
      {"[PERSON A] has never met [PERSON B]", "- met negated"},
      {"[PERSON A] will meet [PERSON B]", "- meet planned"},
      {"[PERSON A] is to meet [PERSON B]", "- meet planned"},
      {"[PERSON A] is expected to meet [PERSON B]", "- meet planned"},
      {"[PERSON A] was not expected to meet [PERSON B]", "- meet negated planned"},
      {"[PERSON A] plans to meet [PERSON B]", "- meet planned"},
      {"[PERSON A] is said to have met [PERSON B]", "- met reported"},
      {"[PERSON A] is accused of meeting [PERSON B]", "- meeting reported"},
      {"[PERSON A] refused to meet [PERSON B]", "- meet negated"},
      {"[PERSON A] denied meeting [PERSON B]", "- meeting negated"},
      {"[PERSON A] began meeting [PERSON B]", "- meeting"},
      {"[PERSON A] allegedly met [PERSON B]", "- met reported"},
      {"[PERSON A] has reportedly met [PERSON B]", "- met reported"},
      {"[PERSON A] may have met [PERSON B]", "- met questioned"},
      {"[PERSON A] was met by [PERSON B]", "- met passive"},
      {"[PERSON A] was reportedly met by [PERSON B]", "- met passive reported"},
      {"[PERSON A] is meeting [PERSON B]", "- meeting"},
      {"[PERSON A] is president", "- is"},
      {"[PERSON A] has a plan", "- has"},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(Sentence(it.notation, Step::verbs).verbs() == it.expected);
  }
}

TEST_CASE("a noun that looks like a verb is none") {
  for (const char* const notation :
       {"the call", "[PERSON A]'s visit", "a long phone call", "after talks", "his first visit"}) {
    INFO(notation);
    CHECK(Sentence(notation, Step::verbs).verbs().empty());
  }
  CHECK(Sentence("[PERSON A] held talks with [PERSON B]", Step::verbs).verbs() == "- held");
}

TEST_CASE("adverbs, dates and their prepositions are transparent") {
  const Sentence sentence("[PERSON A] on [DATE Monday] also met [PERSON B]", Step::verbs);
  const Workspace& work = sentence.work;
  REQUIRE(work.nodes.size() == 6);
  CHECK(is_transparent(work, 1));
  CHECK(is_transparent(work, 2));
  CHECK(is_transparent(work, 3));
  CHECK_FALSE(is_transparent(work, 4));
  CHECK(before(work, 4) == 0);
  CHECK(behind(work, 0) == 4);
  CHECK(before(work, 0) == nothing);
  CHECK(behind(work, 5) == nothing);
}

}  // namespace
}  // namespace dossier::relate::test
