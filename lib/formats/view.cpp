// Which nodes and edges of a graph a GraphView shows.
#include "formats/view.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace dossier::formats {
namespace {

std::size_t index(NodeId node) noexcept { return static_cast<std::size_t>(node); }

bool is_wanted(const Edge& edge, const GraphView& view) noexcept {
  return edge.stated || (!view.stated_only && edge.count >= view.min_weight);
}

std::vector<bool> allowed_nodes(const EntityGraph& graph, const GraphView& view) {
  std::vector<bool> allowed(graph.nodes().size(), view.only.empty());
  for (const NodeId node : view.only) allowed[index(node)] = true;
  return allowed;
}

// Numbers of the nodes that may be shown, the most important first.
std::vector<std::uint32_t> ranked(const EntityGraph& graph, const std::vector<bool>& candidates) {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> stated(candidates.size());
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i]) continue;
    order.push_back(i);
    stated[i] = graph.degree(static_cast<NodeId>(i), true);
  }
  const auto nodes = graph.nodes();
  std::sort(order.begin(), order.end(), [&stated, nodes](std::uint32_t a, std::uint32_t b) {
    return std::tuple(stated[b], nodes[b].mentions, a) < std::tuple(stated[a], nodes[a].mentions, b);
  });
  return order;
}

// The first nodes of the order, as many as it takes until view.top of them are joined with one another. (With isolated
// nodes: the first view.top.)
std::vector<bool> best(const EntityGraph& graph, const GraphView& view, const std::vector<std::uint32_t>& order) {
  std::vector<bool> shown(graph.nodes().size());
  std::vector<bool> joined(shown.size());
  std::vector<std::vector<std::uint32_t>> neighbors(shown.size());
  for (const Edge& edge : graph.edges()) {
    if (!is_wanted(edge, view)) continue;
    neighbors[index(edge.source)].push_back(static_cast<std::uint32_t>(edge.target));
    neighbors[index(edge.target)].push_back(static_cast<std::uint32_t>(edge.source));
  }
  std::size_t count = 0;
  for (const std::uint32_t node : order) {
    if (view.top != 0 && count >= view.top) break;
    shown[node] = true;
    if (view.isolated) ++count;
    for (const std::uint32_t other : neighbors[node]) {
      if (view.isolated || !shown[other]) continue;
      for (const std::uint32_t end : {node, other}) {
        if (!joined[end]) ++count;
        joined[end] = true;
      }
    }
  }
  return shown;
}

}  // namespace

Selection select(const EntityGraph& graph, const GraphView& view) {
  const auto edges = graph.edges();
  const std::vector<bool> allowed = allowed_nodes(graph, view);
  std::vector<bool> shown(allowed.size());
  if (view.isolated) shown = allowed;
  for (const Edge& edge : edges) {
    if (!is_wanted(edge, view) || !allowed[index(edge.source)] || !allowed[index(edge.target)]) continue;
    shown[index(edge.source)] = shown[index(edge.target)] = true;
  }

  const std::vector<std::uint32_t> order = ranked(graph, shown);
  shown = best(graph, view, order);

  Selection out;
  std::vector<bool> joined(shown.size(), view.isolated);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const Edge& edge = edges[i];
    if (!is_wanted(edge, view) || !shown[index(edge.source)] || !shown[index(edge.target)]) continue;
    out.edges.push_back(static_cast<EdgeId>(i));
    joined[index(edge.source)] = joined[index(edge.target)] = true;
  }
  for (std::size_t i = 0; i < shown.size(); ++i)
    if (shown[i] && joined[i]) out.nodes.push_back(static_cast<NodeId>(i));
  out.hidden_nodes = shown.size() - out.nodes.size();
  out.hidden_edges = edges.size() - out.edges.size();
  return out;
}

}  // namespace dossier::formats
