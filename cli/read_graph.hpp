// Texts to records, and to one entity graph, for the commands that answer from it.
#pragma once

#include <dossier/engine.hpp>
#include <dossier/graph.hpp>
#include <dossier/records.hpp>
#include <functional>

#include "finish.hpp"
#include "inputs.hpp"
#include "options.hpp"

namespace dossier::cli {

/// Annotates all texts and hands their records over in the order of the input. Texts that cannot be read are named on
/// standard error and counted.
void read_texts(const Common& common, const Engine& engine, Inputs& inputs, Tally& tally,
                const std::function<void(DocumentRecord&&)>& take);

/// Adds all texts to the graph and freezes it. `tally.found` is the number of nodes.
void read_graph(const Common& common, const Engine& engine, Inputs& inputs, EntityGraph& graph, Tally& tally);

}  // namespace dossier::cli
