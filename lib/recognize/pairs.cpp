// Two names joined by a hyphen, which the tokenizer leaves as one word: "Ukraine-Russia", "Chinese-Indian";
// "Franco-German" is one name. Both are known to the dictionaries, and the whole is not known as something else.
#include <optional>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

using lexicon::ClassId;
using lexicon::EntryId;
using lexicon::set_of;

constexpr lexicon::ClassSet wholes =
    set_of(ClassId::given_name, ClassId::surname, ClassId::person, ClassId::organization, ClassId::country,
           ClassId::city, ClassId::region, ClassId::place, ClassId::group, ClassId::stop_name, ClassId::event);

struct Known {
  EntryId entry;
  TypeId type;
};

/// The name that a part of the word is, when it is one without doubt.
std::optional<Known> know(const SentenceView& view, std::string_view part) {
  if (part.size() < 2 || part.front() < 'A' || part.front() > 'Z') return std::nullopt;
  constexpr std::array<std::pair<ClassId, TypeId>, 5> lists = {{{ClassId::nationality, TypeId::group},
                                                                {ClassId::country, TypeId::location},
                                                                {ClassId::region, TypeId::location},
                                                                {ClassId::organization, TypeId::organization},
                                                                {ClassId::city, TypeId::location}}};
  constexpr std::uint16_t large = 500;  // of cities, as loc.city-size counts: a hundred thousand inhabitants
  for (const auto& [cls, type] : lists) {
    const std::optional<EntryId> entry = view.lexicon.find(cls, part);
    if (!entry) continue;
    const std::uint16_t flags = view.lexicon.flags_of(*entry);
    if ((flags & (lexicon::needs_context | lexicon::weak)) != 0) continue;
    if (type == TypeId::organization && (flags & lexicon::word) != 0) continue;
    if (cls == ClassId::city && view.lexicon.weight_of(*entry) < large) continue;
    return Known{*entry, type};
  }
  return std::nullopt;
}

}  // namespace

void propose_pair(SentenceView& view, std::uint32_t i) {
  if (view.classes(i).any(wholes)) return;
  const std::string_view word = view.word(i);
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || word.find('-', hyphen + 1) != std::string_view::npos) return;
  const std::optional<Known> first = know(view, word.substr(0, hyphen));
  if (!first) return;
  const std::optional<Known> second = know(view, word.substr(hyphen + 1));
  if (!second) return;
  Score score(view.weights);
  score.add(Evidence::pair_of_names);
  const auto proposal = [](TypeId type) {
    if (type == TypeId::group) return Proposal::group_word;
    return type == TypeId::location ? Proposal::location_name : Proposal::organization_name;
  };
  view.work.candidates.push_back({.first = i,
                                  .last = i + 1,
                                  .type = first->type,
                                  .proposal = proposal(first->type),
                                  .score = score.total(),
                                  .entry = first->entry,
                                  .split = static_cast<std::uint32_t>(hyphen),
                                  .second_type = second->type,
                                  .second = second->entry,
                                  .evidence = score.bits()});
}

}  // namespace dossier::recognize
