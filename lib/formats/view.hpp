// Which nodes and edges of a graph a GraphView shows.
#pragma once

#include <cstddef>
#include <dossier/formats.hpp>
#include <vector>

namespace dossier::formats {

/// Nodes are listed, edges (there may be many millions) are only counted: each_edge() finds them again.
class Selection {
 public:
  std::vector<NodeId> nodes;     ///< in node order
  std::size_t edges = 0;         ///< shown; both ends are among the nodes
  std::size_t hidden_nodes = 0;  ///< left out
  std::size_t hidden_edges = 0;

  Selection(const EntityGraph& graph, const GraphView& view);
  /// True for edges that are shown.
  [[nodiscard]] bool has(const Edge& edge) const;
  /// Calls `use(edge, number)` with the edges that are shown, in their order, numbered from 0.
  template <typename Use>
  void each_edge(const Use& use) const {
    std::size_t number = 0;
    for (const Edge& edge : graph_.edges())
      if (has(edge)) use(edge, number++);
  }
  /// Calls `use(node)` with the nodes that are shown.
  template <typename Use>
  void each_node(const Use& use) const {
    for (const NodeId id : nodes) use(graph_.nodes()[static_cast<std::size_t>(id)]);
  }

 private:
  [[nodiscard]] bool is_wanted(const Edge& edge) const noexcept;
  void choose_best();

  const EntityGraph& graph_;
  GraphView view_;
  std::vector<bool> shown_;  // of each node: edges between these are shown
};

/// Edges are chosen first, then the nodes with most stated edges, then mentions, then by key, then edges between them.
/// The graph must outlive the selection.
[[nodiscard]] inline Selection select(const EntityGraph& graph, const GraphView& view) { return {graph, view}; }

}  // namespace dossier::formats
