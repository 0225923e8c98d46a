// What a temporal expression says, before anything is known about the day it was written on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <dossier/document.hpp>

#include "dates/items.hpp"
#include "dates/rule_names.hpp"
#include "lexicon/lexicon.hpp"

namespace dossier::dates {

/// What a period is counted from.
enum class Base : std::uint8_t {
  open,    ///< nothing: the fields alone say when
  anchor,  ///< the day of writing: "last week", "two days ago"
  story    ///< the time that is spoken of: "the following month", "two days later"
};

/// Which of several possible periods of a name is meant: "last April", "this Wednesday", "next summer".
/// "recent" and "coming" are the nearest ones, whatever week it is: "this past Friday", "the coming Friday".
enum class Pick : std::uint8_t { none, current, last, next, recent, coming };

using Mod = TimeMod;

enum class Vague : std::uint8_t { none, past, present, future };

/// So many units; an unknown number of them when thousandths is -1.
struct Amount {
  std::int64_t thousandths = -1;
  Unit unit = Unit::none;
};

inline constexpr std::int32_t no_year = -100000;

/// One expression as read. Fields that were not said are as initialised.
struct Reading {
  Reading() noexcept {
  }  // a constructor of its own sets the fields alone; without it the compiler clears the whole first

  TimeKind kind = TimeKind::date;
  Rule rule = Rule::none;

  Base base = Base::open;
  Unit unit = Unit::none;  ///< of the shift; also of a year, decade or century that `year` begins
  Pick pick = Pick::none;
  Vague vague = Vague::none;
  Mod mod = Mod::none;

  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t weekday = 0;
  std::uint8_t quarter = 0;
  std::uint8_t half = 0;
  Season season = Season::none;
  DayPart part = DayPart::none;
  std::uint8_t amount_count = 0;

  std::int8_t nth = 0;           ///< the n-th `nth_unit` or `nth_weekday` of the period, from its end when negative
  Unit nth_unit = Unit::none;    ///< day, week, weekend or month
  std::uint8_t nth_weekday = 0;  ///< 1..7: the n-th Monday ...
  std::int8_t direction = 0;     ///< -1, 1: a date that lies the amounts before or after the period
  bool as_week = false;          ///< the week that the day lies in: "the week of July 23"

  bool shift_unknown = false;  ///< "several years ago"
  bool part_of_story = false;  ///< of the same length as the period last spoken of: "the year-ago quarter"
  bool just_told = false;      ///< "that quarter", "the following month": leans on what was told last
  bool of_quarter = false;     ///< "quarter" was said without its number: "the year-ago quarter"
  bool ends_range = false;     ///< the later end of "May 3 to June 4", without a year
  bool fiscal = false;
  bool uncounted = false;     ///< the n-th day of something that is not known: "the second day"
  bool doubtful = false;      ///< a number that is a year only in a text that speaks of such years
  bool impossible = false;    ///< names a day that no calendar has: no mention at all
  bool with_seconds = false;  ///< the seconds of the clock were said

  std::int32_t year = no_year;  ///< astronomical; first year of a decade or century
  std::int32_t shift = 0;       ///< units from the base
  std::int32_t seconds = -1;    ///< since midnight
  float score = 0.95F;
  lexicon::EntryId holiday = lexicon::EntryId::none;
  std::array<Amount, 4> amounts;  ///< of a duration, a set's period, or a distance from the period

  [[nodiscard]] bool has_year() const noexcept { return year != no_year; }
  /// True when the expression names a day or a longer period (not only a clock time or a duration).
  [[nodiscard]] bool has_period() const noexcept {
    return base != Base::open || uncounted || has_year() || month != 0 || day != 0 || weekday != 0 || quarter != 0 ||
           half != 0 || season != Season::none || holiday != lexicon::EntryId::none;
  }
  [[nodiscard]] bool has_clock() const noexcept { return seconds >= 0 || part != DayPart::none; }
};

/// A reading of the items from where it was asked for up to `end`; nothing when end is 0.
struct Parsed {
  std::size_t end = 0;
  Reading reading;
  explicit operator bool() const noexcept { return end != 0; }
};

}  // namespace dossier::dates
