// Names and weights of traits.
#include "corefer/traits.hpp"

#include <bit>

#include "lexicon/weights.hpp"

namespace dossier::corefer {
namespace {

// In the order of Trait.
constexpr std::array<std::string_view, trait_count> names = {"place.same-sentence",
                                                             "place.sentence-before",
                                                             "place.nearest",
                                                             "place.second-nearest",
                                                             "place.by-pronoun",
                                                             "clause.last-subject",
                                                             "clause.last-subject-of-owner",
                                                             "clause.goes-on",
                                                             "clause.goes-on-later",
                                                             "clause.goes-on-from-lead",
                                                             "clause.governed",
                                                             "clause.governed-before",
                                                             "clause.object",
                                                             "clause.own",
                                                             "clause.bound",
                                                             "clause.told",
                                                             "clause.joined",
                                                             "clause.coordinated",
                                                             "clause.listed",
                                                             "clause.who",
                                                             "place.in-parentheses",
                                                             "place.quoted",
                                                             "clause.subordinate",
                                                             "ahead.of-owner",
                                                             "ahead.of-other",
                                                             "name.again",
                                                             "name.most-named",
                                                             "name.one-word",
                                                             "name.described",
                                                             "name.meant-last",
                                                             "sex.known",
                                                             "sex.other-meant",
                                                             "who.unrecognized",
                                                             "who.unrecognized-subject",
                                                             "who.role-phrase",
                                                             "who.open-pronoun",
                                                             "who.nobody",
                                                             "doubt.believed",
                                                             "doubt.stated"};

}  // namespace

std::string_view name(Trait trait) noexcept { return names[static_cast<std::size_t>(trait)]; }

std::int32_t Weights::sum(Traits traits) const noexcept {
  std::int32_t out = 0;
  for (std::uint64_t bits = traits.bits(); bits != 0; bits &= bits - 1)
    out += values_[static_cast<std::size_t>(std::countr_zero(bits))];
  return out;
}

Weights Weights::parse(std::string_view file, std::string_view bytes, Diagnostics& problems) {
  Weights weights;
  std::array<std::uint32_t, trait_count> lines{};
  lexicon::parse_weights(file, bytes, {names, weights.values_, lines}, problems);
  return weights;
}

}  // namespace dossier::corefer
