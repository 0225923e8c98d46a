// Records to the sorted nodes and edges that are shown, with their adjacency.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <string>
#include <vector>

#include "graph/store.hpp"

namespace dossier::graph {

/// One name under which a node can be found.
struct NameEntry {
  TypeId type = TypeId::none;
  std::string folded;
  std::uint32_t rank = 0;  ///< 0 for the most mentioned node; ties: node order
  NodeId node = NodeId::none;
};

/// A graph at rest.
struct Frozen {
  std::vector<Node> nodes;                ///< sorted by key
  std::vector<Edge> edges;                ///< sorted by source key, target key, stated first, type, label
  std::vector<Evidence> evidence;         ///< what the edges' spans are of; its views are of the records
  std::vector<std::uint32_t> first_edge;  ///< of each node into edges_of; one more at the end
  std::vector<EdgeId> edges_of;           ///< the edges of each node in edge order; a self loop stands once
  std::vector<NameEntry> names;           ///< sorted by type, folded form, rank
  Diagnostics problems;                   ///< of decisions
  std::uint64_t sentences = 0;
  std::uint64_t dropped_pairs = 0;
};

/// Two passes over the records: who there is, then how they are linked.
[[nodiscard]] Frozen freeze(const Store& store, const Schema& schema, const GraphOptions& options);

}  // namespace dossier::graph
