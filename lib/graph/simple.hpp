// The entity graph reduced to who is joined with whom: one weighted link for all edges between two nodes.
#pragma once

#include <cstdint>
#include <dossier/query.hpp>
#include <span>
#include <vector>

namespace dossier::graph {

/// A neighbour, and all that joins them.
struct Link {
  std::uint32_t node = 0;
  bool stated = false;
  std::uint64_t weight = 0;  ///< sentences, and stated_weight for each statement
};

/// What one statement weighs, in sentences of co-occurrence.
inline constexpr std::uint64_t stated_weight = 4;

/// True when a question with these options follows the edge. Self loops join nobody.
[[nodiscard]] bool is_followed(const Edge& edge, const QueryOptions& options) noexcept;

/// An undirected graph without parallel links and loops, in compressed rows.
struct SimpleGraph {
  std::vector<std::uint32_t> first;  ///< of each node into links; one more at the end
  std::vector<Link> links;           ///< of each node by node; every link stands at both ends

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(first.size() - 1); }
  [[nodiscard]] std::span<const Link> links_of(std::uint32_t node) const noexcept {
    return std::span(links).subspan(first[node], first[node + 1] - first[node]);
  }
};

/// O(nodes + edges).
[[nodiscard]] SimpleGraph simplify(const EntityGraph& graph, const QueryOptions& options);

}  // namespace dossier::graph
