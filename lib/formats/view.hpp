// Which nodes and edges of a graph a GraphView shows.
#pragma once

#include <cstddef>
#include <dossier/formats.hpp>
#include <vector>

namespace dossier::formats {

struct Selection {
  std::vector<NodeId> nodes;     ///< in node order
  std::vector<EdgeId> edges;     ///< in edge order; both ends are among the nodes
  std::size_t hidden_nodes = 0;  ///< left out
  std::size_t hidden_edges = 0;
};

/// Edges are chosen first, then the nodes with most stated edges, then mentions, then by key, then edges between them.
[[nodiscard]] Selection select(const EntityGraph& graph, const GraphView& view);

}  // namespace dossier::formats
