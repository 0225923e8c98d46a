// Whom pronouns and role phrases mean, in short texts read by the whole engine.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

#include "meant.hpp"

using namespace dossier;
using dossier::test::meant;

TEST_CASE("pronouns mean the subject of the clause or of the sentence before") {
  struct Row {
    const char* text;
    const char* expected;
  };
  const Row rows[] = {
      {"Anna Keller said that she had left.", "she=Anna Keller"},
      {"Anna Keller opened the session. She thanked Hugo Klein.", "She=Anna Keller"},
      {"Peter Stone spoke. He praised Anna Keller. She smiled.", "He=Peter Stone; She=Anna Keller"},
      {"She left early.", ""},
      {"The talks ended. They left.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(meant(row.text, MentionKind::pronoun) == row.expected);
  }
}

TEST_CASE("a pronoun never means somebody of the other sex") {
  CHECK(meant("Anna Keller spoke. He left.", MentionKind::pronoun) == "");
  CHECK(meant("Mr. Okafor met Anna Keller. She spoke first.", MentionKind::pronoun) == "She=Anna Keller");
}

TEST_CASE("a pronoun inside a quotation does not mean who stands outside") {
  CHECK(meant("Peter Stone wrote a note. \"I saw that he had left,\" it read.", MentionKind::pronoun) == "");
}

TEST_CASE("a definite role phrase means the person who holds that role") {
  CHECK(meant("Norwegian envoy Lars Vik met Lena Ruiz. The envoy told Ruiz to wait.", MentionKind::nominal) ==
        "envoy=Lars Vik");
  CHECK(meant("Tomas Berg, chief executive of Nordhavn Bank, spoke. The chief executive left.", MentionKind::nominal) ==
        "chief executive=Tomas Berg");
}

TEST_CASE("an indefinite role phrase means nobody known") {
  CHECK(meant("Norwegian envoy Lars Vik met Lena Ruiz. An envoy told Ruiz to wait.", MentionKind::nominal) == "");
}

TEST_CASE("a role phrase of another country means somebody else") {
  CHECK(meant("Norwegian envoy Lars Vik met Lena Ruiz. The Kenyan envoy told Ruiz to wait.", MentionKind::nominal) ==
        "");
}
