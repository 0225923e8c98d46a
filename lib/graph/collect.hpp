// One document into records: its entities, what is stated of them, and who stands with whom in a sentence.
#pragma once

#include "graph/records.hpp"

namespace dossier::graph {

/// Adds a document. O(mentions + sentences x max_cooccurring^2).
void collect(const Document& doc, const GraphOptions& options, Records& out);

}  // namespace dossier::graph
