// Who does what: finds the subject of each verb.
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Fills in Verb::subject and the flags that a clause adds ("said that", "whether"). One pass over the sentence; a
/// subject that is not certain stays unknown.
///
/// The subject of a verb is the noun phrase right before it unless a preposition governs that; behind a comma, "and" or
/// a gerund it is the clause's subject so far; behind "who" the phrase before that; of an infinitive it is the object
/// of "asked" or "urged", else the clause's subject; of a participle at the start of a sentence it is the subject to
/// come.
void find_subjects(const Reading& reading, Workspace& work);

}  // namespace dossier::relate
