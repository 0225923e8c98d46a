// Chooses among the occurrences of a recurring name.
#include "dates/recurrence.hpp"

#include <limits>

namespace dossier::dates {
namespace {

/// First day and length in days of a period of the kinds that recur.
struct Extent {
  std::int32_t begin = 0;
  std::int32_t length = 1;
};

Extent extent_of(const Period& period) noexcept {
  std::int32_t months = 0;
  switch (period.unit) {
    case Unit::month:
      months = 1;
      break;
    case Unit::quarter:
    case Unit::season:
      months = 3;
      break;
    case Unit::half_year:
      months = 6;
      break;
    case Unit::year:
      months = 12;
      break;
    default:
      return {to_days(period.day), 1};
  }
  const CivilDay first{period.day.year, period.day.month, 1};
  const std::int32_t begin = to_days(first);
  return {begin, to_days(add_months(first, months)) - begin};
}

}  // namespace

std::optional<Period> nth_part(const Period& period, const Rank& rank) noexcept {
  Extent extent = extent_of(period);
  if (period.unit == Unit::decade || period.unit == Unit::century || period.unit == Unit::day) return std::nullopt;
  if (period.unit == Unit::week) extent = {monday_of(week_of(to_days(period.day))), 7};
  const bool weekly = rank.unit == Unit::week || rank.unit == Unit::weekend;
  // The day of the week that counts the weeks: Thursdays weeks, Saturdays weekends.
  const std::int32_t weekday = rank.unit == Unit::week ? 4 : rank.unit == Unit::weekend ? 6 : rank.weekday;
  const std::int32_t step = weekday == 0 ? 1 : 7;
  std::int32_t day = 0;
  if (rank.n > 0) {
    const std::int32_t lead = weekday == 0 ? 0 : (weekday - weekday_of(extent.begin) + 7) % 7;
    day = extent.begin + lead + (rank.n - 1) * step;
  } else {
    const std::int32_t last = extent.begin + extent.length - 1;
    const std::int32_t back = weekday == 0 ? 0 : (weekday_of(last) - weekday + 7) % 7;
    day = last - back + (rank.n + 1) * step;
  }
  if (day < extent.begin || day >= extent.begin + extent.length) return std::nullopt;
  return Period{from_days(day), weekly ? rank.unit : Unit::day, Season::none};
}

std::optional<Period> nearest(const std::array<std::optional<Period>, 9>& occurrences, CivilDay reference,
                              const Weights& weights) noexcept {
  const std::int32_t now = to_days(reference);
  std::optional<Period> best;
  std::int64_t best_cost = std::numeric_limits<std::int64_t>::max();
  for (const std::optional<Period>& occurrence : occurrences) {
    if (!occurrence) continue;
    const Extent extent = extent_of(*occurrence);
    const bool holds = extent.begin <= now && now < extent.begin + extent.length;
    const bool ahead = extent.begin > now;
    const std::int32_t weight = ahead ? weights.ahead : weights.behind;
    if (holds ? !weights.holding : weight == 0) continue;
    const std::int64_t distance = ahead ? extent.begin - now : now - extent.begin - extent.length + 1;
    const std::int64_t cost = holds ? 0 : distance * weight;
    if (cost >= best_cost) continue;
    best = occurrence;
    best_cost = cost;
  }
  return best;
}

CivilDay nearest_weekday(CivilDay reference, std::int32_t weekday, const Weights& weights) noexcept {
  const std::int32_t now = to_days(reference);
  const std::int32_t ahead = (weekday - weekday_of(now) + 7) % 7;  // 0..6
  if (ahead == 0 && weights.holding) return reference;
  const std::int32_t next = ahead == 0 ? 7 : ahead;
  const bool forward =
      weights.behind == 0 || (weights.ahead != 0 && next * weights.ahead < (7 - ahead) * weights.behind);
  return from_days(forward ? now + next : now + ahead - 7);
}

}  // namespace dossier::dates
