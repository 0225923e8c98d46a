// Tells headlines and fragments from sentences, for lines that stand on their own.
//
// A headline has 3 to 25 words and no full stop at its end; at least two of three of its long words are capitalised, or
// all its words are in capitals. A line that is neither this nor ended by a full stop is a fragment when it is short.
#include "tokens/sentences.hpp"
#include "tokens/view.hpp"
#include "tokens/word_traits.hpp"

namespace dossier::tokens {
namespace {

constexpr std::uint32_t headline_least = 3, headline_most = 25;  // words
constexpr std::uint32_t long_word = 4;                           // letters, more or less
constexpr std::uint32_t byline_most = 6;                         // words: "By Ann Example and Bob Sample"
constexpr std::uint32_t sentence_least = 8;                      // words of a sentence without its full stop

/// How the words of a line are written.
struct Count {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;  ///< words in capitals only
  std::uint32_t longs = 0;
  std::uint32_t long_capitalised = 0;
  std::uint32_t plain = 0;  ///< small words that are no connectors
};

Count count_words(const View& view, std::uint32_t first, std::uint32_t last) {
  Count count;
  for (std::uint32_t i = first; i < last && count.words <= headline_most; ++i) {
    if (view.is_number(i)) ++count.words;
    if (!view.is_word(i)) continue;
    ++count.words;
    if (view[i].shape == Shape::upper) ++count.capitals;
    if (view.is_lower(i) && (view.traits(i) & connector) == 0) ++count.plain;
    if (view[i].span.size() < long_word) continue;
    ++count.longs;
    if (view.is_capital(i) || view[i].shape == Shape::mixed) ++count.long_capitalised;
  }
  return count;
}

bool looks_like_headline(const Count& count) {
  if (count.words < headline_least || count.words > headline_most) return false;
  if (count.capitals == count.words) return true;
  return count.longs >= 2 && count.long_capitalised * 3 >= count.longs * 2;
}

}  // namespace

SentenceKind kind_of_line(const TokenizedText& text, std::uint32_t first, std::uint32_t last) {
  const View view(text);
  std::uint32_t end = last - 1;
  while (end > first && view.is_closer(end)) --end;
  const Stop stop = view.stop(end);
  if (stop == Stop::period || stop == Stop::wide) return SentenceKind::body;
  const Count count = count_words(view, first, last);
  const bool byline = view.text_of(first) == "By" && count.words <= byline_most;
  const bool abbreviated = view.has(end, ends_with_period);
  const bool headline = looks_like_headline(count) && !byline && (!abbreviated || count.plain == 0);
  if (headline) return SentenceKind::headline;
  const bool sentence = stop != Stop::none || abbreviated || count.words >= sentence_least;
  return sentence ? SentenceKind::body : SentenceKind::fragment;
}

}  // namespace dossier::tokens
