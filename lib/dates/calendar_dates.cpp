// Days and months by name or number, decades and centuries.
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

/// Day of a month at `i`: "16", "16th", "sixteenth"; 0 when it is none.
std::uint8_t day_at(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const std::int32_t value = item.whole();
  if (value < 1 || value > 31 || item.is(separated)) return 0;
  const bool digits = (item.digits == Digits::plain && item.width <= 2) || item.digits == Digits::ordinal;
  if (!digits && !(item.is(spelled) && item.is(ordinal))) return 0;
  const bool runs = runs_on(items, i) && items[i + 1].month == 0;  // "15Sep" is two words
  return runs ? std::uint8_t{0} : static_cast<std::uint8_t>(value);
}

/// A day written as one or two items: "the twenty-first" is two and a dash. Returns its end and value.
struct DayRead {
  std::size_t end = 0;
  std::uint8_t day = 0;
};

DayRead read_day(const Items& items, std::size_t i) noexcept {
  const Item& tens = items[i];
  if (tens.is(spelled) && !tens.is(ordinal) && (tens.whole() == 20 || tens.whole() == 30)) {
    const std::size_t next = items.is_mark(i + 1, '-') ? i + 2 : i + 1;
    const std::uint8_t units = day_at(items, next);
    const int day = tens.whole() + units;
    if (units != 0 && units < 10 && items[next].is(spelled) && day <= 31)
      return {next + 1, static_cast<std::uint8_t>(day)};
  }
  const std::uint8_t day = day_at(items, i);
  return day == 0 ? DayRead{} : DayRead{i + 1, day};
}

/// True when what follows a number after a month shows that it counts something: "May 10 percent", "March 5 million".
bool counts_something(const Items& items, std::size_t end) noexcept {
  const Item& next = items[end];
  return next.mark == '%' || next.magnitude != 0 || next.unit != Unit::none || next.word == Word::counter ||
         next.word == Word::am || next.word == Word::pm;
}

void check_day(Reading& reading) noexcept {
  const std::int32_t year = reading.has_year() ? reading.year : 2000;
  reading.impossible = reading.day != 0 && reading.month != 0 && !is_valid(year, reading.month, reading.day);
}

/// "of last year", "this year", "of that year" after a month or day: moves the reading to that year. Returns the end.
std::size_t add_relative_year(const Items& items, std::size_t i, Reading& reading) noexcept {
  std::size_t at = items.skip_mark(i, ',');
  at = items.skip(at, Word::of);
  at = items.is(at, Word::the) ? at + 1 : at;
  if (items[at + 1].unit != Unit::year || items[at + 1].is(plural)) return i;
  switch (items[at].word) {
    case Word::this_:
    case Word::current:
      reading.shift = 0;
      reading.base = Base::anchor;
      break;
    case Word::last:
      reading.shift = -1;
      reading.base = Base::anchor;
      break;
    case Word::next:
      reading.shift = 1;
      reading.base = Base::anchor;
      break;
    case Word::that:
    case Word::same:
      reading.shift = 0;
      reading.base = Base::story;
      break;
    case Word::following:
      reading.shift = 1;
      reading.base = Base::story;
      break;
    case Word::previous:
      reading.shift = -1;
      reading.base = Base::story;
      break;
    default:
      return i;
  }
  reading.unit = Unit::year;
  return at + 2;
}

/// End of a hyphen or slash that ties the parts of a date together ("26-Nov-2025", "2025/Nov/26"); `i` without one.
std::size_t skip_tie(const Items& items, std::size_t i) noexcept {
  const bool mark = items.is_mark(i, '-') || items.is_mark(i, '/');
  return mark && items[i].is(glued) && items[i + 1].is(glued) ? i + 1 : i;
}

/// Two digits that can only be a year: behind two parts tied in the same way ("31-Oct-74"), or too large for a day or
/// hour and with nothing to count after them ("3 Aug 96", "Aug 96").
bool is_two_digit_year(const Items& items, std::size_t i, const Reading& reading, bool tied) noexcept {
  const Item& item = items[i];
  const Item& next = items[i + 1];
  const bool era = next.word == Word::bc || next.word == Word::ad;
  if (item.digits != Digits::plain || item.width != 2 || runs_on(items, i) || era) return false;
  if (tied) return i >= 3 && items[i - 3].mark != 0 && items[i - 3].mark == items[i - 1].mark && items[i - 2].is(glued);
  if (reading.day == 0 && item.whole() < 40) return false;

  const bool counts = next.is_plain_word() || next.unit != Unit::none || next.magnitude != 0 || next.month != 0 ||
                      next.mark == '%' || next.mark == '-' || next.word == Word::counter;
  return item.whole() > 31 && !counts;
}

/// The year of a date whose other parts end at `i`, with what may stand before it. Returns the end.
std::size_t add_year(const Items& items, std::size_t i, Reading& reading) {
  std::size_t at = items.skip_mark(i, ',');
  const bool tied = at == i && skip_tie(items, i) != i;
  if (tied) at = i + 1;
  if (at == i) at = items.skip(i, Word::of);
  if (at == i && items.is(i, Word::in) && items[i + 1].width == 4 && reading.month != 0) ++at;
  if (is_two_digit_year(items, at, reading, tied) && (tied || reading.day != 0 || at == i)) {
    reading.year = full_year(items[at].whole());
    reading.unit = Unit::year;
    return at + 1;
  }
  if (const Count year = read_spelled_year(items, at)) {
    reading.year = static_cast<std::int32_t>(year.thousandths / 1000);
    reading.unit = Unit::year;
    return year.end;
  }
  const Parsed year = read_year(items, at);
  const bool long_enough = items[at].width == 4 || items[at].digits == Digits::short_year || items.is(at + 1, Word::bc);
  if (year && long_enough) {
    reading.year = year.reading.year;
    reading.unit = Unit::year;
    return year.end;
  }
  return add_relative_year(items, i, reading);
}

/// True when "may 3" or "march 20" stands where a date does rather than a verb.
bool day_in_context(const Items& items, std::size_t begin, std::size_t end) noexcept {
  if (!items[end].is_plain_word()) return true;
  switch (items[begin - 1].word) {
    case Word::on:
    case Word::by:
    case Word::since:
    case Word::until:
    case Word::from:
    case Word::before:
    case Word::after:
      return true;
    default:
      return items[begin - 1].weekday != 0;
  }
}

/// "Oct. 16, 2025", "March the 3rd".
Parsed read_month_first(const Items& items, std::size_t i) {
  if (items[i].month == 0) return {};
  const std::size_t head = skip_tie(items, i + 1);
  const DayRead day = read_day(items, head != i + 1 ? head : items.skip(items.skip_mark(i + 1, ','), Word::the));
  if (day.end == 0 || counts_something(items, day.end)) return {};
  const bool apart = items.is_mark(i + 1, ',');  // "October, 1st", not "in October, 12 men"
  if (apart && (items[day.end - 1].digits != Digits::ordinal || items[day.end].is_plain_word())) return {};
  if (items[i].is(lowered) && items[i].is(ambiguous) && !day_in_context(items, i, day.end)) return {};
  Parsed out;
  out.reading.month = items[i].month;
  out.reading.day = day.day;
  out.reading.rule = Rule::date_month_day;
  out.end = add_year(items, day.end, out.reading);
  check_day(out.reading);
  return out;
}

/// "16 October 2025", "the 3rd of March", "26-Nov-2025".
Parsed read_day_first(const Items& items, std::size_t i) {
  const std::size_t head = items.skip(i, Word::the);
  const DayRead day = read_day(items, head);
  if (day.end == 0 || is_tail(items, head)) return {};
  const std::size_t of = items.skip(day.end, Word::of);
  const std::size_t month = skip_tie(items, of);
  if (items[month].month == 0) return {};
  if (items[month].is(lowered) && items[month].is(ambiguous) && of == day.end && !items[day.end - 1].is(ordinal) &&
      !day_in_context(items, i, month + 1))
    return {};
  Parsed out;
  out.reading.month = items[month].month;
  out.reading.day = day.day;
  out.reading.rule = Rule::date_day_month;
  out.end = add_year(items, month + 1, out.reading);
  check_day(out.reading);
  return out;
}

/// The same for "may" and "march" without a capital letter, which are verbs and nouns first of all.
bool lowered_month_in_context(const Items& items, std::size_t i) noexcept {
  switch (items[i - 1].word) {
    case Word::in:
    case Word::since:
    case Word::until:
    case Word::during:
    case Word::last:
    case Word::next:
    case Word::early:
    case Word::mid:
    case Word::late:
      return true;
    case Word::of:
      return items.is(i - 2, Word::end) || items.is(i - 2, Word::beginning) || items.is(i - 2, Word::middle) ||
             items[i - 2].unit != Unit::none || items[i - 2].is(ordinal);
    case Word::to:
    case Word::from:
    case Word::and_:
      return items[i - 2].month != 0 || items[i + 2].month != 0;
    default:
      return items.is_mark(i - 1, '-') && i >= 2 && (items.is(i - 2, Word::mid) || items[i - 2].month != 0);
  }
}

/// True when a word that is also an everyday word or a person's name stands where a month does.
bool month_in_context(const Items& items, std::size_t i) noexcept {
  if (i == 0) return false;
  if (items[i].is(lowered)) return lowered_month_in_context(items, i);
  const bool listed = items.is_mark(i + 1, ',') || items.is(i + 1, Word::and_) || items.is(i + 1, Word::or_);
  if (listed && items.is(i - 1, Word::for_) && items[i + 2].month != 0) return true;  // "for June, July and August"
  switch (items[i - 1].word) {
    case Word::in:
    case Word::by:
    case Word::since:
    case Word::until:
    case Word::during:
    case Word::from:
    case Word::to:
    case Word::through:
    case Word::before:
    case Word::after:
    case Word::between:
    case Word::last:
    case Word::next:
    case Word::this_:
    case Word::early:
    case Word::mid:
    case Word::late:
    case Word::each:
    case Word::every:
    case Word::of:
      return true;
    case Word::and_:
      return i >= 2 && items[i - 2].month != 0;
    default:
      return items.is_mark(i - 1, '-') && i >= 2 && (items.is(i - 2, Word::mid) || items[i - 2].month != 0);
  }
}

/// "October 1939", "June of that year", "April".
Parsed read_month(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.month == 0) return {};
  Parsed out;
  out.reading.month = item.month;
  out.end = add_year(items, i + 1, out.reading);
  if (out.end != i + 1) {
    out.reading.rule = Rule::date_month_year;
    return out;
  }
  if (item.is(short_form) && !lowered_month_in_context(items, i)) return {};
  if (item.is(ambiguous) && !month_in_context(items, i)) return {};
  out.reading.rule = Rule::date_month;
  out.reading.score = 0.9F;
  return out;
}

/// "2018 March 18", "2024 August", "2012/Aug/10".
Parsed read_year_first(const Items& items, std::size_t i) {
  if (items[i].width != 4 || items[i].digits != Digits::plain || is_tail(items, i)) return {};
  const std::int32_t year = items[i].whole();
  const std::size_t month = skip_tie(items, i + 1);
  if (year < 1000 || year >= 2200 || items[month].month == 0 || items[i].is(separated)) return {};
  const bool tied = month != i + 1;
  const std::size_t head = tied ? skip_tie(items, month + 1) : month + 1;
  const DayRead day = tied && head == month + 1 ? DayRead{} : read_day(items, head);
  Parsed out;
  out.reading.unit = Unit::year;
  out.reading.year = year;
  out.reading.month = items[month].month;
  out.end = month + 1;
  out.reading.rule = Rule::date_month_year;
  if (day.end != 0 && !counts_something(items, day.end) && items[day.end].width != 4) {
    out.reading.day = day.day;
    out.reading.rule = Rule::date_month_day;
    out.end = day.end;
    check_day(out.reading);
  } else if (items[month].is(short_form) && items[month].is(ambiguous)) {
    return {};
  }
  const bool other_year = items[out.end].width == 4 && items[out.end].digits == Digits::plain;
  const bool verb = out.reading.month == 3 || out.reading.month == 5;  // "in 2010 may", "in 2010 March"
  return other_year || (!tied && verb && out.reading.day == 0) ? Parsed{} : out;
}

Parsed read_month_and_day(const Items& items, std::size_t i) {
  if (const Parsed year_first = read_year_first(items, i)) return year_first;
  if (const Parsed month_first = read_month_first(items, i)) return month_first;
  return read_day_first(items, i);
}

/// "Friday the 13th", "Tuesday 4".
Parsed read_weekday_and_day(const Items& items, std::size_t i) {
  const std::size_t head = items.skip(items.skip_mark(i + 1, ','), Word::the);
  const DayRead day = read_day(items, head);
  if (day.end == 0 || items[day.end].unit != Unit::none) return {};
  const Item& next = items[day.end];
  const bool closed = next.span.end == 0 || next.mark == '.' || next.mark == '?' || next.word == Word::at ||
                      (items.of_note() && !next.is_plain_word() && next.mark != '-' && next.mark != ':');
  if (!items[day.end - 1].is(ordinal) && (!closed || head != i + 1)) return {};  // "Friday 13."
  if (items[head].is(spelled) && items.is_mark(i + 1, ',')) return {};  // "Friday, the fourth decline"
  Parsed out;
  out.end = day.end;
  out.reading.weekday = items[i].weekday;
  out.reading.day = day.day;
  out.reading.rule = Rule::date_weekday_day;
  return out;
}

Parsed read_weekday(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.weekday == 0 || item.is(plural)) return {};
  const Item& after = items[i + 1];
  const bool word = after.is_plain_word() || after.word == Word::times;
  const bool name = items.is(i - 1, Word::the) && word && after.is(capital) && !after.is(shouted);
  if (name && item.is(capital)) return {};  // "the Sunday Times"
  const std::size_t date = items.skip_mark(i + 1, ',');
  Parsed out = items[date].digits == Digits::date ? read_numeric_date(items, date) : read_month_and_day(items, date);
  if (!out) out = read_weekday_and_day(items, i);
  if (out) {
    out.reading.weekday = item.weekday;
    return out;
  }
  out.end = i + 1;
  out.reading.weekday = item.weekday;
  out.reading.rule = item.is(short_form) ? Rule::date_weekday_short : Rule::date_weekday;
  return out;
}

/// The weekday behind a date: "December 14, Friday", "14 December (Friday)", not the one of "December 14, Friday
/// prayers" or "December 14, Friday and Saturday".
Parsed with_weekday(const Items& items, Parsed date) {
  const bool comma = items.is_mark(date.end, ',');
  const bool bracket = items.is_mark(date.end, '(');
  const std::size_t at = comma || bracket ? date.end + 1 : date.end;
  const Item& name = items[at];
  if (date.reading.day == 0 || name.weekday == 0 || name.is(plural) || (name.is(lowered) && name.is(ambiguous)))
    return date;
  const Item& next = items[at + 1];
  const Item& beyond = items[items.skip_mark(at + 1, ',')];
  const bool closed =
      bracket ? next.mark == ')'
              : !next.is_plain_word() && next.mark != '-' && next.mark != '\'' && next.part == DayPart::none;
  const bool listed = next.word == Word::and_ || next.word == Word::or_ || next.word == Word::to;
  if (!closed || listed || beyond.month != 0 || beyond.weekday != 0 || beyond.width != 0) return date;
  const Reading& day = date.reading;
  const bool disagrees = day.has_year() && is_valid(day.year, day.month, day.day) &&
                         weekday_of(to_days({day.year, day.month, day.day})) != name.weekday;
  if (disagrees) return date;
  date.reading.weekday = name.weekday;
  date.end = bracket ? at + 2 : at + 1;
  return date;
}

}  // namespace

Parsed read_named_date(const Items& items, std::size_t i) {
  if (items[i].weekday != 0) return read_weekday(items, i);
  if (Parsed out = read_month_and_day(items, i)) return with_weekday(items, out);
  return read_month(items, i);
}

namespace {

Parsed month_of_year(std::size_t end, std::int32_t year, std::int32_t month) {
  Parsed out;
  if (year < 1900 || year >= 2100 || month < 1 || month > 12) return out;
  out.end = end;
  out.reading.rule = Rule::date_numeric;
  out.reading.unit = Unit::year;
  out.reading.year = year;
  out.reading.month = static_cast<std::uint8_t>(month);
  return out;
}

/// "04/2016", and in notes "2014-10", "12-2015", "14/4", "20161016".
Parsed read_short_numeric(const Items& items, std::size_t i, DateOrder order) {
  const Item& a = items[i];
  if (a.digits != Digits::plain || is_tail(items, i) || a.is(separated)) return {};
  const bool note = items.of_note();
  if (note && a.width == 8 && !runs_on(items, i)) {
    Parsed out = month_of_year(i + 1, a.whole() / 10000, a.whole() / 100 % 100);
    out.reading.day = static_cast<std::uint8_t>(a.whole() % 100);
    return out && is_valid(out.reading.year, out.reading.month, out.reading.day) ? out : Parsed{};
  }
  const std::size_t head = skip_tie(items, i + 1);
  const Item& b = items[head];
  const Item& next = items[head + 1];
  const bool goes_on = (next.is(glued) && next.mark != ',' && next.mark != '.' && next.mark != ')' &&
                        next.mark != '?' && next.mark != '!' && next.span.end != 0) ||
                       (i > 0 && a.is(glued) && (items[i - 1].mark == '-' || items[i - 1].mark == '/'));
  if (head == i + 1 || b.digits != Digits::plain || goes_on || items[head].is(separated)) return {};
  const bool slash = items.is_mark(i + 1, '/');
  if (b.width == 4 && (a.width == 2 || (a.width == 1 && note)) && (slash || note))
    return month_of_year(head + 1, b.whole(), a.whole());
  if (!note) return {};
  if (a.width == 4 && b.width == 2) return month_of_year(head + 1, a.whole(), b.whole());
  if (!slash || a.width > 2 || b.width > 2 || next.unit != Unit::none || next.is_plain_word()) return {};
  const bool day_first = order == DateOrder::day_first ? b.whole() <= 12 : a.whole() > 12;
  const std::int32_t month = day_first ? b.whole() : a.whole();
  const std::int32_t day = day_first ? a.whole() : b.whole();
  if (!is_valid(2000, month, day)) return {};
  Parsed out;
  out.end = head + 1;
  out.reading.rule = Rule::date_numeric;
  out.reading.month = static_cast<std::uint8_t>(month);
  out.reading.day = static_cast<std::uint8_t>(day);
  return out;
}

}  // namespace

Parsed read_numeric_date(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (const Parsed out = read_short_numeric(items, i, items.order())) return out;
  if (item.digits != Digits::date || is_tail(items, i) || items.is(i - 1, Word::counter)) return {};
  Parsed out;
  out.end = i + 1;
  out.reading.rule = Rule::date_numeric;
  out.reading.unit = Unit::year;
  out.reading.year = item.date.year;
  out.reading.month = static_cast<std::uint8_t>(item.date.month);
  out.reading.day = static_cast<std::uint8_t>(item.date.day);
  out.reading.impossible = !is_valid(item.date.year, item.date.month, item.date.day);
  if (item.seconds >= 0) {
    out.reading.kind = TimeKind::time;
    out.reading.seconds = item.seconds;
    out.reading.with_seconds = item.seconds % 60 != 0;
  }
  return out;
}

Parsed read_long_period(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const Item& item = items[at];
  Parsed out;
  out.reading.rule = Rule::date_decade;
  out.reading.unit = Unit::decade;
  if (item.digits == Digits::decade) {
    const bool listed = (items.is(i - 1, Word::and_) || items.is(i - 1, Word::or_) || items.is(i - 1, Word::to)) &&
                        items[i - 2].digits == Digits::decade;  // "the '60s and '70s"
    const bool anybody = at > i || item.width == 4 || items.is(i - 1, Word::early) || items.is(i - 1, Word::late) ||
                         items.is_mark(i - 1, '-') || items.is(i - 1, Word::mid) || listed;
    if (!anybody || is_tail(items, at)) return {};
    out.reading.year = static_cast<std::int32_t>(item.width == 2 ? 1900 + item.number : item.number);
    out.end = at + 1;
    return out;
  }
  if (item.word >= Word::twenties && item.word <= Word::nineties && (at > i || items[i - 1].number == 19000)) {
    out.reading.year = 1920 + 10 * (static_cast<int>(item.word) - static_cast<int>(Word::twenties));
    out.end = at + 1;
    return out;
  }
  const std::size_t head = items.is_mark(at + 1, '-') ? at + 2 : at + 1;
  const std::int32_t nth = item.whole();
  if (!item.is(ordinal) || nth < 1 || nth > 30 || items[head].unit != Unit::century) return {};
  out.reading.rule = Rule::date_century;
  out.reading.unit = Unit::century;
  const bool bc = items.is(head + 1, Word::bc);
  out.reading.year = bc ? 1 - 100 * nth : 100 * (nth - 1);  // the fourth before the era begins in 400 BC
  out.end = bc || items.is(head + 1, Word::ad) ? head + 2 : head + 1;
  return out;
}

}  // namespace dossier::dates
