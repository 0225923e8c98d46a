// Who matters: mentions, degree, betweenness, PageRank.
//
// Betweenness is Brandes' accumulation from each start node. Boost's brandes_betweenness_centrality knows no sample of
// starts; the tests compare the two where all nodes are starts.
#include <algorithm>
#include <cmath>
#include <dossier/query.hpp>
#include <numeric>

#include "graph/mixing.hpp"
#include "graph/simple.hpp"

namespace dossier {
namespace {

using graph::Link;
using graph::SimpleGraph;

constexpr double damping = 0.85;
constexpr int max_rounds = 200;
constexpr double settled = 1e-12;  // change of one node's rank, as a share of all

// Shortest paths from one node, and what hangs on each node between (Brandes 2001, algorithm 1).
class PathCounter {
 public:
  explicit PathCounter(const SimpleGraph& graph)
      : graph_(graph), distance_(graph.size()), paths_(graph.size()), share_(graph.size()) {
    order_.reserve(graph.size());
  }
  /// Adds, for each node, the paths from `start` that lead through it.
  void add(std::uint32_t start, std::vector<double>& out);

 private:
  void search(std::uint32_t start);

  const SimpleGraph& graph_;
  std::vector<std::uint32_t> distance_;  // 1 for the start; 0: not reached
  std::vector<double> paths_;            // shortest ones from the start
  std::vector<double> share_;
  std::vector<std::uint32_t> order_;  // by distance
};

void PathCounter::search(std::uint32_t start) {
  std::fill(distance_.begin(), distance_.end(), 0U);
  std::fill(paths_.begin(), paths_.end(), 0.0);
  order_.assign(1, start);
  distance_[start] = 1;
  paths_[start] = 1;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::uint32_t node = order_[i];
    for (const Link& link : graph_.links_of(node)) {
      if (distance_[link.node] == 0) {
        distance_[link.node] = distance_[node] + 1;
        order_.push_back(link.node);
      }
      if (distance_[link.node] == distance_[node] + 1) paths_[link.node] += paths_[node];
    }
  }
}

void PathCounter::add(std::uint32_t start, std::vector<double>& out) {
  search(start);
  for (const std::uint32_t node : order_) share_[node] = 0;
  for (std::size_t i = order_.size(); i-- > 1;) {
    const std::uint32_t node = order_[i];
    for (const Link& link : graph_.links_of(node))
      if (distance_[link.node] + 1 == distance_[node])
        share_[link.node] += paths_[link.node] / paths_[node] * (1 + share_[node]);
    out[node] += share_[node];
  }
}

// `count` different numbers below `size`, sorted; the same for the same seed everywhere. The smallest `count` of all
// numbers in the order of their mixed bits.
std::vector<std::uint32_t> drawn(std::uint32_t size, std::uint32_t count, std::uint32_t seed) {
  std::vector<std::uint32_t> out(size);
  std::iota(out.begin(), out.end(), 0U);
  if (count >= size) return out;
  const auto key = [seed](std::uint32_t number) { return graph::mixed((std::uint64_t{seed} << 32U) | number); };
  std::nth_element(out.begin(), out.begin() + count, out.end(),
                   [key](std::uint32_t a, std::uint32_t b) { return std::pair(key(a), a) < std::pair(key(b), b); });
  out.resize(count);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<double> betweenness(const SimpleGraph& graph, const ImportanceOptions& options) {
  const std::uint32_t size = graph.size();
  std::vector<double> out(size);
  if (size < 3) return out;
  const bool exact = size <= options.exact_nodes;
  const std::vector<std::uint32_t> starts = drawn(size, exact ? size : std::max(options.samples, 1U), options.seed);
  PathCounter counter(graph);
  for (const std::uint32_t start : starts) counter.add(start, out);
  // Each pair was counted from both ends, and so are the pairs that are divided by.
  const double pairs = static_cast<double>(starts.size()) / size * (size - 1.0) * (size - 2.0);
  for (double& value : out) value /= pairs;
  return out;
}

// An edge as it points; symmetric ones both ways.
struct Arc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double weight = 0;
};

std::vector<Arc> arcs_of(const EntityGraph& graph, const QueryOptions& options) {
  std::vector<Arc> out;
  for (const Edge& edge : graph.edges()) {
    if (!graph::is_followed(edge, options)) continue;
    const auto source = static_cast<std::uint32_t>(edge.source);
    const auto target = static_cast<std::uint32_t>(edge.target);
    const double weight = static_cast<double>(edge.count) * (edge.stated ? double{graph::stated_weight} : 1.0);
    out.push_back({source, target, weight});
    if (!edge.directed) out.push_back({target, source, weight});
  }
  return out;
}

// Power iteration. Who points at nobody passes his rank on to all (as if he pointed at everybody).
std::vector<double> pagerank(const EntityGraph& graph, const QueryOptions& options) {
  const std::size_t size = graph.nodes().size();
  if (size == 0) return {};
  const std::vector<Arc> arcs = arcs_of(graph, options);
  std::vector<double> total(size);
  for (const Arc& arc : arcs) total[arc.from] += arc.weight;
  const auto count = static_cast<double>(size);
  std::vector<double> rank(size, 1 / count);
  std::vector<double> next(size);
  for (int round = 0; round < max_rounds; ++round) {
    double lost = 0;
    for (std::size_t i = 0; i < size; ++i)
      if (total[i] == 0) lost += rank[i];
    std::fill(next.begin(), next.end(), (1 - damping + damping * lost) / count);
    for (const Arc& arc : arcs) next[arc.to] += damping * rank[arc.from] * arc.weight / total[arc.from];
    double change = 0;
    for (std::size_t i = 0; i < size; ++i) change = std::max(change, std::abs(next[i] - rank[i]));
    rank.swap(next);
    if (change < settled / count) break;
  }
  return rank;
}

}  // namespace

std::vector<double> importance(const EntityGraph& graph, Importance what, const ImportanceOptions& options) {
  std::vector<double> out;
  switch (what) {
    case Importance::mentions:
      for (const Node& node : graph.nodes()) out.push_back(node.mentions);
      return out;
    case Importance::pagerank:
      return pagerank(graph, options.edges);
    default:
      break;
  }
  const SimpleGraph simple = graph::simplify(graph, options.edges);
  if (what == Importance::betweenness) return betweenness(simple, options);
  for (std::uint32_t node = 0; node < simple.size(); ++node)
    out.push_back(static_cast<double>(simple.links_of(node).size()));
  return out;
}

std::vector<NodeId> top_nodes(const std::vector<double>& values, std::uint32_t count) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&values](std::uint32_t a, std::uint32_t b) { return values[a] > values[b]; });
  if (count != 0 && order.size() > count) order.resize(count);
  std::vector<NodeId> out;
  for (const std::uint32_t node : order) out.push_back(static_cast<NodeId>(node));
  return out;
}

}  // namespace dossier
