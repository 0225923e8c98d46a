// A day or week told by its place in a longer period: "the first Monday of May", "Friday of next week", "the 20th".
#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

bool is_unit(const Items& items, std::size_t i, Unit unit) noexcept {
  return items[i].unit == unit && !items[i].is(plural) && !items[i].is(ordinal);
}

/// True when one of the next items passes the test: spares most readings in vain.
template <typename Test>
bool soon(const Items& items, std::size_t i, Test test) {
  constexpr std::size_t reach = 6;
  for (std::size_t k = i; k < i + reach; ++k)
    if (test(items[k])) return true;
  return false;
}

/// The period of a week or longer that something lies in.
Parsed read_enclosing(const Items& items, std::size_t i) {
  Parsed out = read_relative(items, i);
  const bool usable = out && out.reading.kind == TimeKind::date && out.reading.vague == Vague::none &&
                      out.reading.unit >= Unit::week && out.reading.nth == 0;
  if (usable) return out;
  out = read_named_date(items, i);
  if (out && out.reading.month != 0 && out.reading.day == 0 && out.reading.nth == 0) return out;
  out = read_year(items, i);
  return out && (items[i].width == 4 || out.end > i + 1) ? out : Parsed{};
}

/// "first", "3rd", "last": which one of many; 0 when the item says nothing of the kind.
std::int8_t rank_at(const Items& items, std::size_t i) noexcept {
  if (items.is(i, Word::last) || items.is(i, Word::final_)) return -1;
  const std::int32_t value = items[i].whole();
  return items[i].is(ordinal) && value >= 1 && value <= 53 ? static_cast<std::int8_t>(value) : std::int8_t{0};
}

/// "the first Monday of May", "last Friday in October 2014", "the last day of the year", "the second week of 2021".
Parsed read_ranked(const Items& items, std::size_t i) {
  std::size_t at = items.skip(i, Word::the);
  const std::int8_t rank = rank_at(items, at);
  if (rank == 0) return {};
  const bool from_end = rank > 0 && items.is(at + 1, Word::last);  // "the second last week"
  if (from_end) ++at;
  const Item& head = items[at + 1];
  if (head.is(plural)) return {};
  const bool weekday = head.weekday != 0 && (rank <= 5);
  if (!weekday && !is_unit(items, at + 1, Unit::day) && !is_unit(items, at + 1, Unit::week) &&
      !is_unit(items, at + 1, Unit::weekend))
    return {};
  const std::size_t end = items[at + 2].part != DayPart::none && weekday ? at + 3 : at + 2;
  if (!items.is(end, Word::of) && !items.is(end, Word::in)) return {};
  Parsed out = read_enclosing(items, end + 1);
  if (!out || (out.reading.unit == Unit::week && out.reading.month == 0 && head.unit == Unit::week)) return {};
  out.reading.rule = Rule::date_ranked;
  out.reading.nth = from_end ? static_cast<std::int8_t>(-rank) : rank;
  out.reading.nth_unit = weekday ? Unit::day : head.unit;
  out.reading.nth_weekday = weekday ? head.weekday : std::uint8_t{0};
  if (end != at + 2) {
    out.reading.kind = TimeKind::time;
    out.reading.part = items[at + 2].part;
  }
  if (head.unit == Unit::week || head.unit == Unit::weekend) {  // a length in most texts, a date in short requests
    out.reading.kind = TimeKind::duration;
    out.reading.rule = Rule::length_ranked_unit;
    out.reading.amounts[0] = {1000, head.unit};
    out.reading.amount_count = 1;
  }
  return out;
}

/// "Friday of next week", "Friday next week", "next week Monday", "Wednesday of this week".
Parsed read_weekday_of_week(const Items& items, std::size_t i) {
  const auto week_at = [&](std::size_t at) {
    const Parsed week = read_relative(items, at);
    const bool is_week = week && week.reading.kind == TimeKind::date && week.reading.unit == Unit::week &&
                         week.reading.weekday == 0 && week.reading.rule == Rule::date_relative_unit;
    return is_week ? week : Parsed{};
  };
  if (items[i].weekday != 0 && !items[i].is(plural)) {
    if (!soon(items, i + 1, [](const Item& item) { return item.unit == Unit::week; })) return {};
    Parsed out = week_at(items.skip(i + 1, Word::of));
    out.reading.weekday = items[i].weekday;
    return out;
  }
  if (!soon(items, i, [](const Item& item) { return item.weekday != 0; })) return {};
  Parsed out = week_at(i);
  const std::size_t at = items.skip(items.skip_mark(out.end, ','), Word::on);
  if (!out || items[at].weekday == 0 || items[at].is(plural) || items[at + 1].month != 0) return {};
  out.reading.weekday = items[at].weekday;
  out.end = at + 1;
  return out;
}

/// "the 20th of next month", "the 21st this month", "on the 15th".
Parsed read_day_of_month(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const Item& item = items[at];
  const std::int32_t day = item.whole();
  const bool written = item.is(ordinal) || (item.digits == Digits::plain && item.width <= 2);
  if (!written || day < 1 || day > 31 || runs_on(items, at)) return {};
  if (!item.is(ordinal) && !items.is(at + 1, Word::of)) return {};
  const bool month = soon(items, at + 1, [](const Item& next) { return next.unit == Unit::month; });
  Parsed out = month ? read_relative(items, items.skip(at + 1, Word::of)) : Parsed{};
  if (out && out.reading.unit == Unit::month && out.reading.kind == TimeKind::date && out.reading.nth == 0) {
    out.reading.rule = Rule::date_month_day;
    out.reading.day = static_cast<std::uint8_t>(day);
    return out;
  }
  const Word before = items[i - 1].word;
  const bool led =
      items.of_note() || before == Word::on || before == Word::until || before == Word::since || before == Word::by;
  const Item& next = items[at + 1];
  const bool alone = next.span.end == 0 || next.mark == '.' || next.mark == ',' || next.mark == '?' ||
                     next.mark == '!' || next.word == Word::at || next.word == Word::from || next.word == Word::and_ ||
                     next.word == Word::to;
  if (item.digits != Digits::ordinal || at == i || !led || !alone) return {};
  out = {};
  out.end = at + 1;
  out.reading.day = static_cast<std::uint8_t>(day);
  out.reading.rule = Rule::date_month_day;
  out.reading.score = 0.8F;
  return out;
}

/// "three Fridays from now", "Friday after next", "the week after next".
Parsed read_counted_names(const Items& items, std::size_t i) {
  Parsed out;
  const std::int32_t count = items[i].whole();
  const Item& name = items[i + 1];
  if (count >= 1 && count <= 53 && !items[i].is(ordinal) && name.weekday != 0 && items.is(i + 2, Word::from) &&
      items.is(i + 3, Word::now)) {
    out.end = i + 4;
    out.reading.weekday = name.weekday;
    out.reading.amounts[0] = {(count - 1) * 1000, Unit::week};
  } else if (items[i].weekday != 0 && items.is(i + 1, Word::after) && items.is(i + 2, Word::next) &&
             !items[i + 3].is_plain_word()) {
    out.end = i + 3;
    out.reading.weekday = items[i].weekday;
    out.reading.amounts[0] = {1000, Unit::week};
  } else if (items.is(i, Word::the) && items[i + 1].unit >= Unit::week && items.is(i + 2, Word::after) &&
             items.is(i + 3, Word::next)) {
    out.end = i + 4;
    out.reading.base = Base::anchor;
    out.reading.rule = Rule::date_relative_unit;
    out.reading.unit = items[i + 1].unit;
    out.reading.shift = 2;
    return out;
  } else {
    return {};
  }
  out.reading.rule = Rule::date_relative_name;
  out.reading.pick = Pick::coming;
  out.reading.amount_count = 1;
  out.reading.direction = 1;
  return out;
}

/// "the week of July 23", "week 31 of 2018".
Parsed read_week_of(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  if (!is_unit(items, at, Unit::week)) return {};
  const std::int32_t number = items[at + 1].whole();
  if (items[at + 1].digits == Digits::plain && items[at + 1].width <= 2 && number >= 1 && number <= 53) {
    const std::size_t of = items.skip(items.skip_mark(at + 2, ','), Word::of);
    Parsed out = items[of].width == 4 ? read_year(items, of) : read_relative(items, of);
    if (!out && items.of_note() && of == at + 2 && !items[of].is_plain_word()) {
      out.end = of;
      out.reading.base = Base::anchor;
      out.reading.unit = Unit::year;
    }
    if (!out || out.reading.unit != Unit::year || out.reading.kind != TimeKind::date) return {};
    out.reading.rule = Rule::date_ranked;
    out.reading.nth = static_cast<std::int8_t>(number);
    out.reading.nth_unit = Unit::week;
    return out;
  }
  if (!items.is(at + 1, Word::of)) return {};
  const std::size_t day = items.skip(at + 2, Word::the);
  Parsed out = read_named_date(items, day);
  if (!out && items[day].digits == Digits::ordinal && day > at + 2) out = read_day_of_month(items, at + 2);
  if (!out || out.reading.day == 0 || (out.reading.month == 0 && out.reading.rule != Rule::date_month_day)) return {};
  out.reading.as_week = true;
  return out;
}

}  // namespace

Parsed read_within(const Items& items, std::size_t i) {
  using Reader = Parsed (*)(const Items&, std::size_t);
  constexpr Reader readers[] = {read_ranked, read_weekday_of_week, read_day_of_month, read_week_of, read_counted_names};
  for (const Reader reader : readers)
    if (const Parsed out = reader(items, i)) return out;
  return {};
}

}  // namespace dossier::dates
