// Reads digits and what is glued to them, byte by byte: each reader looks at a fixed number of fields ahead.
#include "dates/digits.hpp"

#include <algorithm>
#include <array>

namespace dossier::dates {
namespace {

constexpr std::int64_t largest = 1000000000000;

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// A place in the bytes; reading past the end gives '\0'.
struct Bytes {
  std::string_view text;
  [[nodiscard]] char at(std::uint32_t i) const noexcept { return i < text.size() ? text[i] : '\0'; }
  [[nodiscard]] bool digit(std::uint32_t i) const noexcept { return is_digit(at(i)); }
  [[nodiscard]] bool letter(std::uint32_t i) const noexcept {
    return is_letter(at(i)) || (static_cast<unsigned char>(at(i)) & 0x80U) != 0;
  }
};

/// A run of digits.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int64_t value = 0;
  [[nodiscard]] std::uint32_t width() const noexcept { return end - begin; }
  [[nodiscard]] std::int32_t small() const noexcept {
    return static_cast<std::int32_t>(std::min<std::int64_t>(value, 1000000));
  }
};

Run read_run(Bytes bytes, std::uint32_t at) noexcept {
  Run run{at, at, 0};
  for (; bytes.digit(run.end); ++run.end) run.value = std::min(largest, run.value * 10 + (bytes.at(run.end) - '0'));
  return run;
}

/// Length of an apostrophe, straight or curly; 0 when there is none.
std::uint32_t apostrophe_at(Bytes bytes, std::uint32_t at) noexcept {
  if (bytes.at(at) == '\'') return 1;
  return bytes.text.substr(std::min<std::size_t>(at, bytes.text.size()), 3) == "\u2019" ? 3 : 0;
}

/// True when the letters at `at` are "am" or "pm" in any spelling, after at most one space.
bool meridian_follows(Bytes bytes, std::uint32_t at) noexcept {
  if (bytes.at(at) == ' ') ++at;
  const char first = lower(bytes.at(at));
  if (first != 'a' && first != 'p') return false;
  const std::uint32_t second = bytes.at(at + 1) == '.' ? at + 2 : at + 1;
  return lower(bytes.at(second)) == 'm' && !bytes.letter(second + 1);
}

/// Three runs with the same separator between them that nothing prolongs.
struct Triple {
  std::array<Run, 3> runs;
  char separator = 0;
  bool found = false;
};

Triple read_triple(Bytes bytes, const Run& first) noexcept {
  Triple triple;
  const char separator = bytes.at(first.end);
  if (separator != '-' && separator != '/' && separator != '.') return triple;
  const Run second = read_run(bytes, first.end + 1);
  if (second.width() == 0 || bytes.at(second.end) != separator) return triple;
  const Run third = read_run(bytes, second.end + 1);
  if (third.width() == 0 || (bytes.at(third.end) == separator && bytes.digit(third.end + 1))) return triple;
  triple = {{first, second, third}, separator, true};
  return triple;
}

/// A clock time "HH:MM[:SS]" at `first`, or nothing (end 0).
DigitsRead read_clock(Bytes bytes, const Run& first) noexcept {
  DigitsRead out;
  const char separator = bytes.at(first.end);
  if ((separator != ':' && separator != '.') || first.width() > 2 || first.value > 24) return out;
  const Run minutes = read_run(bytes, first.end + 1);
  if (minutes.width() != 2 || minutes.value > 59) return out;
  if (separator == '.' && (first.value > 12 || !meridian_follows(bytes, minutes.end))) return out;
  std::uint32_t end = minutes.end;
  std::int32_t seconds = 0;
  if (separator == ':' && bytes.at(end) == ':' && bytes.digit(end + 1)) {
    const Run run = read_run(bytes, end + 1);
    if (run.width() != 2 || run.value > 59 || bytes.at(run.end) == ':') return out;
    seconds = run.small();
    end = run.end;
  }
  if (first.value == 24 && (minutes.value != 0 || seconds != 0)) return out;
  out.end = end;
  out.kind = Digits::clock;
  out.width = static_cast<std::uint8_t>(first.width());
  out.seconds = first.small() * 3600 + minutes.small() * 60 + seconds;
  return out;
}

/// Puts the three numbers in the order that their widths, sizes and separator allow.
CivilDay order_date(const Triple& triple, DateOrder order) noexcept {
  const auto& [a, b, c] = triple.runs;
  if (a.width() == 4 && b.width() <= 2 && c.width() <= 2) return {a.small(), b.small(), c.small()};
  if (a.width() > 2 || b.width() > 2 || (c.width() != 4 && c.width() != 2)) return {0, 0, 0};
  if (c.width() == 2 && triple.separator == '.' && (a.width() != 2 || b.width() != 2)) return {0, 0, 0};
  if (c.width() == 2 && triple.separator == '-' && (a.width() != 2 || b.width() != 2)) return {0, 0, 0};
  const std::int32_t year = c.width() == 4 ? c.small() : full_year(c.small());
  const bool prefers_day = triple.separator == '.' || order == DateOrder::day_first;
  const bool day_first = prefers_day ? b.value <= 12 : a.value > 12;
  return day_first ? CivilDay{year, b.small(), a.small()} : CivilDay{year, a.small(), b.small()};
}

/// The clock time after the date of an ISO 8601 timestamp, added to `out`.
void add_iso_time(Bytes bytes, DigitsRead& out) noexcept {
  const char separator = bytes.at(out.end);
  if ((separator != 'T' && separator != ' ') || !bytes.digit(out.end + 1)) return;
  const Run hours = read_run(bytes, out.end + 1);
  if (hours.width() != 2) return;
  DigitsRead clock = read_clock(bytes, hours);
  if (clock.kind != Digits::clock) return;
  out.seconds = clock.seconds;
  out.end = clock.end;
  if (bytes.at(out.end) == '.' && bytes.digit(out.end + 1)) out.end = read_run(bytes, out.end + 1).end;
  if (bytes.at(out.end) == 'Z' && !bytes.letter(out.end + 1)) {
    out.zulu = true;
    ++out.end;
  } else if ((bytes.at(out.end) == '+' || bytes.at(out.end) == '-') && bytes.digit(out.end + 1)) {
    Run zone = read_run(bytes, out.end + 1);
    if (bytes.at(zone.end) == ':' && bytes.digit(zone.end + 1)) zone = read_run(bytes, zone.end + 1);
    out.end = zone.end;
  }
}

/// A numeric date at `first`, or nothing (end 0).
DigitsRead read_date(Bytes bytes, const Run& first, DateOrder order) noexcept {
  DigitsRead out;
  const Triple triple = read_triple(bytes, first);
  if (!triple.found) return out;
  const CivilDay date = order_date(triple, order);
  if (date.year == 0) return out;
  // "2/30/2019" is written as a date and is none; with two digits of a year it may be anything.
  const bool dated = triple.runs[0].width() == 4 || triple.runs[2].width() == 4;
  const bool likely = dated && date.year >= 1900 && date.year < 2100 && triple.separator != '.';
  out.impossible = !is_valid(date.year, date.month, date.day);
  if (out.impossible && !likely) return {};
  out.end = triple.runs[2].end;
  out.kind = Digits::date;
  out.date = date;
  if (triple.runs[0].width() == 4) add_iso_time(bytes, out);
  if (bytes.letter(out.end)) out = {};
  return out;
}

/// "1,250", "1,250.5", "2.5" and "1/2": makes a longer number of a plain one.
void extend_number(Bytes bytes, DigitsRead& out) noexcept {
  while (out.width <= 3 && bytes.at(out.end) == ',' && bytes.digit(out.end + 1)) {
    const Run group = read_run(bytes, out.end + 1);
    if (group.width() != 3) break;
    out.number = std::min(largest, out.number * 1000 + group.value * 1000);
    out.end = group.end;
    out.separated = true;
  }
  if (bytes.at(out.end) == '.' && bytes.digit(out.end + 1)) {
    const Run decimals = read_run(bytes, out.end + 1);
    if (bytes.at(decimals.end) == '.' && bytes.digit(decimals.end + 1)) return;
    std::int64_t scale = 100;
    for (std::uint32_t i = decimals.begin; i < decimals.end && scale > 0; ++i, scale /= 10)
      out.number += (bytes.at(i) - '0') * scale;
    out.kind = Digits::decimal;
    out.end = decimals.end;
  } else if (bytes.at(out.end) == '/' && bytes.digit(out.end + 1)) {
    const Run under = read_run(bytes, out.end + 1);
    const bool common = under.value == 2 || under.value == 3 || under.value == 4 || under.value == 8;
    if (!common || out.number >= under.value * 1000 || bytes.at(under.end) == '/') return;
    out.number /= under.value;
    out.kind = Digits::fraction;
    out.end = under.end;
  }
}

/// Ordinal and decade endings of a plain number.
void add_ending(Bytes bytes, DigitsRead& out) noexcept {
  const char first = lower(bytes.at(out.end));
  const char second = lower(bytes.at(out.end + 1));
  const bool is_ending = (first == 's' && second == 't') || (first == 'n' && second == 'd') ||
                         (first == 'r' && second == 'd') || (first == 't' && second == 'h');
  if (is_ending && !bytes.letter(out.end + 2) && !bytes.digit(out.end + 2)) {
    out.kind = Digits::ordinal;
    out.end += 2;
    return;
  }
  const std::int64_t value = out.number / 1000;
  if ((out.width != 4 && out.width != 2) || value % 10 != 0 || out.separated) return;
  const std::uint32_t quote = out.width == 4 ? apostrophe_at(bytes, out.end) : 0;
  const std::uint32_t ending = out.end + quote;
  if (bytes.at(ending) != 's' || bytes.letter(ending + 1) || bytes.digit(ending + 1)) return;
  out.kind = Digits::decade;
  out.number = value;
  out.end = ending + 1;
}

}  // namespace

bool is_short_year(std::string_view text, std::uint32_t at) noexcept {
  const Bytes bytes{text};
  const std::uint32_t quote = apostrophe_at(bytes, at);
  return quote != 0 && read_run(bytes, at + quote).width() == 2;
}

DigitsRead read_digits(std::string_view text, std::uint32_t at, DateOrder order) noexcept {
  const Bytes bytes{text};
  const std::uint32_t quote = apostrophe_at(bytes, at);
  const Run first = read_run(bytes, at + quote);
  const bool continues = at > 0 && quote == 0 && (is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '/');
  if (quote == 0 && !continues) {
    if (const DigitsRead date = read_date(bytes, first, order); date.kind != Digits::none) return date;
    if (const DigitsRead clock = read_clock(bytes, first); clock.kind != Digits::none) return clock;
  }
  DigitsRead out;
  out.end = first.end;
  out.kind = Digits::plain;
  out.width = static_cast<std::uint8_t>(std::min<std::uint32_t>(first.width(), 255));
  out.number = std::min(largest, first.value) * 1000;
  if (quote == 0) extend_number(bytes, out);
  if (out.kind == Digits::plain) add_ending(bytes, out);
  if (quote != 0 && out.kind == Digits::plain && out.width == 2) {
    out.kind = Digits::short_year;
    out.number = first.value;
  }
  return out;
}

}  // namespace dossier::dates
