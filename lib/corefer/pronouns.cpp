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
    : in_(context),
      mentions_(mentions),
      sentence_of_(sentence_of),
      rivals_(context, mentions),
      people_(context.clusters.size()) {
  for (std::size_t i = 0; i < people_.size(); ++i) people_[i].sex = context.clusters[i].sex;
}

void Pronouns::add(std::size_t mention) {
  const bool first = seen_.empty() || sentence_of_[seen_.back()] != sentence_of_[mention];
  const Mention& it = mentions_[mention];
  if (it.kind == MentionKind::name) ++people_[static_cast<std::size_t>(it.entity)].times;
  seen_.push_back(mention);
  opening_.push_back(first ? 1 : 0);
  facts_.push_back(0);
}

std::uint8_t Pronouns::facts_of(std::size_t index) {
  std::uint8_t& facts = facts_[index];
  if (facts != 0) return facts;
  const std::size_t mention = seen_[index];
  const Place place = place_of(mention);
  facts = asked;
  if (is_governed(place)) facts |= governed;
  const bool pronoun = mentions_[mention].kind == MentionKind::pronoun;
  if (pronoun ? case_of(mention) == Case::subject : (facts & governed) == 0 && is_subject(place)) facts |= subject;
  return facts;
}

void Pronouns::exclude(std::size_t pronoun, std::size_t mention) { exclusions_.emplace(pronoun, mention); }

EntityId Pronouns::meant_by(std::size_t pronoun) {
  const Sex sex = sex_of(pronoun);
  if (sex == Sex::unknown) return EntityId::none;
  const EntityId meant = best(pronoun, sex);
  if (meant != EntityId::none) people_[static_cast<std::size_t>(meant)].sex = sex;
  return meant;
}

EntityId Pronouns::best(std::size_t pronoun, Sex sex) {
  const Case role = case_of(pronoun);
  const EntityId ahead = named_ahead(pronoun, sex);
  if (ahead != EntityId::none && role == Case::possessive) return ahead;
  Contest contest;
  contest.pronoun = pronoun;
  contest.role = role;
  contest.sex = sex;
  const std::size_t sentence = sentence_of_[pronoun];
  const std::size_t oldest = sentence - std::min<std::size_t>(sentence, in_.options.max_sentences);
  const std::uint32_t most = std::min<std::uint32_t>(in_.options.max_candidates, contest.choices.size());
  std::span<const Rival> rivals = rivals_.before(oldest, in_.places[pronoun].first);
  if (rivals.size() > most) rivals = rivals.last(most);
  std::size_t rival = rivals.size();
  for (std::size_t i = seen_.size(); i-- > 0 && seen_.size() - i <= most && sentence_of_[seen_[i]] >= oldest;) {
    for (; rival > 0 && rivals[rival - 1].first > in_.places[seen_[i]].first; --rival)
      consider(contest, rivals[rival - 1], rivals);
    consider(contest, i);
  }
  for (; rival > 0; --rival) consider(contest, rivals[rival - 1], rivals);
  const auto end = contest.choices.begin() + contest.count;
  std::partial_sort(contest.choices.begin(), contest.choices.begin() + std::min<std::size_t>(contest.count, 2), end,
                    [](const Choice& a, const Choice& b) { return a.score > b.score; });
  if (contest.count == 0 || contest.choices[0].person >= unknown_person) return ahead;
  if (contest.count > 1 && contest.choices[0].score - contest.choices[1].score < least_lead) return ahead;
  return static_cast<EntityId>(contest.choices[0].person);
}

void Pronouns::consider(Contest& contest, std::size_t index) {
  if (!may_mean(contest.pronoun, seen_[index], contest.sex)) return;
  Place place = place_of(seen_[index]);
  place.subject = (facts_of(index) & subject) != 0;
  place.governed = (facts_of(index) & governed) != 0;
  place.opening = opening_[index] != 0;
  const auto person = static_cast<std::size_t>(mentions_[seen_[index]].entity);
  place.times = people_[person].times;
  enter(contest, person, place);
}

void Pronouns::consider(Contest& contest, const Rival& rival, std::span<const Rival> all) const {
  if (rival.sex != Sex::unknown && rival.sex != contest.sex) return;
  const bool quoted = (token(rival.first).flags & tokens::in_quotes) != 0;
  if (quoted != in_quotes(contest.pronoun) &&
      (in_quotes(contest.pronoun) || rival.sentence == sentence_of_[contest.pronoun]))
    return;
  Place place{rival.first, rival.last, rival.sentence};
  place.governed = is_governed(place);
  place.subject = !place.governed && is_subject(place);
  place.times = static_cast<std::uint32_t>(
      std::count_if(all.begin(), all.end(), [&](const Rival& other) { return other.name == rival.name; }));
  enter(contest, rival.name | unknown_person, place);
}

void Pronouns::enter(Contest& contest, std::uint64_t person, const Place& place) const {
  const int points = score(contest, place);
  ++contest.rank;
  const auto end = contest.choices.begin() + contest.count;
  const auto known = std::find_if(contest.choices.begin(), end, [&](const Choice& it) { return it.person == person; });
  if (known != end)
    known->score = std::max(known->score, points);
  else if (contest.count < contest.choices.size())
    contest.choices[contest.count++] = {person, points};
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
    if (!near || is_owner(place_of(i)) || is_governed(place_of(i)) || it.entity == EntityId::none ||
        in_quotes(i) != in_quotes(pronoun))
      return EntityId::none;
    const Sex known = people_[static_cast<std::size_t>(it.entity)].sex;
    return known == Sex::unknown || known == sex ? it.entity : EntityId::none;
  }
  return EntityId::none;
}

bool Pronouns::may_mean(std::size_t pronoun, std::size_t mention, Sex sex) const {
  const auto person = static_cast<std::size_t>(mentions_[mention].entity);
  const Sex known = people_[person].sex;
  if (in_.clusters[person].type != TypeId::person || (known != Sex::unknown && known != sex)) return false;
  const auto [first, last] = exclusions_.equal_range(pronoun);
  for (auto it = first; it != last; ++it)
    if (mentions_[it->second].entity == mentions_[mention].entity) return false;
  return in_quotes(pronoun) == in_quotes(mention) ||
         (!in_quotes(pronoun) && sentence_of_[pronoun] != sentence_of_[mention]);
}

Pronouns::Place Pronouns::place_of(std::size_t mention) const {
  return {in_.places[mention].first, in_.places[mention].last, static_cast<std::uint32_t>(sentence_of_[mention])};
}

int Pronouns::score(const Contest& contest, const Place& place) const {
  const Case role = contest.role;
  const int rank = contest.rank;
  const std::size_t sentence = sentence_of_[contest.pronoun];
  const std::size_t distance = sentence - place.sentence;
  const bool opens = in_.places[contest.pronoun].first == in_.text.sentences[sentence].first;
  int out = 0;
  if (role == Case::object) {
    out += 5 * static_cast<int>(std::min(place.times, most_times));
    out += rank == 0 ? 12 : rank == 1 ? 9 : 0;
    out -= distance > 0 ? 5 : 0;
    if (distance == 0 && same_clause(place, contest.pronoun))
      out -= place.subject ? 30 : 9;  // "Lee told him" is not Lee
    return out - rank;
  }
  out += 10 * static_cast<int>(std::min(place.times, most_times));
  out += rank == 0 ? (role == Case::subject ? 7 : 9) : 0;
  out -= 3 * std::min(rank, 5);
  out += place.subject ? (role == Case::subject ? 6 : 9) : 0;
  out += place.opening ? 5 : 0;
  out += is_owner(place) ? (role == Case::subject ? 3 : 6) : 0;
  out -= place.governed ? 4 : 0;
  if (role == Case::subject) out -= distance > 0 ? 4 : 0;
  if (role == Case::subject && place.subject && distance == 1) out += 6;  // one sentence's subject is the next one's
  if (opens && place.subject) out += 5;
  if (role == Case::possessive && distance == 0 && same_clause(place, contest.pronoun)) out += 4;
  return out;
}

bool Pronouns::in_quotes(std::size_t mention) const {
  return (token(in_.places[mention].first).flags & tokens::in_quotes) != 0;
}

bool Pronouns::is_owner(const Place& place) const {
  const std::uint32_t after = place.last;
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
bool Pronouns::is_governed(const Place& place) const {
  std::uint32_t t = place.first;
  const std::uint32_t begin = in_.text.sentences[place.sentence].first;
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

// A verb follows, a description between commas or parentheses aside. Whoever asks knows that nothing governs it.
bool Pronouns::is_subject(const Place& place) const {
  std::uint32_t after = place.last;
  const std::uint32_t end = in_.text.sentences[place.sentence].last;
  if (after >= end || is_owner(place)) return false;
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

bool Pronouns::same_clause(const Place& place, std::size_t pronoun) const {
  for (std::uint32_t t = place.last; t < in_.places[pronoun].first; ++t) {
    const std::string_view word = in_.text.text_of(t);
    const bool joins_verbs = (word == "and" || word == "or" || word == "but") && looks_like_verb(t + 1);
    if (!joins_verbs && is_one_of(word, boundaries)) return false;
  }
  return true;
}

}  // namespace dossier::corefer
