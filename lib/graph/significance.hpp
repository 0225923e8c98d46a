// How far two entities stand together more often than chance has it.
#pragma once

#include <cstdint>

namespace dossier::graph {

/// Sentences: with both, with the one, with the other, in all. REQUIRES: both <= one, other <= all.
struct Contingency {
  std::uint64_t both = 0;
  std::uint64_t one = 0;
  std::uint64_t other = 0;
  std::uint64_t all = 0;
};

struct Association {
  double npmi = 0.0;  ///< normalised pointwise mutual information (Bouma 2009): -1 never together, 0 as chance has it,
                      ///< 1 only together; 0 when both stand in every sentence, which says nothing
  double log_likelihood = 0.0;  ///< G2 of the two-by-two table (Dunning 1993), at least 0
};
[[nodiscard]] Association association(const Contingency& counts) noexcept;

}  // namespace dossier::graph
