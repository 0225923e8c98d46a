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
constexpr std::uint32_t schedule_reach = 5;
constexpr std::uint32_t term_reach = 6;

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
  if (i < 2 || !opens_phrase(i - 2)) return false;
  const std::string_view adverb = text.text_of(i - 1);
  return adverb.ends_with("ly") || adverb == "still" || adverb == "already" || adverb == "much" || adverb == "long";
}

/// What "due", "scheduled" or "begins" at `i` tells: what had been due, or went as planned, is over; what stands after
/// "to" has the tense of the verb before.
Tense outlook(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t last) noexcept {
  const std::string_view before = i > 0 ? text.text_of(i - 1) : std::string_view();
  if (before == "to") return Tense::unknown;
  if (before == "previously" || before == "as") return Tense::past;
  if (before == "been" && i > 1 && text.text_of(i - 2) == "had") return Tense::past;
  const bool unreal = i + 1 < last && text.text_of(i + 1) == "have" && text.text_of(i) != "will";  // "would have met"
  if (unreal) return Tense::past;
  return text.text_of(i) == "set" && !points_ahead(text, i + 1, last) ? Tense::past : Tense::future;
}

/// True for the verb of "Finished the fence on Friday", as opposed to "Closed on Friday".
bool takes_object(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t first) noexcept {
  if (i + 1 >= first) return false;
  const Word next = words().find(text.tokens[i + 1].hash).word;
  return next == Word::none || next == Word::the || next == Word::a || next == Word::possessive;
}

/// True for the verb of "opens on Friday" and "ministers meet on Friday", not of "did not meet" and "to meet", which
/// have the tense of the verb before.
bool is_scheduled(const tokens::TokenizedText& text, std::uint32_t i, const Place& place) noexcept {
  if (i >= place.first || place.first - i > schedule_reach || is_attribute(text, i)) return false;
  const std::string_view before = i > place.sentence.first ? text.text_of(i - 1) : std::string_view();
  return before != "to" && before != "not" && before != "did" && !before.ends_with("n't") &&
         !before.ends_with("n\u2019t");
}

/// True for the "held" of "will be held" and the "left" of "will have left": the tense is that of the verbs before.
bool follows_helper(const tokens::TokenizedText& text, std::uint32_t i) noexcept {
  if (i == 0) return false;
  const std::string_view before = text.text_of(i - 1);
  if (before == "be" || before == "being" || before == "haven't" || before == "hasn't") return true;
  if (before != "have" || i < 2) return false;
  const Word word = words().find(text.tokens[i - 2].hash).word;
  return word == Word::to || text.text_of(i - 2) == "will";
}

/// True for the "leaving" of "is leaving on Friday".
bool is_progressive(const tokens::TokenizedText& text, std::uint32_t i) noexcept {
  const std::string_view form = text.text_of(i);
  return form.size() > 4 && form.ends_with("ing") && form != "during" && !form.ends_with("thing") &&
         form != "morning" && form != "evening" && form != "spring";
}

/// True for the "may" of "may leave", not for the month.
bool is_modal_may(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t last) noexcept {
  if (text.text_of(i) != "may" || i + 1 >= last) return false;
  const tokens::Token& next = text.tokens[i + 1];
  return next.kind == tokens::TokenKind::word && next.shape == tokens::Shape::lower &&
         words().find(next.hash).word == Word::none && text.text_of(i + 1) != "have";
}

/// What "to" at `i` tells with its neighbours: "is to be sold", "plans to leave".
Tense tense_of_to(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t last) noexcept {
  static constexpr std::string_view governors[] = {"able",      "bound",    "certain",   "forecast", "going", "has",
                                            "have",      "hope",     "intend",    "likely",   "need",  "needs",
                                            "plan",      "poised",   "predicted", "prepared", "ready", "sure",
                                            "projected", "unlikely", "want",      "wants"};
  if (i + 1 >= last) return Tense::unknown;
  if (text.text_of(i + 1) == "be") return Tense::future;
  if (i == 0 || text.tokens[i + 1].shape != tokens::Shape::lower) return Tense::unknown;
  const std::string_view before = text.text_of(i - 1);
  return std::find(std::begin(governors), std::end(governors), before) != std::end(governors) ? Tense::future
                                                                                              : Tense::unknown;
}

/// True for one of the words of `list`, also with a capital letter.
template <std::size_t size>
bool is_any(std::string_view word, const std::string_view (&list)[size]) noexcept {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view each) {
    return word.size() == each.size() && (word[0] | 32) == each[0] && word.substr(1) == each.substr(1);
  });
}

/// True for the "'s" of "she's", not for that of an owner.
bool is_short_is(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t first) noexcept {
  static constexpr std::string_view who[] = {"he", "she", "it", "that", "this", "today", "who", "there"};
  return i > first && text.tokens[i].kind == tokens::TokenKind::possessive && is_any(text.text_of(i - 1), who);
}

/// What a form of "be" at `i` tells with what follows: "is to be sold", "are leaving".
Tense tense_of_be(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t last) noexcept {
  if (i + 1 >= last) return Tense::unknown;
  const bool to = words().find(text.tokens[i + 1].hash).word == Word::to;
  return to || is_progressive(text, i + 1) ? Tense::future : Tense::unknown;
}

/// What the token at `i` tells by itself, or with the next one ("is to"). `word` is what it means.
Tense tense_at(const tokens::TokenizedText& text, std::uint32_t i, const Place& place, Word word) noexcept {
  const std::uint32_t last = place.sentence.last;
  const tokens::Token& token = text.tokens[i];
  const bool before = i < place.first;  // what is going on behind the expression says nothing of it
  if (token.kind != tokens::TokenKind::word) {
    const bool is = before && is_short_is(text, i, place.sentence.first);
    return is ? tense_of_be(text, i, last) : Tense::unknown;
  }
  switch (word) {
    case Word::will:
    case Word::future_verb:
      return outlook(text, i, last);
    case Word::schedule_verb:
      return is_scheduled(text, i, place) ? Tense::future : Tense::unknown;
    case Word::past_verb:
    case Word::ended:
      return follows_helper(text, i) ? Tense::unknown : Tense::past;
    case Word::be:
      return tense_of_be(text, i, last);
    case Word::short_be:
      return before ? tense_of_be(text, i, last) : Tense::unknown;
    case Word::to:
      return tense_of_to(text, i, last);
    case Word::none:
      break;
    default:
      return Tense::unknown;
  }
  const std::string_view form = text.text_of(token);
  if (is_modal_may(text, i, last)) return Tense::future;
  const bool opens = place.terse && i == place.sentence.first && token.shape == tokens::Shape::title &&
                     takes_object(text, i, place.first);
  const bool regular = (opens || token.shape == tokens::Shape::lower) && token.span.size() > 4;
  if (!regular || !ends_like_past(form) || follows_helper(text, i)) return Tense::unknown;
  return is_attribute(text, i) ? Tense::unknown : Tense::past;
}

/// True for verbs of which the act that "to" brings lies ahead: "agreed to meet on Friday".
bool commits(std::string_view verb) noexcept {
  static constexpr std::string_view verbs[] = {"agreed",  "decided",  "hoped",    "intended",   "offered", "pledged",
                                               "planned", "promised", "proposed", "threatened", "voted",   "vowed"};
  return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
}

/// True for what is to be done still: "an agreement to buy the yard in March" may speak of the buying.
bool is_intent(std::string_view noun) noexcept {
  static constexpr std::string_view nouns[] = {"agreement", "bid",  "commitment", "deal",     "intent",   "intention",
                                        "offer",     "pact", "pledge",     "proposal", "proposals"};
  return std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns);
}

/// True for verbs that set something a later day: "postponed until May", "extended through Friday", "gave them until
/// May".
bool puts_off(std::string_view verb) noexcept {
  static constexpr std::string_view verbs[] = {"adjourned", "deferred",    "delayed",  "extended",
                                               "gave",      "given",       "granted",  "postponed",
                                               "prolonged", "rescheduled", "suspended"};
  return std::find(std::begin(verbs), std::end(verbs), verb) != std::end(verbs);
}

/// True for the "to" of "to leave", not of "to Lisbon" or "to the end".
bool begins_infinitive(const tokens::TokenizedText& text, std::uint32_t i, const Place& place) noexcept {
  if (i + 1 >= place.first) return false;
  const tokens::Token& next = text.tokens[i + 1];
  return next.kind == tokens::TokenKind::word && next.shape == tokens::Shape::lower &&
         words().find(next.hash).word == Word::none;
}

/// True for a verb of the past at `i` whose day at `first` is one that was ahead then.
bool points_beyond(const tokens::TokenizedText& text, std::uint32_t i, std::uint32_t first) noexcept {
  const auto word_at = [&](std::uint32_t k) { return words().find(text.tokens[k].hash).word; };
  if (commits(text.text_of(i))) return i + 2 < first && word_at(i + 1) == Word::to;
  const Word before = word_at(first - 1);
  return puts_off(text.text_of(i)) && (before == Word::until || before == Word::through || before == Word::to);
}

}  // namespace

Tense tense_around(const tokens::TokenizedText& text, const Place& place) noexcept {
  const tokens::Sentence& sentence = place.sentence;
  const auto word_at = [&](std::uint32_t i) { return words().find(text.tokens[i].hash).word; };
  const Word before = place.first > sentence.first ? word_at(place.first - 1) : Word::none;
  bool term = before == Word::by || before == Word::until;  // "ready by May": ahead, unless a verb says otherwise
  const std::uint32_t back = place.first - sentence.first > reach_back ? place.first - reach_back : sentence.first;
  for (std::uint32_t i = place.first; i-- > back;) {
    if (text.text_of(i) == ";") break;
    const Word word = word_at(i);
    term |= word == Word::until && place.first - i <= term_reach;  // "until the close of business on Friday"
    if (word == Word::to && begins_infinitive(text, i, place)) {
      if (term) return Tense::future;  // "told to go by May"
      if (i > back && is_intent(text.text_of(i - 1))) return Tense::unknown;
    }
    const Tense tense = tense_at(text, i, place, word);
    if (tense == Tense::past && points_beyond(text, i, place.first)) return Tense::future;
    if (tense != Tense::unknown) return tense;
  }
  const std::uint32_t ahead = std::min(place.last + reach_ahead, sentence.last);
  for (std::uint32_t i = place.last; i < ahead; ++i) {
    if (text.text_of(i) == ";") break;
    if (const Tense tense = tense_at(text, i, place, word_at(i)); tense != Tense::unknown) return tense;
  }
  return term ? Tense::future : Tense::unknown;
}

bool is_today_itself(const tokens::TokenizedText& text, const Place& place) noexcept {
  static constexpr std::string_view here[] = {"it", "this", "today"};
  const std::uint32_t i = place.first;
  if (i < place.sentence.first + 2) return false;
  const std::string_view verb = text.text_of(i - 1);
  const bool names = verb == "is" || verb == "marks" || text.tokens[i - 1].kind == tokens::TokenKind::possessive;
  return names && is_any(text.text_of(i - 2), here);
}

bool is_ranked_over(const tokens::TokenizedText& text, const Place& place) noexcept {
  static constexpr std::string_view ranks[] = {
      "best",    "biggest",  "busiest",  "closest",  "coldest",  "deadliest", "driest",   "fastest",
      "fewest",  "fifth",    "first",    "fourth",   "greatest", "heaviest",  "highest",  "hottest",
      "largest", "lightest", "longest",  "lowest",   "most",     "oldest",    "poorest",  "quietest",
      "richest", "second",   "sharpest", "shortest", "slowest",  "smallest",  "steepest", "strongest",
      "tallest", "third",    "tightest", "weakest",  "wettest",  "worst",     "youngest"};
  constexpr std::uint32_t reach = 8;
  const std::uint32_t back = place.first - place.sentence.first > reach ? place.first - reach : place.sentence.first;
  for (std::uint32_t i = place.first; i-- > back;) {
    const Word known = words().find(text.tokens[i].hash).word;
    if (tense_at(text, i, place, known) == Tense::future) return false;  // "the first boat will leave in two hours"
    const std::string_view word = text.text_of(i);
    if (std::find(std::begin(ranks), std::end(ranks), word) != std::end(ranks)) return true;
    if (i == place.sentence.first && (word == "Worst" || word == "Best" || word == "First")) return true;
  }
  return false;
}

}  // namespace dossier::dates
