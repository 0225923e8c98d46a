// References to past, present and future without a date: "now", "recently", "the near future".
#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

Parsed vague_at(std::size_t end, Vague vague) {
  Parsed out;
  out.end = end;
  out.reading.vague = vague;
  out.reading.rule = Rule::date_vague;
  out.reading.score = 0.85F;
  return out;
}

/// "the past", "the near future": with the article, and nothing after it that it would describe.
Parsed read_noun(const Items& items, std::size_t i) {
  if (!items.is(i, Word::the)) return {};
  const std::size_t at = items.is(i + 1, Word::near) ? i + 2 : i + 1;
  const Item& next = items[at + 1];
  const bool describes = next.unit != Unit::none || next.number >= 0 || next.word == Word::few ||
                         next.word == Word::several || next.word == Word::couple || next.season != Season::none ||
                         next.part != DayPart::none || next.month != 0 || next.weekday != 0 || next.word == Word::whole;
  if (items.is(at, Word::past) && at == i + 1 && !describes && (items.is(i - 1, Word::in) || next.mark != 0))
    return vague_at(at + 1, Vague::past);
  const bool heading = items[i].is(capital) && items[i].is(opens);  // "The Future of the Ferry"
  const bool name = items[at].is(capital) && !items[at].is(shouted) && !heading;
  return items.is(at, Word::future) && !name ? vague_at(at + 1, Vague::future) : Parsed{};
}

}  // namespace

Parsed read_vague(const Items& items, std::size_t i) {
  switch (items[i].word) {
    case Word::now:
      if (items[i].is(opens) && items.is_mark(i + 1, ',')) return {};  // "Now, where was I?"
      return vague_at(i + 1, Vague::present);
    case Word::right:
      return items.is(i + 1, Word::now) ? vague_at(i + 2, Vague::present) : Parsed{};
    case Word::currently:
    case Word::nowadays:
      return vague_at(i + 1, Vague::present);
    case Word::future:
      if (items[i + 1].is(plural) && items[i + 1].unit >= Unit::day)  // "in future years"
        return vague_at(i + 2, Vague::future);
      if (!items.is(i - 1, Word::in) && !(items.of_note() && items.is(i - 1, Word::possessive))) return {};
      return items[i + 1].is_plain_word() ? Parsed{} : vague_at(i + 1, Vague::future);
    case Word::recently:
      return vague_at(i + 1, Vague::past);
    case Word::more:
      return items.is(i + 1, Word::recently) ? vague_at(i + 2, Vague::past) : Parsed{};
    case Word::the:
      return read_noun(items, i);
    default:
      return {};
  }
}

}  // namespace dossier::dates
