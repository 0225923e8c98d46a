// The entity graph as a graph of the Boost Graph Library, for its algorithms. The only public header that needs Boost
// (1.74 or later); nothing else of the library includes it.
//
//   const dossier::BoostGraph boosted = dossier::to_boost(graph);
//   std::vector<double> rank(boost::num_vertices(boosted));
//   boost::graph::page_rank(boosted, boost::make_iterator_property_map(
//       rank.begin(), boost::get(boost::vertex_index, boosted)));
//   // rank[i] belongs to graph.nodes()[i]
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <dossier/graph.hpp>
#include <utility>
#include <vector>

namespace dossier {

/// What an edge of a BoostGraph stands for; `graph[edge].id` leads back to EntityGraph::edges().
struct BoostEdge {
  EdgeId id = EdgeId::none;
};

/// Compressed rows. Vertex i is EntityGraph::nodes()[i].
using BoostGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, BoostEdge,
                                                      boost::no_property, std::uint32_t, std::uint32_t>;

enum class EdgeDirections : std::uint8_t {
  as_stated,  ///< directed edges once, from subject to object; symmetric and co-occurrence edges both ways
  both_ways   ///< every edge both ways: an undirected graph
};

struct BoostOptions {
  bool stated_only = false;  ///< leave co-occurrence out
  EdgeDirections directions = EdgeDirections::both_ways;
};

/// A copy of the graph's structure. Out-edges of a vertex are in the order of EntityGraph::edges(); a self loop stands
/// once. O(nodes + edges). The result does not refer to `graph`.
[[nodiscard]] inline BoostGraph to_boost(const EntityGraph& graph, BoostOptions options = {}) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<BoostEdge> ids;
  for (std::size_t i = 0; i < graph.edges().size(); ++i) {
    const Edge& edge = graph.edges()[i];
    if (options.stated_only && !edge.stated) continue;
    const auto source = static_cast<std::uint32_t>(edge.source);
    const auto target = static_cast<std::uint32_t>(edge.target);
    ends.emplace_back(source, target);
    ids.push_back({static_cast<EdgeId>(i)});
    if (source == target || (edge.directed && options.directions == EdgeDirections::as_stated)) continue;
    ends.emplace_back(target, source);
    ids.push_back({static_cast<EdgeId>(i)});
  }
  return BoostGraph(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), ids.begin(),
                    static_cast<std::uint32_t>(graph.nodes().size()));
}

}  // namespace dossier
