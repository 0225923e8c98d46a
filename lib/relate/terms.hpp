// Since when and until when a role is held: "mayor of Cork since 2019", "from 2010 to 2014".
#pragma once

#include "relate/relate.hpp"

namespace dossier::relate {

/// Sets Statement::since and until from the dates right behind the words that state a role. O(log mentions).
void find_terms(const Reading& reading, Statement& role);

}  // namespace dossier::relate
