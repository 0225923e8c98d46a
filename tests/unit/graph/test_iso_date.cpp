#include <catch2/catch.hpp>
#include <dossier/graph.hpp>
#include <type_traits>

namespace dossier {
namespace {

static_assert(sizeof(IsoDate) == 4 && std::is_trivially_copyable_v<IsoDate>);
static_assert(std::is_trivially_copyable_v<Edge> && sizeof(Edge) <= 80);  // there may be many millions

TEST_CASE("dates come back as they were given") {
  for (const std::string_view date : {"", "2024", "2024-05", "2024-05-03", "1999-12-31"})
    CHECK(IsoDate(date).text() == date);
}

TEST_CASE("dates are in the order of time, a year before its months, none before all") {
  const std::string_view dates[] = {"", "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025"};
  for (std::size_t i = 1; i < std::size(dates); ++i) CHECK(IsoDate(dates[i - 1]) < IsoDate(dates[i]));
}

TEST_CASE("what is no date is none") {
  for (const std::string_view text :
       {"2024-W03", "XXXX-WXX-3", "202", "P3D", "2024-05-03T14:00", "2024-5", "year", "2024-00", "2024-05-00"})
    CHECK(IsoDate(text).empty());
}

}  // namespace
}  // namespace dossier
