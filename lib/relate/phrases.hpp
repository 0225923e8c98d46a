// Applies the rules that see words and phrases, and joins what they say belongs to one person.
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Matches the rules for words against Workspace::items and adds their statements. Leaves Workspace::nodes undefined.
void apply_word_rules(const Reading& reading, Workspace& work);

/// Matches the rules of a stage against Workspace::nodes and adds their statements. A role phrase is given to one
/// person only: of rules that want the same one, the rule that stands first in the files has it. Matches of rules with
/// `absorb` become one node, that of their subject.
void apply_phrase_rules(const Reading& reading, rules::Stage stage, Workspace& work);

}  // namespace dossier::relate
