// Periods told from the day of writing or from the story: "yesterday", "last week", "that month", "the past two years".
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

/// What stands before a unit or name and says which one is meant.
struct Determiner {
  std::size_t end = 0;
  Word word = Word::none;  ///< the telling word
  Base base = Base::anchor;
  std::int32_t shift = 0;
  Pick pick = Pick::current;
  bool definite = false;  ///< with "the"
};

Determiner determiner_of(Word word, std::size_t end, bool definite) noexcept {
  switch (word) {
    case Word::last:
      return {end, word, Base::anchor, -1, Pick::last, definite};
    case Word::past:
      return {end, word, Base::anchor, -1, Pick::recent, definite};
    case Word::next:
      return {end, word, definite ? Base::story : Base::anchor, 1, Pick::next, definite};
    case Word::coming:
      return {end, word, Base::anchor, 1, Pick::coming, definite};
    case Word::previous:
      return {end, word, Base::story, -1, Pick::last, definite};
    case Word::following:
      return {end, word, Base::story, 1, Pick::next, definite};
    case Word::current:
      return {end, word, Base::anchor, 0, Pick::current, definite};
    case Word::recent:
      return {end, word, Base::anchor, -1, Pick::last, definite};
    case Word::latest:
      return {end, word, Base::story, 0, Pick::current, definite};
    case Word::same:
      return {end, word, Base::story, 0, Pick::current, definite};
    case Word::this_:
    case Word::these:
      return {end, word, Base::anchor, 0, Pick::current, definite};
    case Word::that:
    case Word::those:
      return {end, word, Base::story, 0, Pick::current, definite};
    default:
      return {};
  }
}

/// "last", "the next", "this past", "that same".
Determiner read_determiner(const Items& items, std::size_t i) noexcept {
  const bool definite = items.is(i, Word::the);
  const std::size_t at = definite ? i + 1 : i;
  Determiner out = determiner_of(items[at].word, at + 1, definite);
  if (out.end == 0) return out;
  const Word second = items[out.end].word;
  const bool pointing = out.word == Word::this_ || out.word == Word::these || out.word == Word::that;
  const bool moves = second == Word::same || (out.word != Word::that &&
                                              (second == Word::past || second == Word::coming || second == Word::last));
  if (pointing && moves) {
    const Determiner moved = determiner_of(second, out.end + 1, definite);
    return {moved.end, second == Word::same ? out.word : second, moved.base, moved.shift, moved.pick, definite};
  }
  return out;
}

std::size_t skip_fillers(const Items& items, std::size_t i) noexcept {
  for (int steps = 0; steps < 2; ++steps) {
    const Word word = items[i].word;
    if (word != Word::filler && word != Word::whole && word != Word::more && word != Word::fiscal) break;
    ++i;
  }
  return i;
}

bool shorter_than_a_day(Unit unit) noexcept { return unit >= Unit::millisecond && unit <= Unit::hour; }

Parsed duration_of(std::size_t end, Amount amount, Rule rule) {
  Parsed out;
  out.end = end;
  out.reading.kind = TimeKind::duration;
  out.reading.amounts[0] = amount;
  out.reading.amount_count = 1;
  out.reading.rule = rule;
  return out;
}

/// The period that a length is part of: "of 1915" after "the first ten months", "or so". Returns the end.
std::size_t add_whole(const Items& items, std::size_t i) {
  if (items.is(i, Word::or_) && (items.is(i + 1, Word::so) || items.is(i + 1, Word::more))) return i + 2;
  if (!items.is(i, Word::of)) return i;
  const Parsed dated = read_named_date(items, i + 1);
  if (dated && dated.reading.month != 0 && dated.reading.day == 0) return dated.end;
  const Parsed year = read_year(items, i + 1);
  return year && (items[i + 1].width == 4 || year.end > i + 2) ? year.end : i;
}

/// "the past two years", "the next few days", "the first nine months", "the six months".
Parsed read_counted(const Items& items, std::size_t i) {
  const Determiner determiner = read_determiner(items, i);
  if (determiner.word == Word::that || determiner.word == Word::this_) return {};
  std::size_t at = determiner.end;
  if (at == 0) {
    if (!items.is(i, Word::the)) return {};
    at = i + 1;
    const bool first = items[at].whole() == 1 && items[at].is(ordinal);
    if (first || items.is(at, Word::final_)) ++at;
  }
  const Count count = read_amount(items, at);
  if (!count || count.article) return {};
  std::size_t unit = skip_fillers(items, count.end);
  if (determiner_of(items[unit].word, 1, false).end != 0) ++unit;  // "the four previous weeks"
  const Item& item = items[unit];
  const bool nights = item.part != DayPart::none && item.is(plural);  // "the last three nights"
  if ((item.unit == Unit::none && !nights) || items.is_mark(count.end, '-') || item.is(ordinal)) return {};
  if (item.is(capital) && !items[i].is(capital)) return {};  // "the Seven Days Battles"
  if (!item.is(plural) && determiner.end == 0) return {};
  Parsed out = duration_of(add_whole(items, unit + 1), {count.thousandths, nights ? Unit::day : item.unit},
                           Rule::length_determined);
  const Determiner inner = determiner_of(items[unit - 1].word, 1, false);
  const std::int32_t side = determiner.end != 0 ? determiner.shift : inner.shift;
  out.reading.direction = out.end == unit + 1 ? static_cast<std::int8_t>(side) : std::int8_t{0};
  return out;
}

/// "the last week of August", "the first year of 1915-17".
Parsed read_ranked_unit(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  const bool ranked = items.is(at, Word::last) || items.is(at, Word::final_) || items[at].is(ordinal);
  const Item& item = items[at + 1];
  if (!ranked || item.is(plural) || item.is(ordinal)) return {};
  const bool within = item.unit == Unit::week || item.unit == Unit::month || item.unit == Unit::weekend;
  const std::size_t end = within ? add_whole(items, at + 2) : at + 2;
  if (within && end != at + 2) return duration_of(end, {1000, item.unit}, Rule::length_ranked_unit);
  const bool counts = items[at].is(ordinal) || (items.is(at, Word::last) && items.is(at + 2, Word::of));
  if (item.unit != Unit::day || !counts) return {};
  Parsed out;
  out.end = at + 2;
  out.reading.rule = Rule::date_ranked_day;
  out.reading.score = 0.7F;
  out.reading.base = Base::open;
  out.reading.unit = Unit::day;
  out.reading.uncounted = true;
  return out;
}

/// Quarter, season or end of a year that was named before it: "this year's third quarter". Returns the end.
std::size_t add_possessed(const Items& items, std::size_t i, Reading& reading) noexcept {
  if (!items.is_mark(i, '\'') || reading.unit != Unit::year) return i;
  const std::size_t at = items.skip(i + 1, Word::fiscal);
  const std::int32_t nth = items[at].whole();
  const std::size_t head = items.skip_mark(at + 1, '-');
  if (items[at].is(ordinal) && nth >= 1 && nth <= 4 && items[head].unit == Unit::quarter) {
    reading.quarter = static_cast<std::uint8_t>(nth);
    return head + 1;
  }
  if (items[at].is(ordinal) && nth >= 1 && nth <= 2 && items.is(head, Word::half)) {
    reading.half = static_cast<std::uint8_t>(nth);
    return head + 1;
  }
  if (items[at].unit == Unit::quarter && !items[at].is(plural)) {
    if (reading.shift == -1) {  // "last year's quarter": the one that is spoken of, a year before
      reading.part_of_story = true;
      return at + 1;
    }
    reading.unit = Unit::quarter;
    reading.shift *= 4;
    return at + 1;
  }
  if (items[at].season != Season::none && !items[at].is(ambiguous)) {
    reading.season = items[at].season;
    return at + 1;
  }
  return items.is(at, Word::end) ? at + 1 : i;
}

/// True for a possessive without its apostrophe: "this years fair", "last nights match".
bool lacks_apostrophe(const Items& items, std::size_t at, const Determiner& determiner) noexcept {
  const bool one = determiner.word == Word::this_ || determiner.word == Word::last || determiner.word == Word::next;
  return items[at].is(plural) && at == determiner.end && one && !determiner.definite && items[at + 1].is_plain_word();
}

/// A unit after a determiner: "last week", "the current fiscal year", "recent months".
Parsed read_determined_unit(const Items& items, std::size_t i, const Determiner& determiner) {
  const std::size_t at = skip_fillers(items, determiner.end);
  const Item& item = items[at];
  if (item.unit == Unit::none || item.is(ordinal)) return {};
  const char before = items[i - 1].mark;
  const bool quoted = before == '"' || before == '`' || before == '\xE2';  // a quotation mark
  if (quoted && item.is(capital) && !item.is(shouted)) return {};          // the programme "This Week"
  if (item.is(plural) && !lacks_apostrophe(items, at, determiner)) {
    if (determiner.word == Word::that || determiner.word == Word::this_ || determiner.word == Word::same) return {};
    if (determiner.word == Word::past && at == i + 1) {  // "in past years"
      Parsed gone;
      gone.end = at + 1;
      gone.reading.rule = Rule::date_vague;
      gone.reading.vague = Vague::past;
      return gone;
    }
    const bool two = items.is(at + 1, Word::and_) && items[at + 2].unit != Unit::none && items[at + 2].is(plural);
    Parsed out = duration_of(two ? at + 3 : at + 1, {-1, item.unit}, Rule::length_determined_plural);
    if (determiner.word == Word::these && item.unit == Unit::day) {
      out.reading.kind = TimeKind::date;
      out.reading.vague = Vague::present;
    }
    return out;
  }
  if (determiner.word == Word::these || determiner.word == Word::those || determiner.word == Word::recent) return {};
  if (items.is_mark(at + 1, '-') && items[at + 1].is(glued)) return {};
  const bool to_this =
      item.unit == Unit::day && determiner.word == Word::this_ && at == i + 1 && items.is(i - 1, Word::to);
  if (to_this && (items[i - 1].is(opens) || items[at + 1].mark != 0 || items[at + 1].span.end == 0)) {
    Parsed still;  // "To this day nobody knows"
    still.end = at + 1;
    still.reading.rule = Rule::date_vague;
    still.reading.vague = Vague::present;
    return still;
  }
  if (item.unit == Unit::day && determiner.word == Word::last && items.is(at + 1, Word::of)) return {};  // no yesterday
  if (shorter_than_a_day(item.unit)) return duration_of(at + 1, {1000, item.unit}, Rule::length_determined);
  Parsed out;
  out.reading.rule = Rule::date_relative_unit;
  out.reading.base = determiner.base;
  out.reading.shift = determiner.shift;
  out.reading.unit = item.unit;
  out.reading.fiscal = items.is(determiner.end, Word::fiscal);
  out.reading.just_told = determiner.word == Word::that || determiner.word == Word::following;
  if (determiner.word == Word::latest && item.unit == Unit::year) {  // the last one that was over
    out.reading.base = Base::anchor;
    out.reading.shift = -1;
  }
  out.end = add_possessed(items, at + 1, out.reading);
  return out;
}

/// A part of the day after a determiner: "this morning", "last night", "the following evening".
Parsed read_determined_part(const Items& items, const Determiner& determiner) {
  const std::size_t at = items.skip(items.skip(determiner.end, Word::early), Word::late);
  const Item& item = items[at];
  if (item.part == DayPart::none || item.word == Word::tonight) return {};
  if (item.is(plural) && !lacks_apostrophe(items, at, determiner)) return {};
  Parsed out;
  out.end = at + 1;
  out.reading.kind = TimeKind::time;
  out.reading.rule = Rule::time_relative_part;
  out.reading.base = determiner.base;
  out.reading.unit = Unit::day;
  out.reading.shift = determiner.shift;
  out.reading.part = item.part;
  return out;
}

/// True for the season of "That autumn he left" and "he left early that summer", not of "said that summer is short".
bool points_back(const Items& items, std::size_t i) noexcept {
  const Item& that = items[i - 1];
  const Item& next = items[i + 1];
  const Word before = items[i - 2].word;
  const bool ends = next.mark != 0 || next.span.end == 0;
  return ends || that.is(opens) || items[i - 2].mark == ';' || before == Word::early || before == Word::late ||
         before == Word::later || before == Word::in || before == Word::and_;
}

/// A name after a determiner: "last April", "next Wednesday, Oct. 3", "this summer", "last Christmas".
Parsed read_determined_name(const Items& items, const Determiner& determiner) {
  const std::size_t at = determiner.end;
  const Item& item = items[at];
  Parsed out;
  const bool verb = item.is(lowered) && item.is(ambiguous) && item.month != 0;  // "this may help", "these may"
  if (verb && determiner.word != Word::last && determiner.word != Word::next) return {};
  const bool seasonal = item.season != Season::none && points_back(items, at);
  if (determiner.word == Word::that && !seasonal) return {};  // mostly a conjunction: "said that Monday ..."
  if (item.month != 0 || item.weekday != 0) out = read_named_date(items, at);
  if (!out && item.month != 0) {
    out.end = at + 1;
    out.reading.month = item.month;
  }
  if (!out && (item.season != Season::none || item.holiday != lexicon::EntryId::none)) {
    out = read_named_period(items, at);
    if (!out && item.season != Season::none && !item.is(plural) && !items.is(at + 1, Word::of)) {
      out.end = at + 1;
      out.reading.season = item.season;
    }
  }
  if (!out || item.is(plural)) return {};
  if (out.reading.has_year() || out.reading.base != Base::open) return out;
  out.reading.rule = Rule::date_relative_name;
  out.reading.score = 0.95F;
  out.reading.pick = determiner.pick;
  if (determiner.base == Base::story) out.reading.base = Base::story;
  return out;
}

/// "the latest period", "this period": whatever period was last spoken of.
Parsed read_determined_period(const Items& items, const Determiner& determiner) {
  const bool points = determiner.word == Word::this_ || determiner.word == Word::that ||
                      determiner.word == Word::latest || determiner.word == Word::same;
  if (!points || !items.is(determiner.end, Word::period) || items.is(determiner.end + 1, Word::of)) return {};
  Parsed out;
  out.end = determiner.end + 1;
  out.reading.rule = Rule::date_period;
  out.reading.score = 0.7F;
  out.reading.base = Base::story;
  out.reading.part_of_story = true;
  return out;
}

Parsed read_determined(const Items& items, std::size_t i) {
  const Determiner determiner = read_determiner(items, i);
  if (determiner.end == 0) return {};
  if (Parsed out = read_determined_unit(items, i, determiner)) return out;
  if (Parsed out = read_determined_part(items, determiner)) return out;
  if (Parsed out = read_determined_period(items, determiner)) return out;
  return read_determined_name(items, determiner);
}

Parsed read_deictic_day(const Items& items, std::size_t i) {
  Parsed out;
  out.end = i + 1;
  out.reading.rule = Rule::date_deictic;
  out.reading.base = Base::anchor;
  out.reading.unit = Unit::day;
  switch (items[i].word) {
    case Word::today:
      if (items[i].is(capital) && !items[i].is(opens) && items[i - 1].is(capital) && !items[i].is(shouted))
        return {};  // "USA Today", but "NOT WORKING TODAY"
      break;
    case Word::yesterday:
      out.reading.shift = -1;
      break;
    case Word::tomorrow:
      out.reading.shift = 1;
      break;
    case Word::tonight:
      out.reading.kind = TimeKind::time;
      out.reading.part = DayPart::night;
      break;
    default:
      return {};
  }
  return out;
}

/// True when nothing that could be an event follows: end of the sentence, a mark, a conjunction.
bool nothing_follows(const Items& items, std::size_t i) noexcept {
  return items[i].mark != 0 || items[i].span.end == 0 || items.is(i, Word::and_);
}

/// "the day before yesterday", "the day after tomorrow", "the year before".
Parsed read_neighbour(const Items& items, std::size_t i) {
  if (!items.is(i, Word::the)) return {};
  const Item& head = items[i + 1];
  const bool before = items.is(i + 2, Word::before);
  if ((!before && !items.is(i + 2, Word::after)) || head.is(plural)) return {};
  Parsed out;
  out.reading.rule = Rule::date_neighbour;
  out.reading.unit = head.unit;
  out.reading.shift = before ? -1 : 1;
  const bool named = items.is(i + 3, before ? Word::yesterday : Word::tomorrow);
  if (named && head.unit == Unit::day) {
    out.end = i + 4;
    out.reading.base = Base::anchor;
    out.reading.shift *= 2;
    return out;
  }
  if (!nothing_follows(items, i + 3) || items.is(i + 3, Word::and_)) return {};
  out.reading.base = Base::story;
  out.end = i + 3;
  if (head.part != DayPart::none) {
    out.reading.kind = TimeKind::time;
    out.reading.part = head.part;
    out.reading.unit = Unit::day;
    return out;
  }
  return head.unit >= Unit::day ? out : Parsed{};
}

/// "the year", "the quarter", "the weekend", "the full year", "the year 1984", "the month of April".
Parsed read_definite_unit(const Items& items, std::size_t i) {
  const std::size_t at = skip_fillers(items, items.skip(i, Word::the));
  const Item& item = items[at];
  if (item.unit < Unit::day || item.is(plural)) return {};
  if (item.is(capital) && at > i && !items[i].is(capital)) return {};  // "Captain of the Year"
  Parsed out;
  out.reading.rule = Rule::date_definite_unit;
  out.reading.unit = item.unit;
  if (item.unit == Unit::year) {
    const bool of = items.is(at + 1, Word::of) && items[at + 2].width == 4;
    if (Parsed year = read_year(items, of ? at + 2 : at + 1)) return year;
    const Item& number = items[at + 1];  // "in the year 71"
    const bool early = number.digits == Digits::plain && number.width >= 2 && number.width <= 3 && at > i &&
                       items.is(i - 1, Word::in) && !items[at + 2].is_plain_word() && items[at + 2].unit == Unit::none;
    if (early) {
      out.reading.year = number.whole();
      out.end = at + 2;
      return out;
    }
    if (const Count year = read_spelled_year(items, at + 1)) {
      out.reading.year = static_cast<std::int32_t>(year.thousandths / 1000);
      out.end = year.end;
      return out;
    }
  }
  if (at == i || (items.is_mark(at + 1, '-') && items[at + 1].is(glued))) return {};
  if (item.unit == Unit::month && items.is(at + 1, Word::of) && items[at + 2].month != 0) {
    Parsed month = read_named_date(items, at + 2);
    if (month) return month;
  }
  if (items.is(i, Word::the) == false) return {};
  const bool to = items.is(at + 1, Word::to) && (items[at + 2].month != 0 || items[at + 2].digits != Digits::none);
  if (item.unit == Unit::year && (to || items.is(at + 1, Word::ended) || items.is(at + 1, Word::ending)))
    return duration_of(at + 1, {1000, Unit::year}, Rule::length_determined);  // "the year to June 30"
  if (item.unit == Unit::quarter)
    if (const Parsed quarter = read_quarter_by_end(items, at + 1)) return {at + 1, quarter.reading};
  const bool full_year = item.unit == Unit::year && items.is(at - 1, Word::whole);  // an outlook or a balance
  const bool own = item.unit == Unit::week || item.unit == Unit::weekend || full_year;
  out.reading.base = own ? Base::anchor : Base::story;
  out.reading.score = 0.75F;
  out.end = add_possessed(items, at + 1, out.reading);
  const bool whole = at > i + 1;
  const bool open_end = items.is(at + 1, Word::of) || items.is(at + 1, Word::that) || items.is_mark(at + 1, '-');
  return item.unit == Unit::day && open_end && !whole ? Parsed{} : out;
}

/// "year-end", "year's end", "month's end".
Parsed read_unit_end(const Items& items, std::size_t i) {
  const std::size_t at = items.skip(i, Word::the);
  Parsed out;
  out.reading.rule = Rule::date_unit_end;
  out.reading.base = Base::anchor;
  out.reading.unit = items[at].unit;
  if (items.is(i, Word::year_end)) {
    out.reading.unit = Unit::year;
    out.end = i + 1;
  } else if (items[at].unit == Unit::year || items[at].unit == Unit::month) {
    if (items.is_mark(at + 1, '\'') && items.is(at + 2, Word::end)) {
      out.end = at + 3;
    } else {
      const std::size_t end = items.skip_mark(at + 1, '-');
      if (items.is(end, Word::end)) out.end = end + 1;
    }
  }
  if (out && (items.is(i - 1, Word::since) || items.is(i - 1, Word::from))) out.reading.shift = -1;
  if (out && out.reading.unit == Unit::year) {
    out.reading.month = 12;
    out.reading.day = 31;
  }
  return out;
}

}  // namespace

Parsed read_relative(const Items& items, std::size_t i) {
  using Reader = Parsed (*)(const Items&, std::size_t);
  constexpr Reader readers[] = {read_deictic_day, read_neighbour, read_counted,      read_ranked_unit,
                                read_determined,  read_unit_end,  read_definite_unit};
  Parsed best;
  for (const Reader reader : readers)
    if (const Parsed out = reader(items, i); out.end > best.end) best = out;
  return best;
}

}  // namespace dossier::dates
