// Going back from the pronoun, each place where somebody is spoken of adds what it says to the traits of that person.
#include "corefer/pronouns.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "resolve/sex.hpp"

namespace dossier::corefer {
namespace {

using lexicon::ClassId;
using resolve::Sex;

constexpr std::uint32_t most_title_words = 4;        // between the comma and the name
constexpr std::uint32_t most_description_words = 5;  // "her former lawyer and friend, Ann"
constexpr std::uint32_t most_verb_words = 2;         // "Lee has told him"
constexpr std::size_t most_names_ahead = 40;

// Numbers of those who are no entity: see also unrecognized_person().
constexpr std::uint64_t open_pronoun(std::size_t mention) { return mention | std::uint64_t{1} << 62U; }
constexpr std::uint64_t role_holder(std::uint64_t head) {
  return (head >> 2U) | std::uint64_t{1} << 63U | std::uint64_t{1} << 62U;
}
constexpr bool is_open(std::uint64_t person) { return person >> 62U == 1; }
constexpr bool holds_role(std::uint64_t person) { return person >> 62U == 3; }
constexpr bool is_entity(std::uint64_t person) { return person >> 62U == 0; }

}  // namespace

Pronouns::Pronouns(const Context& context, const std::vector<Mention>& mentions,
                   const std::vector<std::size_t>& sentence_of)
    : in_(context),
      mentions_(mentions),
      sentence_of_(sentence_of),
      reader_(context.text, context.lexicon),
      rivals_(context, mentions) {}

Place Pronouns::place_of(std::size_t mention, PlaceKind kind) const {
  Place place;
  place.first = in_.places[mention].first;
  place.last = in_.places[mention].last;
  place.sentence = static_cast<std::uint32_t>(sentence_of_[mention]);
  place.kind = kind;
  place.person = static_cast<std::uint64_t>(mentions_[mention].entity);
  return place;
}

void Pronouns::add(std::size_t mention) {
  if (mentions_[mention].kind == MentionKind::pronoun) return;
  const auto entity = static_cast<std::size_t>(mentions_[mention].entity);
  if (in_.clusters[entity].type != TypeId::person) return;
  seen_.push_back(
      place_of(mention, mentions_[mention].type == TypeId::role ? PlaceKind::role_phrase : PlaceKind::name));
}

void Pronouns::add_unknown(std::size_t mention) {
  Place place = place_of(mention, PlaceKind::role_phrase);
  const std::string_view head = in_.text.text_of(place.last - 1);
  if (head.ends_with("s") && !head.ends_with("ss")) return;  // several people
  place.person = role_holder(token(place.last - 1).hash);
  seen_.push_back(place);
}

void Pronouns::exclude(std::size_t pronoun, std::size_t mention) { exclusions_.emplace(pronoun, mention); }

EntityId Pronouns::meant_by(std::size_t pronoun) {
  Asked asked = ask(pronoun);
  if (asked.sex == Sex::unknown) return EntityId::none;
  if (!counted_) count_names();
  Contest contest;
  const std::uint32_t oldest = asked.sentence - std::min(asked.sentence, in_.options.max_sentences);
  std::vector<Place>& rivals = rivals_.before(oldest, in_.text.sentences[asked.sentence].last);
  consider_before(contest, asked, rivals);
  consider_ahead(contest, asked, rivals);
  consider_names(contest, asked);
  const Outcome outcome = contest.decide(in_.weights);
  const bool believed = outcome.person != Contest::nobody && outcome.doubt <= in_.weights[Trait::doubt_believed];
  remember(asked, believed && !holds_role(outcome.person) ? outcome.person : open_pronoun(pronoun));
  if (!believed || !is_entity(outcome.person) || outcome.doubt > in_.weights[Trait::doubt_stated])
    return EntityId::none;
  people_[outcome.person].meant = asked.sex;
  return static_cast<EntityId>(outcome.person);
}

void Pronouns::count_names() {
  counted_ = true;
  people_.resize(in_.clusters.size());
  for (std::size_t i = 0; i < mentions_.size(); ++i)
    if (names_person(i))
      most_named_ = std::max(most_named_, ++people_[static_cast<std::size_t>(mentions_[i].entity)].named);
}

bool Pronouns::names_person(std::size_t mention) const {
  const Mention& it = mentions_[mention];
  return it.type == TypeId::person && it.kind == MentionKind::name && !it.nested && it.entity != EntityId::none &&
         in_.clusters[static_cast<std::size_t>(it.entity)].type == TypeId::person;
}

void Pronouns::remember(const Asked& asked, std::uint64_t person) {
  (asked.sex == Sex::female ? last_woman_ : last_man_) = person;
  Place place = place_of(asked.mention, PlaceKind::pronoun);
  place.person = person;
  place.sex = asked.sex;
  place.facts = PlaceFacts::asked;
  if (asked.role == Case::subject) {
    place.facts |= subject;
    if (reader_.is_leading(place)) place.facts |= leads;
  }
  if (asked.role == Case::owner) place.facts |= owner;
  if (reader_.is_governed(place)) place.facts |= governed;
  if (asked.in_parentheses) place.facts |= in_parentheses;
  seen_.push_back(place);
}

// The pronoun.

Pronouns::Asked Pronouns::ask(std::size_t pronoun) {
  Asked asked;
  asked.mention = pronoun;
  asked.first = in_.places[pronoun].first;
  asked.last = in_.places[pronoun].last;
  asked.sentence = static_cast<std::uint32_t>(sentence_of_[pronoun]);
  read_word(asked);
  if (asked.sex == Sex::unknown) return asked;
  asked.opens = (token(asked.first).flags & tokens::sentence_start) != 0;
  asked.quoted = (token(asked.first).flags & tokens::in_quotes) != 0;
  asked.in_parentheses = reader_.is_in_parentheses(place_of(pronoun, PlaceKind::pronoun));
  asked.clause = reader_.clause_begin(asked.first, asked.sentence);
  if (asked.role == Case::object) asked.verb = verb_before(asked);
  asked.described = asked.role == Case::owner ? described_by(asked) : 0;
  asked.last_subject = Contest::nobody;
  return asked;
}

const Pronouns::Word& Pronouns::word_of(const tokens::Token& token) {
  for (const Word& known : words_)
    if (known.hash == token.hash && known.shape == token.shape) return known;
  Word word;
  word.hash = token.hash;
  word.shape = token.shape;
  for (const lexicon::EntryId entry : in_.lexicon.entries(token)) {
    if (in_.lexicon.class_of(entry) != ClassId::pronoun) continue;
    const std::string_view sex = in_.lexicon.attribute(entry, "sex");
    const std::string_view role = in_.lexicon.attribute(entry, "case");
    word.sex = sex == "f" ? Sex::female : (sex == "m" ? Sex::male : Sex::unknown);
    word.reflexive = role == "reflexive";
    word.role = role == "subject" ? Case::subject : role == "possessive" ? Case::owner : Case::object;
  }
  return words_.emplace_back(word);
}

// Sex and case. "her" is an object where no noun follows.
void Pronouns::read_word(Asked& asked) {
  const Word& known = word_of(token(asked.first));
  asked.sex = known.sex;
  asked.reflexive = known.reflexive;
  asked.role = known.role;
  if (asked.role != Case::owner || in_.text.text_of(asked.first) != "her") return;
  const bool word = asked.last < in_.text.tokens.size() && token(asked.last).kind == tokens::TokenKind::word;
  if (!word || reader_.follows_object(asked.last)) asked.role = Case::object;
}

// "her mother, Ann", "his friend Tom": where the name begins of somebody else.
std::uint32_t Pronouns::described_by(const Asked& asked) const {
  const std::uint32_t end = in_.text.sentences[asked.sentence].last;
  bool described = false;
  for (std::uint32_t t = asked.last; t < end && t < asked.last + most_description_words; ++t) {
    if (in_.lexicon.classes(token(t)).any(lexicon::set_of(ClassId::role, ClassId::kin)))
      described = true;
    else if (described)
      return in_.text.text_of(t) == "," ? t + 3 : t + 2;
    else if (token(t).kind != tokens::TokenKind::word)
      return 0;
  }
  return 0;
}

// Those around it.

bool Pronouns::is_quoted(const Place& place) const { return (token(place.first).flags & tokens::in_quotes) != 0; }

Sex Pronouns::sex_of(const Place& place) const {
  return is_entity(place.person) ? in_.clusters[place.person].sex : place.sex;
}

// Somebody of the same surname: "Ms. Lee ... Lee, whose beard".
bool Pronouns::is_another(const Place& place) const {
  if (place.kind != PlaceKind::name || place.last != place.first + 1) return false;
  if (!in_.lexicon.classes(token(place.first)).has(ClassId::surname)) return false;
  if (resolve::sex_of_lone_name(in_.lexicon, token(place.first)) != Sex::unknown) return false;
  return place.first == 0 || !in_.lexicon.classes(token(place.first - 1)).has(ClassId::honorific);
}

bool Pronouns::excluded(const Asked& asked, const Place& place) const {
  const auto [first, last] = exclusions_.equal_range(asked.mention);
  for (auto it = first; it != last; ++it)
    if (static_cast<std::uint64_t>(mentions_[it->second].entity) == place.person) return true;
  return false;
}

void Pronouns::consider_before(Contest& contest, Asked& asked, std::vector<Place>& rivals) {
  const std::uint32_t oldest = asked.sentence - std::min(asked.sentence, in_.options.max_sentences);
  const std::uint32_t most = in_.options.max_candidates;
  std::size_t rival = rivals.size();
  while (rival > 0 && rivals[rival - 1].first > asked.first) --rival;
  std::size_t known = seen_.size();
  asked.first_spoken_of = (rival == 0 || rivals[rival - 1].sentence < asked.sentence) &&
                          (known == 0 || seen_[known - 1].sentence < asked.sentence);
  for (std::uint32_t count = 0; count < most; ++count) {
    if (known > 0 && seen_[known - 1].sentence < oldest) known = 0;
    if (known == 0 && rival == 0) return;
    const bool recognized = rival == 0 || (known > 0 && seen_[known - 1].first > rivals[rival - 1].first);
    consider(contest, asked, recognized ? seen_[--known] : rivals[--rival]);
  }
}

void Pronouns::consider(Contest& contest, Asked& asked, Place& place) {
  std::uint64_t person = place.person;
  if (place.facts == 0 && holds_role(person)) place.sex = resolve::sex_of_role(in_.lexicon, token(place.last - 1));
  const Sex sex = sex_of(place);
  if (sex != Sex::unknown && sex != asked.sex) {
    if (!is_another(place)) return;
    person = unrecognized_person(token(place.first).hash);
  }
  if (excluded(asked, place)) return;
  const bool quoted = is_quoted(place);
  if (quoted != asked.quoted && (asked.quoted || place.sentence == asked.sentence)) return;
  Choice* const choice = contest.choice_before(person);
  if (choice == nullptr) return;
  reader_.read(place);
  Traits& traits = choice->traits;
  traits.add_if(is_entity(place.person) ? sex == asked.sex : sex == asked.sex && place.kind == PlaceKind::unrecognized,
                Trait::sex_known);
  traits.add_if(!is_entity(person) && (is_entity(place.person) || place.kind == PlaceKind::unrecognized),
                Trait::unrecognized);
  traits.add_if(is_open(person), Trait::open_pronoun);
  traits.add_if(holds_role(person), Trait::role_phrase);
  traits.add_if(quoted && !asked.quoted, Trait::quoted);
  if (!choice->named && place.kind != PlaceKind::pronoun) {
    choice->named = true;
    traits.add_if(place.last == place.first + 1, Trait::one_word);
  }
  add_clause_traits(traits, asked, place);
  if ((place.facts & subject) != 0 && asked.last_subject == Contest::nobody) {
    asked.last_subject = person;
    traits.add_if(asked.role != Case::object, Trait::last_subject);
    traits.add_if(asked.role == Case::owner, Trait::last_subject_of_owner);
  }
}

void Pronouns::add_clause_traits(Traits& traits, Asked& asked, const Place& place) const {
  const std::uint32_t distance = asked.sentence - place.sentence;
  const bool is_subject = (place.facts & subject) != 0;
  traits.add_if(distance == 0, Trait::same_sentence);
  traits.add_if(distance == 1, Trait::sentence_before);
  traits.add_if((place.facts & governed) != 0, Trait::governed);
  traits.add_if((place.facts & (subject | governed | owner)) == 0 && asked.role != Case::object, Trait::object);
  traits.add_if((place.facts & listed) != 0, Trait::listed);
  traits.add_if((place.facts & described) != 0, Trait::described);
  traits.add_if(place.kind == PlaceKind::unrecognized && is_subject, Trait::unrecognized_subject);
  if (distance == 1) add_traits_before(traits, asked, place);
  const unsigned other_sex = asked.sex == Sex::female ? with_man : with_woman;
  traits.add_if((place.facts & coordinated & ~other_sex) != 0, Trait::coordinated);
  traits.add_if((place.facts & in_parentheses) != 0 && !asked.in_parentheses, Trait::in_parentheses);
  traits.add_if(is_subject && (place.facts & subordinate) != 0, Trait::subordinate);
  if (distance != 0) return;
  traits.add_if(place.kind == PlaceKind::pronoun, Trait::by_pronoun);
  const std::uint32_t who = reader_.relative_behind(place);
  traits.add_if(who != 0 && asked.clause >= who && asked.clause <= who + 1, Trait::who_clause);
  const bool same = place.last >= asked.clause;
  traits.add_if(same && (asked.role == Case::owner || asked.reflexive), Trait::own_clause);
  const bool bound = same && asked.role == Case::object && !asked.reflexive && binds(asked, place);
  traits.add_if(bound, Trait::bound);
  traits.add_if(bound && asked.first <= place.last + most_verb_words, Trait::told);
  traits.add_if(asked.role == Case::owner && reader_.joins(reader_.behind_comma(place.last), asked.first),
                Trait::joined);
}

void Pronouns::add_traits_before(Traits& traits, const Asked& asked, const Place& place) {
  traits.add_if((place.facts & governed) != 0, Trait::governed_before);
  if ((place.facts & subject) == 0 || asked.role == Case::object) return;
  traits.add_if(asked.opens, Trait::goes_on);
  traits.add_if(asked.opens && (place.facts & leads) != 0, Trait::goes_on_from_lead);
  traits.add_if(!asked.opens && asked.role == Case::subject && asked.first_spoken_of, Trait::goes_on_later);
}

// The one who does what is done to the pronoun: the subject in "Lee told him", Vik in "Lee asked Vik to tell him".
bool Pronouns::binds(Asked& asked, const Place& place) {
  if (place.last > asked.verb) return (place.facts & subject) != 0;
  return !std::exchange(asked.bound, true);
}

std::uint32_t Pronouns::verb_before(const Asked& asked) const {
  for (std::uint32_t t = asked.first; t > asked.clause + 1; --t) {
    const std::string_view word = in_.text.text_of(t - 1);
    if (word == "to" || (token(t - 1).shape == tokens::Shape::lower && word.ends_with("ing"))) return t - 1;
  }
  return 0;
}

// "During her trip, Ann Lee ...", "Since she left, Ann Lee ...": the subject behind the phrase that opens the sentence.
void Pronouns::consider_ahead(Contest& contest, const Asked& asked, const std::vector<Place>& rivals) const {
  const tokens::Sentence& sentence = in_.text.sentences[asked.sentence];
  if (!reader_.is_opening(sentence.first)) return;
  if (asked.role == Case::subject && reader_.is_preposition(sentence.first)) return;  // "In 2014 she wrote"
  std::uint32_t comma = asked.last;
  while (comma < sentence.last && in_.text.text_of(comma) != ",") ++comma;
  const std::uint32_t end = std::min(sentence.last, comma + 1 + most_title_words);
  Place ahead;
  for (std::size_t i = asked.mention + 1; ahead.last == 0 && i < mentions_.size() && in_.places[i].first < end; ++i) {
    if (in_.places[i].first <= comma || !names_person(i)) continue;
    const Place place = place_of(i, PlaceKind::name);
    if (may_be_ahead(asked, place)) ahead = place;
  }
  for (const Place& rival : rivals)
    if (rival.first > comma && rival.first < (ahead.last == 0 ? end : ahead.first) && may_be_ahead(asked, rival)) {
      ahead = rival;
      break;
    }
  Choice* const choice = ahead.last == 0 ? nullptr : contest.choice(ahead.person);
  if (choice == nullptr) return;
  choice->traits.add(asked.role == Case::owner ? Trait::ahead_of_owner : Trait::ahead_of_other);
  choice->traits.add_if(sex_of(ahead) == asked.sex, Trait::sex_known);
  choice->traits.add_if(ahead.kind == PlaceKind::unrecognized, Trait::unrecognized);
}

bool Pronouns::may_be_ahead(const Asked& asked, const Place& place) const {
  const Sex sex = sex_of(place);
  return place.first >= asked.described && (sex == Sex::unknown || sex == asked.sex) &&
         is_quoted(place) == asked.quoted && !reader_.is_governed(place) && !excluded(asked, place);
}

// What the names of the choices say, wherever they stand.
void Pronouns::consider_names(Contest& contest, const Asked& asked) {
  for (Choice& it : contest) {
    it.traits.add_if(it.rank == 0, Trait::nearest);
    it.traits.add_if(it.rank == 1, Trait::second_nearest);
    if (!is_entity(it.person)) continue;
    const Person& person = people_[it.person];
    it.traits.add_if(it.person == last_meant(asked.sex), Trait::meant_last);
    it.traits.add_if(person.named > 1 && person.named == most_named_, Trait::most_named);
    it.traits.add_if(
        in_.clusters[it.person].sex == Sex::unknown && person.meant != Sex::unknown && person.meant != asked.sex,
        Trait::other_sex_meant);
  }
  if (asked.role != Case::subject) return;
  const std::uint32_t end = in_.text.sentences[asked.sentence].last;
  for (std::size_t i = asked.mention + 1;
       i < mentions_.size() && i < asked.mention + most_names_ahead && in_.places[i].first < end; ++i) {
    Choice* const again = names_person(i) ? contest.find(static_cast<std::uint64_t>(mentions_[i].entity)) : nullptr;
    if (again != nullptr && again->rank != Contest::not_before) again->traits.add(Trait::named_again);
  }
}

}  // namespace dossier::corefer
