// Tense by the nearest telling verb.
#include "dates/tense.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "dates/words.hpp"

namespace dossier::dates {
namespace {

constexpr std::uint32_t reach_back = 25;
constexpr std::uint32_t reach_ahead = 15;

/// True for "agreed" and "opened", not for "succeed" and "hundred".
bool ends_like_past(std::string_view word) noexcept {
  if (!word.ends_with("ed") || word == "hundred") return false;
  return !word.ends_with("eed") || word.ends_with("reed") || word.ends_with("teed");
}

/// True for the "for" and "to" after "set": "set for Friday", as opposed to "a record set on Friday".
bool points_ahead(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t last) noexcept {
  if (i >= last) return false;
  const Word word = words().find(text.tokens[i].hash).word;
  return word == Word::for_ || word == Word::to;
}

/// True for "launched" in "the newly launched service": it says nothing of when the rest happens.
bool is_attribute(const tokens::TokenizedText& text, std::uint32_t i) noexcept {
  const auto opens_phrase = [&](std::uint32_t k) {
    const Word word = words().find(text.tokens[k].hash).word;
    return word == Word::the || word == Word::a || word == Word::possessive;
  };
  if (i > 0 && opens_phrase(i - 1)) return true;
  return i > 1 && text.text_of(i - 1).ends_with("ly") && opens_phrase(i - 2);
}

/// What the token at `i` tells by itself, or with the next one ("is to").
Tense tense_at(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t last) noexcept {
  const tokens::Token& token = text.tokens[i];
  if (token.kind != tokens::TokenKind::word) return Tense::unknown;
  switch (words().find(token.hash).word) {
    case Word::future_verb:
      return text.text_of(i) == "set" && !points_ahead(text, i + 1, last) ? Tense::past : Tense::future;
    case Word::past_verb:
    case Word::ended:
      return Tense::past;
    case Word::be:
      return i + 1 < last && words().find(text.tokens[i + 1].hash).word == Word::to ? Tense::future : Tense::unknown;
    case Word::to:
      return i + 1 < last && text.text_of(i + 1) == "be" ? Tense::future : Tense::unknown;
    case Word::none:
      break;
    default:
      return Tense::unknown;
  }
  const bool regular = token.shape == tokens::Shape::lower && token.span.size() > 4;
  const bool passive = i > 0 && text.text_of(i - 1) == "be";  // "will be published": the tense is that of "be"
  if (!regular || passive || !ends_like_past(text.text_of(token))) return Tense::unknown;
  return is_attribute(text, i) ? Tense::unknown : Tense::past;
}

/// True for verbs that move something to a later day: "postponed until May", "extended through Friday".
bool puts_off(std::string_view verb) noexcept {
  constexpr std::string_view verbs[] = {"adjourned", "deferred",  "delayed",     "extended",
                                        "postponed", "prolonged", "rescheduled", "suspended"};
  return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
}

/// True where what starts at `first` is the day until which something lasts or waits.
bool is_limit(const tokens::TokenizedText& text, const tokens::Sentence& sentence, std::uint32_t first) noexcept {
  if (first == sentence.first) return false;
  const Word word = words().find(text.tokens[first - 1].hash).word;
  return word == Word::until || word == Word::through || word == Word::to;
}

}  // namespace

Tense tense_around(const tokens::TokenizedText& text, const tokens::Sentence& sentence, std::uint32_t first,
                   std::uint32_t last) noexcept {
  const std::uint32_t back = first - sentence.first > reach_back ? first - reach_back : sentence.first;
  for (std::uint32_t i = first; i-- > back;) {
    if (text.text_of(i) == ";") break;
    const Tense tense = tense_at(text, i, sentence.last);
    if (tense == Tense::past && puts_off(text.text_of(i)) && is_limit(text, sentence, first)) return Tense::future;
    if (tense != Tense::unknown) return tense;
  }
  const std::uint32_t ahead = std::min(last + reach_ahead, sentence.last);
  for (std::uint32_t i = last; i < ahead; ++i) {
    if (text.text_of(i) == ";") break;
    if (const Tense tense = tense_at(text, i, sentence.last); tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

}  // namespace dossier::dates
