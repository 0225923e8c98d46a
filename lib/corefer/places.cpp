// Small words stand for the clause structure: prepositions, conjunctions, commas; a word in small letters that is none
// of them is taken for a verb behind a name.
#include "corefer/places.hpp"

#include <array>
#include <string_view>

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
constexpr std::uint32_t most_letters_of_small_words = 9;
constexpr std::uint32_t most_partner_words = 4;

// Sizes and first letters tell most words apart before they are compared.
template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  for (const std::string_view it : words)
    if (it.size() == word.size() && it.front() == word.front() && it == word) return true;
  return false;
}

constexpr auto prepositions = std::to_array<std::string_view>({
    "of",     "with",      "by",   "for",    "to",     "from",   "about",    "against", "in",
    "on",     "at",        "between", "like", "than",  "as",     "into",     "after",   "over",
    "behind", "including", "near", "before", "under",  "without", "during",  "through", "toward",
    "towards", "across",   "among", "upon",  "alongside", "despite", "since", "until",  "amid"});
/// Prepositions that are conjunctions as well: "before Lee left".
constexpr auto both = std::to_array<std::string_view>({"before", "after", "as", "than", "since", "until"});
constexpr auto conjunctions = std::to_array<std::string_view>({
    "and", "or",      "but",   "who",   "whom", "whose", "which", "that", "when",     "while",  "where", "if",
    "because", "though", "since", "until", "so", "the",  "a",     "an",   "although", "unless", "whether"});
constexpr auto subordinators = std::to_array<std::string_view>({"that",     "when",  "while", "where",  "if",
                                                            "because",  "though", "although", "since", "until",
                                                            "unless",   "whether", "after", "before", "as"});
constexpr auto first_subordinators = std::to_array<std::string_view>(
    {"When", "While", "Where", "If", "Because", "Though", "Although", "Since", "Until", "Unless", "After", "Before",
     "As"});
constexpr auto openings = std::to_array<std::string_view>({
    "During", "In",   "Following", "Of",       "On",     "From", "Since",   "Ever",    "Because",    "Despite",
    "After",  "At",   "By",        "Upon",     "Under",  "With", "Without", "Through", "Throughout", "Before",
    "While",  "When", "As",        "Although", "Though", "For",  "Until",   "Besides", "Like",       "To", "Once"});
constexpr auto boundaries = std::to_array<std::string_view>({",",     ";",     ":",     "and",   "but",   "or",
                                                         "that",  "who",   "which", "when",  "while", "because",
                                                         "after", "where", "if",    "until", "as"});
constexpr auto after_objects = std::to_array<std::string_view>({
    "off", "up",    "out",   "down", "away", "back", "again", "now",  "then", "too",   "there",  "here",
    "home", "how",  "what",  "why",  "not",  "is",   "was",   "were", "are",  "would", "will",   "could",
    "should", "must", "never", "always", "once", "together", "alone", "along", "around", "when"});

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
  place.facts |= partners(place);
}

bool PlaceReader::is_small_word(std::uint32_t t) const {
  return token(t).shape == Shape::lower && token(t).span.size() <= most_letters_of_small_words;
}

bool PlaceReader::is_preposition(std::uint32_t t) const {
  return is_small_word(t) && is_one_of(text_.text_of(t), prepositions);
}

bool PlaceReader::is_subordinator(std::uint32_t t) const {
  if (is_small_word(t)) return is_one_of(text_.text_of(t), subordinators);
  const bool first = (token(t).flags & tokens::sentence_start) != 0 && token(t).shape == Shape::title;
  return first && is_one_of(text_.text_of(t), first_subordinators);
}

bool PlaceReader::follows_object(std::uint32_t t) const {
  const std::string_view word = text_.text_of(t);
  return is_one_of(word, prepositions) || is_one_of(word, conjunctions) || is_one_of(word, after_objects);
}

bool PlaceReader::is_opening(std::uint32_t t) const {
  const std::string_view word = text_.text_of(t);
  if (is_one_of(word, openings)) return true;
  return token(t).shape == Shape::title && (word.ends_with("ing") || word.ends_with("ed"));
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
  return place.kind == PlaceKind::pronoun || !is_one_of(text_.text_of(t), both) || !is_subject(place);
}

bool PlaceReader::is_governed(const Place& place) const {
  std::uint32_t t = place.first;
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  for (std::uint32_t words = 0; words < most_title_words && t > begin; ++words) {
    --t;
    if (is_preposition(t)) return is_preposition_of(place, t);
    if (!is_title(t)) return false;
  }
  return false;
}

bool PlaceReader::looks_like_verb(std::uint32_t t) const {
  if (t >= text_.tokens.size() || token(t).kind != TokenKind::word || token(t).shape != Shape::lower ||
      lexicon_.classes(token(t)).has(ClassId::locative))
    return false;
  return !is_preposition(t) && !is_one_of(text_.text_of(t), conjunctions);
}

// A verb follows, a description between commas or parentheses aside.
bool PlaceReader::is_subject(const Place& place) const {
  std::uint32_t after = place.last;
  const std::uint32_t end = text_.sentences[place.sentence].last;
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

bool PlaceReader::is_subordinate(const Place& place) const {
  std::uint32_t t = place.first;
  const std::uint32_t begin = text_.sentences[place.sentence].first;
  for (std::uint32_t words = 0; words < most_title_words && t > begin; ++words) {
    --t;
    if (is_subordinator(t)) return true;
    if (!is_title(t) && text_.text_of(t) != ",") return false;
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
  const auto joins = [&](std::uint32_t t) {
    const std::string_view word = text_.text_of(t);
    return word == "and" || word == "&" || word == "or";
  };
  const auto is_capital = [&](std::uint32_t t) {
    return token(t).kind == TokenKind::word && token(t).shape != Shape::lower && token(t).shape != Shape::none;
  };
  std::uint16_t out = 0;
  const tokens::Sentence& sentence = text_.sentences[place.sentence];
  if (place.last + 1 < sentence.last && joins(place.last) && is_capital(place.last + 1)) out |= partner(place.last + 1);
  if (place.first < sentence.first + 2 || !joins(place.first - 1) || !is_capital(place.first - 2)) return out;
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
    if (token(t - 1).kind == TokenKind::word && !is_small_word(t - 1)) continue;
    const std::string_view word = text_.text_of(t - 1);
    if (!is_one_of(word, boundaries)) continue;
    const bool joins_verbs = (word == "and" || word == "or" || word == "but") && looks_like_verb(t);
    if (!joins_verbs) return t;
  }
  return begin;
}

std::uint32_t PlaceReader::behind_comma(std::uint32_t t) const {
  return t < text_.tokens.size() && text_.text_of(t) == "," ? t + 1 : t;
}

bool PlaceReader::joins(std::uint32_t t, std::uint32_t end) const {
  if (t + 1 != end) return false;
  const std::string_view word = text_.text_of(t);
  return word == "and" || word == "or" || word == "with";
}

}  // namespace dossier::corefer
