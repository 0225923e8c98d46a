// Everything temporal that is written in digits: numbers, ordinals, decades, clock times and numeric dates, read from
// bytes.
#pragma once

#include <cstdint>
#include <dossier/dates.hpp>
#include <string_view>

#include "dates/calendar.hpp"

namespace dossier::dates {

/// How the digits of an item are written.
enum class Digits : std::uint8_t {
  none,
  plain,       ///< "28", "1984", "1,250"
  decimal,     ///< "2.5"
  fraction,    ///< "1/2"
  ordinal,     ///< "16th"
  short_year,  ///< "'96"
  decade,      ///< "1990s", "1990's", "'80s", "90s"
  clock,       ///< "10:30", "17:00:05", "7.30pm"
  date         ///< "2025-11-26", "11/26/2025", "26.11.2025", "2025-11-26T10:30:00Z"
};

/// What stands in digits at a place. All fields but `end` and `kind` are those of the kind, else as initialised.
struct DigitsRead {
  std::uint32_t end = 0;  ///< one past the last byte
  Digits kind = Digits::none;
  std::uint8_t width = 0;  ///< digits of a plain number, short year or decade
  bool separated = false;  ///< groups of three set off by commas
  std::int64_t number =
      -1;  ///< thousandths of plain, decimal, fraction, ordinal; a decade's or short year's number as written
  CivilDay date{0, 0, 0};     ///< of a date
  std::int32_t seconds = -1;  ///< of a clock, or a date with a time: since midnight
  bool impossible = false;    ///< a date that no calendar has: "2/30/2019"
  bool zulu = false;          ///< a date with a time that ends with Z
};

/// The longest thing that the digits at `at` begin. Numbers above 10^12 are cut to it. Digits that are part of a longer
/// chain ("1.2.3.4", "10:20:30:40") give a plain number. A numeric date with both parts up to 12 is read in that
/// order before a slash or hyphen, day first before a period. A date that does not exist is one,
/// marked, when its year has four digits and no periods set it apart; else it is no date.
/// REQUIRES: text[at] is a digit, or an apostrophe (' or U+2019) before a digit. O(length of what is read).
[[nodiscard]] DigitsRead read_digits(std::string_view text, std::uint32_t at,
                                     DateOrder order = DateOrder::month_first) noexcept;

/// True when an apostrophe stands at `at` and two digits, no more, follow.
[[nodiscard]] bool is_short_year(std::string_view text, std::uint32_t at) noexcept;

/// 1950..2049 for 0..99: the century within which two digits of a year are meant.
[[nodiscard]] constexpr std::int32_t full_year(std::int32_t two_digits) noexcept {
  return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits;
}

}  // namespace dossier::dates
