// Who does what.
#include "relate/subjects.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("each verb has the subject that the clause gives it, or none") {
  const Case cases[] = {
      // right before it, or held off by insertions
      {"[PERSON A] met [PERSON B]", "A met"},
      {"[PERSON A], speaking in [LOCATION C], told [PERSON B]", "A speaking; A told"},
      {"[PERSON A], who visited [LOCATION C], met [PERSON B]", "A visited; A met"},
      {"[PERSON A], the [ROLE head] of [ORGANIZATION D], met [PERSON B]", "A, met"},
      {"[PERSON A] in [LOCATION C] met [PERSON B]", "A met"},
      // several verbs
      {"[PERSON A] flew to [LOCATION C] and met [PERSON B]", "A flew; A met"},
      {"[PERSON A] met [PERSON B] and [PERSON C] met [PERSON D]", "A met; C met"},
      {"[PERSON A] met [PERSON B] before visiting [LOCATION C]", "A met; A visiting"},
      {"After meeting [PERSON B], [PERSON A] left", "A meeting; A left"},
      {"Speaking to [PERSON B], [PERSON A] left", "A Speaking; A left"},
      {"With [PERSON B] meeting [PERSON C], [PERSON A] left", "B meeting; A left"},
      // infinitives
      {"[PERSON A] used [ORGANIZATION C] to call [PERSON B]", "A used; A call planned"},
      {"[PERSON A] asked [PERSON B] to call [PERSON C]", "A asked; B call planned"},
      {"[PERSON A] was asked to call [PERSON C]", "A asked passive; A call planned"},
      // clauses within clauses
      {"[PERSON A] said that [PERSON B] met [PERSON C]", "A said; B met reported"},
      {"[PERSON A] said [PERSON B] met [PERSON C]", "A said; B met reported"},
      {"[PERSON A] denied that [PERSON B] met [PERSON C]", "A denied; B met negated reported"},
      {"[PERSON A] asked whether [PERSON B] met [PERSON C]", "A asked; B met questioned"},
      {"[PERSON A] said that he was told and [PERSON B] met [PERSON C]",
       "A said; - told passive reported; B met reported"},
      // unknown subjects
      {"friends of [PERSON A] met [PERSON B]", "- met"},
      {"[PERSON A]'s friends met [PERSON B]", "- met"},
      {"[PERSON A] supporters met [PERSON B]", "- met"},
      {"the minister met [PERSON B] and told [PERSON C]", "- met; - told"},
      {"an article on [PERSON A] which attacked [PERSON B]", "- attacked"},
      // descriptions
      {"[ORGANIZATION A], a union that backed [PERSON B], left", "A backed; A left"},
      {"[ORGANIZATION A], a firm founded by [PERSON B], left", "A founded; A left"},
      {"[PERSON A] and [PERSON B], the parents of two boys killed in [LOCATION C], sued [PERSON D]",
       "- killed; A and B sued"},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    std::string expected(it.expected);
    std::replace(expected.begin(), expected.end(), ',', ',');
    CHECK(Sentence(it.notation, Step::subjects).verbs() == expected);
  }
}

}  // namespace
}  // namespace dossier::relate::test
