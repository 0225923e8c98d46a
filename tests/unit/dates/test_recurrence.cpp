// The n-th part of a period against std::chrono's calendar, and the choice among occurrences.
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "dates/recurrence.hpp"
#include "dates/resolver.hpp"

namespace dates = dossier::dates;
using dates::CivilDay;
using dates::nth_part;
using dates::Period;
using dates::Unit;

namespace {

CivilDay from_chrono(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

TEST_CASE("the n-th weekday of months of random years agrees with std::chrono") {
  const unsigned seed = 77;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> any_year(1, 4000);
  std::uniform_int_distribution<unsigned> any_month(1, 12);
  std::uniform_int_distribution<unsigned> any_weekday(1, 7);
  for (int i = 0; i < 3000; ++i) {
    const int year = any_year(random);
    const unsigned month = any_month(random);
    const unsigned weekday = any_weekday(random);
    const Period period{{year, static_cast<int>(month), 1}, Unit::month};
    const std::chrono::year_month in = std::chrono::year(year) / std::chrono::month(month);
    INFO(year << "-" << month << " weekday " << weekday);
    for (int n = 1; n <= 5; ++n) {
      const auto expected = in / std::chrono::weekday(weekday)[static_cast<unsigned>(n)];
      const auto found = nth_part(period, {n, Unit::day, static_cast<int>(weekday)});
      REQUIRE(found.has_value() == expected.ok());
      if (found) REQUIRE(found->day == from_chrono(std::chrono::sys_days(expected)));
    }
    const auto last = nth_part(period, {-1, Unit::day, static_cast<int>(weekday)});
    REQUIRE(last->day == from_chrono(std::chrono::sys_days(in / std::chrono::weekday(weekday)[std::chrono::last])));
    const auto end = nth_part(period, {-1, Unit::day, 0});
    REQUIRE(end->day == from_chrono(std::chrono::sys_days(in / std::chrono::last)));
  }
}

TEST_CASE("weeks of a year are those of ISO 8601") {
  for (int year = 1900; year <= 2100; ++year) {
    const Period period{{year, 1, 1}, Unit::year};
    const auto first = nth_part(period, {1, Unit::week, 0});
    const auto last = nth_part(period, {-1, Unit::week, 0});
    REQUIRE(dates::week_of(dates::to_days(first->day)) == dates::IsoWeek{year, 1});
    REQUIRE(dates::week_of(dates::to_days(last->day)).year == year);
    REQUIRE(dates::week_of(dates::to_days(last->day) + 7).year == year + 1);
  }
}

TEST_CASE("what a period has not is not found") {
  CHECK_FALSE(nth_part({{2026, 2, 1}, Unit::month}, {30, Unit::day, 0}).has_value());
  CHECK_FALSE(nth_part({{2026, 2, 1}, Unit::month}, {5, Unit::day, 1}).has_value());
  CHECK_FALSE(nth_part({{2026, 1, 1}, Unit::decade}, {1, Unit::day, 0}).has_value());
  CHECK(nth_part({{2026, 5, 6}, Unit::week}, {1, Unit::day, 5})->day == CivilDay{2026, 5, 8});
}

TEST_CASE("the nearest weekday obeys the weights") {
  const CivilDay wednesday{2025, 11, 26};
  CHECK(dates::nearest_weekday(wednesday, 5, {1, 0, true}) == CivilDay{2025, 11, 28});
  CHECK(dates::nearest_weekday(wednesday, 5, {0, 1, true}) == CivilDay{2025, 11, 21});
  CHECK(dates::nearest_weekday(wednesday, 3, {0, 1, true}) == wednesday);
  CHECK(dates::nearest_weekday(wednesday, 3, {1, 0, false}) == CivilDay{2025, 12, 3});
}

TEST_CASE("moving by days, weeks, months and years agrees with std::chrono from random days") {
  const unsigned seed = 1582;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::int32_t> any_day(-700000, 700000);  // around 53 BC to 3886
  std::uniform_int_distribution<std::int32_t> any_count(-500, 500);
  for (int i = 0; i < 5000; ++i) {
    const std::int32_t number = any_day(random);
    const std::int32_t count = any_count(random);
    const CivilDay day = dates::from_days(number);
    const std::chrono::sys_days start{std::chrono::days(number)};
    const std::chrono::year_month_day date(start);
    INFO(number << " by " << count);
    REQUIRE(dates::move(day, Unit::day, count).day == from_chrono(start + std::chrono::days(count)));
    REQUIRE(dates::move(day, Unit::week, count).day == from_chrono(start + std::chrono::weeks(count)));
    const auto check = [&](Unit unit, int months) {
      const std::chrono::year_month target =
          std::chrono::year_month(date.year(), date.month()) + std::chrono::months(months * count);
      const std::chrono::year_month_day last(target / std::chrono::last);
      const std::chrono::day cut = std::min(date.day(), last.day());
      REQUIRE(dates::move(day, unit, count).day == from_chrono(std::chrono::sys_days(target / cut)));
    };
    check(Unit::month, 1);
    check(Unit::quarter, 3);
    check(Unit::half_year, 6);
    check(Unit::year, 12);
  }
}

TEST_CASE("after a period comes the next of its kind") {
  const auto next = [](const Period& period) { return dates::to_value(dates::after(period)); };
  CHECK(next({{2025, 12, 31}, Unit::day}) == "2026-01-01");
  CHECK(next({{2025, 12, 1}, Unit::month}) == "2026-01");
  CHECK(next({{2025, 12, 24}, Unit::week}) == "2026-W01");
  CHECK(next({{2025, 10, 1}, Unit::quarter}) == "2026-Q1");
  CHECK(next({{2025, 12, 1}, Unit::season, dates::Season::winter}) == "2026-SP");
  CHECK(next({{1990, 1, 1}, Unit::decade}) == "200");
}
