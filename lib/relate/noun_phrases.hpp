// Names with the words around them that add nothing, possessives, modifiers, and lists of names.
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Rewrites Workspace::nodes: an article or description joins its name ("the newspaper Kommersant"), a possessive mark
/// joins its noun phrase, which becomes an owner, and a name that only modifies the noun behind it ("Trump supporters")
/// loses its type. What is left of parentheses is dropped.
void close_noun_phrases(const Reading& reading, Workspace& work);

/// Joins "A, B and C" to one node with several members. Where a verb follows a list in object position, its last name
/// begins a new clause and stays alone.
void join_lists(const Reading& reading, Workspace& work);

}  // namespace dossier::relate
