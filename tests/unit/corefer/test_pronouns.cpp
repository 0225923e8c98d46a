// Whom pronouns mean where several people are named.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

#include "meant.hpp"

using namespace dossier;
using dossier::test::meant;

TEST_CASE("a pronoun in a phrase that opens the sentence means the subject behind it") {
  struct Row {
    const char* text;
    const char* expected;
  };
  const Row rows[] = {
      {"Lena Ruiz spoke. During her trip to Oslo, Anna Keller met Hugo Klein.", "her=Anna Keller"},
      {"Since she left Oslo, Anna Keller has written to Hugo Klein.", "she=Anna Keller"},
      {"Despite his age, the mayor, Hugo Klein, left.", "his=Hugo Klein"},
      {"During her trip, the ferry of Anna Keller sank.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(meant(row.text, MentionKind::pronoun) == row.expected);
  }
}

TEST_CASE("an object is not the subject of its own clause, nor an owner whom he describes") {
  CHECK(meant("Peter Stone spoke. Stone was tired. Hugo Klein thanked him.", MentionKind::pronoun) ==
        "him=Peter Stone");
  CHECK(meant("Peter Stone met his lawyer, Hugo Klein.", MentionKind::pronoun) == "his=Peter Stone");
}

TEST_CASE("a pronoun that may well mean two people means nobody") {
  CHECK(meant("Peter Stone and Hugo Klein left. Later the police stopped him.", MentionKind::pronoun) == "");
}

TEST_CASE("pronouns in a text without names cost no more the more there are") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "she ";  // seconds become minutes if each looks at all
  CHECK(meant(text, MentionKind::pronoun) == "");
}

TEST_CASE("a lone word that a pronoun shows to be somebody is a name") {
  CHECK(meant("Quorvash married in 1984. She lives in Oslo.") == "She=Quorvash");
  CHECK(meant("In her next match, Quorvash won easily.") == "her=Quorvash");
  CHECK(meant("The Quorvash opened in 1984. She lives in Oslo.") == "");
  CHECK(meant("\"Quorvash is late,\" she said.") == "");
  CHECK(meant("Quorvash's book sold well. He was glad.") == "He=Quorvash");
  CHECK(meant("In 2014, Quorvash moved to Oslo, where he died.") == "he=Quorvash");
  CHECK(meant("She knew Quorvash. He was glad.") == "");  // no subject
  CHECK(meant("The town of Quorvash grew. He was glad.") == "");
}

TEST_CASE("the first subject of the sentence before goes on") {
  CHECK(meant("In May, Peter Stone met Hugo Klein. He was tired.") == "He=Peter Stone");
  CHECK(meant("Peter Stone met Hugo Klein. In May he was tired.") == "he=Peter Stone");
}

TEST_CASE("a clause with who is about the name before it") {
  CHECK(meant("The mayor thanked Hugo Klein, who sold his car.") == "his=Hugo Klein");
}

TEST_CASE("a pronoun behind a preposition and a date is not ahead of the name behind the comma") {
  CHECK(meant("Anna Keller left Oslo. In 2014 she wrote to her friend, Lena Ruiz.").find("she=Lena") ==
        std::string::npos);
}
