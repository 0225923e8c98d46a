// The grammar of temporal expressions: one function a family, each reads the items from `i` on and gives the longest
// reading, or nothing. All are pure; none looks further than a fixed number of items, so that time stays linear.
#pragma once

#include <cstddef>
#include <cstdint>

#include "dates/reading.hpp"

namespace dossier::dates {

// --- numbers.cpp

/// A number or indefinite quantity.
struct Count {
  std::size_t end = 0;            ///< 0: none
  std::int64_t thousandths = -1;  ///< -1: "several", "a few"
  bool article = false;           ///< "a", "an", "another": one
  bool in_words = false;
  explicit operator bool() const noexcept { return end != 0; }
};

/// "28", "2.5", "2 1/2", "twenty-four", "two hundred and ten", "1.5 million".
[[nodiscard]] Count read_number(const Items& items, std::size_t i);
/// A number, "a", "half a", "a few", "several", "two or three", "a couple of".
[[nodiscard]] Count read_amount(const Items& items, std::size_t i);
/// A year in words: "nineteen ninety-six", "two thousand and ten"; thousandths is the year * 1000.
[[nodiscard]] Count read_spelled_year(const Items& items, std::size_t i);
/// End of "about", "more than", "at least", "up to" ...; `i` when there is none.
[[nodiscard]] std::size_t skip_approximation(const Items& items, std::size_t i);
/// What such words say: "more than" MORE_THAN, "about" APPROX; nothing for any other item.
[[nodiscard]] Mod approximation_at(const Items& items, std::size_t i) noexcept;

// --- years.cpp

/// A year as it stands at the end of a date: "1984", "'84", "480 BC", "AD 79".
[[nodiscard]] Parsed read_year(const Items& items, std::size_t i);
/// A year that stands alone, where words around it allow that reading.
[[nodiscard]] Parsed read_lone_year(const Items& items, std::size_t i);
/// True when letters are glued to the item's end, so that its digits are part of a longer code.
[[nodiscard]] bool runs_on(const Items& items, std::size_t i) noexcept;
/// True when the digits are the tail of a code: "B1990", "3.1990", "#1990".
[[nodiscard]] bool is_tail(const Items& items, std::size_t i) noexcept;

// --- calendar_dates.cpp

/// A day or month with its name, with or without year and weekday: "Wednesday, Oct. 16", "the 3rd of March 2024",
/// "May".
[[nodiscard]] Parsed read_named_date(const Items& items, std::size_t i);
/// "2025-11-26", "11/26/2025".
[[nodiscard]] Parsed read_numeric_date(const Items& items, std::size_t i);
/// "1990s", "the nineties", "19th century".
[[nodiscard]] Parsed read_long_period(const Items& items, std::size_t i);

// --- periods.cpp

/// Quarters, halves, seasons, fiscal years, holidays: "Q3 2024", "third-quarter", "the summer of 1999", "Christmas
/// Eve".
[[nodiscard]] Parsed read_named_period(const Items& items, std::size_t i);

/// The quarter that most of what ends on that day lies in, from "ended" on: "ended Sept. 30, 2024". `end` is behind the
/// day.
[[nodiscard]] Parsed read_quarter_by_end(const Items& items, std::size_t i);

// --- relative.cpp

/// "today", "last week", "next April", "this year's third quarter", "the past two years".
[[nodiscard]] Parsed read_relative(const Items& items, std::size_t i);

// --- within.cpp

/// A day or week inside a period: "the first Monday of May", "Friday of next week", "the 20th of next month", "the week
/// of July 23".
[[nodiscard]] Parsed read_within(const Items& items, std::size_t i);

// --- durations.cpp

/// "three days", "a two-year", "several months"; with what makes an offset of it: "two days ago", "a year earlier".
[[nodiscard]] Parsed read_duration(const Items& items, std::size_t i);
/// Makes a date or time of a length: so much before (-1) or after (1) the base.
void make_offset(Reading& reading, Base base, std::int32_t sign) noexcept;

// --- clock.cpp

/// A time of day: "10:30 a.m. EST", "noon", "five o'clock", "half past two".
[[nodiscard]] Parsed read_clock(const Items& items, std::size_t i);
/// "morning", "the early evening", "late night".
[[nodiscard]] Parsed read_day_part(const Items& items, std::size_t i);

// --- sets.cpp

/// "every Tuesday", "daily", "twice a week", "Mondays".
[[nodiscard]] Parsed read_set(const Items& items, std::size_t i);
/// "the 19th of every month", "the first Saturday of each month", "every last Friday of the month".
[[nodiscard]] Parsed read_ranked_set(const Items& items, std::size_t i);

// --- vague.cpp

/// "now", "recently", "the future".
[[nodiscard]] Parsed read_vague(const Items& items, std::size_t i);

// --- expression.cpp

/// The longest expression that starts at `i`: families joined ("Saturday night", "10 p.m. Wednesday", "the end of
/// 1990").
[[nodiscard]] Parsed read_expression(const Items& items, std::size_t i);

}  // namespace dossier::dates
