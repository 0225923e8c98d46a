// Small words stand for the clause structure: prepositions, conjunctions, commas; a word in small letters that is none
// of them is taken for a verb behind a name.
#include "corefer/places.hpp"

#include <string_view>

#include "corefer/small_words.hpp"
#include "resolve/sex.hpp"

namespace dossier::corefer {
namespace {

using lexicon::ClassId;
using resolve::Sex;
using tokens::Shape;
using tokens::TokenKind;

constexpr std::uint32_t most_words_of_remark = 14;
constexpr std::uint32_t most_title_words = 4;
constexpr std::uint32_t most_words_in_parentheses = 30;
constexpr std::uint32_t most_partner_words = 4;
constexpr std::uint32_t most_words_of_opening = 10;  // "In the spring of 1990, Lee left"
constexpr std::uint32_t most_words_before_lead = 3;  // of a title: "In May, the mayor Lee left"

/// Prepositions that are conjunctions as well: "before Lee left".
constexpr unsigned both = unsigned{preposition} | unsigned{subordinator};

}  // namespace

void PlaceReader::read(Place& place) const {
  if (place.facts != 0) return;
  place.facts = asked;
  const std::uint32_t end = text_.sentences[place.sentence].last;
  const bool is_governed_here = is_governed(place);
  if (is_governed_here) place.facts |= governed;
  const bool owns = place.last < end && token(place.last).kind == TokenKind::possessive;
  if (owns) place.facts |= owner;
  if (!is_governed_here && !owns && is_subject(place)) place.facts |= subject;
  if (is_subordinate(place)) place.facts |= subordinate;
  if (is_in_parentheses(place)) place.facts |= in_parentheses;
  if ((place.facts & subject) != 0 && is_leading(place)) place.facts |= leads;
  if (is_listed(place)) place.facts |= listed;
  if (is_described(place)) place.facts |= described;
  place.facts |= partners(place);
}

bool PlaceReader::is(std::uint32_t t, unsigned kinds) const { return (small_word(token(t).hash) & kinds) != 0; }

bool PlaceReader::is_preposition(std::uint32_t t) const { return is(t, preposition) && !is(t, subordinator); }

bool PlaceReader::follows_object(std::uint32_t t) const {
  return is(t, unsigned{preposition} | unsigned{conjunction} | unsigned{particle});
}

bool PlaceReader::is_opening(std::uint32_t t) const {
  if (is(t, opening)) return true;
  const std::string_view word = text_.text_of(t);
  return token(t).shape == Shape::title && (word.ends_with("ing") || word.ends_with("ed"));
}

bool PlaceReader::is_capital(std::uint32_t t) const {
  return token(t).kind == TokenKind::word && token(t).shape != Shape::lower && token(t).shape != Shape::none;
}

bool PlaceReader::is_title(std::uint32_t t) const {
  constexpr lexicon::ClassSet titles =
      lexicon::set_of(ClassId::honorific, ClassId::role, ClassId::role_title, ClassId::nationality, ClassId::role_time,
                      ClassId::role_modifier, ClassId::role_area, ClassId::kin);
  const std::string_view word = text_.text_of(t);
  return lexicon_.classes(token(t)).any(titles) || word == "the" || word == "a" || word == "his" || word == "her";
}

// "before Lee left": a conjunction.
bool PlaceReader::is_preposition_of(const Place& place, std::uint32_t t) const {
  return place.kind == PlaceKind::pronoun || (small_word(token(t).hash) & both) != both || !is_subject(place);
}

bool PlaceReader::is_governed(const Place& place) const {
  std::uint32_t t = place.first;
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  for (std::uint32_t words = 0; words < most_title_words && t > begin; ++words) {
    --t;
    if (is(t, preposition)) return is_preposition_of(place, t);
    if (!is_title(t)) return false;
  }
  return false;
}

bool PlaceReader::looks_like_verb(std::uint32_t t) const {
  if (t >= text_.tokens.size() || token(t).kind != TokenKind::word || token(t).shape != Shape::lower ||
      lexicon_.classes(token(t)).has(ClassId::locative))
    return false;
  return !is(t, unsigned{preposition} | unsigned{conjunction});
}

// A verb follows, a description between commas or parentheses aside. "Lee and Ann left" has no one subject.
bool PlaceReader::is_subject(const Place& place) const {
  std::uint32_t after = place.last;
  const tokens::Sentence& sentence = text_.sentences[place.sentence];
  const std::uint32_t end = sentence.last;
  if (place.first >= sentence.first + 2 && is(place.first - 1, joint) && is_capital(place.first - 2)) return false;
  if (after >= end || token(after).kind == TokenKind::possessive) return false;
  const std::string_view word = text_.text_of(after);
  if (word == "who" || (word == "," && after + 1 < end && text_.text_of(after + 1) == "who")) return true;
  if (word == "," || word == "(") {
    const std::string_view close = word == "," ? "," : ")";
    for (std::uint32_t t = after + 1; t < end && t < after + most_words_of_remark; ++t)
      if (text_.text_of(t) == close) return looks_like_verb(t + 1);
    return false;
  }
  while (after + 1 < end && text_.text_of(after).ends_with("ly")) ++after;
  return looks_like_verb(after);
}

bool PlaceReader::is_leading(const Place& place) const {
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  const std::uint32_t clause = clause_begin(place.first, place.sentence);
  if (clause == begin) return true;
  return is(clause - 1, comma) && place.first <= clause + most_words_before_lead && is_opening(begin) &&
         clause <= begin + most_words_of_opening;
}

bool PlaceReader::is_listed(const Place& place) const {
  const tokens::Sentence& sentence = text_.sentences[place.sentence];
  return place.first >= sentence.first + 2 && place.last + 1 < sentence.last && is(place.first - 1, comma) &&
         is_capital(place.first - 2) && is(place.last, comma) && is_capital(place.last + 1);
}

bool PlaceReader::is_described(const Place& place) const {
  constexpr lexicon::ClassSet descriptions = lexicon::set_of(ClassId::role, ClassId::kin);
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  std::uint32_t t = place.first;
  if (t > begin + 1 && is(t - 1, comma)) --t;
  return t > begin && lexicon_.classes(token(t - 1)).any(descriptions);
}

std::uint32_t PlaceReader::relative_behind(const Place& place) const {
  const std::uint32_t t = behind_comma(place.last);
  if (t >= text_.tokens.size()) return 0;
  const std::string_view word = text_.text_of(t);
  return word == "who" || word == "whose" || word == "whom" ? t : 0;
}

bool PlaceReader::is_subordinate(const Place& place) const {
  std::uint32_t t = place.first;
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  for (std::uint32_t words = 0; words < most_title_words && t > begin; ++words) {
    --t;
    if (is(t, subordinator)) return true;
    if (!is_title(t) && !is(t, comma)) return false;
  }
  return false;
}

bool PlaceReader::is_in_parentheses(const Place& place) const {
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  std::uint32_t t = place.first;
  for (std::uint32_t words = 0; words < most_words_in_parentheses && t > begin; ++words) {
    if (token(--t).kind != TokenKind::punctuation) continue;
    const char mark = text_.text[token(t).span.begin];
    if (mark == '(' || mark == ')') return mark == '(';
  }
  return false;
}

// "Lee and Ann left", "Ann and Lee left": whoever stands beside, by the word that is joined.
std::uint16_t PlaceReader::partners(const Place& place) const {
  std::uint16_t out = 0;
  const tokens::Sentence& sentence = text_.sentences[place.sentence];
  if (place.last + 1 < sentence.last && is(place.last, joint) && is_capital(place.last + 1))
    out |= partner(place.last + 1);
  if (place.first < sentence.first + 2 || !is(place.first - 1, joint) || !is_capital(place.first - 2)) return out;
  std::uint32_t t = place.first - 2;
  while (t > sentence.first && place.first - t < most_partner_words && is_capital(t - 1)) --t;
  return static_cast<std::uint16_t>(out | partner(t));
}

std::uint16_t PlaceReader::partner(std::uint32_t t) const {
  switch (resolve::sex_of_given_name(lexicon_, token(t))) {
    case Sex::female:
      return with_woman;
    case Sex::male:
      return with_man;
    default:
      return with_somebody;
  }
}

std::uint32_t PlaceReader::clause_begin(std::uint32_t token_index, std::uint32_t sentence) const {
  const std::uint32_t begin = text_.sentences[sentence].first;
  for (std::uint32_t t = token_index; t > begin; --t) {
    const unsigned kinds = small_word(token(t - 1).hash);
    if ((kinds & boundary) == 0) continue;
    const std::string_view word = text_.text_of(t - 1);
    const bool joins_verbs = (word == "and" || word == "or" || word == "but") && looks_like_verb(t);
    if (!joins_verbs) return t;
  }
  return begin;
}

std::uint32_t PlaceReader::behind_comma(std::uint32_t t) const {
  return t < text_.tokens.size() && is(t, comma) ? t + 1 : t;
}

bool PlaceReader::joins(std::uint32_t t, std::uint32_t end) const {
  if (t + 1 != end) return false;
  const std::string_view word = text_.text_of(t);
  return word == "and" || word == "or" || word == "with";
}

}  // namespace dossier::corefer
