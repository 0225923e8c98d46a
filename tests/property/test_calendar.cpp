// Every computation on the calendar against std::chrono's, over random days of the years 1 to 9999: the functions
// themselves, and what the reader makes of words that need them.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <dossier/dates.hpp>
#include <dossier/engine.hpp>
#include <random>
#include <string>

#include "dates/calendar.hpp"

namespace dossier::dates {
namespace {

using std::chrono::sys_days;
using Days = std::chrono::days;
using Date = std::chrono::year_month_day;

constexpr unsigned seed = 19000229;
constexpr int rounds = 3000;

/// A day of the years 1 + `margin` to 9999 - `margin`.
sys_days any_day(std::mt19937& random, int margin = 0) {
  const sys_days first = std::chrono::year(1 + margin) / 1 / 1;
  const sys_days last = std::chrono::year(9999 - margin) / 12 / 31;
  return first + Days(std::uniform_int_distribution<int>(0, static_cast<int>((last - first).count()))(random));
}

int below(std::mt19937& random, int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

std::int32_t number_of(sys_days day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

CivilDay civil(Date date) {
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int weekday(sys_days day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

/// The day in so many months, at the end of a shorter month where it has no such day.
Date months_away(Date date, int months) {
  const std::chrono::year_month month =
      std::chrono::year_month(date.year(), date.month()) + std::chrono::months(months);
  const Date last = sys_days(month / std::chrono::last);
  return date.day() > last.day() ? last : month / date.day();
}

std::string format(const char* pattern, int a, int b = 0, int c = 0) {
  char out[64];
  std::snprintf(out, sizeof out, pattern, a, b, c);
  return out;
}

std::string iso(sys_days day) {
  const CivilDay date = civil(day);
  return format("%04d-%02d-%02d", date.year, date.month, date.day);
}

IsoWeek week(sys_days day) {
  const sys_days thursday = day + Days(4 - weekday(day));
  const std::chrono::year year = Date(thursday).year();
  return {static_cast<int>(year), static_cast<int>((thursday - sys_days(year / 1 / 1)).count() / 7) + 1};
}

std::string iso_week(sys_days day) { return format("%04d-W%02d", week(day).year, week(day).week); }

constexpr const char* weekdays[] = {"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr const char* months[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                  "July", "August",  "September", "October", "November", "December"};
constexpr const char* ordinals[] = {"", "first", "second", "third", "fourth", "fifth"};

/// The only value in a sentence that was written on that day; all values joined when there are several.
std::string value_of(const std::string& words, sys_days written) {
  static const DateReader reader = DateReader::english();
  static const std::string rest =
      "\n\n" + std::string(50, 'x') + std::string(" The boats lie here, and nobody counts.");
  std::string text = words;
  for (int i = 0; i < 6; ++i) text += rest;  // long enough to be no note
  const std::string date = iso(written);
  const Document doc = reader.read({.text = text, .date = date});
  std::string out;
  for (const Mention& mention : doc.mentions())
    out += (out.empty() ? "" : " ") + std::string(doc.string(mention.value));
  return out;
}

}  // namespace

TEST_CASE("the calendar is std::chrono's") {
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < rounds; ++i) {
    const sys_days day = any_day(random);
    const Date date = day;
    const std::int32_t number = number_of(day);
    INFO(iso(day));
    REQUIRE(to_days(civil(date)) == number);
    REQUIRE(from_days(number) == civil(date));
    REQUIRE(weekday_of(number) == weekday(day));
    REQUIRE(week_of(number) == week(day));
    REQUIRE(monday_of(week_of(number)) == number_of(day - Days(weekday(day) - 1)));
    REQUIRE(is_leap(civil(date).year) == date.year().is_leap());
    const int last =
        static_cast<int>(static_cast<unsigned>(Date(sys_days(date.year() / date.month() / std::chrono::last)).day()));
    REQUIRE(days_in_month(civil(date).year, civil(date).month) == last);
    const int any = below(random, 34);
    REQUIRE(is_valid(civil(date).year, civil(date).month, any) ==
            (date.year() / date.month() / std::chrono::day(static_cast<unsigned>(any))).ok());
  }
}

TEST_CASE("months are added and weekdays counted as std::chrono does") {
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < rounds; ++i) {
    const Date date = any_day(random, 101);
    const int shift = below(random, 2401) - 1200;
    INFO(iso(date) << " and " << shift << " months");
    REQUIRE(add_months(civil(date), shift) == civil(months_away(date, shift)));
    const int day = 1 + below(random, 7);
    const int n = 1 + below(random, 5);
    const std::chrono::weekday name(static_cast<unsigned>(day % 7));
    const auto counted = date.year() / date.month() / name[static_cast<unsigned>(n)];
    const auto found = nth_weekday(civil(date).year, civil(date).month, day, n);
    REQUIRE(found.has_value() == counted.ok());
    if (found) REQUIRE(*found == civil(sys_days(counted)));
    const sys_days last = date.year() / date.month() / name[std::chrono::last];
    REQUIRE(nth_weekday(civil(date).year, civil(date).month, day, -1) == civil(last));
  }
}

TEST_CASE("Easter is the Sunday after the paschal full moon of the tables") {
  for (int year = 1; year <= 9999; ++year) {
    INFO(year);
    // Clavius' way: golden number, epact, then the Sunday after.
    const int golden = year % 19 + 1;
    const int century = year / 100 + 1;
    const int solar = 3 * century / 4 - 12;
    const int lunar = (8 * century + 5) / 25 - 5;
    int epact = ((11 * golden + 20 + lunar - solar) % 30 + 30) % 30;
    if (epact == 24 || (epact == 25 && golden > 11)) ++epact;
    int moon = 44 - epact;
    if (moon < 21) moon += 30;
    const sys_days full = sys_days(std::chrono::year(year) / 3 / 1) + Days(moon - 1);
    const sys_days sunday = full + Days(7 - weekday(full) % 7);
    REQUIRE(easter(year) == civil(sunday));
    REQUIRE(weekday_of(to_days(orthodox_easter(year))) == 7);
  }
}

TEST_CASE("what is told from the day of writing is the day that std::chrono counts") {
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < rounds / 10; ++i) {
    const sys_days day = any_day(random, 101);
    const Date date = day;
    const CivilDay now = civil(date);
    const int n = 2 + below(random, 90);
    const std::string count = std::to_string(n);
    INFO("written " << iso(day) << ", n " << n);
    CHECK(value_of("She left yesterday.", day) == iso(day - Days(1)));
    CHECK(value_of("She leaves the day after tomorrow.", day) == iso(day + Days(2)));
    CHECK(value_of("She left " + count + " days ago.", day) == iso(day - Days(n)));
    CHECK(value_of("She left " + count + " weeks ago.", day) == iso_week(day - Days(7 * n)));
    CHECK(value_of("She left last week.", day) == iso_week(day - Days(7)));
    const CivilDay before = civil(months_away(date, -n));
    CHECK(value_of("She left " + count + " months ago.", day) == format("%04d-%02d", before.year, before.month));
    const CivilDay after = civil(months_away(date, 1));
    CHECK(value_of("She leaves next month.", day) == format("%04d-%02d", after.year, after.month));
    CHECK(value_of("She left " + count + " years ago.", day) == format("%04d", now.year - n));
    CHECK(value_of("She leaves " + count + " days from now.", day) == iso(day + Days(n)));
    CHECK(value_of("She left three weeks before tomorrow.", day) == iso(day - Days(20)));
    const int name = 1 + below(random, 7);
    const sys_days last = day - Days((weekday(day) - name + 6) % 7 + 1);
    const sys_days next = day + Days((name - weekday(day) + 6) % 7 + 1);
    CHECK(value_of(std::string("She left last ") + weekdays[name] + ".", day) == iso(last));
    CHECK(value_of(std::string("She leaves next ") + weekdays[name] + ".", day) == iso(next));
  }
}

TEST_CASE("the n-th day, week and weekday of a period are those of std::chrono") {
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const sys_days written = std::chrono::year(2025) / 11 / 26;
  for (int i = 0; i < rounds / 10; ++i) {
    const int year = 1000 + below(random, 1100);  // four digits that are a year in running text
    const int month = 1 + below(random, 12);
    const int name = 1 + below(random, 7);
    const int n = 1 + below(random, 4);
    const auto ym = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
    const std::chrono::weekday day(static_cast<unsigned>(name % 7));
    const std::string of = std::string(" of ") + months[month] + " " + std::to_string(year) + ".";
    INFO(n << " " << weekdays[name] << of);
    CHECK(value_of(std::string("It opens on the ") + ordinals[n] + " " + weekdays[name] + of, written) ==
          iso(sys_days(ym / day[static_cast<unsigned>(n)])));
    CHECK(value_of(std::string("It opens on the last ") + weekdays[name] + of, written) ==
          iso(sys_days(ym / day[std::chrono::last])));
    CHECK(value_of("It opens on the last day" + of, written) == iso(sys_days(ym / std::chrono::last)));
    const int any =
        1 + below(random, static_cast<int>(static_cast<unsigned>(Date(sys_days(ym / std::chrono::last)).day())));
    const sys_days whole = ym / std::chrono::day(static_cast<unsigned>(any));
    const std::string us = std::string(months[month]) + " " + std::to_string(any) + ", " + std::to_string(year);
    CHECK(value_of("It opened on " + us + ".", written) == iso(whole));
    CHECK(value_of("It opened in the week of " + us + ".", written) == iso_week(whole));
  }
}

}  // namespace dossier::dates
