// The rarest element that every match of a pattern must contain, and how far from the match's start it can stand.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/syntax.hpp"

namespace dossier::rules {

/// How many items a pattern can cover.
struct Length {
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};
[[nodiscard]] Length length_of(const Syntax& syntax, NodeId node);

/// At least one of the atoms holds of an item that stands `least_before` to `most_before` items behind the start.
struct Anchor {
  std::vector<Atom> atoms;
  lexicon::ClassSet small;  // those of the atoms' classes that count in words in lower case, too
  std::uint32_t least_before = 0;
  std::uint32_t most_before = 0;
  std::uint32_t cost = 0;  // estimated commonness
};
inline constexpr std::uint32_t no_anchor = 0xFFFFFFFF;  ///< cost where nothing is required

/// `common`: words that select nearly every sentence; sorted.
[[nodiscard]] Anchor find_anchor(const Syntax& syntax, NodeId node, const WordSet& common);

}  // namespace dossier::rules
