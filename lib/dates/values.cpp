// Writes TIMEX3 values.
#include "dates/values.hpp"

#include <array>
#include <string_view>

namespace dossier::dates {
namespace {

void append_padded(std::string& out, std::int64_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

/// Four digits, "BC" before them for years before 1.
void append_year(std::string& out, std::int32_t year) {
  if (year <= 0) out += "BC";
  append_padded(out, year <= 0 ? 1 - year : year, 4);
}

constexpr std::string_view season_code(Season season) noexcept {
  constexpr std::array<std::string_view, 5> codes = {"XX", "SP", "SU", "FA", "WI"};
  return codes[static_cast<std::size_t>(season)];
}

constexpr std::string_view part_code(DayPart part) noexcept {
  constexpr std::array<std::string_view, 7> codes = {"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"};
  return codes[static_cast<std::size_t>(part)];
}

/// Decades and centuries are written by their leading digits.
std::string long_value(const Period& period) {
  std::string out;
  const std::int32_t year = period.day.year;
  const std::int32_t size = period.unit == Unit::decade ? 10 : period.unit == Unit::century ? 100 : 1000;
  const std::size_t width = period.unit == Unit::decade ? 3 : period.unit == Unit::century ? 2 : 1;
  if (year <= 0) out += "BC";
  append_padded(out, (year <= 0 ? -year : year) / size, width);
  return out;
}

std::string week_value(const Period& period) {
  const IsoWeek week = week_of(to_days(period.day));
  std::string out;
  append_year(out, week.year);
  out += "-W";
  append_padded(out, week.week, 2);
  if (period.unit == Unit::weekend) out += "-WE";
  return out;
}

/// Letter of a unit in a duration; `time` tells whether it comes after the T.
struct DurationUnit {
  std::string_view letters;
  std::int32_t factor = 1;
  bool time = false;
};

DurationUnit duration_unit(Unit unit) noexcept {
  switch (unit) {
    case Unit::millisecond:
    case Unit::second:
      return {"S", 1, true};
    case Unit::minute:
      return {"M", 1, true};
    case Unit::half_hour:
      return {"M", 30, true};
    case Unit::hour:
      return {"H", 1, true};
    case Unit::weekend:
      return {"WE", 1, false};
    case Unit::week:
      return {"W", 1, false};
    case Unit::fortnight:
      return {"W", 2, false};
    case Unit::month:
      return {"M", 1, false};
    case Unit::trimester:
      return {"M", 3, false};
    case Unit::half_year:
      return {"M", 6, false};
    case Unit::season:
    case Unit::quarter:
      return {"Q", 1, false};
    case Unit::year:
      return {"Y", 1, false};
    case Unit::decade:
      return {"DE", 1, false};
    case Unit::century:
      return {"CE", 1, false};
    case Unit::millennium:
      return {"ML", 1, false};
    default:
      return {"D", 1, false};
  }
}

/// "2", "2.5": thousandths as a decimal without trailing zeros.
void append_decimal(std::string& out, std::int64_t thousandths) {
  out += std::to_string(thousandths / 1000);
  std::int64_t rest = thousandths % 1000;
  if (rest == 0) return;
  std::string digits;
  append_padded(digits, rest, 3);
  while (digits.back() == '0') digits.pop_back();
  out += '.';
  out += digits;
}

/// The smaller unit that holds half of `unit` as a whole number: a year and a half is a year and six months.
Amount half_of(Unit unit) noexcept {
  switch (unit) {
    case Unit::year:
      return {6000, Unit::month};
    case Unit::hour:
      return {30000, Unit::minute};
    case Unit::minute:
      return {30000, Unit::second};
    case Unit::day:
      return {12000, Unit::hour};
    case Unit::decade:
      return {5000, Unit::year};
    case Unit::century:
      return {50000, Unit::year};
    default:
      return {};
  }
}

void append_amount(std::string& out, Amount amount, bool& in_time) {
  const DurationUnit unit = duration_unit(amount.unit);
  Amount rest;
  if (amount.thousandths > 0 && amount.thousandths % 1000 == 500 && half_of(amount.unit).unit != Unit::none) {
    rest = half_of(amount.unit);
    amount.thousandths -= 500;
  }
  if (amount.thousandths != 0) {
    if (unit.time && !in_time) out += 'T';
    in_time |= unit.time;
    if (amount.thousandths < 0)
      out += 'X';
    else
      append_decimal(out, amount.thousandths * unit.factor);
    out += unit.letters;
  }
  if (rest.unit == Unit::none) return;
  const DurationUnit smaller = duration_unit(rest.unit);
  if (smaller.time && !in_time) out += 'T';
  in_time |= smaller.time;
  append_decimal(out, rest.thousandths);
  out += smaller.letters;
}

void append_open_year(std::string& out, const Reading& reading) {
  if (reading.has_year())
    append_year(out, reading.year);
  else
    out += "XXXX";
}

}  // namespace

std::string to_value(const Period& period) {
  std::string out;
  switch (period.unit) {
    case Unit::decade:
    case Unit::century:
    case Unit::millennium:
      return long_value(period);
    case Unit::week:
    case Unit::fortnight:
    case Unit::weekend:
      return week_value(period);
    default:
      break;
  }
  append_year(out, period.day.year);
  if (period.unit == Unit::year) return out;
  out += '-';
  switch (period.unit) {
    case Unit::season:
      out += season_code(period.season);
      break;
    case Unit::half_year:
      out += period.day.month <= 6 ? "H1" : "H2";
      break;
    case Unit::trimester:
    case Unit::quarter:
      out += 'Q';
      out += std::to_string((period.day.month + 2) / 3);
      break;
    default:
      append_padded(out, period.day.month, 2);
      if (period.unit == Unit::month) break;
      out += '-';
      append_padded(out, period.day.day, 2);
  }
  return out;
}

std::string to_value_as_said(const Period& period, const Reading& reading) {
  std::string out = to_value(period);
  if (period.unit == Unit::year && reading.has_year()) return out + "-XX-XX";
  if (period.unit == Unit::day && reading.weekday != 0) return out + "-WXX-" + std::to_string(reading.weekday);
  if (period.unit != Unit::week) return out;
  const CivilDay thursday = from_days(monday_of(week_of(to_days(period.day))) + 3);  // its month has most of the week
  return to_value({thursday, Unit::month, Season::none}) + out.substr(out.find("-W"));
}

std::string to_open_value(const Reading& reading) {
  std::string out;
  append_open_year(out, reading);
  if (reading.weekday != 0 && reading.month == 0 && reading.day == 0) {
    out += "-WXX-";
    out += std::to_string(reading.weekday);
  } else if (reading.month != 0 || reading.day != 0) {
    out += '-';
    if (reading.month != 0)
      append_padded(out, reading.month, 2);
    else
      out += "XX";
    if (reading.day != 0) {
      out += '-';
      append_padded(out, reading.day, 2);
    }
  } else if (reading.season != Season::none) {
    out += '-';
    out += season_code(reading.season);
  } else if (reading.quarter != 0 || reading.half != 0) {
    out += reading.quarter != 0 ? "-Q" : "-H";
    out += std::to_string(reading.quarter != 0 ? reading.quarter : reading.half);
  } else if (reading.unit == Unit::week || reading.unit == Unit::fortnight) {
    out += "-WXX";
  } else if (reading.unit == Unit::weekend) {
    out += "-WXX-WE";
  } else if (reading.unit == Unit::month) {
    out += "-XX";
  } else if (reading.unit == Unit::quarter) {
    out += "-QX";
  } else if (reading.unit <= Unit::day || reading.holiday != lexicon::EntryId::none) {
    out += "-XX-XX";
  }
  return out;
}

std::string clock_value(const Reading& reading) {
  std::string out;
  if (reading.seconds < 0) {
    out += part_code(reading.part);
    return out;
  }
  out += 'T';
  append_padded(out, reading.seconds / 3600, 2);
  out += ':';
  append_padded(out, reading.seconds / 60 % 60, 2);
  if (reading.with_seconds) {
    out += ':';
    append_padded(out, reading.seconds % 60, 2);
  }
  return out;
}

std::string duration_value(const Reading& reading) {
  std::string out = "P";
  bool in_time = false;
  for (std::size_t i = 0; i < reading.amount_count; ++i) append_amount(out, reading.amounts[i], in_time);
  if (out == "P") out += "0D";
  return out;
}

std::string set_value(const Reading& reading) {
  if (reading.amount_count != 0) return duration_value(reading);
  std::string out = to_open_value(reading);
  out += clock_value(reading);
  return out;
}

}  // namespace dossier::dates
