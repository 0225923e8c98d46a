// Joins the families: a day with its clock time, a period with the part of it that is meant; and picks the longest.
#include "dates/beginnings.hpp"
#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

struct Reader {
  Family family;  // it is asked only where an expression of this family may begin
  Parsed (*read)(const Items&, std::size_t);
};

/// The longest of what the readers find; the first of equally long ones.
template <std::size_t size>
Parsed longest(const Reader (&readers)[size], const Items& items, std::size_t i) {
  const Families families = families_of(items[i]);
  Parsed best;
  for (const Reader& reader : readers) {
    if ((families & reader.family) == 0) continue;
    if (const Parsed out = reader.read(items, i); out.end > best.end) best = out;
  }
  return best;
}

/// A duration that counts from somewhere, and so is a date or time.
Parsed read_offset(const Items& items, std::size_t i) {
  Parsed out = read_duration(items, i);
  return out.reading.kind == TimeKind::duration ? Parsed{} : out;
}

/// A period of a day or longer by itself.
Parsed read_core(const Items& items, std::size_t i) {
  constexpr Reader readers[] = {{numeric_family, read_numeric_date}, {named_family, read_named_date},
                                {period_family, read_named_period},  {relative_family, read_relative},
                                {duration_family, read_offset},      {long_family, read_long_period},
                                {year_family, read_lone_year}};
  return longest(readers, items, i);
}

/// True for what "early" or "the end of" can speak of: a period, not a length or a vague reference.
bool is_divisible(const Parsed& parsed) noexcept {
  return parsed.reading.has_period() && parsed.reading.kind != TimeKind::set && parsed.reading.vague == Vague::none &&
         parsed.reading.kind != TimeKind::duration;
}

/// "early 1990", "mid-October", "later this month", "earlier in the year", "late yesterday".
Parsed read_toned(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const Word tone = items[at].word;
  const bool comparative = tone == Word::earlier || tone == Word::later;
  if (tone != Word::early && tone != Word::mid && tone != Word::late && !comparative) return {};
  std::size_t head = items.skip_mark(at + 1, '-');
  const bool in = items.is(head, Word::in);
  if (in) ++head;
  Parsed out = read_core(items, head);
  if (!out) out = read_year(items, head);
  if (!out || !is_divisible(out)) return {};
  if (comparative && !in && out.reading.base == Base::open && out.reading.weekday == 0) return {};
  if (out.reading.score < 0.9F) out.reading.score = 0.9F;
  return out;
}

/// "the end of 1990", "the beginning of October", "the latter part of the year".
Parsed read_divided(const Items& items, std::size_t i) {
  std::size_t at = items.is(i, Word::the) || items.is(i, Word::a) ? i + 1 : i;
  const Word tone = items[at].word;
  const bool toned = tone == Word::early || tone == Word::later || tone == Word::late || tone == Word::last ||
                     tone == Word::filler || tone == Word::middle;
  if (toned && items.is(at + 1, Word::part)) ++at;
  const Word word = items[at].word;
  const bool divides = word == Word::end || word == Word::beginning || word == Word::middle || word == Word::close ||
                       (word == Word::part && (toned || at == i));
  if (!divides || !items.is(at + 1, Word::of)) return {};
  Parsed out = read_core(items, at + 2);
  if (!out) out = read_toned(items, at + 2);
  if (!out) out = read_year(items, at + 2);
  if (!out || !is_divisible(out)) return {};
  out.reading.score = 0.9F;
  return out;
}

/// A period whole or in part.
Parsed read_period(const Items& items, std::size_t i) {
  constexpr Reader readers[] = {{toned_family, read_toned}, {divided_family, read_divided}};
  const Parsed core = read_core(items, i);
  const Parsed part = longest(readers, items, i);
  return part.end > core.end ? part : core;
}

/// True for a period that a time of day can belong to.
bool takes_clock(const Reading& reading) noexcept {
  if (reading.kind != TimeKind::date || reading.vague != Vague::none || reading.has_clock()) return false;
  return reading.day != 0 || reading.weekday != 0 || reading.holiday != lexicon::EntryId::none ||
         (reading.base != Base::open && reading.unit == Unit::day);
}

/// Puts a time of day into a period.
Parsed joined(const Parsed& period, const Parsed& clock, std::size_t end) {
  Parsed out = period;
  out.end = end;
  out.reading.kind = TimeKind::time;
  out.reading.rule = Rule::time_of_day;
  out.reading.seconds = clock.reading.seconds;
  out.reading.with_seconds = clock.reading.with_seconds;
  out.reading.part = clock.reading.part;
  if (out.reading.score < 0.9F) out.reading.score = 0.9F;
  return out;
}

/// "Wednesday at 10 p.m.", "Saturday night", "tomorrow, 5pm".
Parsed add_clock(const Items& items, const Parsed& period) {
  if (!takes_clock(period.reading)) return {};
  const Parsed part = items.is(period.end, Word::the) ? Parsed{} : read_day_part(items, period.end);
  if (part) return joined(period, part, part.end);
  std::size_t at = items.skip_mark(period.end, ',');
  at = items.skip(at, Word::at);
  at = skip_approximation(items, at);
  const Parsed clock = read_clock(items, at);
  return clock ? joined(period, clock, clock.end) : Parsed{};
}

/// "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "the night of 20 June 1791", "noon on Saturday".
Parsed add_period(const Items& items, const Parsed& clock) {
  std::size_t at = items.skip_mark(clock.end, ',');
  if (at == clock.end && (items.is(at, Word::on) || (items.is(at, Word::of) && clock.reading.part != DayPart::none)))
    ++at;
  const Parsed period = read_period(items, at);
  if (!period || !takes_clock(period.reading)) {
    const bool tonight = period && period.reading.rule == Rule::date_deictic && period.reading.part != DayPart::none;
    return tonight && clock.reading.seconds >= 0 ? joined(period, clock, period.end) : Parsed{};
  }
  return joined(period, clock, period.end);
}

/// A time of day by itself, approximate or not.
Parsed read_time(const Items& items, std::size_t i) {
  const std::size_t start = skip_approximation(items, i);
  const Parsed clock = (families_of(items[start]) & clock_family) != 0 ? read_clock(items, start) : Parsed{};
  if (clock) return clock;
  return (families_of(items[i]) & part_family) != 0 ? read_day_part(items, i) : Parsed{};
}

/// A date, a time, or both.
Parsed read_moment(const Items& items, std::size_t i) {
  const Parsed period = read_period(items, i);
  const Parsed clock = read_time(items, i);
  Parsed best = clock.end > period.end ? clock : period;
  if (period)
    if (const Parsed out = add_clock(items, period); out.end > best.end) best = out;
  if (clock)
    if (const Parsed out = add_period(items, clock); out.end > best.end) best = out;
  return best;
}

/// "about 1910", "around Nov. 1".
Parsed read_approximate(const Items& items, std::size_t i) {
  if (!items.is(i, Word::about) && !items.is(i, Word::circa)) return {};
  Parsed out = read_moment(items, i + 1);
  if (!out || out.reading.rule == Rule::date_year || out.reading.rule == Rule::date_unit_end) return out;
  return out.reading.day != 0 || out.reading.month != 0 || out.reading.seconds >= 0 ? out : Parsed{};
}

}  // namespace

Parsed read_expression(const Items& items, std::size_t i) {
  constexpr Reader readers[] = {{set_family, read_set}, {duration_family, read_duration}, {vague_family, read_vague}};
  Parsed best = read_moment(items, i);
  if (const Parsed out = read_approximate(items, i); out.end > best.end) best = out;
  const Parsed other = longest(readers, items, i);
  const bool set = other.reading.kind == TimeKind::set;
  return other.end > best.end || (set && other.end == best.end) ? other : best;
}

}  // namespace dossier::dates
