// What nouns beside a name, and an acronym's words in front of it, say.
#include "support.hpp"

using dossier::test::found;

TEST_CASE("a noun beside a name tells what it is") {
  CHECK(found("They like the newspaper Zorblatt.") == "ORGANIZATION Zorblatt");
  CHECK(found("They like the Zorblatt company.") == "ORGANIZATION Zorblatt");
  CHECK(found("They like the village of Zorblatt.") == "LOCATION Zorblatt");
  CHECK(found("They like his band, Zorblatt, again.") == "PERSON his; ORGANIZATION Zorblatt");
  CHECK(found("They like a company such as Zorblatt.") == "ORGANIZATION Zorblatt");
  CHECK(found("They like a newspaper like Zorblatt.") == "ORGANIZATION Zorblatt");
}

TEST_CASE("a description behind a name tells what it is") {
  CHECK(found("They like Zorblatt, a new company.") == "ORGANIZATION Zorblatt");
  CHECK(found("And Zorblatt is a town.") == "LOCATION Zorblatt");
  CHECK(found("They like Anna, an adviser.").substr(0, 11) == "PERSON Anna");
}

TEST_CASE("the first telling noun of a description counts, and only within the phrase") {
  CHECK(found("They like Zorblatt, a friend of the company.") == "");
  CHECK(found("They like Zorblatt, the company said.") == "");
}

TEST_CASE("what is said once holds for the text") {
  CHECK(found("They like the newspaper Zorblatt. They bought Zorblatt again.") ==
        "ORGANIZATION Zorblatt; ORGANIZATION Zorblatt");
}

TEST_CASE("an acronym is what the words before it spell out") {
  CHECK(found("Nobody likes the agreed upper limit (AUL) here. They raised the AUL.") == "");
  CHECK(found("They like the Zorblatt Harbour Council (ZHC) and the ZHC.") ==
        "ORGANIZATION Zorblatt Harbour Council; ORGANIZATION ZHC; ORGANIZATION ZHC");
}
