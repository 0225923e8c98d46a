// The weights are rounded from what subjecthood, nearness and repetition proved to be worth; only their proportions
// matter.
#include "corefer/pronouns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::corefer {
namespace {

using lexicon::ClassId;
using resolve::Sex;

constexpr int least_lead = 12;  // over the next best person
constexpr std::uint32_t most_times = 4;
constexpr std::uint32_t most_opening_words = 6;
constexpr std::uint32_t most_title_words = 4;  // between the comma and the name
constexpr std::uint32_t most_words_of_remark = 14;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 24> prepositions = {
    "of",   "with", "by", "for",  "to",    "from", "about",  "against",   "in",   "on",     "at",    "between",
    "like", "than", "as", "into", "after", "over", "behind", "including", "near", "before", "under", "without"};
constexpr std::array<std::string_view, 20> conjunctions = {
    "and",   "or", "but",     "who",    "whom",  "whose", "which", "that", "when", "while",
    "where", "if", "because", "though", "since", "until", "so",    "the",  "a",    "an"};
constexpr std::array<std::string_view, 30> openings = {
    "During", "In",   "Following", "Of",       "On",     "From", "Since",   "Ever",    "Because",    "Despite",
    "After",  "At",   "By",        "Upon",     "Under",  "With", "Without", "Through", "Throughout", "Before",
    "While",  "When", "As",        "Although", "Though", "For",  "Until",   "Besides", "Like",       "To"};
constexpr std::array<std::string_view, 17> boundaries = {",",     ";",     ":",     "and",   "but",   "or",
                                                         "that",  "who",   "which", "when",  "while", "because",
                                                         "after", "where", "if",    "until", "as"};

}  // namespace

Pronouns::Pronouns(const Context& context, const std::vector<Mention>& mentions,
                   const std::vector<std::size_t>& sentence_of)
    : in_(context), mentions_(mentions), sentence_of_(sentence_of), times_(context.clusters.size(), 0) {}

void Pronouns::add(std::size_t mention) {
  const bool first = seen_.empty() || sentence_of_[seen_.back()] != sentence_of_[mention];
  const Mention& it = mentions_[mention];
  const bool pronoun = it.kind == MentionKind::pronoun;
  if (it.kind == MentionKind::name) ++times_[static_cast<std::size_t>(it.entity)];
  seen_.push_back(mention);
  opening_.push_back(first ? 1 : 0);
  subject_.push_back((pronoun ? case_of(mention) == Case::subject : is_subject(mention)) ? 1 : 0);
}

void Pronouns::exclude(std::size_t pronoun, std::size_t mention) { exclusions_.emplace(pronoun, mention); }

EntityId Pronouns::meant_by(std::size_t pronoun) const {
  const Sex sex = sex_of(pronoun);
  if (sex == Sex::unknown) return EntityId::none;
  const Case role = case_of(pronoun);
  const EntityId ahead = named_ahead(pronoun, sex);
  if (ahead != EntityId::none && role == Case::possessive) return ahead;
  std::array<Choice, 64> choices{};
  std::size_t count = 0;
  int rank = 0;
  const std::uint32_t most = std::min<std::uint32_t>(in_.options.max_candidates, choices.size());
  for (std::size_t i = seen_.size(); i-- > 0 && seen_.size() - i <= most;) {
    if (sentence_of_[pronoun] - sentence_of_[seen_[i]] > in_.options.max_sentences) break;
    if (!may_mean(pronoun, seen_[i], sex)) continue;
    const auto person = static_cast<std::uint32_t>(mentions_[seen_[i]].entity);
    const int points = score(pronoun, role, i, rank++);
    const auto known = std::find_if(choices.begin(), choices.begin() + count,
                                    [&](const Choice& choice) { return choice.person == person; });
    if (known == choices.begin() + count)
      choices[count++] = {person, points};
    else
      known->score = std::max(known->score, points);
  }
  if (count == 0) return ahead;
  std::partial_sort(choices.begin(), choices.begin() + std::min<std::size_t>(count, 2), choices.begin() + count,
                    [](const Choice& a, const Choice& b) { return a.score > b.score; });
  if (count > 1 && choices[0].score - choices[1].score < least_lead) return ahead;
  return static_cast<EntityId>(choices[0].person);
}

// "During her trip, Ann Lee ...", "Since she left, Ann Lee ...": the subject behind the phrase that opens the sentence.
EntityId Pronouns::named_ahead(std::size_t pronoun, Sex sex) const {
  const tokens::Sentence& sentence = in_.text.sentences[sentence_of_[pronoun]];
  std::uint32_t t = in_.places[pronoun].first;
  if (t == sentence.first || t - sentence.first > most_opening_words) return EntityId::none;
  if (!is_one_of(in_.text.text_of(sentence.first), openings)) return EntityId::none;
  while (t < sentence.last && in_.text.text_of(t) != ",") ++t;
  for (std::size_t i = pronoun + 1; i < mentions_.size() && in_.places[i].first < sentence.last; ++i) {
    const Mention& it = mentions_[i];
    if (in_.places[i].first <= t || it.type == TypeId::role || it.nested) continue;
    const bool near =
        it.type == TypeId::person && it.kind == MentionKind::name && in_.places[i].first - t <= most_title_words;
    if (!near || is_owner(i) || is_governed(i) || it.entity == EntityId::none || in_quotes(i) != in_quotes(pronoun))
      return EntityId::none;
    const Sex known = in_.clusters[static_cast<std::size_t>(it.entity)].sex;
    return known == Sex::unknown || known == sex ? it.entity : EntityId::none;
  }
  return EntityId::none;
}

bool Pronouns::may_mean(std::size_t pronoun, std::size_t mention, Sex sex) const {
  const resolve::Cluster& cluster = in_.clusters[static_cast<std::size_t>(mentions_[mention].entity)];
  if (cluster.type != TypeId::person || (cluster.sex != Sex::unknown && cluster.sex != sex)) return false;
  const auto [first, last] = exclusions_.equal_range(pronoun);
  for (auto it = first; it != last; ++it)
    if (mentions_[it->second].entity == mentions_[mention].entity) return false;
  return in_quotes(pronoun) == in_quotes(mention) ||
         (!in_quotes(pronoun) && sentence_of_[pronoun] != sentence_of_[mention]);
}

int Pronouns::score(std::size_t pronoun, Case role, std::size_t index, int rank) const {
  const std::size_t mention = seen_[index];
  const std::size_t distance = sentence_of_[pronoun] - sentence_of_[mention];
  const bool subject = subject_[index] != 0;
  const bool opens = in_.places[pronoun].first == in_.text.sentences[sentence_of_[pronoun]].first;
  const auto person = static_cast<std::size_t>(mentions_[mention].entity);
  int out = 0;
  if (role == Case::object) {
    out += 5 * static_cast<int>(std::min(times_[person], most_times));
    out += rank == 0 ? 12 : rank == 1 ? 9 : 0;
    out -= distance > 0 ? 5 : 0;
    if (distance == 0 && same_clause(mention, pronoun)) out -= subject ? 30 : 9;  // "Lee told him" is not Lee
    return out - rank;
  }
  out += 10 * static_cast<int>(std::min(times_[person], most_times));
  out += rank == 0 ? (role == Case::subject ? 7 : 9) : 0;
  out -= 3 * std::min(rank, 5);
  out += subject ? (role == Case::subject ? 6 : 9) : 0;
  out += opening_[index] != 0 ? 5 : 0;
  out += is_owner(mention) ? (role == Case::subject ? 3 : 6) : 0;
  out -= is_governed(mention) ? 4 : 0;
  if (role == Case::subject) out -= distance > 0 ? 4 : 0;
  if (role == Case::subject && subject && distance == 1) out += 6;  // one sentence's subject is the next one's
  if (opens && subject) out += 5;
  if (role == Case::possessive && distance == 0 && same_clause(mention, pronoun)) out += 4;
  return out;
}

bool Pronouns::in_quotes(std::size_t mention) const {
  return (token(in_.places[mention].first).flags & tokens::in_quotes) != 0;
}

bool Pronouns::is_owner(std::size_t mention) const {
  const std::uint32_t after = in_.places[mention].last;
  return after < in_.text.tokens.size() && token(after).kind == tokens::TokenKind::possessive;
}

Sex Pronouns::sex_of(std::size_t pronoun) const {
  for (const lexicon::EntryId entry : in_.lexicon.entries(token(in_.places[pronoun].first))) {
    if (in_.lexicon.class_of(entry) != ClassId::pronoun) continue;
    const std::string_view sex = in_.lexicon.attribute(entry, "sex");
    return sex == "f" ? Sex::female : (sex == "m" ? Sex::male : Sex::unknown);
  }
  return Sex::unknown;
}

// "her" is an object where no noun follows.
Pronouns::Case Pronouns::case_of(std::size_t pronoun) const {
  const std::uint32_t at = in_.places[pronoun].first;
  for (const lexicon::EntryId entry : in_.lexicon.entries(token(at))) {
    if (in_.lexicon.class_of(entry) != ClassId::pronoun) continue;
    const std::string_view value = in_.lexicon.attribute(entry, "case");
    if (value == "subject") return Case::subject;
    if (value != "possessive") return Case::object;
  }
  const std::string_view word = in_.text.text_of(at);
  if (word != "her") return Case::possessive;
  const std::uint32_t next = in_.places[pronoun].last;
  if (next >= in_.text.tokens.size() || token(next).kind != tokens::TokenKind::word) return Case::object;
  const std::string_view behind = in_.text.text_of(next);
  return is_one_of(behind, prepositions) || is_one_of(behind, conjunctions) || behind == "to" ? Case::object
                                                                                              : Case::possessive;
}

// Behind a preposition, titles and articles aside: "with the former minister Ann Lee".
bool Pronouns::is_governed(std::size_t mention) const {
  std::uint32_t t = in_.places[mention].first;
  const std::uint32_t begin = in_.text.sentences[sentence_of_[mention]].first;
  constexpr lexicon::ClassSet titles =
      lexicon::set_of(ClassId::honorific, ClassId::role, ClassId::role_title, ClassId::nationality, ClassId::role_time,
                      ClassId::role_modifier, ClassId::role_area, ClassId::kin);
  for (int words = 0; words < 4 && t > begin; ++words) {
    const std::string_view word = in_.text.text_of(--t);
    if (is_one_of(word, prepositions)) return true;
    const bool passes =
        in_.lexicon.classes(token(t)).any(titles) || word == "the" || word == "a" || word == "his" || word == "her";
    if (!passes) return false;
  }
  return false;
}

bool Pronouns::looks_like_verb(std::uint32_t t) const {
  if (t >= in_.text.tokens.size() || token(t).kind != tokens::TokenKind::word ||
      token(t).shape != tokens::Shape::lower || in_.lexicon.classes(token(t)).has(ClassId::locative))
    return false;
  const std::string_view word = in_.text.text_of(t);
  return !is_one_of(word, prepositions) && !is_one_of(word, conjunctions);
}

// A verb follows, a description between commas or parentheses aside; nothing governs it.
bool Pronouns::is_subject(std::size_t mention) const {
  std::uint32_t after = in_.places[mention].last;
  const std::uint32_t end = in_.text.sentences[sentence_of_[mention]].last;
  if (after >= end || is_owner(mention) || is_governed(mention)) return false;
  const std::string_view word = in_.text.text_of(after);
  if (word == "who") return true;
  if (word == "," || word == "(") {
    const std::string_view close = word == "," ? "," : ")";
    for (std::uint32_t t = after + 1; t < end && t < after + most_words_of_remark; ++t)
      if (in_.text.text_of(t) == close) return looks_like_verb(t + 1);
    return false;
  }
  while (after + 1 < end && in_.text.text_of(after).ends_with("ly")) ++after;
  return looks_like_verb(after);
}

bool Pronouns::same_clause(std::size_t mention, std::size_t pronoun) const {
  for (std::uint32_t t = in_.places[mention].last; t < in_.places[pronoun].first; ++t) {
    const std::string_view word = in_.text.text_of(t);
    const bool joins_verbs = (word == "and" || word == "or" || word == "but") && looks_like_verb(t + 1);
    if (!joins_verbs && is_one_of(word, boundaries)) return false;
  }
  return true;
}

}  // namespace dossier::corefer
