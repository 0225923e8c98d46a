// Names that come again and again ("Friday", "April", "Oct. 16", "the third quarter"): which occurrence is meant.
//
// Every occurrence near the reference has a distance in days. A determiner or tense shuts one side out or makes it
// count as farther; the nearest that is left is meant, the earlier one of two that are equally near.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "dates/calendar.hpp"
#include "dates/values.hpp"

namespace dossier::dates {

/// What a day ahead of the reference and a day behind it cost; 0 shuts the side out. An occurrence that holds the
/// reference costs nothing and counts as neither, but is shut out where `holding` is false.
struct Weights {
  std::int32_t ahead = 1;
  std::int32_t behind = 1;
  bool holding = true;
};

/// The best of the occurrences given (empty slots allowed); nothing when all are shut out.
[[nodiscard]] std::optional<Period> nearest(const std::array<std::optional<Period>, 9>& occurrences, CivilDay reference,
                                            const Weights& weights) noexcept;

/// The nearest such weekday; the reference itself may be meant unless `weights.holding` is false.
[[nodiscard]] CivilDay nearest_weekday(CivilDay reference, std::int32_t weekday, const Weights& weights) noexcept;

/// Which part of a longer period: the n-th day, week, weekend or weekday, from the end when n is negative.
struct Rank {
  std::int32_t n = 1;
  Unit unit = Unit::day;
  std::int32_t weekday = 0;  ///< 1..7 for the n-th Monday ...; 0 for any day
};

/// That part; nothing when the period has no n-th one or is none that has parts. A week belongs to the period that its
/// Thursday lies in.
[[nodiscard]] std::optional<Period> nth_part(const Period& period, const Rank& rank) noexcept;

}  // namespace dossier::dates
