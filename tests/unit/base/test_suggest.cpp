// Nearest names.
#include <catch2/catch.hpp>

#include "base/suggest.hpp"

namespace dossier::base::test {
namespace {

TEST_CASE("the nearest name has the fewest changed letters, the first of equals") {
  const std::string_view names[] = {"person", "role", "group", "gruop"};
  CHECK(nearest("persn", names) == "person");
  CHECK(nearest("PERSON", names).empty());
  CHECK(nearest("rol", names) == "role");
  CHECK(nearest("grop", names) == "group");
  CHECK(nearest("location", names).empty());
  CHECK(nearest("", names).empty());
  CHECK(suggestion("persn", names) == "; did you mean 'person'?");
  CHECK(suggestion("xyz", names).empty());
}

}  // namespace
}  // namespace dossier::base::test
