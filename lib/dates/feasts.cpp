// Reads holiday rules.
#include "dates/feasts.hpp"

#include <array>

#include "dates/codes.hpp"

namespace dossier::dates {
namespace {

constexpr std::int64_t bad = 1000000;

/// Cuts the part before the next space off `rule`.
std::string_view take_word(std::string_view& rule) noexcept {
  const std::size_t space = rule.find(' ');
  const std::string_view word = rule.substr(0, space);
  rule.remove_prefix(space == std::string_view::npos ? rule.size() : space + 1);
  return word;
}

std::int32_t weekday_number(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 7> names = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<std::int32_t>(i) + 1;
  return 0;
}

std::optional<CivilDay> base_day(std::string_view& rule, std::int32_t year) noexcept {
  const std::string_view first = take_word(rule);
  const bool western = first.starts_with("easter");
  if (western || first.starts_with("orthodox")) {
    const std::string_view days = first.substr(western ? 6 : 8);
    const std::int64_t offset = days.empty() ? 0 : to_number(days, bad);
    if (offset == bad) return std::nullopt;
    const CivilDay sunday = western ? easter(year) : orthodox_easter(year);
    return from_days(to_days(sunday) + static_cast<std::int32_t>(offset));
  }
  if (first.size() == 5 && first[2] == '-') {
    const auto month = static_cast<std::int32_t>(to_number(first.substr(0, 2), 0));
    const auto day = static_cast<std::int32_t>(to_number(first.substr(3), 0));
    return is_valid(year, month, day) ? std::optional(CivilDay{year, month, day}) : std::nullopt;
  }
  const std::int64_t nth = to_number(first, bad);
  const std::int32_t weekday = weekday_number(take_word(rule));
  const std::int64_t month = to_number(take_word(rule), 0);
  if (nth < -5 || nth > 5 || weekday == 0 || month < 1 || month > 12) return std::nullopt;
  return nth_weekday(year, static_cast<std::int32_t>(month), weekday, static_cast<std::int32_t>(nth));
}

}  // namespace

std::optional<CivilDay> feast_day(std::string_view rule, std::int32_t year) noexcept {
  const std::optional<CivilDay> base = base_day(rule, year);
  if (!base || rule.empty()) return base;
  const std::int64_t offset = to_number(rule, bad);
  if (offset < -400 || offset > 400) return std::nullopt;
  return from_days(to_days(*base) + static_cast<std::int32_t>(offset));
}

}  // namespace dossier::dates
