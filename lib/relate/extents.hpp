// The noun phrase of each name: "Norwegian envoy Lars Vik", "the University of Tolm in Norland".
#pragma once

#include <vector>

#include "relate/relate.hpp"

namespace dossier::relate {

/// For each of reading.mentions the span of the noun phrase whose head it is: that of the mention itself for pronouns,
/// role words, dates and nested mentions. It holds what stands before the name (titles, roles, nationalities, owners,
/// the article), what is joined to it by "of" and the like, the larger place behind a comma, and "'s"; no apposition,
/// no clause. O(tokens).
[[nodiscard]] std::vector<Span> find_extents(const Reading& reading);

}  // namespace dossier::relate
