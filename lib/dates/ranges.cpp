// Finds the halves of ranges and pairs.
#include "dates/ranges.hpp"

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

/// End of a dash, "to", "and", "or", "through", "until" between two halves; `i` when there is none.
std::size_t skip_link(const Items& items, std::size_t i) noexcept {
  if (items.is_mark(i, '-')) return i + 1;
  switch (items[i].word) {
    case Word::to:
    case Word::and_:
    case Word::or_:
    case Word::through:
    case Word::until:
      return i + 1;
    default:
      return i;
  }
}

bool is_day_number(const Item& item) noexcept {
  const std::int32_t value = item.whole();
  const bool digits = (item.digits == Digits::plain && item.width <= 2) || item.digits == Digits::ordinal;
  return digits && value >= 1 && value <= 31 && !item.is(separated);
}

bool is_hour(const Item& item) noexcept {
  const std::int32_t value = item.whole();
  return item.digits == Digits::plain && item.width <= 2 && value >= 1 && value <= 12;
}

/// The "12th" of "the 12th or 13th century" and "the late 4th and early 5th centuries".
Parsed read_century_head(const Items& items, std::size_t i, std::size_t link) {
  const std::int32_t nth = items[i].whole();
  if (!items[i].is(ordinal) || nth < 1 || nth > 30) return {};
  const bool toned = items.is(link, Word::early) || items.is(link, Word::late) || items.is(link, Word::the);
  const Parsed full = read_long_period(items, toned ? link + 1 : link);
  if (!full || full.reading.rule != Rule::date_century) return {};
  Parsed out = full;
  out.end = i + 1;
  const bool before_era = full.reading.year < 0;
  out.reading.year = before_era ? 1 - 100 * nth : 100 * (nth - 1);
  const bool later = before_era ? out.reading.year > full.reading.year : out.reading.year >= full.reading.year;
  return later ? Parsed{} : out;
}

}  // namespace

Parsed read_range_head(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const Item& item = items[at];
  if (item.number < 0 || is_tail(items, at)) return {};
  const std::size_t link = skip_link(items, at + 1);
  if (link == at + 1) return {};
  if (is_day_number(item)) {
    const Parsed full = read_named_date(items, link);
    const bool day_first = items[link].month == 0 && items[link].weekday == 0;
    if (full && day_first && full.reading.day > item.whole() && full.reading.month != 0) {
      Parsed out = full;
      out.end = at + 1;
      out.reading.day = static_cast<std::uint8_t>(item.whole());
      return out;
    }
  }
  if (const Parsed century = read_century_head(items, at, link)) return century;
  const bool clock = item.digits == Digits::clock;
  if ((!is_hour(item) && !clock) || at != i) return {};
  const Parsed full = read_clock(items, link);
  const bool meridian = full && (items.is(full.end - 1, Word::pm) || items.is(full.end - 1, Word::am));
  const bool both = clock && full && items[link].digits == Digits::clock;
  if (!meridian && !both) return {};
  Parsed out = full;
  out.end = at + 1;
  if (!meridian || (clock && item.seconds >= 46800)) {
    out.reading.seconds = item.seconds;
    return out;
  }
  const std::int32_t morning = clock ? item.seconds % 43200 : item.whole() % 12 * 3600;
  const std::int32_t half = full.reading.seconds >= 43200 && morning <= full.reading.seconds - 43200 ? 43200 : 0;
  out.reading.seconds = morning + half;
  out.reading.with_seconds = false;
  return out;
}

RangeTail read_range_tail(const Items& items, std::size_t end, const Reading& before) {
  const std::size_t link = skip_link(items, end);
  const Item& item = items[link];
  if (link == end || item.number < 0 || items.is(end, Word::or_)) return {};
  const bool ends = items[link + 1].number < 0 && items[link + 1].unit == Unit::none && items[link + 1].month == 0 &&
                    items[link + 1].magnitude == 0 && items[link + 1].mark != '%';
  RangeTail out;
  out.begin = link;
  out.parsed.reading = before;
  out.parsed.end = link + 1;
  if (before.month != 0 && before.day != 0 && before.kind == TimeKind::date) {
    if (!is_day_number(item) || item.whole() <= before.day || runs_on(items, link)) return {};
    if (items.is(end, Word::and_) && !ends) return {};
    if (items[link + 1].month != 0 || items[link + 1].unit != Unit::none) return {};
    out.parsed.reading.day = static_cast<std::uint8_t>(item.whole());
    const std::size_t comma = items.skip_mark(link + 1, ',');
    if (const Parsed year = items[comma].width == 4 ? read_year(items, comma) : Parsed{}) {
      out.parsed.reading.year = year.reading.year;
      out.parsed.reading.unit = Unit::year;
      out.parsed.end = year.end;
    }
    return out;
  }
  if (before.kind == TimeKind::time && before.seconds >= 0 && is_hour(item) && ends && !items.is(end, Word::and_)) {
    const Word half = items[end - 1].word;  // "8pm - 11"
    if (half != Word::am && half != Word::pm) return {};
    out.parsed.reading.seconds = item.whole() % 12 * 3600 + (half == Word::pm ? 43200 : 0);
    return out.parsed.reading.seconds > before.seconds ? out : RangeTail{};
  }
  const bool is_year = before.rule == Rule::date_year && before.has_year() && before.year > 1000;
  if (!is_year || !items.is_mark(end, '-') || item.digits != Digits::plain || item.width != 2 || !ends) return {};
  const std::int32_t year = before.year / 100 * 100 + item.whole();
  if (year <= before.year || runs_on(items, link)) return {};
  out.parsed.reading.year = year;
  return out;
}

}  // namespace dossier::dates
