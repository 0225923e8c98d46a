// What repeats: "every Tuesday", "twice a week", "daily", "on Mondays".
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

Parsed set_of(std::size_t end, Rule rule) {
  Parsed out;
  out.end = end;
  out.reading.kind = TimeKind::set;
  out.reading.rule = rule;
  return out;
}

Parsed periodic(std::size_t end, std::int64_t thousandths, Unit unit, Rule rule) {
  Parsed out = set_of(end, rule);
  out.reading.amounts[0] = {thousandths, unit};
  out.reading.amount_count = 1;
  return out;
}

/// A name that repeats: a weekday, month, season, part of the day or feast. Returns the end, `i` when there is none.
std::size_t add_name(const Items& items, std::size_t i, Reading& reading) noexcept {
  const Item& item = items[i];
  if (item.weekday != 0)
    reading.weekday = item.weekday;
  else if (item.month != 0)
    reading.month = item.month;
  else if (item.season != Season::none)
    reading.season = item.season;
  else if (item.holiday != lexicon::EntryId::none)
    reading.holiday = item.holiday;
  else if (item.part != DayPart::none)
    reading.part = item.part;
  else
    return i;
  if (item.weekday != 0 && items[i + 1].part != DayPart::none) {
    reading.part = items[i + 1].part;
    return i + 2;
  }
  return i + 1;
}

/// "every Tuesday", "each year", "every two weeks", "every other day".
Parsed read_every(const Items& items, std::size_t i) {
  if (!items.is(i, Word::every) && !items.is(i, Word::each)) return {};
  std::int64_t number = 1000;
  std::size_t at = i + 1;
  if (items.is(at, Word::other) || items.is(at, Word::alternate)) {
    number = 2000;
    ++at;
  } else if (const Count count = read_amount(items, at); count && !count.article) {
    number = count.thousandths;
    at = count.end;
  } else if (items[at].is(ordinal) && items[at].whole() > 0) {
    number = items[at].number;
    ++at;
  }
  if (items.is(at, Word::filler) && items[at + 1].unit != Unit::none) ++at;  // "each calendar month"
  const Item& item = items[at];
  if (item.unit != Unit::none && !item.is(ordinal)) return periodic(at + 1, number, item.unit, Rule::set_every_unit);
  Parsed out = set_of(0, Rule::set_every_name);
  const std::size_t end = add_name(items, at, out.reading);
  if (end == at) return {};
  out.end = end;
  return out;
}

/// "once a week", "three times a day", "twice daily", "per day".
Parsed read_times(const Items& items, std::size_t i) {
  std::size_t at = i;
  if (items.is(i, Word::times) || items.is(i, Word::once)) {
    at = i + 1;
  } else if (const Count count = read_amount(items, i); count && !count.article && items.is(count.end, Word::times)) {
    at = count.end + 1;
  }
  if (at > i && items.is(at, Word::daily)) return periodic(at + 1, 1000, Unit::day, Rule::set_times);
  const bool per = items.is(at, Word::per);
  const bool linked =
      per || (at > i && (items.is(at, Word::a) || items.is(at, Word::every) || items.is(at, Word::each)));
  const Item& item = items[at + 1];
  if (!linked || item.unit == Unit::none || item.is(plural) || item.is(ordinal)) return {};
  return periodic(at + 2, 1000, item.unit, Rule::set_times);
}

/// "daily", "annually".
Parsed read_adverb(const Items& items, std::size_t i) {
  switch (items[i].word) {
    case Word::daily:
      return periodic(i + 1, 1000, Unit::day, Rule::set_adverb);
    case Word::hourly:
      return periodic(i + 1, 1000, Unit::hour, Rule::set_adverb);
    case Word::weekly:
      return periodic(i + 1, 1000, Unit::week, Rule::set_adverb);
    case Word::biweekly:
      return periodic(i + 1, 2000, Unit::week, Rule::set_adverb);
    case Word::monthly:
      return periodic(i + 1, 1000, Unit::month, Rule::set_adverb);
    case Word::quarterly:
      if (!items.of_note()) return {};  // "the quarterly dividend"
      return periodic(i + 1, 3000, Unit::month, Rule::set_adverb);
    case Word::yearly:
      return periodic(i + 1, 1000, Unit::year, Rule::set_adverb);
    case Word::nightly: {
      Parsed out = set_of(i + 1, Rule::set_adverb);
      out.reading.part = DayPart::night;
      return out;
    }
    default:
      return {};
  }
}

/// "Tuesdays", "Tuesday nights", "weekends".
Parsed read_plural_name(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.unit == Unit::weekend && item.is(plural)) return periodic(i + 1, 1000, Unit::weekend, Rule::set_plural);
  const bool nights = item.weekday != 0 && items[i + 1].part != DayPart::none && items[i + 1].is(plural);
  if (!item.is(plural) && !nights) return {};
  if (item.weekday == 0 && item.part == DayPart::none) return {};
  Parsed out = set_of(0, Rule::set_plural);
  out.end = add_name(items, i, out.reading);
  return out;
}

}  // namespace

Parsed read_set(const Items& items, std::size_t i) {
  using Reader = Parsed (*)(const Items&, std::size_t);
  constexpr Reader readers[] = {read_every, read_times, read_adverb, read_plural_name};
  for (const Reader reader : readers)
    if (Parsed out = reader(items, i)) return out;
  return {};
}

Parsed read_ranked_set(const Items& items, std::size_t i) {
  const bool every = items.is(i, Word::every) || items.is(i, Word::each);
  const std::size_t at = every ? i + 1 : items.skip(i, Word::the);
  if (!items[at].is(ordinal) && !items.is(at, Word::last)) return {};
  const bool named = items[at + 1].weekday != 0 || (items[at + 1].unit == Unit::day && !items[at + 1].is(plural));
  const std::size_t of = named ? at + 2 : at + 1;
  if (!items.is(of, Word::of) || (!named && every)) return {};
  const bool repeats = items.is(of + 1, Word::every) || items.is(of + 1, Word::each);
  const std::size_t head = items.skip(of + 2, Word::filler);  // "of each calendar month"
  const Item& unit = items[head];
  if ((!repeats && !(every && items.is(of + 1, Word::the))) || unit.is(plural)) return {};
  if (unit.unit != Unit::month && unit.unit != Unit::quarter && unit.unit != Unit::year) return {};
  const bool numbered = items[at].is(ordinal) && items[at + 1].unit == Unit::day && unit.unit == Unit::month;
  if (named && !numbered) return periodic(head + 1, 1000, unit.unit, Rule::set_every_unit);
  const std::int32_t day = items[at].is(ordinal) ? items[at].whole() : 0;
  if (day < 1 || day > 31 || unit.unit != Unit::month) return {};
  Parsed out = set_of(head + 1, Rule::set_every_unit);
  out.reading.day = static_cast<std::uint8_t>(day);
  return out;
}

}  // namespace dossier::dates
