// The day a document was written on, as metadata and people write it.
#include <array>
#include <string>

#include "dates/calendar.hpp"
#include "dates/dates.hpp"
#include "dates/digits.hpp"

namespace dossier::dates {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// A word or number of the text; numbers carry their value and width.
struct Field {
  std::string_view text;
  std::int32_t value = -1;
  [[nodiscard]] bool is_number(std::size_t least, std::size_t most) const noexcept {
    return value >= 0 && text.size() >= least && text.size() <= most;
  }
};

constexpr std::size_t most_fields = 16;

/// Words and numbers of a text in order; marks separate and are dropped, but a colon after a number is kept.
struct Fields {
  std::array<Field, most_fields> all;
  std::size_t count = 0;
  bool too_many = false;
  [[nodiscard]] const Field& operator[](std::size_t i) const noexcept { return all[i < count ? i : most_fields - 1]; }
};

Fields split(std::string_view text) noexcept {
  Fields out;
  for (std::size_t i = 0; i < text.size();) {
    const bool number = is_digit(text[i]);
    if (!number && !is_letter(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && (number ? is_digit(text[i]) : is_letter(text[i]))) ++i;
    if (out.count + 1 >= most_fields) {
      out.too_many = true;
      return out;
    }
    Field& field = out.all[out.count++];
    field.text = text.substr(begin, i - begin);
    if (number && field.text.size() <= 9) {
      field.value = 0;
      for (const char c : field.text) field.value = field.value * 10 + (c - '0');
    }
  }
  return out;
}

/// 1..7 or 1..12 when `word` is a name of the list or at least its first three letters; 0 otherwise.
template <std::size_t size>
std::uint8_t find_name(const std::array<std::string_view, size>& names, std::string_view word) noexcept {
  if (word.size() < 3) return 0;
  for (std::size_t n = 0; n < size; ++n) {
    if (word.size() > names[n].size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < word.size(); ++i) same = same && lower(word[i]) == names[n][i];
    if (same) return static_cast<std::uint8_t>(n + 1);
  }
  return 0;
}

std::uint8_t month_of(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  return find_name(names, word);
}

bool is_weekday(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  return find_name(names, word) != 0;
}

bool is_ordinal_ending(std::string_view word) noexcept {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

/// A time "10:30[:05]" in the fields from `i` on, as minutes; -1 when there is none. "PM" after it is understood.
std::int32_t minutes_at(const Fields& fields, std::size_t i) noexcept {
  const Field& hours = fields[i];
  const Field& minutes = fields[i + 1];
  if (!hours.is_number(1, 2) || !minutes.is_number(2, 2) || hours.value > 24 || minutes.value > 59) return -1;
  std::int32_t hour = hours.value;
  const std::size_t after = fields[i + 2].is_number(2, 2) ? i + 3 : i + 2;
  const std::string_view half = fields[after].text;
  if (half.size() == 2 && lower(half[1]) == 'm' && hour <= 12) hour = hour % 12 + (lower(half[0]) == 'p' ? 12 : 0);
  return (hour % 24) * 60 + minutes.value;
}

std::optional<Anchor> make(std::int32_t year, std::int32_t month, std::int32_t day, std::int32_t minute) noexcept {
  if (year < 1 || year > 9999 || month < 0 || month > 12) return std::nullopt;
  if (day != 0 && (month == 0 || !is_valid(year, month, day))) return std::nullopt;
  return Anchor{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), minute, 0};
}

/// "2025", "2025-11", "2025-11-26T10:30", "20251126", "20251126T1030".
std::optional<Anchor> read_iso(const Fields& fields) noexcept {
  const Field& first = fields[0];
  if (first.is_number(8, 8)) {
    const Field& time = fields[1].text == "T" || fields[1].text == "t" ? fields[2] : fields[most_fields];
    const std::int32_t minute = time.is_number(6, 6)   ? time.value / 10000 * 60 + time.value / 100 % 100
                                : time.is_number(4, 4) ? time.value / 100 * 60 + time.value % 100
                                                       : -1;
    return make(first.value / 10000, first.value / 100 % 100, first.value % 100, minute < 1440 ? minute : -1);
  }
  if (!first.is_number(4, 4)) return std::nullopt;
  if (fields.count == 1) return make(first.value, 0, 0, -1);
  if (!fields[1].is_number(1, 2) || fields[1].value == 0) return std::nullopt;
  if (fields.count == 2) return make(first.value, fields[1].value, 0, -1);
  if (!fields[2].is_number(1, 2) || fields[2].value == 0) return std::nullopt;
  const std::size_t time = fields[3].text == "T" || fields[3].text == "t" ? 4 : 3;
  std::optional<Anchor> out = make(first.value, fields[1].value, fields[2].value, minutes_at(fields, time));
  const Field& seconds = fields[time + 2];
  if (out && out->minute >= 0 && seconds.is_number(2, 2) && seconds.value < 60)
    out->second = static_cast<std::uint8_t>(seconds.value);
  return out;
}

/// "Wed, 26 Nov 2025 10:30:00 +0000", "November 26, 2025", "26th of November 2025", "November 2025".
std::optional<Anchor> read_written(const Fields& fields) noexcept {
  std::size_t at = is_weekday(fields[0].text) && month_of(fields[0].text) == 0 ? 1 : 0;
  std::uint8_t month = month_of(fields[at].text);
  std::int32_t day = 0;
  if (month != 0) {
    ++at;
    if (fields[at].is_number(1, 2)) day = fields[at++].value;
    if (day != 0 && is_ordinal_ending(fields[at].text)) ++at;
  } else {
    if (!fields[at].is_number(1, 2)) return std::nullopt;
    day = fields[at++].value;
    if (is_ordinal_ending(fields[at].text)) ++at;
    if (fields[at].text == "of") ++at;
    month = month_of(fields[at++].text);
    if (month == 0 || day == 0) return std::nullopt;
  }
  if (!fields[at].is_number(4, 4)) return std::nullopt;
  const std::int32_t year = fields[at++].value;
  if (fields[at].text == "at") ++at;
  return make(year, month, day, day == 0 ? -1 : minutes_at(fields, at));
}

void append_padded(std::string& out, std::int32_t value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

}  // namespace

std::optional<Anchor> parse_anchor(std::string_view date) {
  if (date.size() > 100) return std::nullopt;
  const Fields fields = split(date);
  if (fields.count == 0 || fields.too_many || date.front() == '-') return std::nullopt;
  if (const std::optional<Anchor> iso = read_iso(fields)) return iso;
  if (fields[0].is_number(4, 4) || fields[0].is_number(8, 8)) return std::nullopt;
  return read_written(fields);
}

std::string to_iso(const Anchor& anchor) {
  std::string out;
  append_padded(out, anchor.year, 4);
  if (anchor.month == 0) return out;
  out += '-';
  append_padded(out, anchor.month, 2);
  if (anchor.day == 0) return out;
  out += '-';
  append_padded(out, anchor.day, 2);
  return out;
}

}  // namespace dossier::dates
