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

std::uint8_t small_number(const lexicon::Entry& entry) noexcept {
  const std::int64_t number = to_number(attribute(entry.attributes, "number"), 0);
  return number >= 1 && number <= 12 ? static_cast<std::uint8_t>(number) : std::uint8_t{0};
}

}  // namespace

Unit unit_of(std::string_view code) noexcept { return find_code(unit_codes, code); }
DayPart part_of(std::string_view code) noexcept { return find_code(part_codes, code); }
Season season_of(std::string_view code) noexcept { return find_code(season_codes, code); }

std::string_view attribute(std::string_view attributes, std::string_view key) noexcept {
  while (!attributes.empty()) {
    const std::size_t end = std::min(attributes.find(';'), attributes.size());
    const std::string_view pair = attributes.substr(0, end);
    if (pair.size() > key.size() && pair.starts_with(key) && pair[key.size()] == '=')
      return pair.substr(key.size() + 1);
    attributes.remove_prefix(std::min(end + 1, attributes.size()));
  }
  return {};
}

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

void add_entry(Item& item, const lexicon::Entry& entry, lexicon::EntryId id) noexcept {
  if (attribute(entry.attributes, "set") == "1") item.flags |= plural;
  switch (entry.cls) {
    case ClassId::month:
      item.month = small_number(entry);
      break;
    case ClassId::weekday:
      item.weekday = small_number(entry) <= 7 ? small_number(entry) : std::uint8_t{0};
      break;
    case ClassId::season:
      item.season = season_of(attribute(entry.attributes, "season"));
      break;
    case ClassId::holiday:
      item.holiday = id;
      break;
    case ClassId::time_unit:
      item.unit = unit_of(attribute(entry.attributes, "unit"));
      break;
    case ClassId::day_part:
      item.part = part_of(attribute(entry.attributes, "part"));
      item.seconds = clock_of(attribute(entry.attributes, "time"));
      break;
    case ClassId::ordinal_word:
      item.flags |= ordinal;
      [[fallthrough]];
    case ClassId::number_word:
      item.flags |= spelled;
      item.number = to_number(attribute(entry.attributes, "value"), -1) * 1000;
      break;
    case ClassId::magnitude:
      item.magnitude = static_cast<std::int32_t>(
          std::clamp<std::int64_t>(to_number(attribute(entry.attributes, "value"), 0), 0, 2000000000));
      break;
    default:
      break;
  }
}

}  // namespace dossier::dates
