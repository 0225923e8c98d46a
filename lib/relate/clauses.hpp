// Applies the rules that see clauses, and adds what the clause says of each statement: plans, doubts, place and date.
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Writes Workspace::clauses: the nodes without adverbs, dates and auxiliaries, each verb behind a copy of its subject
/// (or a wall where that is unknown), a passive verb behind its form of "be"; a noun like "interview" after "in an"
/// also stands behind the clause's subject. REQUIRES: find_verbs() and find_subjects().
void write_clauses(Workspace& work);

/// Matches the rules of stage clauses and adds their statements.
void apply_clause_rules(const Reading& reading, Workspace& work);

}  // namespace dossier::relate
