// Arithmetic on days, weeks and months of the proleptic Gregorian calendar, and the feasts that move in it.
//
// Days are counted from 1970-01-01, negative before. Years are astronomical: year 0 is 1 BC. All functions are pure,
// O(1), exact for every year from -9999 to 9999 and safe from many threads.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace dossier::dates {

/// A day of the calendar. REQUIRES, wherever one is taken: is_valid().
struct CivilDay {
  std::int32_t year = 1970;
  std::int32_t month = 1;  ///< 1..12
  std::int32_t day = 1;    ///< 1..31
  friend constexpr auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

/// A week as ISO 8601 counts them: Monday first, week 1 is the one that holds January 4.
struct IsoWeek {
  std::int32_t year = 1970;  ///< of the week's Thursday
  std::int32_t week = 1;     ///< 1..53
  friend constexpr bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

[[nodiscard]] constexpr bool is_leap(std::int32_t year) noexcept {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
/// REQUIRES: month in 1..12.
[[nodiscard]] std::int32_t days_in_month(std::int32_t year, std::int32_t month) noexcept;
/// True when such a day exists, in a year from -9999 to 9999.
[[nodiscard]] bool is_valid(std::int32_t year, std::int32_t month, std::int32_t day) noexcept;

[[nodiscard]] std::int32_t to_days(CivilDay day) noexcept;
[[nodiscard]] CivilDay from_days(std::int32_t days) noexcept;
/// 1 Monday .. 7 Sunday.
[[nodiscard]] std::int32_t weekday_of(std::int32_t days) noexcept;
[[nodiscard]] IsoWeek week_of(std::int32_t days) noexcept;
/// First day (Monday) of a week.
[[nodiscard]] std::int32_t monday_of(IsoWeek week) noexcept;

/// `months` later; the day is cut to the length of the month it falls in (January 31 + 1 month is February 28 or 29).
[[nodiscard]] CivilDay add_months(CivilDay day, std::int32_t months) noexcept;

/// The n-th (1..5) such weekday of a month, counted from the end for n = -1..-5; nothing when the month has no n-th
/// one.
[[nodiscard]] std::optional<CivilDay> nth_weekday(std::int32_t year, std::int32_t month, std::int32_t weekday,
                                                  std::int32_t n) noexcept;
/// Easter Sunday of the western churches. REQUIRES: year > 0.
[[nodiscard]] CivilDay easter(std::int32_t year) noexcept;
/// Easter Sunday of the eastern churches (by the Julian computus), as a day of the Gregorian calendar. REQUIRES: year >
/// 0.
[[nodiscard]] CivilDay orthodox_easter(std::int32_t year) noexcept;

}  // namespace dossier::dates
