// When something was, as formats with a time axis have it.
#include "formats/periods.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace dossier::formats {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

unsigned number(std::string_view digits) noexcept {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

enum class Side { first, last };

// The first or last day of a date; ok() is false when the calendar has none.
year_month_day day_of(std::string_view date, Side side) noexcept {
  const year y(static_cast<int>(number(date.substr(0, 4))));
  const month m(date.size() > 4 ? number(date.substr(5, 2)) : (side == Side::first ? 1U : 12U));
  if (date.size() > 7) return {y, m, day(number(date.substr(8, 2)))};
  if (side == Side::first || !m.ok()) return {y, m, day(1)};
  return y / m / std::chrono::last;
}

}  // namespace

std::optional<Period> period(IsoDate first, IsoDate last) {
  if (first.empty() || last.empty()) return std::nullopt;
  const Period out{day_of(first.text(), Side::first), day_of(last.text(), Side::last)};
  const bool good = out.first.ok() && out.last.ok() && out.first.year() >= year(1) && out.first <= out.last;
  return good ? std::optional(out) : std::nullopt;
}

std::string day_text(year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace dossier::formats
