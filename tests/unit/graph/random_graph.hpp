// Graphs made by hand and by chance, for the tests of queries.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <random>
#include <string>
#include <vector>

#include "unit/support/make_document.hpp"

namespace dossier::test {

/// A number below `n`.
inline std::uint32_t below(std::mt19937& engine, std::uint32_t n) { return static_cast<std::uint32_t>(engine() % n); }

/// Ports 100, 101, ... with about `links` edges: two in three stated, the others co-occurrence. Node i is port 100 + i.
inline EntityGraph random_graph(std::mt19937& engine, std::uint32_t count, std::uint32_t links) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> together;
  std::vector<std::size_t> seen(count);
  std::string text;
  const auto name = [](std::uint32_t i) { return "Port " + std::to_string(100 + i); };
  for (std::uint32_t i = 0; i < links / 3; ++i) {
    together.emplace_back(below(engine, count), below(engine, count));
    text += name(together.back().first) + " and " + name(together.back().second) + ".\n";
  }
  DocumentMaker make("d", text + "x");
  std::vector<EntityId> ids;
  for (std::uint32_t i = 0; i < count; ++i) ids.push_back(make.entity("ORGANIZATION", name(i)));
  for (const auto& [a, b] : together)
    for (const std::uint32_t end : {a, b}) make.mention(ids[end], name(end), seen[end]++);
  constexpr std::string_view types[] = {"supports", "met", "owns"};
  for (std::uint32_t i = 0; i < links - links / 3; ++i) {
    Relation& relation = make.relation(types[below(engine, 3)], ids[below(engine, count)], ids[below(engine, count)]);
    if (below(engine, 8) == 0) relation.flags = RelationFlags::negated;
  }
  EntityGraph graph;
  graph.add(make.document());
  return graph;
}

/// Who is joined with whom, as a matrix of weights: 0 not at all. 4 for each statement, 1 for each sentence together.
inline std::vector<std::vector<std::uint64_t>> matrix_of(const EntityGraph& graph, bool stated_only = false) {
  std::vector<std::vector<std::uint64_t>> out(graph.nodes().size(), std::vector<std::uint64_t>(graph.nodes().size()));
  for (const Edge& edge : graph.edges()) {
    const auto a = static_cast<std::size_t>(edge.source);
    const auto b = static_cast<std::size_t>(edge.target);
    if (a == b || (stated_only && !edge.stated) || (edge.stated && has(edge.flags, RelationFlags::negated))) continue;
    const std::uint64_t weight = edge.count * (edge.stated ? 4U : 1U);
    out[a][b] += weight;
    out[b][a] += weight;
  }
  return out;
}

}  // namespace dossier::test
