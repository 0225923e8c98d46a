// How likely a span of words is the name of a person.
#include <algorithm>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr lexicon::ClassSet place_words =
    set_of(ClassId::country, ClassId::city, ClassId::region, ClassId::place, ClassId::place_head);
constexpr lexicon::ClassSet org_words =
    set_of(ClassId::org_head, ClassId::org_legal, ClassId::organization, ClassId::event_head, ClassId::law_head);
constexpr lexicon::ClassSet group_words = set_of(ClassId::nationality, ClassId::group);
constexpr lexicon::ClassSet role_words = set_of(ClassId::role_title, ClassId::honorific, ClassId::role);
constexpr lexicon::ClassSet name_words = set_of(ClassId::given_name, ClassId::surname, ClassId::name_particle);

/// What the words of the span are, counted once.
struct Parts {
  std::uint32_t words = 0;    // capitalised words that are no initials
  std::uint32_t unknown = 0;  // words in no dictionary
  std::uint32_t common = 0;   // ordinary words that are no names
  bool initial = false;
  bool particle = false;
  bool possible = true;
};

/// "KS" of "KS Moorthy": up to three letters before a name, that are no acronym known.
bool initials(const SentenceView& view, std::uint32_t i) {
  const tokens::Token& token = view.token(i);
  if (token.shape != tokens::Shape::upper || token.span.size() < 2 || token.span.size() > 3 || view.all_caps)
    return false;
  if (!view.capital(i + 1) || view.token(i + 1).shape != tokens::Shape::title) return false;
  const lexicon::ClassSet next = view.classes(i + 1);
  if (!next.empty() && (!next.has(ClassId::surname) || next.has(ClassId::common_word))) return false;
  return !view.classes(i).any(set_of(ClassId::organization, ClassId::country, ClassId::region, ClassId::stop_name,
                                     ClassId::role, ClassId::role_title, ClassId::common_word, ClassId::honorific));
}

/// "Mira | Slovak": behind a given name that is nothing else, and with no name behind it, a people is a surname.
bool surname_of_people(const SentenceView& view, std::uint32_t i) {
  const lexicon::ClassSet before = view.classes(i - 1);
  return before.has(ClassId::given_name) && view.capital(i - 1) && !view.capital(i + 1) &&
         !before.any(place_words | group_words) && !before.has(ClassId::common_word) &&
         !view.is(i, ClassId::nationality);
}

void judge_word(const SentenceView& view, std::uint32_t i, Parts& parts, Score& score) {
  const lexicon::ClassSet classes = view.classes(i);
  const tokens::Token& token = view.token(i);
  if ((token.flags & tokens::initial) != 0 || initials(view, i)) {
    parts.initial = true;
    return;
  }
  ++parts.words;
  // "Council" is a surname, too, but in front of other names it is the end of a body's.
  const bool head = classes.has(ClassId::org_head) && classes.has(ClassId::common_word) &&
                    !classes.has(ClassId::given_name) && view.capital(i + 1);
  const bool is_name = (classes.any(name_words) && !head) || view.remembered(i) != 0;
  parts.unknown += static_cast<std::uint32_t>(classes.empty());
  const bool named = classes.any(name_words);
  score.add_if((token.flags & tokens::has_digit) != 0, Evidence::person_digit);
  score.add_if((token.shape == tokens::Shape::upper) & (token.span.size() > 1) & !view.all_caps & !is_name,
               Evidence::person_acronym);
  score.add_if(classes.has(ClassId::stop_name), Evidence::person_stop_word);
  score.add_if(classes.any(role_words) & !named, Evidence::person_role_word);
  if (classes.any(group_words) & !named) score.add_if(!surname_of_people(view, i), Evidence::person_group_word);
  score.add_if(classes.any(org_words) & !is_name, Evidence::person_org_word);
  score.add_if(classes.any(place_words) & !is_name, Evidence::person_place_word);
  const bool common = classes.has(ClassId::common_word) & !is_name;
  score.add_if(common & (parts.common < 2), Evidence::person_common_word);
  parts.common += static_cast<std::uint32_t>(common);
}

/// A given name alone says the more the more usual it is as one, and less when it is something else as well.
void judge_given_alone(const SentenceView& view, std::uint32_t i, Score& score) {
  if (view.classes(i).any(place_words) || view.is(i, ClassId::common_word)) return;
  const lexicon::EntryId entry = view.entry_at(i, i + 1, ClassId::given_name);
  if (entry == lexicon::EntryId::none || view.lexicon.flags_of(entry) != 0) return;
  // 150 x log10 of births: 500 are two thousand, 750 a hundred thousand.
  const float weight = static_cast<float>(view.lexicon.weight_of(entry));
  score.add(Evidence::person_only_given, std::clamp((weight - 400.0F) / 350.0F, 0.2F, 1.0F));
}

void judge_order(const SentenceView& view, std::uint32_t a, std::uint32_t e, const Parts& parts, Score& score) {
  const lexicon::ClassSet head = view.classes(a);
  const lexicon::ClassSet tail = view.classes(e - 1);
  const std::uint8_t seen_head = view.remembered(a);
  const std::uint8_t seen_tail = view.remembered(e - 1);
  if (parts.words + (parts.initial ? 1U : 0U) <= 1) {
    score.add(Evidence::person_one_word);
    if (view.said_place(e - 1))
      score.add(Evidence::person_place_word);
    else if ((seen_tail & seen_surname) != 0)
      score.add(Evidence::person_seen_surname);
    else if ((seen_tail & seen_given) != 0)
      score.add(Evidence::person_seen_given);
    else if (view.shown(e - 1))
      score.add(Evidence::person_seen_pronoun);
    if (tail.has(ClassId::surname) || tail.has(ClassId::given_name)) score.add(Evidence::person_only_surname);
    if (tail.has(ClassId::given_name)) judge_given_alone(view, e - 1, score);
    if (parts.unknown != 0) score.add(Evidence::person_unknown_word);
    return;
  }
  score.add(parts.words <= 2 ? Evidence::person_two_words
                             : (parts.words == 3 ? Evidence::person_three_words : Evidence::person_long));
  if (parts.initial) score.add(Evidence::person_initial);
  if (head.has(ClassId::given_name)) {
    score.add(Evidence::person_given_first);
    score.add_if(head.has(ClassId::common_word), Evidence::person_given_word);
    score.add_if(head.has(ClassId::role_title), Evidence::person_given_word);  // "Judge Vik"
  } else if (head.empty()) {
    score.add(Evidence::person_unknown_word);
  } else if (head.has(ClassId::surname) &&
             (tail.has(ClassId::given_name) || (tail.empty() && !head.any(place_words)))) {
    score.add(Evidence::person_surname_given_order);
  }
  if (tail.has(ClassId::surname)) {
    score.add(Evidence::person_surname_last);
    score.add_if(tail.has(ClassId::common_word), Evidence::person_surname_word);
  } else if (tail.empty()) {
    score.add(Evidence::person_unknown_word);
  }
  score.add_if(parts.unknown == parts.words, Evidence::person_all_unknown);
  if ((seen_tail & seen_surname) != 0 && (parts.initial || (seen_head & seen_given) != 0))
    score.add(Evidence::person_seen_full);
}

constexpr lexicon::ClassSet title_words = set_of(ClassId::role_title, ClassId::role, ClassId::kin);

/// A given name as letters have it: "Dear Anna", "Thanks Anna", "Anna," at the start of a line, "Anna" as a whole line.
bool addressed(const SentenceView& view, std::uint32_t a, std::uint32_t b) {
  if (b - a != 1 || !view.is(a, ClassId::given_name)) return false;
  if (view.flag(a, tokens::line_start))
    return view.mark(b, ',') || view.mark(b, ':') || b == view.last || view.flag(b, tokens::line_start);
  if (a == view.first) return false;
  const std::uint64_t before = view.token(a - 1).hash;
  const Literals& words = view.literals;
  return before == words.dear || before == words.hello || before == words.hi || before == words.hey ||
         before == words.thanks;
}

void judge_context(const SentenceView& view, const NameSpan& span, Score& score) {
  score.add_if(addressed(view, span.first, span.last), Evidence::person_addressed);
  if (span.before.has(ClassId::honorific))
    score.add(Evidence::person_after_honorific);
  else if (span.before.any(title_words) || (span.before.has(ClassId::role_time) && view.hyphen(span.first - 2)))
    score.add(Evidence::person_after_role);
  else if (span.before.has(ClassId::say_verb))
    score.add(Evidence::person_after_say);
  else if (view.word_is(span.first - 1, view.literals.the))
    score.add(Evidence::person_after_the);
  else if (span.before.has(ClassId::locative) && span.before_lower)
    score.add(Evidence::person_after_locative);
  const std::uint32_t b = span.last;
  score.add_if(span.described == Described::person, Evidence::person_described);
  const bool speaks = span.before.has(ClassId::say_verb) || span.after.has(ClassId::say_verb);
  score.add_if(span.described == Described::organization && !speaks && !view.is(span.first, ClassId::given_name),
               Evidence::person_place_word);  // "Caldwell Orr is a law firm"
  if (span.after.has(ClassId::say_verb) && span.after_lower)
    score.add(Evidence::person_before_say);
  else if (span.after.has(ClassId::person_verb) && span.after_lower)
    score.add(Evidence::person_before_verb);
  else if (view.mark(b, ',') && b + 2 < view.last && view.token(b + 1).kind == tokens::TokenKind::number &&
           view.token(b + 1).span.size() <= 3 && (view.mark(b + 2, ',') || view.mark(b + 2, '.')))
    score.add(Evidence::person_before_age);
}

}  // namespace

Score score_person(const SentenceView& view, const NameSpan& span) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  Score score(view.weights);
  std::uint32_t e = b;
  if (e - a >= 2 && view.is(e - 1, ClassId::name_suffix)) {
    score.add(Evidence::person_suffix);
    --e;
    if (e - a >= 2 && view.mark(e - 1, ',')) --e;
  }
  Parts parts;
  for (std::uint32_t i = a; i < e; ++i) {
    if (view.capital(i)) {
      judge_word(view, i, parts, score);
    } else if (view.is(i, ClassId::name_particle) && i + 1 < e) {
      parts.particle = true;
    } else if (view.opens_nickname(i) && i > a && i + view.nickname_words(i) + 2 < e) {
      parts.particle = true;  // what stands in quotation marks between two names joins them; it may be any word
      i += view.nickname_words(i);
    } else if (!view.hyphen(i) && !view.name_tail(i) && !(view.closes_nickname(i) && i >= a + 3)) {
      score.add(Evidence::person_stop_word);
      return score;
    }
  }
  score.add_if(parts.particle, Evidence::person_particle);
  if (span.listed.has(ClassId::person)) score.add(Evidence::person_dictionary);
  judge_order(view, a, e, parts, score);
  judge_context(view, span, score);
  return score;
}

}  // namespace dossier::recognize
