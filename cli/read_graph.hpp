// Texts to one entity graph, for the commands that answer from it.
#pragma once

#include <dossier/engine.hpp>
#include <dossier/graph.hpp>

#include "finish.hpp"
#include "inputs.hpp"
#include "options.hpp"

namespace dossier::cli {

/// Adds all texts to the graph and freezes it. Records that cannot be read are named on standard error and counted;
/// sentences with too many entities are counted there as well. `tally.found` is the number of nodes.
void read_graph(const Common& common, const Engine& engine, Inputs& inputs, EntityGraph& graph, Tally& tally);

}  // namespace dossier::cli
