// Groups that hang together: the Louvain method on integer weights.
//
// A pass moves each node, in order, to the neighbouring community that gains most modularity, until nothing moves; then
// communities are split into their connected parts, each becomes a node, and the next pass works on those. Gains are
// compared as weight * total - resolution * degree * degree; ties go to the smaller number, and a node stays where
// nothing is better. It ends when a pass joins nothing.
#include <algorithm>
#include <cmath>
#include <dossier/query.hpp>
#include <numeric>

#include "graph/simple.hpp"

namespace dossier {
namespace {

using graph::Link;
using graph::SimpleGraph;

constexpr int max_sweeps = 100;  // of one pass; gains below the precision of numbers could go round in circles

// A graph whose nodes are communities; loops are what lies inside of them, counted twice.
struct Level {
  std::vector<std::uint32_t> first = {0};
  std::vector<Link> links;
  std::vector<std::uint64_t> degree;  // weight of all ends at each node, loops included

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(degree.size()); }
  [[nodiscard]] std::span<const Link> links_of(std::uint32_t node) const noexcept {
    return std::span(links).subspan(first[node], first[node + 1] - first[node]);
  }
};

Level to_level(const SimpleGraph& simple) {
  Level out;
  out.first = simple.first;
  out.links = simple.links;
  out.degree.assign(simple.size(), 0);
  for (std::uint32_t node = 0; node < simple.size(); ++node)
    for (const Link& link : simple.links_of(node)) out.degree[node] += link.weight;
  return out;
}

// One pass over one level.
class Louvain {
 public:
  Louvain(const Level& level, double resolution)
      : level_(level), resolution_(resolution), of_(level.size()), total_(level.degree), weight_to_(level.size()) {
    std::iota(of_.begin(), of_.end(), 0U);
    all_ = static_cast<double>(std::accumulate(total_.begin(), total_.end(), std::uint64_t{0}));
  }
  /// The community of each node, numbered from 0 in the order of their first nodes.
  std::vector<std::uint32_t> run() {
    for (int sweep = 0; sweep < max_sweeps; ++sweep) {
      bool moved = false;
      for (std::uint32_t node = 0; node < level_.size(); ++node) moved = move(node) || moved;
      if (!moved) break;
    }
    return connected_parts();
  }

 private:
  bool move(std::uint32_t node);
  [[nodiscard]] std::vector<std::uint32_t> connected_parts() const;
  [[nodiscard]] double gain(std::uint64_t weight, std::uint64_t degree, std::uint64_t total) const {
    return static_cast<double>(weight) * all_ - resolution_ * static_cast<double>(degree) * static_cast<double>(total);
  }

  const Level& level_;
  double resolution_;
  double all_ = 0;  // twice the weight of all links
  std::vector<std::uint32_t> of_;
  std::vector<std::uint64_t> total_;      // degrees of each community
  std::vector<std::uint64_t> weight_to_;  // from the node that is looked at to each community; 0 between calls
  std::vector<std::uint32_t> around_;
};

bool Louvain::move(std::uint32_t node) {
  const std::uint32_t old = of_[node];
  const std::uint64_t degree = level_.degree[node];
  around_.assign(1, old);
  for (const Link& link : level_.links_of(node)) {
    if (link.node == node) continue;
    const std::uint32_t community = of_[link.node];
    if (weight_to_[community] == 0 && community != old) around_.push_back(community);
    weight_to_[community] += link.weight;
  }
  total_[old] -= degree;
  std::uint32_t best = old;
  double most = gain(weight_to_[old], degree, total_[old]);
  for (const std::uint32_t community : around_) {
    const double here = gain(weight_to_[community], degree, total_[community]);
    if (here > most || (here == most && best != old && community < best)) {
      most = here;
      best = community;
    }
  }
  for (const std::uint32_t community : around_) weight_to_[community] = 0;
  total_[best] += degree;
  of_[node] = best;
  return best != old;
}

std::vector<std::uint32_t> Louvain::connected_parts() const {
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::vector<std::uint32_t> part(level_.size(), none);
  std::vector<std::uint32_t> open;
  std::uint32_t count = 0;
  for (std::uint32_t start = 0; start < level_.size(); ++start) {
    if (part[start] != none) continue;
    part[start] = count;
    open.assign(1, start);
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      for (const Link& link : level_.links_of(node)) {
        if (part[link.node] != none || of_[link.node] != of_[node]) continue;
        part[link.node] = count;
        open.push_back(link.node);
      }
    }
    ++count;
  }
  return part;
}

// Communities become nodes, with one link for all between two of them.
Level drawn_together(const Level& level, const std::vector<std::uint32_t>& of, std::uint32_t count) {
  std::vector<std::vector<std::uint32_t>> members(count);
  for (std::uint32_t node = 0; node < level.size(); ++node) members[of[node]].push_back(node);
  Level out;
  out.degree.assign(count, 0);
  std::vector<std::uint64_t> weight_to(count);
  std::vector<std::uint32_t> around;
  for (std::uint32_t community = 0; community < count; ++community) {
    around.clear();
    for (const std::uint32_t node : members[community]) {
      out.degree[community] += level.degree[node];
      for (const Link& link : level.links_of(node)) {
        if (weight_to[of[link.node]] == 0) around.push_back(of[link.node]);
        weight_to[of[link.node]] += link.weight;
      }
    }
    std::sort(around.begin(), around.end());
    for (const std::uint32_t other : around) {
      out.links.push_back({other, false, weight_to[other]});
      weight_to[other] = 0;
    }
    out.first.push_back(static_cast<std::uint32_t>(out.links.size()));
  }
  return out;
}

double modularity(const Level& level, const std::vector<std::uint32_t>& of, double resolution) {
  std::vector<std::uint64_t> total(level.size());
  std::uint64_t inside = 0;
  std::uint64_t all = 0;
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    total[of[node]] += level.degree[node];
    all += level.degree[node];
    for (const Link& link : level.links_of(node))
      if (of[link.node] == of[node]) inside += link.weight;
  }
  if (all == 0) return 0;
  const auto whole = static_cast<double>(all);
  double out = static_cast<double>(inside) / whole;
  for (const std::uint64_t degree : total) {
    const double share = static_cast<double>(degree) / whole;
    out -= resolution * share * share;
  }
  return out;
}

// By size, the largest first; ties: by first node.
std::vector<std::uint32_t> number_by_size(std::vector<std::uint32_t>& of) {
  std::vector<std::uint32_t> sizes(of.empty() ? 0 : *std::max_element(of.begin(), of.end()) + 1);
  for (const std::uint32_t community : of) ++sizes[community];
  std::vector<std::uint32_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&sizes](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  std::vector<std::uint32_t> rank(sizes.size());
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    out.push_back(sizes[order[i]]);
  }
  for (std::uint32_t& community : of) community = rank[community];
  return out;
}

}  // namespace

Communities find_communities(const EntityGraph& graph, const CommunityOptions& options) {
  const Level whole = to_level(graph::simplify(graph, options.edges));
  Communities out;
  out.of.resize(whole.size());
  std::iota(out.of.begin(), out.of.end(), 0U);
  Level level = whole;
  while (level.size() != 0) {
    const std::vector<std::uint32_t> found = Louvain(level, options.resolution).run();
    const std::uint32_t count = *std::max_element(found.begin(), found.end()) + 1;
    if (count == level.size()) break;
    for (std::uint32_t& community : out.of) community = found[community];
    level = drawn_together(level, found, count);
  }
  out.modularity = modularity(whole, out.of, options.resolution);
  out.sizes = number_by_size(out.of);
  return out;
}

}  // namespace dossier
