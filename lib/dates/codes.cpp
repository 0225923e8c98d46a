// Reads the codes of the time dictionaries.
#include "dates/codes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dossier::dates {
namespace {

using lexicon::ClassId;

template <typename Value, std::size_t size>
Value find_code(const std::array<std::pair<std::string_view, Value>, size>& codes, std::string_view code) noexcept {
  for (const auto& [name, value] : codes)
    if (name == code) return value;
  return Value::none;
}

constexpr std::array<std::pair<std::string_view, Unit>, 17> unit_codes = {{{"D", Unit::day},
                                                                           {"Y", Unit::year},
                                                                           {"W", Unit::week},
                                                                           {"M", Unit::month},
                                                                           {"Q", Unit::quarter},
                                                                           {"TH", Unit::hour},
                                                                           {"TM", Unit::minute},
                                                                           {"TS", Unit::second},
                                                                           {"WE", Unit::weekend},
                                                                           {"DE", Unit::decade},
                                                                           {"CE", Unit::century},
                                                                           {"2W", Unit::fortnight},
                                                                           {"3M", Unit::trimester},
                                                                           {"6M", Unit::half_year},
                                                                           {"ML", Unit::millennium},
                                                                           {"HTH", Unit::half_hour},
                                                                           {"TMS", Unit::millisecond}}};

constexpr std::array<std::pair<std::string_view, DayPart>, 6> part_codes = {{{"MO", DayPart::morning},
                                                                             {"MI", DayPart::midday},
                                                                             {"AF", DayPart::afternoon},
                                                                             {"EV", DayPart::evening},
                                                                             {"NI", DayPart::night},
                                                                             {"DT", DayPart::daytime}}};

constexpr std::array<std::pair<std::string_view, Season>, 4> season_codes = {
    {{"SP", Season::spring}, {"SU", Season::summer}, {"FA", Season::autumn}, {"WI", Season::winter}}};

/// Seconds since midnight of "12:00", -1 for anything else.
std::int32_t clock_of(std::string_view clock) noexcept {
  const std::size_t colon = clock.find(':');
  if (colon == std::string_view::npos) return -1;
  const std::int64_t hours = to_number(clock.substr(0, colon), -1);
  const std::int64_t minutes = to_number(clock.substr(colon + 1), -1);
  if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59) return -1;
  return static_cast<std::int32_t>(hours * 3600 + minutes * 60);
}

std::uint8_t small_number(std::string_view digits) noexcept {
  const std::int64_t number = to_number(digits, 0);
  return number >= 1 && number <= 12 ? static_cast<std::uint8_t>(number) : std::uint8_t{0};
}

}  // namespace

Unit unit_of(std::string_view code) noexcept { return find_code(unit_codes, code); }
DayPart part_of(std::string_view code) noexcept { return find_code(part_codes, code); }
Season season_of(std::string_view code) noexcept { return find_code(season_codes, code); }

std::int64_t to_number(std::string_view digits, std::int64_t otherwise) noexcept {
  const bool negative = !digits.empty() && digits.front() == '-';
  if (!digits.empty() && (negative || digits.front() == '+')) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 15) return otherwise;
  std::int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return otherwise;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

void add_entry(Item& item, const lexicon::Lexicon& lexicon, lexicon::EntryId id) noexcept {
  const auto attribute = [&](std::string_view key) { return lexicon.attribute(id, key); };
  const auto add_plural = [&] {
    if (attribute("set") == "1") item.flags |= plural;
  };
  switch (lexicon.class_of(id)) {
    case ClassId::month:
      item.month = small_number(attribute("number"));
      break;
    case ClassId::weekday:
      item.weekday = small_number(attribute("number"));
      if (item.weekday > 7) item.weekday = 0;
      add_plural();
      break;
    case ClassId::season:
      item.season = season_of(attribute("season"));
      break;
    case ClassId::holiday:
      item.holiday = id;
      break;
    case ClassId::time_unit:
      item.unit = unit_of(attribute("unit"));
      break;
    case ClassId::day_part:
      item.part = part_of(attribute("part"));
      item.seconds = clock_of(attribute("time"));
      add_plural();
      break;
    case ClassId::ordinal_word:
      item.flags |= ordinal;
      [[fallthrough]];
    case ClassId::number_word:
      item.flags |= spelled;
      item.number = to_number(attribute("value"), -1) * 1000;
      break;
    case ClassId::magnitude:
      item.magnitude =
          static_cast<std::int32_t>(std::clamp<std::int64_t>(to_number(attribute("value"), 0), 0, 2000000000));
      break;
    default:
      break;
  }
}

}  // namespace dossier::dates
