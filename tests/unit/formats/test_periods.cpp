#include <catch2/catch.hpp>

#include "formats/periods.hpp"

namespace dossier::formats {
namespace {

std::string shown(std::string_view first, std::string_view last) {
  const std::optional<Period> found = period(IsoDate(first), IsoDate(last));
  return found ? day_text(found->first) + ' ' + day_text(found->last) : "none";
}

TEST_CASE("years and months are taken whole") {
  CHECK(shown("2024-05-03", "2024-05-03") == "2024-05-03 2024-05-03");
  CHECK(shown("2019", "2021-02") == "2019-01-01 2021-02-28");
  CHECK(shown("2024-02", "2024-02") == "2024-02-01 2024-02-29");
  CHECK(shown("2019", "2019") == "2019-01-01 2019-12-31");
}

TEST_CASE("what no calendar has is no period") {
  CHECK(shown("", "") == "none");
  CHECK(shown("2019", "") == "none");
  CHECK(shown("2019-13", "2020") == "none");
  CHECK(shown("2019-02-30", "2020") == "none");
  CHECK(shown("2019", "2019-00") == "none");
  CHECK(shown("0000-05", "2019") == "none");
  CHECK(shown("2020", "2019") == "none");
}

}  // namespace
}  // namespace dossier::formats
