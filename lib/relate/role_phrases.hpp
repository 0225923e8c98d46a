// Joins a role's words with whatever belongs to them: "the former Putin adviser", "founder and CEO of Acme in Ohio".
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Fills Workspace::nodes from Workspace::items: each role phrase becomes one node of type ROLE with a Phrase whose
/// units say which roles and whose; every other item becomes a node.
///
/// A phrase is, from left to right: article, time ("former"), owners ("Putin's", "U.S.", "his"), adjectives, the role,
/// its complements ("of Acme", "in Ohio"), further roles joined by commas and "and". Every part but the role is
/// optional, and the number of words in each is limited.
void find_role_phrases(const Reading& reading, Workspace& work);

}  // namespace dossier::relate
