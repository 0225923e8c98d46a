// The patterns of the temporal grammar and their names, as `explain` shows them.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::dates {

/// Which pattern read an expression; its name is the family, a period, and the rest with hyphens.
enum class Rule : std::uint8_t {
  none,
  date_century,
  date_day_month,
  date_decade,
  date_definite_unit,
  date_deictic,
  date_fiscal_year,
  date_half,
  date_holiday,
  date_month,
  date_month_day,
  date_month_year,
  date_neighbour,
  date_numeric,
  date_offset,
  date_offset_adjective,
  date_period,
  date_quarter,
  date_quarter_code,
  date_ranked,
  date_ranked_day,
  date_relative_name,
  date_relative_unit,
  date_season,
  date_unit_end,
  date_vague,
  date_weekday,
  date_weekday_day,
  date_weekday_short,
  date_year,
  date_year_part,
  date_year_words,
  length_amount,
  length_determined,
  length_determined_plural,
  length_long,
  length_plural,
  length_ranked_unit,
  set_adverb,
  set_every_name,
  set_every_unit,
  set_plural,
  set_times,
  time_clock,
  time_hour,
  time_military,
  time_named,
  time_oclock,
  time_of_day,
  time_part,
  time_relative_part,
  time_spoken,
  count
};

/// "date.month-day", "" for Rule::none.
[[nodiscard]] std::string_view rule_name(Rule rule) noexcept;

/// True for what counts back or on from some time: "two days ago", "year-earlier".
[[nodiscard]] constexpr bool is_offset(Rule rule) noexcept {
  return rule == Rule::date_offset || rule == Rule::date_offset_adjective;
}

}  // namespace dossier::dates
