// Lengths of time, and what they become when a word says from where they are counted: "two days ago", "a year earlier".
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

/// One amount with its unit: "three trading days", "two-year", "half an hour".
struct Length {
  std::size_t end = 0;
  Amount amount;
  bool hyphenated = false;
  bool article = false;
  bool at_least = false;  ///< "5+ years"
};

std::size_t skip_fillers(const Items& items, std::size_t i) noexcept {
  for (int steps = 0; steps < 2; ++steps) {
    const Word word = items[i].word;
    if (word != Word::filler && word != Word::whole && word != Word::more) break;
    ++i;
  }
  return i;
}

/// True when the unit is the ordinal "second" or the share "quarter" rather than a time.
bool is_other_sense(const Items& items, std::size_t unit, const Length& length) noexcept {
  const Item& item = items[unit];
  if (item.unit == Unit::second && item.is(ordinal) && !length.article && length.amount.thousandths == 1000)
    return items.is_mark(unit + 1, '-') || items[unit + 1].unit != Unit::none;  // "one second"
  if (item.unit == Unit::second && item.is(ordinal)) return !length.hyphenated || items[unit + 1].unit != Unit::none;
  if (item.unit == Unit::quarter && item.is(plural)) return length.hyphenated || items.is(unit + 1, Word::of);
  if (item.unit == Unit::quarter)
    return !items.is(unit + 1, Word::ago) && !items.is(unit + 1, Word::earlier) && !items.is(unit + 1, Word::later);
  return item.is(short_form) && length.article;
}

/// "and a half" after the unit: "a year and a half".
std::size_t add_half(const Items& items, std::size_t i, Amount& amount) noexcept {
  if (!items.is(i, Word::and_) || !items.is(i + 1, Word::a) || !items.is(i + 2, Word::half)) return i;
  if (amount.thousandths < 0) return i;
  amount.thousandths += 500;
  return i + 3;
}

/// The unit of a letter glued to a number: "1h", "25m", "3w".
Unit letter_unit(const Item& item) noexcept {
  switch (item.word) {
    case Word::half_code:
      return Unit::hour;
    case Word::letter_day:
      return Unit::day;
    case Word::letter_week:
      return Unit::week;
    case Word::letter_month:
      return Unit::month;
    case Word::letter_year:
      return Unit::year;
    case Word::letter_minute:
      return Unit::minute;
    case Word::letter_second:
      return Unit::second;
    default:
      return Unit::none;
  }
}

/// "1h", "1d 21h": lengths in letters, where a note counts with them ("1h ago", "in 3w").
Length read_lettered(const Items& items, std::size_t i) noexcept {
  const Item& number = items[i];
  const Unit unit = letter_unit(items[i + 1]);
  const bool written = number.digits == Digits::plain && number.width <= 3 && !is_tail(items, i);
  if (!items.of_note() || !written || unit == Unit::none || items[i + 1].is(capital)) return {};
  const bool beside =
      letter_unit(items[i - 1]) != Unit::none || (items[i + 2].number >= 0 && letter_unit(items[i + 3]) != Unit::none);
  if (!items[i + 1].is(glued) && !beside) return {};
  const Word before = items[i - 1].word;
  const bool led = before == Word::in || before == Word::within || before == Word::for_ || items[i - 1].span.end == 0;
  const Word after = items[i + 2].word;
  const bool counts = after == Word::ago || after == Word::later || after == Word::earlier || after == Word::from;
  if (!led && !counts && !beside) return {};  // "the 757s", "a 5m run"
  return {i + 2, {number.number, unit}, false, false};
}

/// "a quarter of a century", "a quarter century".
Length read_quarter_century(const Items& items, std::size_t i) noexcept {
  const std::size_t at = items.skip(i, Word::a);
  if (items[at].unit != Unit::quarter || items[at].is(plural)) return {};
  const std::size_t of = items.is_mark(at + 1, '-') ? at + 2 : items.skip(items.skip(at + 1, Word::of), Word::a);
  if (items[of].unit != Unit::century || items[of].is(plural)) return {};
  return {of + 1, {25000, Unit::year}, false, at > i};
}

Length read_length(const Items& items, std::size_t i) {
  if (items[items.skip(i, Word::a)].unit == Unit::quarter)
    if (const Length quarter = read_quarter_century(items, i); quarter.end != 0) return quarter;
  if (const Length lettered = read_lettered(items, i); lettered.end != 0) return lettered;
  const Count count = read_amount(items, i);
  if (!count) return {};
  Length out;
  out.article = count.article;
  out.amount.thousandths = count.thousandths;
  std::size_t unit = count.end;
  out.at_least = items.is_mark(unit, '+') && items[unit].is(glued) && !count.in_words;
  if (out.at_least) ++unit;
  if (items.is_mark(unit, '-') && items[unit].is(glued)) {
    out.hyphenated = true;
    ++unit;
  } else {
    unit = skip_fillers(items, unit);
    const bool adjective = items[unit].word == Word::none && items[unit].mark == 0 && !items[unit].is(capital) &&
                           items[unit].digits == Digits::none && items[unit].unit == Unit::none;
    if (adjective && !count.article && items[unit + 1].is(plural) && items[unit + 1].unit >= Unit::hour) ++unit;
  }
  const Item& item = items[unit];
  const bool nights = item.part != DayPart::none && item.is(plural) && !count.article;  // "three nights"
  if ((item.unit == Unit::none && !nights) || is_other_sense(items, unit, out)) return {};
  if (count.article && (item.is(plural) || (items.is_mark(unit + 1, '-') && items[unit + 1].is(glued)))) return {};
  out.amount = {count.thousandths, nights ? Unit::day : item.unit};
  out.end = add_half(items, unit + 1, out.amount);
  return out;
}

/// "or so", "or two", "or more", "old", "of age" after a length. Returns the end.
std::size_t skip_looseness(const Items& items, std::size_t i) noexcept {
  if (items.is(i, Word::or_)) {
    const Word word = items[i + 1].word;
    if (word == Word::so || word == Word::more || word == Word::less || items[i + 1].number == 2000) return i + 2;
  }
  if (items.is(i, Word::old) || (items.is(i, Word::much) && !items.is(i + 1, Word::as))) return i + 1;
  if (items.is_mark(i, '-') && (items.is(i + 1, Word::old) || items.is(i + 1, Word::much))) return i + 2;
  return items.is(i, Word::of) && items.is(i + 1, Word::age) ? i + 2 : i;
}

/// Where a length is counted from, and in which direction; direction 0 when no word says so.
struct Direction {
  std::size_t end = 0;
  Base base = Base::anchor;
  std::int32_t sign = 0;
};

/// True at the end of a sentence or clause, where "before" has no event after it.
bool clause_ends(const Items& items, std::size_t i) noexcept { return items[i].mark != 0 || items[i].span.end == 0; }

Direction read_direction(const Items& items, std::size_t i) noexcept {
  switch (items[i].word) {
    case Word::ago:
      return {i + 1, Base::anchor, -1};
    case Word::earlier:
      return {items.is(i + 1, Word::than) ? 0 : i + 1, Base::story, -1};
    case Word::previously:
      return {i + 1, Base::story, -1};
    case Word::later:
      return {items.is(i + 1, Word::than) ? 0 : i + 1, Base::story, 1};
    case Word::hence:
      return {i + 1, Base::anchor, 1};
    case Word::before:
      return clause_ends(items, i + 1) ? Direction{i + 1, Base::story, -1} : Direction{};
    case Word::after:
      return clause_ends(items, i + 1) ? Direction{i + 1, Base::story, 1} : Direction{};
    case Word::from:
      if (items.is(i + 1, Word::now)) return {i + 2, Base::anchor, 1};
      return items.is(i + 1, Word::today) ? Direction{i + 2, Base::anchor, 1} : Direction{};
    default:
      return {};
  }
}

/// Turns a length into whole units to move by: "a year and a half" into 18 months, "a century and a half" into 150
/// years.
Amount to_whole(Amount amount) noexcept {
  if (amount.thousandths < 0 || amount.thousandths % 1000 == 0) return amount;
  switch (amount.unit) {
    case Unit::year:
      return {amount.thousandths * 12 / 1000 * 1000, Unit::month};
    case Unit::decade:
      return {amount.thousandths * 10, Unit::year};
    case Unit::century:
      return {amount.thousandths * 100, Unit::year};
    case Unit::week:
      return {amount.thousandths * 7 / 1000 * 1000, Unit::day};
    case Unit::month:
      return {amount.thousandths * 30 / 1000 * 1000, Unit::day};
    case Unit::hour:
      return {amount.thousandths * 60 / 1000 * 1000, Unit::minute};
    default:
      return {amount.thousandths / 1000 * 1000, amount.unit};
  }
}

/// The day that a distance may be counted from: "tomorrow", "next Friday", "Christmas", a full date.
Parsed read_reference(const Items& items, std::size_t i) {
  Parsed out = read_relative(items, i);
  if (out && (out.reading.rule == Rule::date_deictic || out.reading.rule == Rule::date_relative_name)) return out;
  out = read_named_period(items, i);
  if (out && out.reading.holiday != lexicon::EntryId::none) return out;
  out = read_named_date(items, i);
  if (!out) out = read_numeric_date(items, i);
  const bool day = out.reading.day != 0 || out.reading.weekday != 0;
  return out && day && clause_ends(items, out.end) && !items.is_mark(out.end, '\'') ? out : Parsed{};
}

/// "two days after next Friday", "three weeks from tomorrow", "a week before Christmas": the day counted from, with the
/// distance.
Parsed read_distance(const Items& items, const Parsed& length) {
  const Word word = items[length.end].word;
  if (word != Word::from && word != Word::after && word != Word::before) return {};
  Parsed out = read_reference(items, length.end + 1);
  const Reading& by = length.reading;
  if (items[length.end - 1].unit == Unit::day && items.is(length.end - 2, Word::filler)) return {};  // "trading days"
  if (!out || out.reading.kind != TimeKind::date || by.amounts[0].unit < Unit::day || by.amounts[0].thousandths < 0)
    return {};
  out.reading.amounts = by.amounts;
  out.reading.amount_count = by.amount_count;
  out.reading.direction = word == Word::before ? std::int8_t{-1} : std::int8_t{1};
  out.reading.score = 0.9F;
  return out;
}

/// "years", "several weeks or months": a plural unit without number, where a length of time is meant.
Parsed read_bare_plural(const Items& items, std::size_t i) {
  std::size_t at = items.skip(i, Word::the);
  if (at > i && (items.is(at, Word::early) || items.is(at, Word::late) || items[at].whole() == 1)) ++at;
  const Item& item = items[at];
  const bool counted = at == i && !items.is(i - 1, Word::the) &&
                       (read_direction(items, at + 1).sign != 0 || items.is(at + 1, Word::before) ||
                        items.is(at + 1, Word::after));  // "minutes later", "minutes before the start"
  if (item.unit < (counted ? Unit::second : Unit::hour) || !item.is(plural) || item.is(short_form) ||
      item.unit == Unit::weekend)
    return {};
  if (item.unit == Unit::quarter || (item.is(capital) && !item.is(opens))) return {};
  if (item.unit == Unit::year && items[at + 1].width == 4) return {};  // "the years 1920-1925"
  const Item& clock = items[at + 2];
  if (items.is(at + 1, Word::of) && (clock.number >= 0 || clock.seconds >= 0)) return {};  // "the hours of 9 to 5"
  Parsed out;
  out.end = items.skip(at + 1, Word::ahead);
  out.reading.kind = TimeKind::duration;
  out.reading.rule = Rule::length_plural;
  out.reading.score = 0.7F;
  out.reading.amounts[0] = {-1, item.unit};
  out.reading.amount_count = 1;
  if (items.is(at + 1, Word::or_) && items[at + 2].unit != Unit::none && items[at + 2].is(plural)) out.end = at + 3;
  return out;
}

/// "a long day", "my week", "great weekend": in a note, a length or weekend that was lived through.
Parsed read_lived_unit(const Items& items, std::size_t i) {
  const Item& item = items[i];
  const bool unit = item.unit == Unit::day || item.unit == Unit::week || item.unit == Unit::month ||
                    item.unit == Unit::year || item.unit == Unit::weekend;
  const Word before = items[i - 1].word;
  const bool told = items[i - 1].is_plain_word() || before == Word::possessive || before == Word::filler ||
                    before == Word::much;  // "a long day"
  if (!items.of_note() || !unit || item.is(plural) || item.is(short_form) || !told || items.is_mark(i + 1, '-'))
    return {};
  const bool of = items.is(i + 1, Word::of);
  if (of && (!items[i + 2].is_plain_word() || items[i + 2].is(capital))) return {};  // "year of the pig"
  Parsed out;
  out.end = i + 1;
  out.reading.rule = Rule::length_plural;
  out.reading.score = 0.7F;
  if (item.unit == Unit::weekend) {
    out.reading.base = Base::anchor;
    out.reading.unit = Unit::weekend;
    return out;
  }
  out.reading.kind = TimeKind::duration;
  out.reading.amounts[0] = {1000, item.unit};
  out.reading.amount_count = 1;
  return out;
}

/// "month-long", "years-long".
Parsed read_unit_long(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.unit < Unit::hour || !items.is_mark(i + 1, '-') || !items.is(i + 2, Word::much)) return {};
  Parsed out;
  out.end = i + 3;
  out.reading.kind = TimeKind::duration;
  out.reading.rule = Rule::length_long;
  out.reading.amounts[0] = {item.is(plural) ? -1 : 1000, item.unit};
  out.reading.amount_count = 1;
  return out;
}

/// True for the "a week" of a rate: "$2 million a year", "four flights a week".
bool is_rate(const Items& items, std::size_t i, const Length& length) noexcept {
  if (!length.article || items.is(i, Word::another)) return false;
  const Item& before = items[i - 1];
  if (before.number >= 0 || before.magnitude != 0 || before.mark == '%') return true;
  const bool noun = before.word == Word::none && before.mark == 0 && before.span.end != 0;
  return noun && (items[i - 2].number >= 0 || items[i - 2].magnitude != 0);
}

/// "year-ago", "year-earlier": a year before, as an adjective; with the period it belongs to.
Parsed read_unit_ago(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const Item& item = items[at];
  if (item.unit < Unit::day || item.is(plural) || !items.is_mark(at + 1, '-')) return {};
  if (!items.is(at + 2, Word::ago) && !items.is(at + 2, Word::earlier)) return {};
  Parsed out;
  out.reading.rule = Rule::date_offset_adjective;
  out.reading.base = Base::story;
  out.reading.unit = item.unit;
  out.reading.shift = -1;
  out.end = at + 3;
  const std::int32_t nth = items[out.end].whole();
  const std::size_t head = items[out.end].is(ordinal) ? items.skip_mark(out.end + 1, '-') : out.end;
  if (items[head].unit == Unit::quarter && !items[head].is(plural)) {
    if (head != out.end && nth >= 1 && nth <= 4) out.reading.quarter = static_cast<std::uint8_t>(nth);
    if (head == out.end) out.reading.part_of_story = out.reading.of_quarter = true;
    out.end = head + 1;
  } else if (at > i && items.is(out.end, Word::period)) {
    out.reading.part_of_story = true;
    ++out.end;
  } else if (at > i) {
    return {};
  }
  return out;
}

/// A second amount of a length: "two hours and 30 minutes". Returns the end.
std::size_t add_amounts(const Items& items, std::size_t i, Reading& reading) {
  while (reading.amount_count < reading.amounts.size()) {
    const std::size_t at = items.skip(items.skip_mark(i, ','), Word::and_);
    const Length more = read_length(items, at);
    const Unit before = reading.amounts[reading.amount_count - 1U].unit;
    if (more.end == 0 || more.hyphenated || more.amount.unit >= before || (more.article && at == i)) return i;
    reading.amounts[reading.amount_count] = more.amount;
    ++reading.amount_count;
    i = more.end;
  }
  return i;
}

}  // namespace

void make_offset(Reading& reading, Base base, std::int32_t sign) noexcept {
  const Amount amount = to_whole(reading.amounts[0]);
  reading.rule = Rule::date_offset;
  reading.base = base;
  reading.shift_unknown = amount.thousandths < 0;
  const Unit smallest = reading.amounts[reading.amount_count - 1U].unit;
  if (reading.amount_count > 1 || smallest < Unit::day) {  // counted to the minute, or unit by unit
    for (Amount& each : reading.amounts) each = to_whole(each);
    reading.kind = smallest < Unit::day ? TimeKind::time : TimeKind::date;
    reading.unit = Unit::day;
    reading.direction = static_cast<std::int8_t>(sign);
    reading.shift = reading.shift_unknown ? sign : 0;
    return;
  }
  reading.kind = amount.unit < Unit::day ? TimeKind::time : TimeKind::date;
  reading.unit = amount.unit;
  const std::int64_t units = std::min<std::int64_t>(amount.thousandths / 1000, 100000);
  reading.shift = reading.shift_unknown ? sign : sign * static_cast<std::int32_t>(units);
  reading.amount_count = 0;
}

Parsed read_duration(const Items& items, std::size_t i) {
  if (items[items.skip(i, Word::the)].unit != Unit::none) {
    if (Parsed out = read_unit_ago(items, i)) return out;
    if (Parsed out = read_unit_long(items, i)) return out;
    if (Parsed out = read_lived_unit(items, i)) return out;
  }
  const std::size_t start = skip_approximation(items, i);
  const Length length = read_length(items, start);
  if (length.end == 0) {
    Parsed plural_unit = start == i ? read_bare_plural(items, i) : Parsed{};
    if (!plural_unit) return {};
    const Direction direction = read_direction(items, plural_unit.end);
    if (direction.sign == 0) return plural_unit;
    make_offset(plural_unit.reading, direction.base, direction.sign);
    plural_unit.end = direction.end;
    return plural_unit;
  }
  Parsed out;
  out.reading.kind = TimeKind::duration;
  out.reading.rule = Rule::length_amount;
  if (start != i) out.reading.mod = approximation_at(items, i);
  if (length.at_least) out.reading.mod = Mod::equal_or_more;
  out.reading.amounts[0] = length.amount;
  out.reading.amount_count = 1;
  out.end = length.hyphenated ? length.end : add_amounts(items, length.end, out.reading);
  out.end = skip_looseness(items, out.end);
  const Direction direction = read_direction(items, out.end);
  if (direction.sign != 0 && direction.end != 0) {
    make_offset(out.reading, direction.base, direction.sign);
    out.end = direction.end;
    return out;
  }
  if (const Parsed distant = read_distance(items, out)) return distant;
  return start == i && is_rate(items, i, length) ? Parsed{} : out;
}

}  // namespace dossier::dates
