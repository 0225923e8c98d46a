// Two names in one hyphenated word.
#include "support.hpp"

using dossier::test::found;

TEST_CASE("two known names joined by a hyphen are two") {
  CHECK(found("They like the Norway-Oslo line.") == "LOCATION Norway; LOCATION Oslo");
  CHECK(found("They like Norwegian-American talks.") == "GROUP Norwegian; GROUP American");
  CHECK(found("They like UNESCO-Norway talks.") == "ORGANIZATION UNESCO; LOCATION Norway");
}

TEST_CASE("other hyphenated words are not cut") {
  CHECK(found("They like Norway-Zorblatt talks.") == "");
  CHECK(found("They like Anna-Peter talks.") == "");
  CHECK(found("They like Norway-Oslo-America talks.") == "");
  CHECK(found("They like Norway-Reading talks.") == "");
}
