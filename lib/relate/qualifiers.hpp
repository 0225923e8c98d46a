// Where and when: the place and date that a clause gives for what it states.
#pragma once

#include "relate/statements.hpp"
#include "relate/workspace.hpp"

namespace dossier::relate {

/// Fills in found.place and found.date where they are empty: the nearest behind node `label` in its clause, else what
/// stands at the start of the sentence or between subject and verb.
void add_qualifiers(const Reading& reading, const Workspace& work, std::uint32_t label, Found& found);

}  // namespace dossier::relate
