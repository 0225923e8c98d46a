// The table of abbreviations and sentence starters.
#include <catch2/catch.hpp>
#include <string>

#include "tokens/tokenizer.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("words have the traits of all their lists") {
  CHECK((traits_of("mr.") & (abbreviation | title)) == (abbreviation | title));
  CHECK((traits_of("Gen.") & needs_capital) != 0);
  CHECK((traits_of("oct.") & (abbreviation | month)) == (abbreviation | month));
  CHECK((traits_of("miss.") & place) != 0);
  CHECK((traits_of("u.s.") & acronym) != 0);
  CHECK((traits_of("the") & (starter | connector)) == (starter | connector));
  CHECK((traits_of("asked") & reporting) != 0);
  CHECK((traits_of("plan") & label) != 0);
  CHECK((traits_of("etc.") & closing) != 0);
}

TEST_CASE("look-ups go by the folded hash") {
  CHECK(traits_of(hash_folded("mrs.")) == traits_of("MRS."));
  CHECK(traits_of("mrs") == 0);
  CHECK(traits_of("bridge") == 0);
  CHECK(traits_of("") == 0);
}

}  // namespace
}  // namespace dossier::tokens
