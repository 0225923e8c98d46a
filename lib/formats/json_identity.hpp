// Of which keys a node is made, and which others it may be: members of its JSON object.
#pragma once

#include <dossier/graph.hpp>
#include <string>

namespace dossier::formats {

/// Appends `,"members":[...],"candidates":[...]`, each left out when it is empty.
void append_identity(std::string& out, const Node& node);

}  // namespace dossier::formats
