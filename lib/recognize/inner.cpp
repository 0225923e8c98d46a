// People in the names of other things: "the Anna Lindt Foundation", "Lindt Museum" in a text about Anna Lindt.
#include <algorithm>
#include <array>
#include <vector>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::ClassSet;
using lexicon::set_of;

constexpr ClassSet heads =
    set_of(ClassId::org_head, ClassId::org_head_of, ClassId::org_modifier, ClassId::org_legal, ClassId::place_head,
           ClassId::place_head_first, ClassId::event, ClassId::compass, ClassId::month, ClassId::weekday);
constexpr ClassSet listed_others =
    set_of(ClassId::country, ClassId::region, ClassId::city, ClassId::place, ClassId::organization);
constexpr ClassSet larger_names = set_of(ClassId::country, ClassId::region, ClassId::nationality, ClassId::group);

/// True for what is named after people: bodies, places that no dictionary has, events, laws, works, products.
bool may_hold_people(const Candidate& candidate) {
  constexpr std::array types = {TypeId::organization, TypeId::location, TypeId::event,
                                TypeId::law,          TypeId::work,     TypeId::product};
  const bool known_place = candidate.type == TypeId::location && candidate.entry != lexicon::EntryId::none;
  return candidate.chosen && !known_place && candidate.last - candidate.first >= 2 &&
         std::find(types.begin(), types.end(), candidate.type) != types.end();
}

/// A word that may close a person's name in front of "Foundation".
bool is_surname(const SentenceView& view, std::uint32_t i) {
  const ClassSet classes = view.classes(i);
  if (!view.capital(i) || classes.any(larger_names)) return false;
  return classes.has(ClassId::surname) ? !classes.any(heads) : classes.empty();
}

/// Where the name of a person ends that begins at token a of a longer name; a when there is none.
std::uint32_t person_end(const SentenceView& view, std::uint32_t a, std::uint32_t last) {
  for (const lexicon::PhraseMatch& phrase : view.work.matches.phrases_at(a)) {
    if (phrase.last >= last) continue;
    if (phrase.cls == ClassId::person) return phrase.last;
    if (listed_others.has(phrase.cls)) return a;  // "Saint Vincent | Harbour"
  }
  if (view.is(a, ClassId::given_name) && !view.classes(a).any(larger_names)) {
    std::uint32_t at = a + 1;
    if (at < last && view.token(at).shape == tokens::Shape::upper && view.token(at).span.size() <= 2) ++at;
    if (at < last && view.mark(at, '.')) ++at;
    if (at + 1 < last && is_surname(view, at)) return at + 1;
  }
  const bool seen = (view.remembered(a) & seen_surname) != 0 && !view.is(a, ClassId::common_word) &&
                    !view.classes(a).any(listed_others);
  return seen && a + 1 < last ? a + 1 : a;
}

void propose_within(SentenceView& view, std::uint32_t first, std::uint32_t last) {
  std::uint32_t a = first;
  while (a < last && !view.capital(a)) ++a;  // "the"
  const std::uint32_t b = person_end(view, a, last);
  if (b == a) return;
  NameSpan span = view.name_span(a, b);
  span.before = span.after = {};  // they speak of the whole name
  span.before_lower = span.after_lower = false;
  const Score score = score_person(view, span);
  view.work.candidates.push_back({.first = a,
                                  .last = b,
                                  .type = TypeId::person,
                                  .proposal = Proposal::person_name,
                                  .score = score.total(),
                                  .entry = view.entry_at(a, b, ClassId::person),
                                  .evidence = score.bits()});
}

}  // namespace

void propose_inner_people(const tokens::TokenizedText& text, const Recognizers& recognizers, Workspace& work) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
  for (const Candidate& candidate : work.candidates)
    if (may_hold_people(candidate)) spans.emplace_back(candidate.first, candidate.last);
  std::sort(spans.begin(), spans.end());
  auto next = spans.begin();
  for (const tokens::Sentence& sentence : text.sentences) {
    if (next == spans.end() || next->first >= sentence.last) continue;
    SentenceView view = make_view(text, recognizers, work, sentence);
    for (; next != spans.end() && next->first < sentence.last; ++next) propose_within(view, next->first, next->second);
  }
}

}  // namespace dossier::recognize
