#include <catch2/catch.hpp>

#include "eval/words.hpp"

namespace dossier::eval {
namespace {

TEST_CASE("ASCII letters become lower case, others stay") {
  CHECK(lower_case("The Örebro's") == U"the Örebro's");
  CHECK(lower_case(U'Z') == U'z');
  CHECK(lower_case(U'[') == U'[');
  CHECK(lower_case("") == U"");
}

TEST_CASE("white space is more than the space") {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u2003', U'\u2028', U'\u3000', U'\u0085', U'\u001C'})
    CHECK(is_space(c));
  for (const char32_t c : {U'a', U'\u200B', U'\uFEFF', U'\0', U'.'}) CHECK_FALSE(is_space(c));
}

}  // namespace
}  // namespace dossier::eval
