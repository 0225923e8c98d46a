// Proposes role phrases: a role word with the modifiers that belong to it ("deputy", "foreign policy"), and pronouns.
#include "recognize/recognize.hpp"

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
    const ClassId cls = view.lexicon.class_of(phrase.entry);
    if ((cls == ClassId::role || cls == ClassId::role_title) && phrase.last > end) end = phrase.last;
  }
  return end;
}

/// First token of the modifiers before `head`: "senior", "foreign policy", "deputy".
std::uint32_t modifiers_begin(const SentenceView& view, std::uint32_t head) {
  std::uint32_t begin = head;
  const bool capital = view.capital(head);
  while (begin > view.first && head - begin < 5) {
    const std::uint32_t before = begin - 1;
    bool fits = view.classes(before).any(modifiers) && view.token(before).kind == tokens::TokenKind::word;
    std::uint32_t from = before;
    for (std::uint32_t start = before; !fits && start > view.first && before - start < 2; --start) {
      // "foreign policy", "human rights": an area of two or three words that ends here
      fits = view.entry_at(start - 1, begin, ClassId::role_area) != lexicon::EntryId::none ||
             view.entry_at(start - 1, begin, ClassId::role_modifier) != lexicon::EntryId::none;
      if (fits) from = start - 1;
    }
    if (!fits || (view.capital(before) && !capital && !view.flag(before, tokens::sentence_start)) ||
        view.is(before, ClassId::role_time))
      break;
    begin = from;
  }
  return begin;
}

/// One past "of foreign affairs", "for gender equality" after a role; `end` when the area is not in the dictionary.
std::uint32_t area_end(const SentenceView& view, std::uint32_t end) {
  if (!view.word_is(end, view.literals.of) && !view.word_is(end, view.literals.for_) &&
      !view.word_is(end, view.literals.on))
    return end;
  std::uint32_t i = end + 1;
  std::uint32_t reached = end;
  while (i < view.last && i - end < 7) {
    std::uint32_t next = i;
    const bool fits = view.is(i, ClassId::role_area) && !view.is(i, ClassId::country);
    if (fits && view.capital(i) == view.capital(end - 1)) next = i + 1;
    for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(i))
      if (view.lexicon.class_of(phrase.entry) == ClassId::role_area && phrase.last > next) next = phrase.last;
    if (next == i) break;
    reached = i = next;
    if (view.word_is(i, view.literals.and_)) ++i;
  }
  return reached;
}

bool is_determiner(const SentenceView& view, std::uint32_t i) {
  if (i < view.first || i >= view.last) return false;
  const tokens::Token& token = view.token(i);
  return token.hash == view.literals.the || token.hash == view.literals.a || token.hash == view.literals.an ||
         token.kind == tokens::TokenKind::possessive || view.is(i, ClassId::pronoun) || view.is(i, ClassId::role_time);
}

void judge_context(const SentenceView& view, std::uint32_t begin, std::uint32_t end, Score& score) {
  const std::uint32_t before = begin - 1;
  bool supported = true;
  if (is_determiner(view, before))
    score.add(Evidence::role_after_determiner);
  else if (begin > view.first && view.classes(before).any(owners) && view.capital(before))
    score.add(Evidence::role_after_name);
  else if (view.mark(before, ',') || view.word_is(before, view.literals.as) || view.word_is(before, view.literals.and_))
    score.add(Evidence::role_after_comma);
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

void propose_role(SentenceView& view, std::uint32_t head, std::uint32_t end) {
  const std::uint32_t begin = modifiers_begin(view, head);
  const std::uint32_t last = area_end(view, end);
  const ClassSet classes = view.classes(end - 1);
  Score score(view.weights);
  const bool title =
      view.is(head, ClassId::role_title) || view.entry_at(head, end, ClassId::role_title) != lexicon::EntryId::none;
  score.add(title && view.capital(head) ? Evidence::role_title : Evidence::role_plain);
  const lexicon::EntryId entry = view.entry_at(head, end, title ? ClassId::role_title : ClassId::role);
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
  const bool owned = i > view.first && (view.token(i - 1).kind == tokens::TokenKind::possessive ||
                                        view.is(i - 1, ClassId::pronoun) || view.is(i - 1, ClassId::role_time));
  score.add_if(owned || view.word_is(i + 1, view.literals.of), Evidence::role_kin_owned);
  view.work.candidates.push_back({.first = i,
                                  .last = i + 1,
                                  .type = TypeId::role,
                                  .proposal = Proposal::kin_word,
                                  .score = score.total(),
                                  .entry = view.entry_at(i, i + 1, ClassId::kin),
                                  .evidence = score.bits()});
}

}  // namespace

void propose_roles(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_role); i < view.last; i = view.next(i, may_role)) {
    const std::uint32_t end = head_end(view, i);
    if (end > i) {
      std::uint32_t stop = end;
      // "vice president", "chief executive officer": heads that stand together are one role
      while (stop < view.last && stop - i < 6 && view.lower(stop) == view.lower(i)) {
        const std::uint32_t more = head_end(view, stop);
        if (more == stop) break;
        stop = more;
      }
      propose_role(view, i, stop);
      i = stop;
      continue;
    }
    if (view.is(i, ClassId::kin)) propose_kin(view, i);
    ++i;
  }
}

void propose_pronouns(SentenceView& view) {
  for (std::uint32_t i = view.next(view.first, may_pronoun); i < view.last; i = view.next(i + 1, may_pronoun)) {
    const lexicon::EntryId entry = view.entry_at(i, i + 1, ClassId::pronoun);
    const std::string_view sex = view.lexicon.attribute(entry, "sex");
    if (sex != "m" && sex != "f") continue;
    Score score(view.weights);
    score.add(Evidence::fixed_form);
    view.work.candidates.push_back({.first = i,
                                    .last = i + 1,
                                    .type = TypeId::person,
                                    .proposal = Proposal::pronoun,
                                    .score = score.total(),
                                    .entry = entry,
                                    .evidence = score.bits()});
  }
}

}  // namespace dossier::recognize
