// Calendar arithmetic against std::chrono's calendar, and against feasts and weeks known from almanacs.
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "dates/calendar.hpp"

namespace dates = dossier::dates;
using dates::CivilDay;

namespace {

CivilDay from_chrono(std::chrono::sys_days days) {
  const std::chrono::year_month_day date(days);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

TEST_CASE("day numbers, dates and weekdays agree with std::chrono over eight centuries") {
  const std::chrono::sys_days first = std::chrono::year(1600) / 1 / 1;
  for (int offset = 0; offset < 292194; ++offset) {
    const std::chrono::sys_days day = first + std::chrono::days(offset);
    const auto number = static_cast<std::int32_t>(day.time_since_epoch().count());
    const CivilDay expected = from_chrono(day);
    if (dates::from_days(number) != expected || dates::to_days(expected) != number ||
        dates::weekday_of(number) != static_cast<int>(std::chrono::weekday(day).iso_encoding())) {
      FAIL("day number " << number);
    }
  }
  SUCCEED();
}

TEST_CASE("random days of twenty thousand years survive the way there and back") {
  const unsigned seed = 20240229;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::int32_t> any_day(-4371000, 2932896);  // to 9999-12-31
  for (int i = 0; i < 20000; ++i) {
    const std::int32_t number = any_day(random);
    const CivilDay day = dates::from_days(number);
    REQUIRE(dates::is_valid(day.year, day.month, day.day));
    REQUIRE(dates::to_days(day) == number);
    REQUIRE(day == from_chrono(std::chrono::sys_days(std::chrono::days(number))));
    const dates::IsoWeek week = dates::week_of(number);
    REQUIRE(dates::monday_of(week) + dates::weekday_of(number) - 1 == number);
    REQUIRE(week.week >= 1);
    REQUIRE(week.week <= 53);
  }
}

TEST_CASE("only days that exist are valid") {
  struct Case {
    int year, month, day;
    bool valid;
  };
  const Case cases[] = {{2024, 2, 29, true},  {2023, 2, 29, false}, {1900, 2, 29, false}, {2000, 2, 29, true},
                        {2025, 4, 31, false}, {2025, 12, 31, true}, {2025, 13, 1, false}, {2025, 0, 1, false},
                        {2025, 1, 0, false},  {0, 2, 29, true},     {-44, 3, 15, true},   {10000, 1, 1, false}};
  for (const Case& c : cases) {
    INFO(c.year << "-" << c.month << "-" << c.day);
    CHECK(dates::is_valid(c.year, c.month, c.day) == c.valid);
  }
}

TEST_CASE("ISO weeks around the turn of the year belong to the year of their Thursday") {
  struct Case {
    CivilDay day;
    dates::IsoWeek week;
  };
  const Case cases[] = {{{2025, 11, 26}, {2025, 48}}, {{2021, 1, 3}, {2020, 53}},  {{2021, 1, 4}, {2021, 1}},
                        {{2024, 12, 30}, {2025, 1}},  {{2016, 1, 1}, {2015, 53}},  {{2012, 1, 1}, {2011, 52}},
                        {{1998, 12, 31}, {1998, 53}}, {{2018, 12, 31}, {2019, 1}}, {{2000, 1, 1}, {1999, 52}}};
  for (const Case& c : cases) {
    INFO(c.day.year << "-" << c.day.month << "-" << c.day.day);
    CHECK(dates::week_of(dates::to_days(c.day)) == c.week);
  }
}

TEST_CASE("adding months agrees with std::chrono and cuts the day to the month") {
  CHECK(dates::add_months({2025, 1, 31}, 1) == CivilDay{2025, 2, 28});
  CHECK(dates::add_months({2024, 1, 31}, 1) == CivilDay{2024, 2, 29});
  CHECK(dates::add_months({2024, 3, 15}, -15) == CivilDay{2022, 12, 15});
  CHECK(dates::add_months({2024, 12, 1}, 0) == CivilDay{2024, 12, 1});
  CHECK(dates::add_months({1, 1, 10}, -1) == CivilDay{0, 12, 10});
  for (int months = -600; months <= 600; ++months) {
    const std::chrono::year_month target = std::chrono::year(1999) / 8 + std::chrono::months(months);
    const CivilDay sum = dates::add_months({1999, 8, 31}, months);
    REQUIRE(sum.year == static_cast<int>(target.year()));
    REQUIRE(sum.month == static_cast<int>(static_cast<unsigned>(target.month())));
    REQUIRE(sum.day == dates::days_in_month(sum.year, sum.month));
  }
}

TEST_CASE("the n-th weekday of a month agrees with std::chrono, also from the end") {
  for (int year = 1995; year <= 2030; ++year)
    for (unsigned month = 1; month <= 12; ++month)
      for (unsigned weekday = 1; weekday <= 7; ++weekday) {
        const std::chrono::year_month in = std::chrono::year(year) / std::chrono::month(month);
        for (unsigned n = 1; n <= 5; ++n) {
          const auto expected = in / std::chrono::weekday(weekday)[n];
          const auto found =
              dates::nth_weekday(year, static_cast<int>(month), static_cast<int>(weekday), static_cast<int>(n));
          REQUIRE(found.has_value() == expected.ok());
          if (found) REQUIRE(*found == from_chrono(std::chrono::sys_days(expected)));
        }
        const auto last = dates::nth_weekday(year, static_cast<int>(month), static_cast<int>(weekday), -1);
        REQUIRE(last == from_chrono(std::chrono::sys_days(in / std::chrono::weekday(weekday)[std::chrono::last])));
      }
  CHECK_FALSE(dates::nth_weekday(2025, 11, 4, 0).has_value());
  CHECK(dates::nth_weekday(2025, 11, 4, -4) == CivilDay{2025, 11, 6});
  CHECK_FALSE(dates::nth_weekday(2025, 11, 4, -5).has_value());
}

TEST_CASE("Easter falls where the almanac has it") {
  struct Case {
    int year;
    CivilDay western, eastern;
  };
  const Case cases[] = {
      {1990, {1990, 4, 15}, {1990, 4, 15}}, {2000, {2000, 4, 23}, {2000, 4, 30}}, {2008, {2008, 3, 23}, {2008, 4, 27}},
      {2011, {2011, 4, 24}, {2011, 4, 24}}, {2016, {2016, 3, 27}, {2016, 5, 1}},  {2024, {2024, 3, 31}, {2024, 5, 5}},
      {2025, {2025, 4, 20}, {2025, 4, 20}}, {2038, {2038, 4, 25}, {2038, 4, 25}}, {1818, {1818, 3, 22}, {1818, 4, 26}}};
  for (const Case& c : cases) {
    INFO(c.year);
    CHECK(dates::easter(c.year) == c.western);
    CHECK(dates::orthodox_easter(c.year) == c.eastern);
  }
}

TEST_CASE("Easter is always a Sunday between March 22 and April 25") {
  for (int year = 1583; year <= 4000; ++year) {
    const CivilDay day = dates::easter(year);
    REQUIRE(dates::weekday_of(dates::to_days(day)) == 7);
    REQUIRE(day >= CivilDay{year, 3, 22});
    REQUIRE(day <= CivilDay{year, 4, 25});
    REQUIRE(dates::weekday_of(dates::to_days(dates::orthodox_easter(year))) == 7);
  }
}
