// Tense by the nearest telling verb.
#include "dates/tense.hpp"

namespace dossier::dates {
namespace {

constexpr std::size_t reach_back = 25;
constexpr std::size_t reach_ahead = 15;

Tense tense_of(const Item& item) noexcept {
  if (item.word == Word::future_verb) return Tense::future;
  return item.word == Word::past_verb ? Tense::past : Tense::unknown;
}

}  // namespace

Tense tense_around(const Items& items, std::size_t begin, std::size_t end) noexcept {
  for (std::size_t i = begin, steps = 0; i-- > 0 && steps < reach_back; ++steps) {
    if (items.is_mark(i, ';')) break;
    if (const Tense tense = tense_of(items[i]); tense != Tense::unknown) return tense;
  }
  for (std::size_t i = end; i < items.size() && i < end + reach_ahead; ++i) {
    if (items.is_mark(i, ';')) break;
    if (const Tense tense = tense_of(items[i]); tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

}  // namespace dossier::dates
