// Names that nobody recognized keep a pronoun from meaning somebody else.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

#include "meant.hpp"

using namespace dossier;
using dossier::test::meant;

TEST_CASE("a capital word that is no mention may be whom a pronoun means") {
  // Nothing shows that Quorvash is a person, but she may well have been the one to lose it.
  CHECK(meant("Anna Keller wrote a book. It was lent to Quorvash, and she lost it.") == "");
  CHECK(meant("Anna Keller wrote a book. It was lent to friends, and she lost it.") == "she=Anna Keller");
}

TEST_CASE("a capital word behind an article or a preposition of place is no rival") {
  CHECK(meant("Anna Keller came to the Quorvash, and she bought it.") == "she=Anna Keller");
}

TEST_CASE("whom one pronoun meant has its sex from then on") {
  CHECK(meant("Professor Quill Tavorin spoke. He was tired. Then she left.") == "He=Quill Tavorin");
}
