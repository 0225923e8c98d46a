// Which nodes and edges of a graph a GraphView shows.
#include "formats/view.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace dossier::formats {
namespace {

constexpr std::uint32_t never = 0xFFFFFFFF;

std::size_t index(NodeId node) noexcept { return static_cast<std::size_t>(node); }

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

}  // namespace

bool Selection::is_wanted(const Edge& edge) const noexcept {
  return edge.stated || (!view_.stated_only && edge.count >= view_.min_weight);
}

bool Selection::has(const Edge& edge) const {
  return is_wanted(edge) && shown_[index(edge.source)] && shown_[index(edge.target)];
}

// Keeps the first nodes in the order of importance, as many as it takes until view.top of them are joined with one
// another. (With isolated nodes: the first view.top.) An edge joins its ends when the later of them comes.
void Selection::choose_best() {
  const std::vector<std::uint32_t> order = ranked(graph_, shown_);
  std::vector<std::uint32_t> rank(shown_.size(), never);
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::vector<std::uint32_t> joined(shown_.size(), never);  // the rank at which the node is joined with another
  if (!view_.isolated) {
    for (const Edge& edge : graph_.edges()) {
      if (!is_wanted(edge)) continue;
      const std::uint32_t later = std::max(rank[index(edge.source)], rank[index(edge.target)]);
      for (const std::size_t end : {index(edge.source), index(edge.target)}) joined[end] = std::min(joined[end], later);
    }
  }
  std::vector<std::uint32_t> joins(order.size());  // at each rank: nodes that are joined with others
  for (const std::uint32_t node : order)
    if (joined[node] != never) ++joins[joined[node]];
  std::size_t count = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (count >= view_.top) shown_[order[i]] = false;
    count += view_.isolated ? 1 : joins[i];
  }
}

Selection::Selection(const EntityGraph& graph, const GraphView& view)
    : graph_(graph), view_(view), shown_(allowed_nodes(graph, view)) {
  std::vector<bool> joined(shown_.size(), view.isolated);
  const auto join_ends = [&] {
    each_edge([&joined](const Edge& edge, std::size_t) {
      joined[index(edge.source)] = true;
      joined[index(edge.target)] = true;
    });
  };
  join_ends();
  for (std::size_t i = 0; i < shown_.size(); ++i) shown_[i] = shown_[i] && joined[i];
  if (view.top != 0) {
    choose_best();
    joined.assign(shown_.size(), view.isolated);
    join_ends();
  }
  for (std::size_t i = 0; i < shown_.size(); ++i)
    if (shown_[i] && joined[i]) nodes.push_back(static_cast<NodeId>(i));
  each_edge([this](const Edge&, std::size_t) { ++edges; });
  hidden_nodes = shown_.size() - nodes.size();
  hidden_edges = graph.edges().size() - edges;
}

}  // namespace dossier::formats
