// Calendar arithmetic by counting days: every question about weeks or months becomes one about a day number.
//
// Day numbers follow the method of eras of 400 years with the year starting in March, so that the leap day is the last
// one of its year (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
#include "dates/calendar.hpp"

#include <algorithm>
#include <array>

namespace dossier::dates {
namespace {

constexpr std::int32_t days_per_era = 146097;

constexpr std::int32_t floor_div(std::int32_t a, std::int32_t b) noexcept {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

}  // namespace

std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept {
  constexpr std::array<std::int32_t, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && is_leap(year)) return 29;
  return lengths[static_cast<std::size_t>(month - 1)];
}

bool is_valid(std::int32_t year, std::int32_t month, std::int32_t day) noexcept {
  return year >= -9999 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

std::int32_t to_days(CivilDay day) noexcept {
  const std::int32_t year = day.month <= 2 ? day.year - 1 : day.year;
  const std::int32_t era = floor_div(year, 400);
  const std::int32_t year_of_era = year - era * 400;
  const std::int32_t month_from_march = day.month > 2 ? day.month - 3 : day.month + 9;
  const std::int32_t day_of_year = (153 * month_from_march + 2) / 5 + day.day - 1;
  const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - 719468;
}

CivilDay from_days(std::int32_t days) noexcept {
  const std::int32_t shifted = days + 719468;
  const std::int32_t era = floor_div(shifted, days_per_era);
  const std::int32_t day_of_era = shifted - era * days_per_era;
  const std::int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / (days_per_era - 1)) / 365;
  const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
  CivilDay out;
  out.day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  out.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  out.year = year_of_era + era * 400 + (out.month <= 2 ? 1 : 0);
  return out;
}

std::int32_t weekday_of(std::int32_t days) noexcept {
  const std::int32_t from_monday = days + 3;  // day 0 was a Thursday
  return from_monday - floor_div(from_monday, 7) * 7 + 1;
}

IsoWeek week_of(std::int32_t days) noexcept {
  const std::int32_t thursday = days - weekday_of(days) + 4;
  const std::int32_t year = from_days(thursday).year;
  return {year, (thursday - to_days({year, 1, 1})) / 7 + 1};
}

std::int32_t monday_of(IsoWeek week) noexcept {
  const std::int32_t fourth = to_days({week.year, 1, 4});
  return fourth - weekday_of(fourth) + 1 + (week.week - 1) * 7;
}

CivilDay add_months(CivilDay day, std::int32_t months) noexcept {
  const std::int32_t count = day.year * 12 + day.month - 1 + months;
  CivilDay out;
  out.year = floor_div(count, 12);
  out.month = count - out.year * 12 + 1;
  out.day = std::min(day.day, days_in_month(out.year, out.month));
  return out;
}

std::optional<CivilDay> nth_weekday(std::int32_t year, std::int32_t month, std::int32_t weekday,
                                    std::int32_t n) noexcept {
  const std::int32_t length = days_in_month(year, month);
  std::int32_t day = 0;
  if (n > 0) {
    const std::int32_t first = weekday_of(to_days({year, month, 1}));
    day = 1 + (weekday - first + 7) % 7 + (n - 1) * 7;
  } else {
    const std::int32_t last = weekday_of(to_days({year, month, length}));
    day = length - (last - weekday + 7) % 7 + (n + 1) * 7;
  }
  if (n == 0 || day < 1 || day > length) return std::nullopt;
  return CivilDay{year, month, day};
}

// The anonymous Gregorian algorithm as printed by J. Meeus, "Astronomical Algorithms", chapter 8.
CivilDay easter(std::int32_t year) noexcept {
  const std::int32_t a = year % 19;
  const std::int32_t b = year / 100;
  const std::int32_t c = year % 100;
  const std::int32_t g = (8 * b + 13) / 25;
  const std::int32_t h = (19 * a + b - b / 4 - g + 15) % 30;
  const std::int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const std::int32_t m = (a + 11 * h + 19 * l) / 433;
  const std::int32_t month = (h + l - 7 * m + 90) / 25;
  return {year, month, (h + l - 7 * m + 33 * month + 19) % 32};
}

CivilDay orthodox_easter(std::int32_t year) noexcept {
  const std::int32_t d = (19 * (year % 19) + 15) % 30;
  const std::int32_t e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const std::int32_t month = (d + e + 114) / 31;
  const CivilDay julian{year, month, (d + e + 114) % 31 + 1};
  const std::int32_t century = year / 100;
  return from_days(to_days(julian) + century - century / 4 - 2);
}

}  // namespace dossier::dates
