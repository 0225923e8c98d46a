// When something was, as formats with a time axis have it: from day to day.
#pragma once

#include <chrono>
#include <dossier/graph.hpp>
#include <optional>
#include <string>

namespace dossier::formats {

/// From the first day to the last.
struct Period {
  std::chrono::year_month_day first;
  std::chrono::year_month_day last;
  friend constexpr bool operator==(const Period&, const Period&) = default;
};

/// Years and months are taken whole: from 2019 to 2021-02 is from 2019-01-01 to 2021-02-28. Nothing when one of the
/// dates is none or none of the calendar ("2019-13"), or the last lies before the first.
[[nodiscard]] std::optional<Period> period(IsoDate first, IsoDate last);

/// "2024-05-03".
[[nodiscard]] std::string day_text(std::chrono::year_month_day day);

}  // namespace dossier::formats
