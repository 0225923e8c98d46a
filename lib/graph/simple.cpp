// The entity graph reduced to who is joined with whom.
#include "graph/simple.hpp"

#include <algorithm>
#include <numeric>

namespace dossier::graph {

bool is_followed(const Edge& edge, const QueryOptions& options) noexcept {
  if (edge.source == edge.target) return false;
  if (edge.stated) return !has(edge.flags, RelationFlags::negated);
  return !options.stated_only && edge.count >= options.min_weight;
}

// Edges are sorted by source and target, so parallel ones follow each other except where they run both ways; rows are
// short, and sorting them joins the rest.
SimpleGraph simplify(const EntityGraph& graph, const QueryOptions& options) {
  const std::size_t size = graph.nodes().size();
  std::vector<std::uint32_t> first(size + 1);
  for (const Edge& edge : graph.edges()) {
    if (!is_followed(edge, options)) continue;
    ++first[static_cast<std::size_t>(edge.source) + 1];
    ++first[static_cast<std::size_t>(edge.target) + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<Link> all(first.back());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (const Edge& edge : graph.edges()) {
    if (!is_followed(edge, options)) continue;
    const auto source = static_cast<std::uint32_t>(edge.source);
    const auto target = static_cast<std::uint32_t>(edge.target);
    const std::uint64_t weight = edge.count * (edge.stated ? stated_weight : 1U);
    all[next[source]++] = {target, edge.stated, weight};
    all[next[target]++] = {source, edge.stated, weight};
  }
  SimpleGraph out;
  out.first.reserve(size + 1);
  out.first.push_back(0);
  for (std::size_t node = 0; node < size; ++node) {
    const auto begin = all.begin() + first[node];
    const auto end = all.begin() + first[node + 1];
    std::sort(begin, end, [](const Link& a, const Link& b) { return a.node < b.node; });
    for (auto link = begin; link != end; ++link) {
      if (out.links.size() == out.first.back() || out.links.back().node != link->node) {
        out.links.push_back(*link);
      } else {
        out.links.back().weight += link->weight;
        out.links.back().stated = out.links.back().stated || link->stated;
      }
    }
    out.first.push_back(static_cast<std::uint32_t>(out.links.size()));
  }
  return out;
}

}  // namespace dossier::graph
