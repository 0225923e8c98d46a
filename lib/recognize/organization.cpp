// How likely a span of words is the name of an organization.
#include <algorithm>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::set_of;

constexpr lexicon::ClassSet place_names = set_of(ClassId::country, ClassId::city, ClassId::region, ClassId::place);

/// How the span shows that it is an organization: decides which connecting words it may hold.
enum class Frame : std::uint8_t {
  none,
  last_word,
  whole
};  // "Harbour Council"; "Ministry of ...", or known to a dictionary

/// Evidence from the connecting words inside the span; false when it cannot be a name.
bool judge_inside(const SentenceView& view, std::uint32_t a, std::uint32_t b, Frame frame, Score& score) {
  for (std::uint32_t i = a; i < b; ++i) {
    if (view.capital(i)) {
      score.add_if(view.is(i, ClassId::stop_name) && i + 1 < b && i > a, Evidence::org_stop_word);
      continue;
    }
    if (view.word_is(i, view.literals.and_)) {
      if (view.word_is(i + 1, view.literals.the) || view.has(i - 1, ClassId::org_legal)) return false;
      if (frame == Frame::none) score.add(Evidence::org_and);
      if (frame == Frame::last_word) score.add(Evidence::org_and_last);
    } else if (view.word_is(i, view.literals.ampersand)) {
      score.add(Evidence::org_ampersand);
    } else if (view.word_is(i, view.literals.of) || view.word_is(i, view.literals.for_)) {
      if (frame != Frame::whole) score.add(Evidence::org_of);
    } else if (!view.word_is(i, view.literals.the) && !view.is(i, ClassId::name_particle) && !view.hyphen(i) &&
               view.token(i).kind != tokens::TokenKind::number && !(view.mark(i, ',') && i + 2 == b)) {
      return false;
    }
  }
  return true;
}

void judge_acronym(const SentenceView& view, std::uint32_t a, Score& score) {
  const tokens::Token& token = view.token(a);
  const bool letters = token.shape == tokens::Shape::upper && token.span.size() >= 2 && token.span.size() <= 7 &&
                       (token.flags & (tokens::initial | tokens::has_digit | tokens::has_hyphen)) == 0 &&
                       !view.is(a, ClassId::currency);
  if (!letters || view.all_caps || view.title_case || view.is(a, ClassId::stop_name) ||
      view.classes(a).any(place_names) || view.is(a, ClassId::name_suffix))
    return;
  score.add(Evidence::org_acronym);
  if (view.mark(a - 1, '(') && view.mark(a + 1, ')') && view.capital(a - 2)) score.add(Evidence::org_acronym_defined);
}

void judge_context(const SentenceView& view, const NameSpan& span, Score& score) {
  const std::uint32_t a = span.first;
  if (view.word_is(a - 1, view.literals.the) && span.last - a > 1) score.add(Evidence::org_after_the);
  if (view.word_is(a - 1, view.literals.in)) score.add(Evidence::org_after_in);
  if (span.before.any(set_of(ClassId::honorific, ClassId::role_title))) score.add(Evidence::org_after_title);
  if (span.after.has(ClassId::org_verb) && span.after_lower) score.add(Evidence::org_before_verb);
}

}  // namespace

Score score_organization(const SentenceView& view, const NameSpan& span) {
  const std::uint32_t a = span.first;
  const std::uint32_t b = span.last;
  Score score(view.weights);
  const lexicon::ClassSet head = view.classes(a);
  const lexicon::ClassSet tail = view.classes(b - 1);
  const lexicon::EntryId entry = view.entry_of(span, ClassId::organization);
  score.add(b - a == 1 ? Evidence::org_one_word : Evidence::org_many_words);
  Frame frame = Frame::none;
  if (entry != lexicon::EntryId::none) {
    const std::uint16_t flags = view.lexicon.flags_of(entry);
    score.add(Evidence::org_dictionary);
    score.add_if((flags & lexicon::needs_context) != 0, Evidence::org_dictionary_context);
    score.add_if(b - a == 1 && head.has(ClassId::common_word), Evidence::org_dictionary_word);
    frame = Frame::whole;
  }
  if (b - a > 1) {
    if (tail.has(ClassId::org_legal)) {
      score.add(Evidence::org_legal_last);
      frame = std::max(frame, Frame::last_word);
    } else if (tail.has(ClassId::org_head) && !tail.has(ClassId::place_head) && view.capital(b - 1)) {
      score.add(Evidence::org_head_last);
      frame = std::max(frame, Frame::last_word);
    } else if (tail.has(ClassId::place_head)) {
      score.add(Evidence::org_place_head);
    }
    if (head.has(ClassId::org_head_of) && b - a >= 3 &&
        (view.word_is(a + 1, view.literals.of) || view.word_is(a + 1, view.literals.for_))) {
      score.add(Evidence::org_head_of);
      frame = Frame::whole;
    }
    const bool headed = frame != Frame::none;
    score.add_if(head.has(ClassId::org_modifier), Evidence::org_modifier_first);
    score.add_if(headed && (head.has(ClassId::nationality) || head.has(ClassId::group)), Evidence::org_group_first);
    score.add_if(headed && head.any(place_names), Evidence::org_place_first);
    score.add_if(!headed && head.has(ClassId::given_name), Evidence::org_given_first);
  } else if (entry == lexicon::EntryId::none) {
    judge_acronym(view, a, score);
  }
  if (head.has(ClassId::stop_name) && entry == lexicon::EntryId::none) score.add(Evidence::org_stop_word);
  if ((view.remembered(a) & seen_organization) != 0 && entry == lexicon::EntryId::none &&
      (b - a == 1 || frame != Frame::none))
    score.add(Evidence::org_seen);
  if (!judge_inside(view, a, b, frame, score)) {
    if (entry == lexicon::EntryId::none) score.add(Evidence::org_stop_word);
  }
  judge_context(view, span, score);
  return score;
}

}  // namespace dossier::recognize
