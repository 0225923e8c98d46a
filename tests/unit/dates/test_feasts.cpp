// Holiday rules against std::chrono's calendar, over random years.
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>

#include "dates/feasts.hpp"

namespace dates = dossier::dates;
using dates::CivilDay;
using dates::feast_day;

namespace {

CivilDay from_chrono(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

TEST_CASE("rules by the n-th weekday agree with std::chrono in random years") {
  const unsigned seed = 4112;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> any_year(1600, 3000);
  std::uniform_int_distribution<unsigned> any_month(1, 12);
  std::uniform_int_distribution<unsigned> any_weekday(1, 7);
  std::uniform_int_distribution<unsigned> any_rank(1, 4);
  constexpr const char* names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (int i = 0; i < 3000; ++i) {
    const int year = any_year(random);
    const unsigned month = any_month(random);
    const unsigned weekday = any_weekday(random);
    const unsigned n = any_rank(random);
    const std::string digits = (month < 10 ? "0" : "") + std::to_string(month);
    const std::string rule = std::to_string(n) + ' ' + names[weekday - 1] + ' ' + digits;
    const std::chrono::year_month in = std::chrono::year(year) / std::chrono::month(month);
    const std::chrono::sys_days day(in / std::chrono::weekday(weekday)[n]);
    INFO(rule << " in " << year);
    REQUIRE(feast_day(rule, year) == from_chrono(day));
    REQUIRE(feast_day(rule + " +5", year) == from_chrono(day + std::chrono::days(5)));
    const std::string last = std::string("-1 ") + names[weekday - 1] + ' ' + digits;
    REQUIRE(feast_day(last, year) ==
            from_chrono(std::chrono::sys_days(in / std::chrono::weekday(weekday)[std::chrono::last])));
  }
}

TEST_CASE("rules by Easter follow the western or the eastern one") {
  CHECK(feast_day("easter+0", 2024) == CivilDay{2024, 3, 31});
  CHECK(feast_day("easter", 2024) == CivilDay{2024, 3, 31});
  CHECK(feast_day("easter-47", 2024) == CivilDay{2024, 2, 13});
  CHECK(feast_day("easter+49", 2024) == CivilDay{2024, 5, 19});
  CHECK(feast_day("orthodox+0", 2024) == CivilDay{2024, 5, 5});
  CHECK(feast_day("orthodox-48", 2018) == CivilDay{2018, 2, 19});
}

TEST_CASE("rules that are none, and days that a year has not, give nothing") {
  for (const char* rule :
       {"", "easter+x", "13-01", "02-30", "9 Mon 05", "1 Day 05", "1 Mon 13", "12-25 +1000", "someday"})
    CHECK_FALSE(feast_day(rule, 2024).has_value());
  CHECK(feast_day("02-29", 2024).has_value());
  CHECK_FALSE(feast_day("02-29", 2023).has_value());
}
