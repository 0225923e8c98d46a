// Spellings of one foreign name share a key; different names do not.
#include <catch2/catch.hpp>

#include "text/spelling.hpp"

using dossier::text::spelling_key;

TEST_CASE("spellings of one name have one key") {
  CHECK(spelling_key("yuri") == spelling_key("yury"));
  CHECK(spelling_key("sergei") == spelling_key("sergey"));
  CHECK(spelling_key("zelensky") == spelling_key("zelenskyy"));
  CHECK(spelling_key("zelensky") == spelling_key("zelenskiy"));
  CHECK(spelling_key("alexei") == spelling_key("aleksey"));
  CHECK(spelling_key("khamenei") == spelling_key("hamenei"));
  CHECK(spelling_key("erik") == spelling_key("eric"));
}

TEST_CASE("different names have different keys") {
  CHECK(spelling_key("mark") != spelling_key("mary"));
  CHECK(spelling_key("11") != spelling_key("1"));
  CHECK(spelling_key("joan") != spelling_key("john"));
  CHECK(spelling_key("keller") != spelling_key("koller"));
}

TEST_CASE("the key of nothing is nothing") { CHECK(spelling_key("").empty()); }
