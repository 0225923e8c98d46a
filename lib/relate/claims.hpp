// Who vouches for a clause, and what is said of events named by nouns: "..., police said", "a planned visit".
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Flags the verbs of clauses whose source is named beside them: "A met B, C said", "according to C, A met B".
/// REQUIRES: find_subjects() has run.
void find_sources(const Reading& reading, Workspace& work);

/// What stands before the event noun at `node` (an index into Workspace::nodes) and denies, plans or doubts it: "no
/// meeting", "an alleged visit", "ruled out talks". REQUIRES: find_verbs() has run.
[[nodiscard]] RelationFlags event_flags(const Reading& reading, const Workspace& work, std::uint32_t node);

}  // namespace dossier::relate
