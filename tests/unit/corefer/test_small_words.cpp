// The small words of clauses.
#include <catch2/catch.hpp>

#include "corefer/small_words.hpp"
#include "tokens/tokenizer.hpp"

using namespace dossier;
using namespace dossier::corefer;

namespace {

unsigned kinds(std::string_view word) { return small_word(tokens::hash_folded(word)); }

}  // namespace

TEST_CASE("small words have all their kinds") {
  CHECK(kinds("before") == (unsigned{preposition} | subordinator | opening));
  CHECK(kinds("and") == (unsigned{conjunction} | boundary | joint));
  CHECK(kinds(",") == (unsigned{boundary} | comma));
  CHECK(kinds("who") == (unsigned{conjunction} | boundary));
  CHECK(kinds("off") == particle);
}

TEST_CASE("other words have none") {
  CHECK(kinds("house") == 0);
  CHECK(kinds("") == 0);
}
