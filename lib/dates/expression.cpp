// Joins the families: a day with its clock time, a period with the part of it that is meant; and picks the longest.
#include "dates/beginnings.hpp"
#include "dates/grammar.hpp"
#include "dates/ranges.hpp"

namespace dossier::dates {
namespace {

struct Reader {
  Family family;  // it is asked only where an expression of this family may begin
  Parsed (*read)(const Items&, std::size_t);
};

/// The longest of what the readers find; the first of equally long ones.
template <std::size_t size>
Parsed longest(const Reader (&readers)[size], const Items& items, std::size_t i) {
  const Families families = items[i].families;
  Parsed best;
  for (const Reader& reader : readers) {
    if ((families & reader.family) == 0) continue;
    if (const Parsed out = reader.read(items, i); out.end > best.end) best = out;
  }
  return best;
}

/// What read_duration() finds, where a length may begin.
Parsed read_some_length(const Items& items, std::size_t i) {
  return (items[i].families & duration_family) != 0 ? read_duration(items, i) : Parsed{};
}

/// A period of a day or longer by itself; `length` is what read_some_length() finds there.
Parsed read_core(const Items& items, std::size_t i, const Parsed& length) {
  constexpr Reader before[] = {{within_family, read_within},
                               {numeric_family, read_numeric_date},
                               {named_family, read_named_date},
                               {period_family, read_named_period},
                               {relative_family, read_relative}};
  constexpr Reader after[] = {{long_family, read_long_period}, {year_family, read_lone_year}};
  Parsed best = longest(before, items, i);
  // A length that counts from somewhere is a date or time.
  if (length.end > best.end && length.reading.kind != TimeKind::duration) best = length;
  if (const Parsed out = longest(after, items, i); out.end > best.end) best = out;
  return best;
}

Parsed read_core(const Items& items, std::size_t i) { return read_core(items, i, read_some_length(items, i)); }

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
  out.reading.mod = tone == Word::mid ? Mod::mid : tone == Word::early || tone == Word::earlier ? Mod::start : Mod::end;
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
  const Item& unit = items[at + 2];
  if (!out && unit.unit >= Unit::week && !unit.is(plural) && !unit.is(ordinal) && !unit.is(capital) &&
      !items[at + 3].is_plain_word()) {
    out.end = at + 3;  // "by end of month"
    out.reading.rule = Rule::date_definite_unit;
    out.reading.base = Base::anchor;
    out.reading.unit = unit.unit;
  }
  if (!out) out = read_toned(items, at + 2);
  if (!out) out = read_year(items, at + 2);
  if (!out || !is_divisible(out)) return {};
  out.reading.score = 0.9F;
  const bool first = word == Word::beginning || (word == Word::part && tone == Word::early);
  const bool middle = word == Word::middle || tone == Word::middle;
  out.reading.mod = first ? Mod::start : middle ? Mod::mid : Mod::end;
  return out;
}

/// A period whole or in part; `length` is what read_some_length() finds there.
Parsed read_period(const Items& items, std::size_t i, const Parsed& length) {
  constexpr Reader readers[] = {{toned_family, read_toned}, {divided_family, read_divided}};
  Parsed best = read_core(items, i, length);
  if ((items[i].families & (toned_family | divided_family)) == 0) return best;
  if (const Parsed part = longest(readers, items, i); part.end > best.end) best = part;
  return best;
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

/// An hour without "o'clock" or "a.m.", as it may stand after "at": "8", "seven".
std::int32_t bare_hour_at(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const bool written = (item.digits == Digits::plain && item.width <= 2) || (item.is(spelled) && !item.is(ordinal));
  const std::int32_t value = item.whole();
  if (!written || value < 1 || value > 12 || runs_on(items, i)) return 0;
  const Item& next = items[i + 1];
  const bool counts = next.is_plain_word() || next.unit != Unit::none || next.magnitude != 0 || next.mark == '%' ||
                      next.number >= 0 || next.month != 0 || next.word == Word::counter || next.word == Word::of ||
                      (next.mark == '-' && next.is(glued));
  return counts ? 0 : value;
}

/// An hour of the twelve-hour clock in the part of the day that was said beside it.
std::int32_t hour_in(DayPart part, std::int32_t seconds) noexcept {
  constexpr std::int32_t hour = 3600;
  const std::int32_t within = seconds % (12 * hour);
  const bool late = part == DayPart::afternoon || part == DayPart::evening || part == DayPart::midday ||
                    (part == DayPart::night && within >= 5 * hour);
  return late && seconds < 12 * hour ? within + 12 * hour : seconds;
}

/// The clock time in a part of the day: "this morning at 10am", "tonight at 8", "Saturday night, 10:30".
Parsed add_clock_to_part(const Items& items, const Parsed& part) {
  const Reading& reading = part.reading;
  if (reading.kind != TimeKind::time || reading.part == DayPart::none || reading.seconds >= 0) return {};
  const std::size_t comma = items.skip_mark(part.end, ',');
  const bool at_mark = items.is_mark(comma, '@');
  const std::size_t at = at_mark ? comma + 1 : items.skip(comma, Word::at);
  const std::size_t head = skip_approximation(items, at);
  Parsed out = part;
  if (const Parsed clock = read_clock(items, head)) {
    if (clock.reading.part != DayPart::none) return {};
    out.end = clock.end;
    out.reading.seconds = hour_in(reading.part, clock.reading.seconds);
    out.reading.with_seconds = clock.reading.with_seconds;
  } else if (head != comma && bare_hour_at(items, head) != 0) {
    out.end = head + 1;
    out.reading.seconds = hour_in(reading.part, bare_hour_at(items, head) * 3600);
  } else if (head != comma && items[head].digits == Digits::clock) {
    out.end = head + 1;
    out.reading.seconds = hour_in(reading.part, items[head].seconds);
  } else {
    return {};
  }
  out.reading.rule = Rule::time_of_day;
  if (out.reading.has_period()) return out;
  out.reading.part = DayPart::none;
  return out;
}

/// True where a bare number may be an hour because of what follows it: "at 5 tomorrow afternoon", "8 tonight".
bool may_lead_hour(const Items& items, std::size_t i) noexcept {
  if (items[i].is(opens) || items[i - 1].span.end == 0) return true;
  switch (items[i - 1].word) {
    case Word::at:
    case Word::about:
    case Word::by:
    case Word::until:
    case Word::from:
    case Word::before:
    case Word::after:
    case Word::to:
    case Word::and_:
    case Word::between:
      return true;
    default:
      return items.is_mark(i - 1, ',') || items.is_mark(i - 1, '@') || items.is_mark(i - 1, '-');
  }
}

/// True for what may be an hour.
bool is_number(const Item& item) noexcept { return item.number >= 0 || item.digits == Digits::clock; }

/// "8 tonight", "9 tomorrow evening", "7 this morning": an hour before the day and part of it.
Parsed read_hour_of_part(const Items& items, std::size_t i) {
  const std::int32_t hour = bare_hour_at(items, i);
  const bool clock = items[i].digits == Digits::clock;
  if ((hour == 0 && !clock) || !may_lead_hour(items, i)) return {};
  const std::size_t at = items.skip_mark(i + 1, ',');
  Parsed out = read_core(items, at);
  if (out && takes_clock(out.reading)) {
    const Parsed part = read_day_part(items, out.end);
    if (!part) return {};
    out = joined(out, part, part.end);
  }
  const bool fits = out.reading.kind == TimeKind::time && out.reading.has_period();
  if (!out || !fits || out.reading.part == DayPart::none || out.reading.seconds >= 0) return {};
  out.reading.seconds = hour_in(out.reading.part, clock ? items[i].seconds : hour * 3600);
  out.reading.rule = Rule::time_of_day;
  return out;
}

/// "Friday at 8", "tomorrow at seven": an hour that only "at" makes one.
Parsed add_bare_hour(const Items& items, const Parsed& period) {
  const std::size_t at = items.is_mark(period.end, '@') ? period.end + 1 : items.skip(period.end, Word::at);
  const std::size_t head = skip_approximation(items, at);
  const bool clock = items[head].digits == Digits::clock;
  if (at == period.end || !takes_clock(period.reading) || (!clock && bare_hour_at(items, head) == 0)) return {};
  Parsed out = period;
  out.end = head + 1;
  out.reading.kind = TimeKind::time;
  out.reading.rule = Rule::time_of_day;
  out.reading.seconds = clock ? items[head].seconds : bare_hour_at(items, head) * 3600;
  return out;
}

/// "Wednesday at 10 p.m.", "Saturday night", "tomorrow, 5pm".
Parsed add_clock(const Items& items, const Parsed& period) {
  if (!takes_clock(period.reading)) return {};
  const Item& next = items[period.end];
  if (next.families == 0 && next.mark != ',' && next.mark != '@' && next.word != Word::in) return {};
  const Parsed part = items.is(period.end, Word::the) ? Parsed{} : read_day_part(items, period.end);
  if (part) {
    const Parsed whole = joined(period, part, part.end);
    const Parsed exact = add_clock_to_part(items, whole);
    return exact ? exact : whole;
  }
  if (items.is(period.end, Word::in) && items.is(period.end + 1, Word::the)) {  // "tomorrow in the morning"
    const Parsed inner = read_day_part(items, period.end + 1);
    if (inner) return joined(period, inner, inner.end);
  }
  std::size_t at = items.skip_mark(period.end, ',');
  at = items.skip(at, Word::at);
  at = skip_approximation(items, at);
  const Parsed clock = read_clock(items, at);
  if (!clock) return add_bare_hour(items, period);
  Parsed out = joined(period, clock, clock.end);
  const Item& year = items[out.end];  // "Wed Oct 26 15:50:06 2016"
  const bool last = year.width == 4 && year.digits == Digits::plain && year.whole() >= 1900 && year.whole() < 2100;
  if (last && !out.reading.has_year() && out.reading.day != 0 && !items[out.end + 1].is_plain_word()) {
    out.reading.year = year.whole();
    out.reading.unit = Unit::year;
    ++out.end;
  }
  return out;
}

/// "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "the night of 20 June 1791", "noon on Saturday".
Parsed add_period(const Items& items, const Parsed& clock) {
  std::size_t at = items.skip_mark(clock.end, ',');
  if (at == clock.end && items.is_mark(at, '(')) {  // "at 10 p.m. local time (2000 GMT) on Sunday"
    const Parsed again = read_clock(items, at + 1);
    if (again && items.is_mark(again.end, ')') && items.is(again.end + 1, Word::on)) at = again.end + 2;
  }
  if (at == clock.end && (items.is(at, Word::on) || (items.is(at, Word::of) && clock.reading.part != DayPart::none)))
    ++at;
  if (clock.reading.part != DayPart::none && items[at].number >= 0)
    if (const Parsed head = read_range_head(items, at); head && takes_clock(head.reading))
      return joined(head, clock, head.end);  // "the night of 9-10 November"
  const Parsed period = read_period(items, at, read_some_length(items, at));
  if (!period || !takes_clock(period.reading)) {
    const bool part = period && period.reading.kind == TimeKind::time && period.reading.part != DayPart::none &&
                      period.reading.seconds < 0;
    if (!part || clock.reading.seconds < 0) return {};
    Parsed out = period;  // "8am this morning", "10:30 tonight"
    out.reading.seconds = hour_in(period.reading.part, clock.reading.seconds);
    out.reading.with_seconds = clock.reading.with_seconds;
    out.reading.rule = Rule::time_of_day;
    return out;
  }
  const bool again = clock.reading.part != DayPart::none && items[period.end].part == clock.reading.part;
  return joined(period, clock, again ? period.end + 1 : period.end);  // "the early hours of Sunday morning"
}

/// A time of day by itself, approximate or not.
Parsed read_time(const Items& items, std::size_t i) {
  const std::size_t start = skip_approximation(items, i);
  const Parsed clock = (items[start].families & clock_family) != 0 ? read_clock(items, start) : Parsed{};
  if (clock) return clock;
  return (items[i].families & part_family) != 0 ? read_day_part(items, i) : Parsed{};
}

/// A date, a time, or both; `length` is what read_some_length() finds there.
Parsed read_moment(const Items& items, std::size_t i, const Parsed& length) {
  const Parsed period = read_period(items, i, length);
  const Parsed clock = read_time(items, i);
  Parsed best = clock.end > period.end ? clock : period;
  if (period)
    if (const Parsed out = add_clock(items, period); out.end > best.end) best = out;
  if (clock)
    if (const Parsed out = add_period(items, clock); out.end > best.end) best = out;
  if (is_number(items[i]))
    if (const Parsed out = read_hour_of_part(items, i); out.end > best.end) best = out;
  if (best.reading.kind == TimeKind::time)
    if (const Parsed out = add_clock_to_part(items, best); out.end > best.end) best = out;
  return best;
}

/// True for what comes back on days, so that a time of day may belong to it: "daily", "Mondays", "every night".
bool repeats_on_days(const Reading& set) noexcept {
  if (set.kind != TimeKind::set) return false;
  if (set.amount_count == 0) return set.weekday != 0 || set.part != DayPart::none;
  return set.amount_count == 1 && set.amounts[0].unit == Unit::day && set.amounts[0].thousandths == 1000;
}

Parsed repeated_at(const Parsed& set, std::int32_t seconds, std::size_t end) {
  Parsed out = set;
  out.end = end;
  out.reading.seconds = hour_in(set.reading.part, seconds);
  out.reading.part = DayPart::none;
  out.reading.amount_count = 0;
  return out;
}

/// The time of day at which something repeats: "every Monday at 8 pm", "daily at 9", "Mondays, 7:30pm".
Parsed add_clock_to_set(const Items& items, const Parsed& set) {
  if (!repeats_on_days(set.reading)) return {};
  const std::size_t comma = items.skip_mark(set.end, ',');
  const std::size_t at = items.is_mark(comma, '@') ? comma + 1 : items.skip(comma, Word::at);
  const std::size_t head = skip_approximation(items, at);
  const Parsed clock = read_clock(items, head);
  if (clock && clock.reading.seconds >= 0) return repeated_at(set, clock.reading.seconds, clock.end);
  const std::int32_t hour = at != comma ? bare_hour_at(items, head) : 0;
  return hour != 0 ? repeated_at(set, hour * 3600, head + 1) : Parsed{};
}

/// "6am every day", "8 pm on Mondays".
Parsed add_set_to_clock(const Items& items, const Parsed& clock) {
  if (clock.reading.has_period()) return {};
  const std::size_t at = items.skip(items.skip_mark(clock.end, ','), Word::on);
  const Parsed set = (items[at].families & set_family) != 0 ? read_set(items, at) : Parsed{};
  return set && repeats_on_days(set.reading) ? repeated_at(set, clock.reading.seconds, set.end) : Parsed{};
}

/// "about 1910", "around Nov. 1". REQUIRES: `i` is "about" or "circa".
Parsed read_approximate(const Items& items, std::size_t i) {
  Parsed out = read_moment(items, i + 1, read_some_length(items, i + 1));
  if (out && out.reading.mod == Mod::none) out.reading.mod = Mod::approx;
  if (!out || out.reading.rule == Rule::date_year || out.reading.rule == Rule::date_unit_end) return out;
  return out.reading.month != 0 || out.reading.seconds >= 0 ? out : Parsed{};
}

/// True where "the last Friday of each month" may begin.
bool may_be_ranked(const Items& items, std::size_t i) noexcept {
  const Word word = items[i].word;
  if (items[i].is(ordinal)) return true;
  const bool leads = word == Word::the || word == Word::every || word == Word::each;
  return leads ? items[i + 1].is(ordinal) || items[i + 1].word == Word::last : word == Word::last;
}

}  // namespace

Parsed read_expression(const Items& items, std::size_t i) {
  const auto families = items[i].families;
  const Parsed length = read_some_length(items, i);
  Parsed best = read_moment(items, i, length);
  if (items.is(i, Word::about) || items.is(i, Word::circa))
    if (const Parsed out = read_approximate(items, i); out.end > best.end) best = out;
  Parsed other;
  if ((families & set_family) != 0) other = read_set(items, i);
  if (may_be_ranked(items, i))
    if (const Parsed out = read_ranked_set(items, i); out.end > other.end) other = out;
  if (length.end > other.end) other = length;
  if ((families & vague_family) != 0)
    if (const Parsed out = read_vague(items, i); out.end > other.end) other = out;
  if (other && other.reading.kind == TimeKind::set)
    if (const Parsed out = add_clock_to_set(items, other)) other = out;
  if (best.reading.seconds >= 0)
    if (const Parsed out = add_set_to_clock(items, best); out.end > best.end) other = out;
  const bool repeats = other.reading.kind == TimeKind::set;
  if (other.end > best.end || (repeats && other.end == best.end)) best = other;
  return best;
}

}  // namespace dossier::dates
