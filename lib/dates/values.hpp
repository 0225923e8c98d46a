// TIMEX3 values: how periods, times of day, lengths and repetitions are written.
#pragma once

#include <cstdint>
#include <string>

#include "dates/calendar.hpp"
#include "dates/reading.hpp"

namespace dossier::dates {

/// A stretch of the calendar: the unit in which `day` lies. A week runs from Monday, a winter belongs to the year it
/// begins in.
struct Period {
  CivilDay day;
  Unit unit = Unit::none;
  Season season = Season::none;  ///< of Unit::season
};

/// "2025-11-26", "2025-W48", "2025-W48-WE", "2025-11", "2025-Q4", "2025-H2", "2025-FA", "2025", "202", "20",
/// "BC0044-03".
[[nodiscard]] std::string to_value(const Period& period);
/// With what the words left open or named (DateValues::as_said): "2025-XX-XX", "2025-11-28-WXX-5", "2025-11-W48".
[[nodiscard]] std::string to_value_as_said(const Period& period, const Reading& reading);
/// The same with X for what is not known: "XXXX-WXX-3", "XXXX-10-16", "XXXX-SU", "XXXX-XX-XX".
[[nodiscard]] std::string to_open_value(const Reading& reading);
/// "T10:30", "T17:00:05", "TMO"; empty when the reading has no time of day.
[[nodiscard]] std::string clock_value(const Reading& reading);
/// "P3D", "PT2H30M", "PXY", "P2DE".
[[nodiscard]] std::string duration_value(const Reading& reading);
/// "P2W", "XXXX-WXX-2", "XXXX-WXX-2TNI", "XXXX-XX-XXTMO".
[[nodiscard]] std::string set_value(const Reading& reading);

}  // namespace dossier::dates
