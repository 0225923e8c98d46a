// Owners, descriptions, modifiers and lists.
#include "relate/noun_phrases.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

TEST_CASE("names take in descriptions and possessive marks, and lose their type before a noun") {
  const Case cases[] = {
      {"told the business newspaper [ORGANIZATION Dagen]", "told [Dagen]"},
      {"told billionaire [PERSON Lee] so", "told [Lee] so"},
      {"told reporters [PERSON Lee] won", "told reporters [Lee] won"},
      {"[PERSON Lee]'s visit", "[Lee]+ visit"},
      {"[PRONOUN her] visit", "[her]+ visit"},
      {"met [PRONOUN her] .", "met [her] ."},
      {"the [PERSON Lee] campaign met", "Lee campaign met"},
      {"met [PERSON Lee] privately", "met [Lee] privately"},
      {"met [PERSON Lee] wearing black", "met [Lee] wearing black"},
      {"urged that [PERSON Lee] go", "urged that [Lee] go"},
      {"[PERSON Lee] (then with [ORGANIZATION Acme]) met", "[Lee] met"},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(Sentence(it.notation, Step::phrases).nodes() == it.expected);
  }
}

TEST_CASE("lists become one phrase unless a new clause begins in them") {
  const Case cases[] = {
      {"[PERSON A], [PERSON B] and [PERSON C] met", "[A, B and C]* met"},
      {"[PERSON A], [PERSON B], and [PERSON C] met", "[A, B, and C]* met"},
      {"[PERSON A] as well as [PERSON B] met", "[A as well as B]* met"},
      {"[PERSON A] and the [ROLE envoy] met", "[A and the envoy]* met"},
      {"told [PERSON A] and [PERSON B] so", "told [A and B]* so"},
      {"between [PERSON A] and [PERSON B] was", "between [A and B]* was"},
      {"said [PERSON A] and [PERSON B] met", "said [A and B]* met"},
      {"[PERSON A], and [PERSON B] met", "[A] , and [B] met"},
      {"[PERSON A] but [PERSON B] met", "[A] but [B] met"},
      {"[LOCATION A] and [PERSON B] met", "[A] and [B] met"},
      {"[PERSON A] and [PERSON B]'s talks", "[A and B]+* talks"},
      {"[PERSON A], [PERSON B] met", "[A] , [B] met"},
  };
  for (const Case& it : cases) {
    INFO(it.notation);
    CHECK(Sentence(it.notation, Step::lists).nodes() == it.expected);
  }
}

TEST_CASE("a list has a limit") {
  std::string notation = "[PERSON A]";
  for (int i = 0; i < 50; ++i) notation += ", [PERSON B]";
  notation += " and [PERSON C] met";
  const Sentence sentence(notation, Step::lists);
  for (const Phrase& it : sentence.work.phrases) CHECK(it.member_count <= 16);
}

}  // namespace
}  // namespace dossier::relate::test
