// How two are connected, and who stands around somebody.
#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <dossier/query.hpp>
#include <limits>
#include <tuple>
#include <utility>

#include "graph/simple.hpp"

namespace dossier {
namespace {

using graph::Link;
using graph::SimpleGraph;

constexpr std::uint32_t stated_cost = 2;
constexpr std::uint32_t cooccurrence_cost = 5;
constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

struct Cost {
  std::uint32_t cost = 0;
};
using CostGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Cost, boost::no_property,
                                                     std::uint32_t, std::uint32_t>;

std::uint32_t cost_of(const Link& link) noexcept { return link.stated ? stated_cost : cooccurrence_cost; }

CostGraph to_cost_graph(const SimpleGraph& simple) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<Cost> costs;
  ends.reserve(simple.links.size());
  costs.reserve(simple.links.size());
  for (std::uint32_t node = 0; node < simple.size(); ++node) {
    for (const Link& link : simple.links_of(node)) {
      ends.emplace_back(node, link.node);
      costs.push_back({cost_of(link)});
    }
  }
  return CostGraph(boost::edges_are_sorted, ends.begin(), ends.end(), costs.begin(), simple.size());
}

std::vector<std::uint32_t> costs_from(const SimpleGraph& simple, std::uint32_t start) {
  const CostGraph costs = to_cost_graph(simple);
  std::vector<std::uint32_t> out(simple.size(), unreached);
  const auto index = boost::get(boost::vertex_index, costs);
  boost::dijkstra_shortest_paths(costs, start,
                                 boost::weight_map(boost::get(&Cost::cost, costs))
                                     .distance_map(boost::make_iterator_property_map(out.begin(), index))
                                     .distance_inf(unreached));
  return out;
}

// All edges between the two that may be followed.
std::vector<EdgeId> edges_between(const EntityGraph& graph, NodeId a, NodeId b, const QueryOptions& options) {
  const auto edges = graph.edges();
  std::vector<EdgeId> out;
  for (const auto& [source, target] : {std::pair(a, b), std::pair(b, a)}) {
    auto edge = std::lower_bound(edges.begin(), edges.end(), std::pair(source, target),
                                 [](const Edge& e, const auto& ends) { return std::pair(e.source, e.target) < ends; });
    for (; edge != edges.end() && edge->source == source && edge->target == target; ++edge)
      if (graph::is_followed(*edge, options)) out.push_back(static_cast<EdgeId>(edge - edges.begin()));
  }
  std::sort(out.begin(), out.end(), [edges](EdgeId a_id, EdgeId b_id) {
    const Edge& x = edges[static_cast<std::size_t>(a_id)];
    const Edge& y = edges[static_cast<std::size_t>(b_id)];
    return std::tuple(!x.stated, y.count, a_id) < std::tuple(!y.stated, x.count, b_id);
  });
  return out;
}

}  // namespace

// Predecessors are chosen from the costs rather than taken from the search, so that its queue decides nothing.
std::vector<Hop> find_path(const EntityGraph& graph, NodeId from, NodeId to, QueryOptions options) {
  const SimpleGraph simple = graph::simplify(graph, options);
  const auto start = static_cast<std::uint32_t>(from);
  auto at = static_cast<std::uint32_t>(to);
  std::vector<Hop> out;
  if (start == at) return out;
  const std::vector<std::uint32_t> costs = costs_from(simple, start);
  if (costs[at] == unreached) return out;
  while (at != start) {
    const auto links = simple.links_of(at);
    const auto before = std::find_if(links.begin(), links.end(), [&](const Link& link) {
      return costs[link.node] != unreached && costs[link.node] + cost_of(link) == costs[at];
    });
    const auto previous = static_cast<NodeId>(before->node);
    const auto here = static_cast<NodeId>(at);
    out.push_back({previous, here, edges_between(graph, previous, here, options)});
    at = before->node;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<Near> ego_network(const EntityGraph& graph, NodeId center, std::uint32_t depth, QueryOptions options) {
  const SimpleGraph simple = graph::simplify(graph, options);
  std::vector<std::uint32_t> distance(simple.size(), unreached);
  std::vector<Near> out = {{center, 0}};
  distance[static_cast<std::size_t>(center)] = 0;
  std::size_t done = 0;
  for (std::uint32_t hops = 1; hops <= depth && done < out.size(); ++hops) {  // ring by ring, as far as is asked for
    const std::size_t ring = out.size();
    for (; done < ring; ++done) {
      for (const Link& link : simple.links_of(static_cast<std::uint32_t>(out[done].node))) {
        if (distance[link.node] != unreached) continue;
        distance[link.node] = hops;
        out.push_back({static_cast<NodeId>(link.node), hops});
      }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(ring), out.end(),
              [](const Near& a, const Near& b) { return a.node < b.node; });
  }
  return out;
}

}  // namespace dossier
