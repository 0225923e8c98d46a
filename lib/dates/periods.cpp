// Quarters, halves, fiscal years, seasons and feasts.
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

/// A whole ordinal or cardinal 1..4 of a quarter or half, in words or digits; 0 for anything else.
std::uint8_t part_number(const Items& items, std::size_t i) noexcept {
  const std::int32_t value = items[i].whole();
  return items[i].is(ordinal) && value >= 1 && value <= 4 ? static_cast<std::uint8_t>(value) : std::uint8_t{0};
}

/// A year of any writing that may follow "of" or stand right after a period: "1990", "fiscal 1990", "last year", "the
/// year".
std::size_t add_period_year(const Items& items, std::size_t i, Reading& reading) {
  const std::size_t of = items.skip(items.skip_mark(i, ','), Word::of);
  const std::size_t the = items.skip(of, Word::the);
  const std::size_t fiscal = items.skip(the, Word::fiscal);
  const bool era = items.is(fiscal + 1, Word::bc) || items.is(fiscal + 1, Word::ad);
  if (items[fiscal].width == 4 || items[fiscal].digits == Digits::short_year || era) {
    if (const Parsed year = read_year(items, fiscal)) {
      reading.year = year.reading.year;
      reading.fiscal |= fiscal > the;
      return year.end;
    }
  }
  const bool is_year = items[fiscal + 1].unit == Unit::year && !items[fiscal + 1].is(plural);
  const auto moved = [&](Base base, std::int32_t shift) {
    reading.base = base;
    reading.unit = Unit::year;
    reading.shift = shift;
    return fiscal + 2;
  };
  if (is_year) {
    switch (items[fiscal].word) {
      case Word::this_:
      case Word::current:
        return moved(Base::anchor, 0);
      case Word::last:
      case Word::past:
        return moved(Base::anchor, -1);
      case Word::next:
      case Word::coming:
        return moved(Base::anchor, 1);
      case Word::that:
      case Word::same:
        return moved(Base::story, 0);
      case Word::following:
        return moved(Base::story, 1);
      case Word::previous:
        return moved(Base::story, -1);
      default:
        break;
    }
  }
  if (of > i && the > of && items[the].unit == Unit::year && !items[the].is(plural)) {
    reading.base = Base::story;
    reading.unit = Unit::year;
    return the + 1;
  }
  return i;
}

/// "2024Q3", "18Q4", "2024-Q3": the year first.
Parsed read_year_code(const Items& items, std::size_t i) {
  const Item& year = items[i];
  const bool dash = items.is_mark(i + 1, '-') && items[i + 1].is(glued) && year.width == 4;
  const std::size_t letter = dash ? i + 2 : i + 1;
  const Item& digit = items[letter + 1];
  const bool joined = items.is(letter, Word::quarter_code) && items[letter].is(glued) && digit.is(glued);
  const bool written = year.digits == Digits::plain && (year.width == 4 || year.width == 2) && !is_tail(items, i);
  if (!joined || !written || digit.digits != Digits::plain || digit.width != 1) return {};
  if (digit.whole() < 1 || digit.whole() > 4 || runs_on(items, letter + 1)) return {};
  Parsed out;
  out.end = letter + 2;
  out.reading.rule = Rule::date_quarter_code;
  out.reading.year = year.width == 2 ? full_year(year.whole()) : year.whole();
  out.reading.quarter = static_cast<std::uint8_t>(digit.whole());
  return out;
}

/// "Q3", "3Q", "H1" with or without a year: "Q3 2024", "1Q98", "2024Q3".
Parsed read_code(const Items& items, std::size_t i) {
  if (const Parsed out = read_year_code(items, i)) return out;
  const bool letter_first = items.is(i, Word::quarter_code) || items.is(i, Word::half_code);
  const std::size_t digit = letter_first ? i + 1 : i;
  const std::size_t letter = letter_first ? i : i + 1;
  const std::int32_t value = items[digit].whole();
  const bool quarter = items.is(letter, Word::quarter_code);
  if (!quarter && !items.is(letter, Word::half_code)) return {};
  if (items[digit].digits != Digits::plain || items[digit].width != 1 || value < 1 || value > (quarter ? 4 : 2))
    return {};
  if (!items[i].is(capital) && letter_first && !items.of_note()) return {};
  if (!items[i + 1].is(glued)) return {};
  Parsed out;
  out.reading.rule = Rule::date_quarter_code;
  (quarter ? out.reading.quarter : out.reading.half) = static_cast<std::uint8_t>(value);
  const Item& year = items[i + 2];
  if (year.is(glued) && year.digits == Digits::plain && year.width == 2) {
    out.reading.year = full_year(year.whole());
    out.end = i + 3;
  } else {
    out.end = add_period_year(items, i + 2, out.reading);
  }
  return quarter || out.reading.has_year() ? out : Parsed{};
}

/// "the third quarter of 1984", "fiscal second-quarter", "the 1988 third quarter".
Parsed read_quarter(const Items& items, std::size_t i) {
  std::size_t at = items.skip(i, Word::the);
  Parsed out;
  out.reading.rule = Rule::date_quarter;
  if (items[at].width == 4) {
    const Parsed year = read_year(items, at);
    if (year) {
      out.reading.year = year.reading.year;
      at = year.end;
    }
  }
  if (items.is(at, Word::fiscal)) {
    out.reading.fiscal = true;
    at = items.skip_mark(at + 1, '-');
  }
  const std::uint8_t number = part_number(items, at);
  if (number == 0) return {};
  std::size_t head = items.skip_mark(at + 1, '-');
  if (head != at + 1 && items.is(i, Word::the)) return {};  // "the third-quarter loss": the article is the loss's
  if (items.is(head, Word::fiscal)) {
    out.reading.fiscal = true;
    head = items.skip_mark(head + 1, '-');
  }
  if (items[head].unit != Unit::quarter || items[head].is(plural)) return {};
  out.reading.quarter = number;
  const Parsed by_end = read_quarter_by_end(items, head + 1);
  out.reading.fiscal |= by_end && by_end.reading.quarter != number;  // "the first quarter ended Sept. 30"
  out.end = out.reading.has_year() ? head + 1 : add_period_year(items, head + 1, out.reading);
  const bool other = out.end == head + 1 && items.is(out.end, Word::of) && items.is(out.end + 1, Word::the);
  return other ? Parsed{} : out;  // "the third quarter of the 18th century", "of the game"
}

/// "the first half of 1990", "the last half of the year".
Parsed read_half(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const bool last = items.is(at, Word::last) || items.is(at, Word::later);
  const std::uint8_t number = last ? std::uint8_t{2} : part_number(items, at);
  if (number == 0 || number > 2) return {};
  const std::size_t head = items.skip_mark(at + 1, '-');
  if (!items.is(head, Word::half) && items[head].unit != Unit::half_year) return {};
  Parsed out;
  out.reading.rule = Rule::date_half;
  out.reading.half = number;
  out.end = add_period_year(items, head + 1, out.reading);
  return out.end == head + 1 ? Parsed{} : out;
}

/// "the 1988 quarter", "the 1988 period": the part of that year that is spoken of.
Parsed read_year_part(const Items& items, std::size_t i) {
  const std::size_t the = items.skip(i, Word::the);
  if (the == i || items[the].width != 4) return {};
  Parsed out = read_year(items, the);
  const bool quarter = items[out.end].unit == Unit::quarter && !items[out.end].is(plural);
  if (!out || (!quarter && !items.is(out.end, Word::period))) return {};
  out.reading.part_of_story = true;
  out.reading.of_quarter = quarter;
  out.reading.rule = Rule::date_year_part;
  ++out.end;
  return out;
}

/// "the same period last year", "the corresponding quarter of 1988", "the quarter a year ago".
Parsed read_matching_part(const Items& items, std::size_t i) {
  const std::size_t the = items.skip(i, Word::the);
  const bool same = items.is(the, Word::same) || items.is(the, Word::corresponding);
  const std::size_t head = same ? the + 1 : the;
  const bool part = items.is(head, Word::period) || (items[head].unit == Unit::quarter && !items[head].is(plural));
  if (!part || head == i) return {};
  Parsed out;
  out.end = same ? add_period_year(items, head + 1, out.reading) : head + 1;
  if (out.end == head + 1) {
    out = read_duration(items, head + 1);  // "a year ago"
    if (!out || !is_offset(out.reading.rule)) return {};
  }
  const bool year_back = out.reading.unit == Unit::year && out.reading.shift == -1;
  if (!out.reading.has_year() && !year_back) return {};
  out.reading.rule = Rule::date_year_part;
  out.reading.part_of_story = true;
  out.reading.of_quarter = !items.is(head, Word::period);
  return out;
}

/// "fiscal 1989", "fiscal year 1989", "FY18", "the 2018 fiscal year".
Parsed read_fiscal_year(const Items& items, std::size_t i) {
  Parsed out;
  out.reading.rule = Rule::date_fiscal_year;
  out.reading.unit = Unit::year;
  out.reading.fiscal = true;
  const std::size_t the = items.skip(i, Word::the);
  if (items[the].width == 4 && items.is(the + 1, Word::fiscal) && items[the + 2].unit == Unit::year) {
    const Parsed year = read_year(items, the);
    out.reading.year = year.reading.year;
    out.end = the + 3;
    return year ? out : Parsed{};
  }
  if (!items.is(i, Word::fiscal)) return {};
  const std::size_t at = items[i + 1].unit == Unit::year ? i + 2 : i + 1;
  const Item& item = items[at];
  if (item.digits == Digits::plain && item.width == 2 && item.is(glued)) {
    out.reading.year = full_year(item.whole());
  } else if (item.digits == Digits::plain && item.width == 4 && item.whole() >= 1900 && item.whole() < 2200) {
    out.reading.year = item.whole();
  } else if (item.digits == Digits::short_year) {
    out.reading.year = full_year(static_cast<std::int32_t>(item.number));
  } else {
    return {};
  }
  out.end = at + 1;
  return out;
}

/// True when a season's name that is also an everyday word ("fall", "spring") stands where a season does.
bool season_in_context(const Items& items, std::size_t i) noexcept {
  switch (items[i - 1].word) {
    case Word::in:
    case Word::by:
    case Word::since:
    case Word::until:
    case Word::during:
    case Word::early:
    case Word::late:
    case Word::mid:
    case Word::each:
    case Word::every:
    case Word::this_:
    case Word::last:
    case Word::next:
    case Word::following:
    case Word::previous:
      return !items.is(i + 1, Word::of);
    case Word::the:
      return !items.is(i + 1, Word::of) &&
             (items.is(i - 2, Word::in) || items.is(i - 2, Word::by) || items.is(i - 2, Word::during) ||
              items.is(i - 2, Word::until) || items.is(i - 2, Word::since) || items.is(i - 2, Word::of));
    case Word::of:
      return items.is(i - 2, Word::beginning) || items.is(i - 2, Word::middle) || items.is(i - 2, Word::end);
    case Word::and_:
      return items[i - 2].season != Season::none;
    default:
      return false;
  }
}

/// True for the "Spring" of "hues of Spring" and "a light Spring dress": its capital letter is not that of its place.
bool is_written_as_name(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const auto has_capital = [&](std::size_t k) { return items[k].is(capital); };
  return items.of_note() && item.is(capital) && !item.is(shouted) && !item.is(opens) && items[i - 1].span.end != 0 &&
         items[i - 1].mark == 0 && !has_capital(i - 1) && !has_capital(i + 1);
}

/// True when a plain noun or name follows: "the summer offensive" is no "the summer".
bool describes_noun(const Items& items, std::size_t i) noexcept {
  const Item& next = items[i];
  return next.word == Word::none && next.mark == 0 && next.span.end != 0 && next.digits == Digits::none &&
         next.unit == Unit::none;
}

/// "the summer of 1999", "autumn 1918", "winter".
Parsed read_season(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const Item& item = items[at];
  if (item.season == Season::none) return {};
  Parsed out;
  out.reading.rule = Rule::date_season;
  out.reading.season = item.season;
  out.end = add_period_year(items, at + 1, out.reading);
  if (out.end != at + 1) return out;
  if (const Count year = items.is(at + 1, Word::of) ? read_spelled_year(items, at + 2) : Count{}) {
    out.reading.year = static_cast<std::int32_t>(year.thousandths / 1000);
    out.end = year.end;
    return out;
  }
  if (item.is(plural) && at == i) return {};
  if (at > i && describes_noun(items, at + 1)) return {};
  if (item.is(ambiguous) && !season_in_context(items, at) && !is_written_as_name(items, at)) return {};
  out.reading.score = 0.85F;
  return out;
}

/// True where the name of a feast that is also something else ("Carnival") may be one.
bool holiday_in_context(const Items& items, std::size_t i) noexcept {
  switch (items[i - 1].word) {
    case Word::at:
    case Word::on:
    case Word::before:
    case Word::after:
    case Word::during:
    case Word::since:
    case Word::until:
    case Word::last:
    case Word::next:
    case Word::this_:
    case Word::every:
      return true;
    default:
      return false;
  }
}

Parsed read_holiday(const Items& items, std::size_t i) {
  if (items[i].holiday == lexicon::EntryId::none) return {};
  if (items[i].is(short_form) && !holiday_in_context(items, i)) return {};
  Parsed out;
  out.reading.rule = Rule::date_holiday;
  out.reading.holiday = items[i].holiday;
  out.reading.score = items[i].is(ambiguous) ? 0.6F : 0.9F;
  out.end = add_period_year(items, i + 1, out.reading);
  return out;
}

}  // namespace

Parsed read_quarter_by_end(const Items& items, std::size_t i) {
  constexpr std::int32_t half_a_quarter = 45;  // days
  constexpr std::int32_t some_year = 2001;
  if (!items.is(i, Word::ended) && !items.is(i, Word::ending)) return {};
  const Parsed last = read_named_date(items, i + 1);
  const Reading& day = last.reading;
  const std::int32_t year = day.has_year() ? day.year : some_year;
  if (!last || day.month == 0 || day.day == 0 || !is_valid(year, day.month, day.day)) return {};
  const CivilDay middle = from_days(to_days({year, day.month, day.day}) - half_a_quarter);
  Parsed out;
  out.end = last.end;
  out.reading.rule = Rule::date_definite_unit;
  out.reading.quarter = static_cast<std::uint8_t>((middle.month + 2) / 3);
  out.reading.of_quarter = true;
  if (!day.has_year()) return out;
  out.reading.year = middle.year;
  out.reading.unit = Unit::year;
  return out;
}

Parsed read_named_period(const Items& items, std::size_t i) {
  using Reader = Parsed (*)(const Items&, std::size_t);
  constexpr Reader readers[] = {read_quarter,   read_code,          read_half,
                                read_year_part, read_matching_part, read_fiscal_year};
  const Item& head = items[items.skip(i, Word::the)];
  if (head.season != Season::none) return read_season(items, i);
  if (head.holiday != lexicon::EntryId::none) return read_holiday(items, i);
  if (head.word == Word::none && head.number < 0 && head.unit != Unit::quarter) return {};
  for (const Reader reader : readers)
    if (Parsed out = reader(items, i)) return out;
  return {};
}

}  // namespace dossier::dates
