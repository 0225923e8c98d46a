// Verb groups: a verb with the auxiliaries, adverbs and governing verbs before it, and what they say of its truth.
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// True for nodes that clauses do not see: adverbs, dates, and prepositions before dates. For these three questions:
/// REQUIRES: find_verbs() has run.
[[nodiscard]] inline bool is_transparent(const Workspace& work, std::uint32_t node) noexcept {
  return work.transparent[node] != 0;
}

/// The nearest node before that is not transparent; nothing at the start.
[[nodiscard]] inline std::uint32_t before(const Workspace& work, std::uint32_t node) noexcept {
  while (node-- > 0)
    if (!is_transparent(work, node)) return node;
  return nothing;
}
/// The nearest node behind that is not transparent; nothing at the end.
[[nodiscard]] inline std::uint32_t behind(const Workspace& work, std::uint32_t node) noexcept {
  while (++node < work.nodes.size())
    if (!is_transparent(work, node)) return node;
  return nothing;
}

/// Fills Workspace::transparent, and Workspace::verbs, in order, subjects still unknown: listed verbs that are not used
/// as nouns, forms of "be" before anything but a verb, and words in -ed that no list has.
void find_verbs(const Reading& reading, Workspace& work);

}  // namespace dossier::relate
