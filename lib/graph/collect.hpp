// One document's contribution to a graph: its entities, what is stated of them, and which sentences name them.
#pragma once

#include <dossier/document.hpp>
#include <string>

namespace dossier::graph {

/// The bytes of its record. O(mentions + sentences + relations).
[[nodiscard]] std::string collect(const Document& doc);

}  // namespace dossier::graph
