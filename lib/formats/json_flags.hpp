// The flags of a relation as a JSON list.
#pragma once

#include <dossier/document.hpp>
#include <string>

namespace dossier::formats {

/// Appends the names in the order of RelationFlags: ["reported","planned"].
void append_flags(std::string& out, RelationFlags flags);

}  // namespace dossier::formats
