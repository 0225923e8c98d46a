// Times of day: by the clock ("10:30 a.m. EST", "half past two") and by the part of the day ("the early evening").
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

constexpr std::int32_t hour = 3600;
constexpr std::int32_t minute = 60;

Parsed clock_at(std::size_t end, std::int32_t seconds, Rule rule) {
  Parsed out;
  out.end = end;
  out.reading.kind = TimeKind::time;
  out.reading.seconds = seconds;
  out.reading.rule = rule;
  return out;
}

/// Seconds of an hour of the twelve-hour clock in the half of the day that is named.
std::int32_t with_meridian(std::int32_t seconds, bool afternoon) noexcept {
  const std::int32_t within = seconds % (12 * hour);
  return afternoon ? within + 12 * hour : within;
}

/// An hour 1..12 in digits or words; 0 when it is none.
std::int32_t hour_at(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const bool written = (item.digits == Digits::plain && item.width <= 2) || (item.is(spelled) && !item.is(ordinal));
  return written && item.whole() >= 1 && item.whole() <= 12 ? item.whole() : 0;
}

/// "a.m.", "pm" after a time, then a time zone. Returns the end, and sets the half of the day.
std::size_t add_meridian(const Items& items, std::size_t i, std::int32_t& seconds) noexcept {
  bool am = items.is(i, Word::am);
  std::size_t end = am || items.is(i, Word::pm) ? i + 1 : i;
  const bool letter = items[i].is(glued) && (items.is(i, Word::letter_p) || items.is(i, Word::a));
  if (letter && items.is_mark(i + 1, '.') && items.is(i + 2, Word::letter_minute) && items[i + 2].is(glued)) {
    am = items.is(i, Word::a);  // "8p.m."
    end = items.is_mark(i + 3, '.') && items[i + 3].is(glued) ? i + 4 : i + 3;
  } else if (letter && items.of_note() && items[i - 1].digits == Digits::clock) {
    am = items.is(i, Word::a);  // "3:15p"
    end = i + 1;
  }
  if (end == i || seconds > 13 * hour) return end;
  seconds = with_meridian(seconds, !am);
  return end;
}

std::size_t skip_zone(const Items& items, std::size_t i) noexcept {
  i = items.skip(i, Word::sharp);
  const Item& before = items[i - 1];
  const bool clock = before.word == Word::pm || before.word == Word::am || before.digits == Digits::clock;
  const bool zone = items.is(i, Word::zone) && (items[i].is(capital) || clock);
  const bool shifted = zone && (items.is_mark(i + 1, '+') || items.is_mark(i + 1, '-')) && items[i + 1].is(glued) &&
                       items[i + 2].is(glued) && items[i + 2].number >= 0;
  if (shifted) return i + 3;  // "UTC+2", "GMT-03:30"
  if (zone || !items.is(i, Word::zone_part)) return zone ? i + 1 : i;
  std::size_t at = i + 1;  // "local time", "Eastern Standard Time"
  while (at < i + 3 && (items.is(at, Word::zone_part) || items[at].season != Season::none)) ++at;
  return items.is(at, Word::time_) ? at + 1 : i;
}

/// True when a time without "a.m." or zone stands where a time does.
bool clock_in_context(const Items& items, std::size_t i) noexcept {
  switch (items[i - 1].word) {
    case Word::at:
    case Word::by:
    case Word::until:
    case Word::from:
    case Word::before:
    case Word::after:
    case Word::since:
    case Word::about:
    case Word::between:
      return true;
    case Word::to:
    case Word::and_:
      return items[i - 2].digits == Digits::clock || items[i - 2].digits == Digits::plain;
    default:
      return items.is_mark(i - 1, '-') && items[i - 2].digits == Digits::clock;
  }
}

/// "10:30", "10:30 p.m. GMT", "17:00:05".
Parsed read_digital(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.digits != Digits::clock) return {};
  Parsed out = clock_at(i + 1, item.seconds, Rule::time_clock);
  out.reading.with_seconds = item.seconds % minute != 0;
  out.end = add_meridian(items, out.end, out.reading.seconds);
  const bool meridian = out.end != i + 1;
  const std::size_t zoned = skip_zone(items, items.skip(out.end, Word::hours));
  const bool bare = !meridian && zoned == out.end && item.width == 1;
  if (bare && !items.of_note() && !clock_in_context(items, i)) return {};
  out.end = zoned;
  return out;
}

/// "15h30", "15h30 GMT", "at 16h".
Parsed read_hour_with_letter(const Items& items, std::size_t i) {
  const Item& item = items[i];
  const std::int32_t value = item.whole();
  const bool letter = items.is(i + 1, Word::half_code) && items[i + 1].is(glued) && !items[i + 1].is(capital);
  if (!letter || item.digits != Digits::plain || item.width > 2 || value > 24) return {};
  const Item& minutes = items[i + 2];
  if (minutes.is(glued) && minutes.digits == Digits::plain && minutes.width == 2 && minutes.whole() < 60)
    return clock_at(skip_zone(items, i + 3), value * hour + minutes.whole() * minute, Rule::time_clock);
  const std::size_t end = skip_zone(items, i + 2);
  return end != i + 2 || items.is(i - 1, Word::at) || (items.of_note() && value > 12)
             ? clock_at(end, value * hour, Rule::time_clock)
             : Parsed{};
}

/// "seven thirty", "five-forty pm", "at six oh five": hour and minutes in words, where a time stands.
Parsed read_worded(const Items& items, std::size_t i) {
  const Item& head = items[i];
  const std::int32_t value = hour_at(items, i);
  if (value == 0 || !head.is(spelled)) return {};
  const std::size_t at = items.is_mark(i + 1, '-') && items[i + 1].is(glued) ? i + 2 : i + 1;
  const Count count = read_number(items, at);
  const std::int64_t minutes = count.thousandths / 1000;
  if (!count || !count.in_words || count.thousandths % 1000 != 0 || minutes < 10 || minutes > 59) return {};
  if (items[count.end].magnitude != 0 || items[count.end].is(ordinal)) return {};
  Parsed out = clock_at(count.end, value * hour + static_cast<std::int32_t>(minutes) * minute, Rule::time_spoken);
  out.end = add_meridian(items, out.end, out.reading.seconds);
  const bool counts = items[out.end].unit != Unit::none || items[out.end].is_plain_word();
  const bool part = items.is(out.end, Word::in) && items.is(out.end + 1, Word::the);
  const bool led = items.is(i - 1, Word::at) || (items.of_note() && clock_in_context(items, i));
  return out.end != count.end || part || (led && !counts) ? out : Parsed{};
}

/// "6 in the morning", "11 at night": an hour that its part of the day makes one, where an hour may stand.
Parsed read_hour_in_part(const Items& items, std::size_t i) {
  const std::int32_t value = hour_at(items, i);
  const bool in = items.is(i + 1, Word::in) && items.is(i + 2, Word::the);
  const bool at = items.is(i + 1, Word::at) && items[i + 2].part == DayPart::night && items[i + 2].seconds < 0;
  if (value == 0 || (!in && !at)) return {};
  const Item& part = items[in ? i + 3 : i + 2];
  if (part.part == DayPart::none || part.is(plural) || part.seconds >= 0) return {};
  const bool led = items[i].is(opens) || items[i - 1].span.end == 0 || items[i - 1].mark == ',' ||
                   items[i - 1].mark == '-' || items.is(i - 1, Word::at) || clock_in_context(items, i) ||
                   items.of_note();
  return led ? clock_at(i + 1, value * hour, Rule::time_hour) : Parsed{};
}

/// "5 p.m.", "430pm", "five o'clock", "1700 GMT".
Parsed read_hour(const Items& items, std::size_t i) {
  const Item& item = items[i];
  const std::int32_t value = item.whole();
  const bool four = item.digits == Digits::plain && item.width == 4 && value / 100 < 24 && value % 100 < 60;
  if (four && (items.is(i + 1, Word::zone) || (items.is(i + 1, Word::hours) && !item.is(separated)))) {
    const bool zone = items.is(i + 1, Word::zone) && items[i + 1].is(capital);
    const bool zoned = items.is(i + 2, Word::zone);
    const std::size_t led = items.is(i - 1, Word::about) && !zoned ? i - 1 : i;  // not "about 1600 hours" of work
    if (zone ||
        (items.is(i + 1, Word::hours) && items[i].span.end != 0 && (value < 1000 || clock_in_context(items, led))))
      return clock_at(zone ? i + 2 : skip_zone(items, i + 2), value / 100 * hour + value % 100 * minute,
                      Rule::time_military);
    return {};
  }
  if (const Parsed out = read_hour_with_letter(items, i)) return out;
  if (const Parsed out = read_worded(items, i)) return out;
  std::int32_t seconds = hour_at(items, i) * hour;
  if (seconds == 0 && item.digits == Digits::plain && (item.width == 3 || four) && value / 100 <= 12 &&
      value % 100 < 60 && value >= 100)
    seconds = value / 100 * hour + value % 100 * minute;
  if (seconds == 0) return {};
  if (items.is(i + 1, Word::oclock) && hour_at(items, i) != 0) {
    const std::size_t end = add_meridian(items, i + 2, seconds);
    return clock_at(skip_zone(items, end), seconds, Rule::time_oclock);
  }
  const std::size_t end = add_meridian(items, i + 1, seconds);
  if (end == i + 1) return read_hour_in_part(items, i);
  return clock_at(skip_zone(items, end), seconds, Rule::time_hour);
}

/// "half past two", "a quarter to three", "ten minutes past five".
Parsed read_spoken(const Items& items, std::size_t i) {
  const std::size_t head = items.skip(i, Word::a);
  std::int32_t minutes = 0;
  std::size_t at = head + 1;
  if (items.is(head, Word::half)) {
    minutes = 30;
  } else if (items[head].unit == Unit::quarter && !items[head].is(plural)) {
    minutes = 15;
  } else if (const Count count = read_number(items, i);
             count && count.thousandths % 1000 == 0 && count.thousandths < 60000 && count.thousandths > 0) {
    minutes = static_cast<std::int32_t>(count.thousandths / 1000);
    at = items[count.end].unit == Unit::minute ? count.end + 1 : count.end;
    if (at == count.end && !count.in_words && !clock_in_context(items, i)) return {};
  }
  const bool past = items.is(at, Word::past);
  if (minutes == 0 || (!past && !(items.is(at, Word::to) && minutes == 15 && head != i))) return {};
  std::int32_t base = hour_at(items, at + 1) * hour;
  if (base == 0) return {};
  const std::size_t end = skip_zone(items, add_meridian(items, items.skip(at + 2, Word::oclock), base));
  return clock_at(end, past ? base + minutes * minute : base - minutes * minute, Rule::time_spoken);
}

/// "noon", "midnight".
Parsed read_named(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.part == DayPart::none || item.seconds < 0 || (item.is(capital) && !item.is(opens))) return {};
  return clock_at(skip_zone(items, i + 1), item.seconds, Rule::time_named);
}

/// "in the morning", "at night" after a time: settles its half of the day. Returns the end.
std::size_t add_part(const Items& items, std::size_t i, Reading& reading) noexcept {
  std::size_t at = i;
  if (items.is(i, Word::in) && (items.is(i + 1, Word::the) || items.is(i + 1, Word::that)))
    at = i + 2;
  else if (items.is(i, Word::at))
    at = i + 1;
  const DayPart part = at == i ? DayPart::none : items[at].part;
  if (part == DayPart::none || items[at].is(plural) || items[at].seconds >= 0) return i;
  const bool late =
      part == DayPart::afternoon || part == DayPart::evening || (part == DayPart::night && reading.seconds >= 5 * hour);
  if (reading.seconds < 12 * hour && late) reading.seconds += 12 * hour;
  return at + 1;
}

/// True for an amount that ends at `i`: "80", "80 crowns", "$2 million".
bool is_priced(const Items& items, std::size_t i) noexcept {
  const auto counts = [&](std::size_t k) { return items[k].number >= 0 || items[k].magnitude != 0; };
  return counts(i) || (items[i].is_plain_word() && counts(i - 1));
}

}  // namespace

Parsed read_clock(const Items& items, std::size_t i) {
  using Reader = Parsed (*)(const Items&, std::size_t);
  constexpr Reader readers[] = {read_digital, read_hour, read_spoken, read_named};
  if (items.is_mark(i - 1, '#') && items[i].is(glued)) return {};  // "#1:18"
  for (const Reader reader : readers) {
    Parsed out = reader(items, i);
    if (!out) continue;
    if (reader != read_named) out.end = add_part(items, out.end, out.reading);
    return out;
  }
  return {};
}

Parsed read_day_part(const Items& items, std::size_t i) {
  std::size_t at = items.skip(i, Word::the);
  const Word tone = items[at].word;
  if (tone == Word::early || tone == Word::mid || tone == Word::late) at = items.skip_mark(at + 1, '-');
  const Item& item = items[at];
  if (tone == Word::early && item.unit == Unit::hour && item.is(plural)) {  // "in the early hours of May 3"
    Parsed out;
    out.end = at + 1;
    out.reading.kind = TimeKind::time;
    out.reading.part = DayPart::morning;
    out.reading.rule = Rule::time_part;
    return out;
  }
  const bool name = item.is(capital) && !item.is(opens) && !(item.is(shouted) && items[at - 1].is(shouted));
  if (item.part == DayPart::none || item.is(plural) || name) return {};
  const Word before = items[i - 2].word;
  const bool greeting = at == i && items.is(i - 1, Word::filler) && before != Word::a && before != Word::the &&
                        before != Word::possessive;
  if (greeting && item.part != DayPart::night) return {};  // "Good morning"
  if (items.is(i - 1, Word::a) && is_priced(items, i - 2)) return {};  // "$80 a night"
  if (item.word == Word::tonight || (item.is(capital) && item.is(ambiguous))) return {};
  Parsed out;
  const Item& hours = items[at + 1];
  out.end = hours.unit == Unit::hour && hours.is(plural) ? at + 2 : at + 1;  // "the morning hours"
  out.reading.kind = TimeKind::time;
  out.reading.part = item.part;
  out.reading.rule = Rule::time_part;
  out.reading.score = 0.75F;
  return out;
}

}  // namespace dossier::dates
