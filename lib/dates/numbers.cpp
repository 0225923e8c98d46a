// Numbers in digits and words, indefinite quantities, and the words that make a number approximate.
#include <algorithm>

#include "dates/grammar.hpp"

namespace dossier::dates {
namespace {

constexpr std::int64_t largest = 1000000000000;

bool is_cardinal_word(const Item& item) noexcept { return item.is(spelled) && !item.is(ordinal) && item.number >= 0; }

/// True for the dash inside "twenty-four": glued on both sides.
bool is_inner_dash(const Items& items, std::size_t i) noexcept {
  return items.is_mark(i, '-') && items[i].is(glued) && items[i + 1].is(glued);
}

/// A number below a hundred in words: "seven", "twenty", "twenty-four", "twenty four".
Count read_small(const Items& items, std::size_t i) {
  if (!is_cardinal_word(items[i])) return {};
  Count out{i + 1, items[i].number, false, true};
  const std::int64_t tens = items[i].number / 1000;
  if (tens < 20 || tens > 90 || tens % 10 != 0) return out;
  const std::size_t next = is_inner_dash(items, i + 1) ? i + 2 : i + 1;
  const Item& units = items[next];
  if (!is_cardinal_word(units) || units.number < 1000 || units.number > 9000) return out;
  return {next + 1, items[i].number + units.number, false, true};
}

/// "hundred", "thousand", "million" after a number, and what is added to it: "two hundred and ten".
Count add_magnitudes(const Items& items, Count out) {
  for (int steps = 0; steps < 4 && items[out.end].magnitude != 0; ++steps) {
    const std::int64_t factor = items[out.end].magnitude;
    if (factor > largest || out.thousandths > largest / factor * 1000) break;
    out.thousandths *= factor;
    ++out.end;
    const std::size_t next = items.skip(out.end, Word::and_);
    const Count rest = read_small(items, next);
    if (!rest || rest.thousandths >= factor * 1000) continue;
    const bool multiplies = items[rest.end].magnitude > factor;  // "two hundred, three million" is no single number
    if (multiplies) break;
    out.thousandths += rest.thousandths;
    out.end = rest.end;
  }
  return out;
}

/// The number again, in digits or in words: "thirty (30)", "30 (thirty)". Returns the end.
std::size_t skip_repeated(const Items& items, const Count& count) noexcept {
  const std::size_t i = count.end;
  if (!items.is_mark(i, '(')) return i;
  const Count digits{i + 2, items[i + 1].digits == Digits::plain ? items[i + 1].number : -1, false, false};
  const Count again = count.in_words ? digits : read_small(items, i + 1);
  return again && again.thousandths == count.thousandths && items.is_mark(again.end, ')') ? again.end + 1 : i;
}

/// "and a half", "1/2", "½" after a whole number.
Count add_fraction(const Items& items, Count out) {
  if (items[out.end].digits == Digits::fraction && items[out.end].number < 1000) {
    out.thousandths += items[out.end].number;
    ++out.end;
  } else if (items.is(out.end, Word::and_) && items.is(out.end + 1, Word::a) && items.is(out.end + 2, Word::half)) {
    out.thousandths += 500;
    out.end += 3;
  } else if (items.is(out.end, Word::and_) && items.is(out.end + 1, Word::half)) {
    out.thousandths += 500;
    out.end += 2;
  }
  return out;
}

/// A second number that makes a range or alternative of the first: "two or three", "12 to 18", "5-10".
Count add_alternative(const Items& items, Count out) {
  const std::size_t link = out.end;
  const bool dash = items.is_mark(link, '-') && items[link].is(glued) && items[link + 1].number >= 0;
  if (!dash && !items.is(link, Word::to) && !items.is(link, Word::or_)) return out;
  const Count second = read_number(items, link + 1);
  if (!second || second.thousandths <= out.thousandths) return out;
  out.end = second.end;
  return out;
}

/// True for words after which "over" means "more than": "for over ten years", not "spread over ten years".
bool takes_length(Word word) noexcept {
  return word == Word::for_ || word == Word::of || word == Word::after || word == Word::in || word == Word::a;
}

}  // namespace

Mod approximation_at(const Items& items, std::size_t i) noexcept {
  switch (items[i].word) {
    case Word::about:
    case Word::circa:
    case Word::some:
    case Word::close:
      return Mod::approx;
    case Word::over:
    case Word::more:
      return Mod::more_than;
    case Word::less:
      return Mod::less_than;
    case Word::at:
      return Mod::equal_or_more;
    case Word::up:
      return Mod::equal_or_less;
    case Word::no:
      return items.is(i + 1, Word::less) ? Mod::equal_or_more : Mod::equal_or_less;
    default:
      return Mod::none;
  }
}

Count read_number(const Items& items, std::size_t i) {
  const Item& item = items[i];
  Count out;
  if (item.digits == Digits::plain || item.digits == Digits::decimal || item.digits == Digits::fraction)
    out = {i + 1, item.number, false, false};
  else if (is_cardinal_word(item))
    out = read_small(items, i);
  else if (item.word == Word::a && items[i + 1].magnitude >= 12)
    out = {i + 1, 1000, false, true};
  if (!out) return out;
  out = add_fraction(items, add_magnitudes(items, out));
  out.end = skip_repeated(items, out);
  return out;
}

Count read_amount(const Items& items, std::size_t i) {
  const bool article = items.is(i, Word::a);
  const std::size_t head = article ? i + 1 : i;
  switch (items[head].word) {
    case Word::few:
      return {head + 1, -1, false, true};
    case Word::couple:
      return {items.skip(head + 1, Word::of), 2000, false, true};
    case Word::number:
      return article && items.is(head + 1, Word::of) ? Count{head + 2, -1, false, true} : Count{};
    case Word::dozens:
      return items.is(head + 1, Word::of) ? Count{head + 2, -1, false, true} : Count{};
    case Word::several:
    case Word::many:
      return article ? Count{} : Count{head + 1, -1, false, true};
    case Word::half:
      if (items.is(head + 1, Word::a)) return {head + 2, 500, false, true};
      if (items[head + 1].unit == Unit::hour || items[head + 1].unit == Unit::day) return {head + 1, 500, false, true};
      return article || items.is_mark(head + 1, '-') ? Count{head + 1, 500, false, true} : Count{};
    default:
      break;
  }
  if (items.is(i, Word::another)) {
    if (const Count number = read_number(items, i + 1)) return number;
  }
  if (const Count number = read_number(items, i)) return add_alternative(items, number);
  if (article || items.is(i, Word::another)) return {i + 1, 1000, true, true};
  return {};
}

Count read_spelled_year(const Items& items, std::size_t i) {
  const Count first = read_small(items, i);
  if (!first) return {};
  const std::int64_t century = first.thousandths / 1000;
  if (century == 2 && items[first.end].magnitude == 1000) {
    const Count all = add_magnitudes(items, first);
    return all.thousandths < 2100000 ? all : Count{};
  }
  if (century < 13 || century > 20) return {};
  const Count second = read_small(items, first.end);
  if (!second || second.thousandths < 10000) return {};
  return {second.end, century * 100000 + second.thousandths, false, true};
}

std::size_t skip_approximation(const Items& items, std::size_t i) {
  switch (items[i].word) {
    case Word::about:
      return i + 1;
    case Word::over:
      return items.is(i + 1, Word::a) || takes_length(items[i - 1].word) ? i + 1 : i;
    case Word::some:
      return items[i + 1].number >= 0 || items.is(i + 1, Word::a) ? i + 1 : i;
    case Word::more:
    case Word::less:
      return items.is(i + 1, Word::than) ? i + 2 : i;
    case Word::no:
      return (items.is(i + 1, Word::more) || items.is(i + 1, Word::less)) && items.is(i + 2, Word::than) ? i + 3 : i;
    case Word::at:
      return items.is(i + 1, Word::least) && !items.is(i + 2, Word::several) ? i + 2 : i;
    case Word::up:
    case Word::close:
      return items.is(i + 1, Word::to) ? i + 2 : i;
    case Word::as:
      return (items.is(i + 1, Word::many) || items.is(i + 1, Word::much)) && items.is(i + 2, Word::as) ? i + 3 : i;
    default:
      return i;
  }
}

}  // namespace dossier::dates
