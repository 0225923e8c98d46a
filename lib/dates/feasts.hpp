// Holidays by rule: when the day of a dictionary's "rule" attribute falls in a given year.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dates/calendar.hpp"

namespace dossier::dates {

/// The day a rule gives in a year: "12-25", "4 Thu 11" (fourth Thursday of November), "-1 Mon 05" (the last Monday),
/// "easter+39", "orthodox-2", each with " +N" or " -N" days after it. Nothing for any other text or a day that the year
/// has not. REQUIRES: year in 1..9999.
[[nodiscard]] std::optional<CivilDay> feast_day(std::string_view rule, std::int32_t year) noexcept;

}  // namespace dossier::dates
