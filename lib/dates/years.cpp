// Years: what four digits, "'96" or an era make one, and where a number alone may be read as one.
#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

bool is_plain_year(const Items& items, std::size_t i) noexcept {
  const Item& item = items[i];
  const std::int32_t value = item.whole();
  return item.digits == Digits::plain && item.width == 4 && !item.is(separated) && value >= 1000 && value < 2200 &&
         !runs_on(items, i);
}

/// What the word before a number of four digits makes of it.
enum class Evidence : std::uint8_t { against, none, some, strong };

Evidence before(const Items& items, std::size_t i) noexcept {
  if (i == 0) return Evidence::none;
  const Item& item = items[i - 1];
  switch (item.word) {
    case Word::in:
    case Word::since:
    case Word::until:
    case Word::by:
    case Word::during:
    case Word::early:
    case Word::mid:
    case Word::late:
    case Word::circa:
    case Word::before:
    case Word::after:
      return Evidence::strong;
    case Word::from:
    case Word::to:
    case Word::through:
    case Word::between:
    case Word::of:
    case Word::the:
    case Word::about:
    case Word::and_:
    case Word::possessive:
    case Word::for_:
      return Evidence::some;
    case Word::counter:
    case Word::than:
    case Word::least:
    case Word::up:
      return Evidence::against;
    default:
      break;
  }
  if (item.mark == '$' || item.mark == '#' || item.mark == '%' || item.mark == '+' || item.mark == '=')
    return Evidence::against;
  if (item.mark == '(') return Evidence::some;
  if (item.mark == '-' && item.is(glued) && items[i].is(glued)) {
    const bool date_word = items.is(i - 2, Word::mid) || items.is(i - 2, Word::early) || items.is(i - 2, Word::late) ||
                           items.is(i - 2, Word::before) || items.is(i - 2, Word::after);
    const bool chain = i >= 4 && items[i - 3].mark == '-' && items[i - 4].number >= 0;  // "020-7946-1990"
    const bool code = chain || (items[i - 2].digits == Digits::plain && items[i - 2].width != 4);
    return date_word ? Evidence::strong : code ? Evidence::against : Evidence::some;
  }
  return item.number >= 0 && item.mark == 0 && item.width != 4 ? Evidence::against : Evidence::none;
}

/// True when what follows shows that the number counts or names something.
bool counted_after(const Items& items, std::size_t end) noexcept {
  const Item& next = items[end];
  if (next.mark == '%' || next.mark == '$' || next.magnitude != 0 || next.word == Word::counter) return true;
  if (next.word == Word::hours || next.word == Word::zone || next.word == Word::am || next.word == Word::pm)
    return true;
  if (next.mark == '-' && next.is(glued) && items[end + 1].is(glued)) return items[end + 1].unit != Unit::none;
  if (next.unit == Unit::quarter && !next.is(plural)) return false;
  return next.unit != Unit::none && next.is(plural);
}

Parsed in_words(const Count& year) {
  Parsed out;
  out.end = year.end;
  out.reading.unit = Unit::year;
  out.reading.year = static_cast<std::int32_t>(year.thousandths / 1000);
  out.reading.rule = Rule::date_year_words;
  return out;
}

/// "in 492", "about 360": three digits, in texts that turn out to speak of such times.
Parsed read_early_year(const Items& items, std::size_t i) {
  const Item& item = items[i];
  if (item.digits != Digits::plain || item.width != 3 || runs_on(items, i) || is_tail(items, i)) return {};
  const Word word = items[i - 1].word;
  const bool led = word == Word::in || word == Word::by || word == Word::until || word == Word::since ||
                   word == Word::about || word == Word::circa || word == Word::before || word == Word::after;
  const Item& next = items[i + 1];
  const bool alone = next.mark == ',' || next.mark == '.' || next.mark == ')' || next.mark == '-' || next.is(capital) ||
                     next.span.end == 0 || next.word == Word::and_ || next.word == Word::the;
  if (!led || !alone) return {};
  Parsed out;
  out.end = i + 1;
  out.reading.unit = Unit::year;
  out.reading.year = item.whole();
  out.reading.rule = Rule::date_year;
  out.reading.score = 0.7F;
  out.reading.doubtful = true;
  return out;
}

/// True for the year of "in twenty sixteen", as opposed to "twenty sixteen-foot boats".
bool is_spoken_year(const Items& items, std::size_t i, std::size_t end) noexcept {
  const Item& next = items[end];
  const bool counts = next.unit != Unit::none || next.magnitude != 0 || next.number >= 0 || next.mark == '-' ||
                      next.mark == '%' || next.word == Word::counter;
  if (counts) return false;
  switch (items[i - 1].word) {
    case Word::in:
    case Word::since:
    case Word::until:
    case Word::by:
    case Word::before:
    case Word::after:
    case Word::early:
    case Word::late:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool runs_on(const Items& items, std::size_t i) noexcept {
  const Item& next = items[i + 1];
  return next.is(glued) && next.mark == 0 && next.span.begin == items[i].span.end && next.span.end != 0;
}

bool is_tail(const Items& items, std::size_t i) noexcept {
  if (i == 0 || !items[i].is(glued)) return false;
  const char mark = items[i - 1].mark;
  return mark == 0 || mark == '#' || mark == '$' || mark == '.' || mark == ':' || mark == '@' || mark == '_' ||
         mark == '=';
}

Parsed read_year(const Items& items, std::size_t i) {
  Parsed out;
  out.reading.unit = Unit::year;
  out.reading.rule = Rule::date_year;
  const Item& item = items[i];
  const bool era_first = item.word == Word::ad && item.is(capital) && items[i + 1].digits == Digits::plain;
  const std::size_t at = era_first ? i + 1 : i;
  const std::int32_t value = items[at].whole();
  if (items[at].digits == Digits::plain && value > 0 && value < 10000) {
    const bool bc = !era_first && items.is(at + 1, Word::bc);
    if (bc || era_first || (items.is(at + 1, Word::ad) && items[at + 1].is(capital))) {
      out.end = era_first ? at + 1 : at + 2;
      out.reading.year = bc ? 1 - value : value;
      return out;
    }
  }
  if (item.digits == Digits::short_year && !runs_on(items, i)) {
    out.end = i + 1;
    out.reading.year = full_year(static_cast<std::int32_t>(item.number));
    return out;
  }
  if (!is_plain_year(items, i) || is_tail(items, i)) return {};
  out.end = i + 1;
  out.reading.year = value;
  return out;
}

Parsed read_lone_year(const Items& items, std::size_t i) {
  if (const Count spelled_year = read_spelled_year(items, i))
    return items.is(i, Word::spoken_century) && !is_spoken_year(items, i, spelled_year.end) ? Parsed{}
                                                                                            : in_words(spelled_year);
  Parsed out = read_year(items, i);
  if (!out) return read_early_year(items, i);
  if (out.end != i + 1) return out;
  const auto quote = [](char mark) { return mark == '"' || mark == '\xE2'; };  // any quotation mark of UTF-8
  if (quote(items[i - 1].mark) && quote(items[out.end].mark)) return {};       // the novel
  const Evidence evidence = before(items, i);
  if (evidence == Evidence::against || counted_after(items, out.end)) return {};
  if (items[i].digits == Digits::short_year) return out;
  const bool recent = out.reading.year >= 1900 && out.reading.year < 2050;
  const bool likely = out.reading.year >= 1500 && out.reading.year < 2100;
  const bool closed = items.is_mark(i - 1, '(') && (items.is_mark(i + 1, ')') || items.is_mark(i + 1, '-'));
  const bool range = items.is_mark(i + 1, '-') && items[i + 2].digits == Digits::plain && items[i + 2].width == 4;
  const bool after_range = items.is_mark(i - 1, '-') && items[i - 2].width == 4;
  const bool pair = (items.is(i - 1, Word::and_) || items.is(i - 1, Word::to)) && items[i - 2].width == 4;
  const bool sure = recent || evidence == Evidence::strong || (likely && (closed || range || after_range || pair));
  const bool round = out.reading.year % 100 == 0 && evidence == Evidence::none && !items.is_mark(i - 1, ',');
  out.reading.doubtful = !sure || round;
  out.reading.score = evidence == Evidence::strong ? 0.95F : 0.8F;
  return out;
}

}  // namespace dossier::dates
