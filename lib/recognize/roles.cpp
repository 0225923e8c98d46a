// Proposes role phrases: a role word with what belongs to it ("deputy", "foreign policy", "drone" of "drone expert",
// "of corporate affairs"), and pronouns.
#include "recognize/recognize.hpp"
#include "recognize/role_words.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::set_of;

constexpr ClassSet roles = set_of(ClassId::role, ClassId::role_title);
constexpr ClassSet modifiers = set_of(ClassId::role_modifier, ClassId::role_area);
constexpr ClassSet owners =
    set_of(ClassId::organization, ClassId::country, ClassId::city, ClassId::region, ClassId::place,
           ClassId::nationality, ClassId::group, ClassId::org_head, ClassId::surname, ClassId::given_name);

/// The longest role that starts at `i`: one past its last token, or `i` when none does.
std::uint32_t head_end(const SentenceView& view, std::uint32_t i) {
  std::uint32_t end = view.classes(i).any(roles) ? i + 1 : i;
  if (!view.begins_phrase(i)) return end;
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i)) {
    const ClassId cls = phrase.cls;
    if ((cls == ClassId::role || cls == ClassId::role_title) && phrase.last > end) end = phrase.last;
  }
  return end;
}

/// True for a phrase [first, last) of the dictionaries that specialises a role.
bool is_modifier(const SentenceView& view, std::uint32_t first, std::uint32_t last) {
  return view.entry_at(first, last, ClassId::role_area) != lexicon::EntryId::none ||
         view.entry_at(first, last, ClassId::role_modifier) != lexicon::EntryId::none;
}

/// "Labour" of "Labour MP", not of "Labour Minister".
bool is_party(const SentenceView& view, std::uint32_t i, std::uint32_t head) {
  if (!view.capital(i) || !view.is(i, ClassId::organization) || i + 1 != head) return false;
  if (view.word_is(head, view.literals.minister) || view.word_is(head, view.literals.secretary)) return false;
  return view.lexicon.attribute(view.entry_at(i, i + 1, ClassId::organization), "kind") == "party";
}

/// First token of the modifiers before `head`: "senior", "foreign policy", "deputy". `end` is where the role ends.
std::uint32_t modifiers_begin(const SentenceView& view, std::uint32_t head, std::uint32_t end) {
  std::uint32_t begin = head;
  const bool capital = view.capital(head);
  while (begin > view.first && head - begin < 5) {
    const std::uint32_t before = begin - 1;
    bool fits = view.classes(before).any(modifiers) && view.token(before).kind == tokens::TokenKind::word &&
                !is_outside(view, before) && !is_party(view, before, head);
    std::uint32_t from = before;
    for (std::uint32_t start = before; !fits && start > view.first && before - start < 2; --start) {
      // "foreign policy", "human rights": an area of two or three words that ends here
      fits = is_modifier(view, start - 1, begin);
      if (fits) from = start - 1;
    }
    // "Natural Resources and Environment Minister", "health and welfare minister"
    if (!fits && view.word_is(before, view.literals.and_) && before > view.first &&
        view.is(begin, ClassId::role_area) && view.capital(before - 1) == view.capital(begin)) {
      fits = view.is(before - 1, ClassId::role_area);
      if (fits) from = before - 1;
      if (before >= view.first + 2 && is_modifier(view, before - 2, before)) {
        fits = true;
        from = before - 2;
      }
    }
    // "human rights" before and in "rights chief"
    if (!fits && begin == head && end - head > 1) fits = is_modifier(view, before, head + 1);
    if (!fits || (view.capital(from) && !capital && !view.flag(before, tokens::sentence_start)) ||
        view.is(before, ClassId::role_time))
      break;
    begin = from;
  }
  return capital ? begin : field_begin(view, begin, end);
}

bool is_determiner(const SentenceView& view, std::uint32_t i) {
  if (i < view.first || i >= view.last) return false;
  const tokens::Token& token = view.token(i);
  return token.hash == view.literals.the || token.hash == view.literals.a || token.hash == view.literals.an ||
         token.kind == tokens::TokenKind::possessive || view.is(i, ClassId::pronoun) || view.is(i, ClassId::role_time);
}

/// "a very powerful surrogate": a determiner before the adjectives that describe whoever has the role.
bool behind_adjectives(const SentenceView& view, std::uint32_t begin) {
  std::uint32_t i = begin;
  for (std::uint32_t words = 0; words < 3 && i > view.first && is_describing(view, i - 1); ++words) --i;
  return i < begin && is_determiner(view, i - 1);
}

/// The token before a role, "ex-" left aside.
std::uint32_t token_before(const SentenceView& view, std::uint32_t begin) {
  const bool former = begin >= view.first + 2 && view.mark(begin - 1, '-') && view.is(begin - 2, ClassId::role_time);
  return former ? begin - 2 : begin - 1;
}

void judge_context(const SentenceView& view, std::uint32_t begin, std::uint32_t end, Score& score) {
  const std::uint32_t before = token_before(view, begin);
  bool supported = true;
  if (is_determiner(view, before) || behind_adjectives(view, begin))
    score.add(Evidence::role_after_determiner);
  else if (begin > view.first && view.classes(before).any(owners) && view.capital(before))
    score.add(Evidence::role_after_name);
  else if (view.mark(before, ',') || view.word_is(before, view.literals.as) || view.word_is(before, view.literals.and_))
    score.add(Evidence::role_after_comma);
  else if (begin > view.first && view.classes(begin - 1).any(roles) && view.capital(begin))
    score.add(Evidence::role_after_comma);  // "Security Analyst | Maj. Gen."
  else
    supported = false;
  const bool name_follows =
      view.capital(end) && !view.is(end, ClassId::stop_name) && !view.flag(end, tokens::sentence_start);
  if (name_follows)
    score.add(Evidence::role_before_name);
  else if (view.word_is(end, view.literals.of))
    score.add(Evidence::role_before_of);
  else if (!supported)
    score.add(Evidence::role_bare);
}

/// A capitalised word inside a sentence that is no title and that nothing around shows to be a role: "On Monday, Sapper
/// and her sister left".
bool looks_like_name(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  if (end - begin != 1 || !view.capital(begin) || view.flag(begin, tokens::sentence_start) || begin == view.first)
    return false;
  if (is_determiner(view, begin - 1) || view.classes(begin - 1).any(owners) || view.capital(end)) return false;
  return view.word_is(end, view.literals.and_) && view.is(end + 1, ClassId::pronoun);
}

void propose_role(SentenceView& view, std::uint32_t head, std::uint32_t end) {
  std::uint32_t begin = modifiers_begin(view, head, end);
  // "US Army | Gen. Ann Lee", "Tolm County | Sheriff Ann Lee", but "Army Gen. Ann Lee"
  constexpr ClassSet closing = set_of(ClassId::org_head, ClassId::place_head);
  if (begin < head && view.capital(begin - 1) && view.capital(head - 1) && view.classes(head - 1).any(closing))
    begin = head;
  const std::uint32_t last = area_end(view, end);
  const ClassSet classes = view.classes(end - 1);
  Score score(view.weights);
  const bool title =
      view.is(head, ClassId::role_title) || view.entry_at(head, end, ClassId::role_title) != lexicon::EntryId::none;
  score.add(title && view.capital(head) ? Evidence::role_title : Evidence::role_plain);
  const lexicon::EntryId entry = view.entry_at(head, end, title ? ClassId::role_title : ClassId::role);
  if (is_plural(view, head, end) && !names_people(view, begin, last)) return;
  if (!title && looks_like_name(view, begin, last)) return;
  const bool award = view.word_is(end, view.literals.of) && view.word_is(end + 1, view.literals.the) &&
                     view.is(end + 2, ClassId::time_unit) && view.capital(end + 2);
  if (award) return;  // "Coach of the Year"
  // "the Refugee Council": a plain role is no title of a body
  if (!title && view.capital(head) && view.capital(end) && view.is(end, ClassId::org_head) &&
      !view.is(end, ClassId::given_name) && begin != view.first)
    return;
  if (entry != lexicon::EntryId::none && (view.lexicon.flags_of(entry) & lexicon::word) != 0)
    score.add(Evidence::role_word);
  if (end - head == 1 && classes.has(ClassId::person_verb)) score.add(Evidence::role_verb_like);
  score.add_if(begin < head || last > end, Evidence::role_modified);
  judge_context(view, begin, last, score);
  view.work.candidates.push_back({.first = begin,
                                  .last = last,
                                  .type = TypeId::role,
                                  .proposal = Proposal::role_phrase,
                                  .score = score.total(),
                                  .entry = entry,
                                  .evidence = score.bits()});
}

void propose_kin(SentenceView& view, std::uint32_t i) {
  Score score(view.weights);
  score.add(Evidence::role_kin);
  std::uint32_t owner = token_before(view, i) + 1;  // one past it: "her two younger sisters"
  for (std::uint32_t words = 0; words < 3 && owner > view.first && is_describing(view, owner - 1); ++words) --owner;
  const bool owned = owner > view.first && (view.token(owner - 1).kind == tokens::TokenKind::possessive ||
                                            view.is(owner - 1, ClassId::pronoun));
  score.add_if(owned || view.word_is(i + 1, view.literals.of) || (i > view.first && view.is(i - 1, ClassId::role_time)),
               Evidence::role_kin_owned);
  view.work.candidates.push_back({.first = i,
                                  .last = i + 1,
                                  .type = TypeId::role,
                                  .proposal = Proposal::kin_word,
                                  .score = score.total(),
                                  .entry = view.entry_at(i, i + 1, ClassId::kin),
                                  .evidence = score.bits()});
}

/// Few pronouns make up most of those of a text: each is asked of the dictionaries once.
PronounFacts facts_of(SentenceView& view, std::uint32_t i) {
  const std::uint64_t hash = view.token(i).hash;
  for (const PronounFacts& known : view.work.pronouns)
    if (known.hash == hash) return known;
  const lexicon::EntryId entry = view.entry_at(i, i + 1, ClassId::pronoun);
  const std::string_view sex = view.lexicon.attribute(entry, "sex");
  return view.work.pronouns.emplace_back(PronounFacts{hash, entry, sex == "m" || sex == "f"});
}

}  // namespace

void propose_roles(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_role); i < view.last; i = view.next(i, may_role)) {
    const std::uint32_t end = head_end(view, i);
    // "conservative leader": the first word may be a role and here only describes
    const bool describes = end == i + 1 && i + 1 < view.last && is_outside(view, i) && head_end(view, i + 1) > i + 1;
    if (describes) {
      ++i;
      continue;
    }
    if (end > i) {
      std::uint32_t stop = end;
      // "vice president", "chief executive officer": heads that stand together are one role
      while (stop < view.last && stop - i < 6 && view.lower(stop) == view.lower(i)) {
        const std::uint32_t more = head_end(view, stop);
        if (more == stop || begins_rank(view, i, stop)) break;
        stop = more;
      }
      propose_role(view, i, stop);
      // "Air Force commander": the force may be a name, the commander is a role in any case
      if (view.capital(i) && view.lower(stop - 1) && view.classes(stop - 1).any(roles))
        propose_role(view, stop - 1, stop);
      i = stop;
      continue;
    }
    if (view.is(i, ClassId::kin)) propose_kin(view, i);
    ++i;
  }
}

void propose_pronouns(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_pronoun); i < view.last; i = view.next(i + 1, may_pronoun)) {
    const PronounFacts pronoun = facts_of(view, i);
    if (!pronoun.personal) continue;
    Score score(view.weights);
    score.add(Evidence::fixed_form);
    view.work.candidates.push_back({.first = i,
                                    .last = i + 1,
                                    .type = TypeId::person,
                                    .proposal = Proposal::pronoun,
                                    .score = score.total(),
                                    .entry = pronoun.entry,
                                    .evidence = score.bits()});
  }
}

}  // namespace dossier::recognize
