#include <catch2/catch.hpp>
#include <dossier/query.hpp>
#include <limits>

#include "unit/graph/random_graph.hpp"

namespace dossier {
namespace {

// A supports B, B owns C, C owns D; A and D stand together, A did not meet E; D met E twice, with other words.
EntityGraph ports() {
  test::DocumentMaker make("d", "Port A and Port D.");
  std::vector<EntityId> ids;
  for (char c = 'A'; c <= 'F'; ++c) ids.push_back(make.entity("ORGANIZATION", std::string("Port ") + c));
  make.mention(ids[0], "Port A");
  make.mention(ids[3], "Port D");
  make.relation("supports", ids[0], ids[1]);
  make.relation("owns", ids[1], ids[2]);
  make.relation("owns", ids[2], ids[3]);
  make.relation("met", ids[0], ids[4]).flags = RelationFlags::negated;
  make.relation("met", ids[3], ids[4]);
  make.relation("owns", ids[4], ids[3]);
  EntityGraph graph;
  graph.add(make.document());
  return graph;
}

std::string nodes_of(const std::vector<Hop>& path) {
  std::string out;
  for (const Hop& hop : path)
    out += std::to_string(static_cast<int>(hop.from)) + std::to_string(static_cast<int>(hop.to)) + ' ';
  return out;
}

TEST_CASE("two statements are a better path than a mention side by side, three are not") {
  const EntityGraph graph = ports();
  CHECK(nodes_of(find_path(graph, NodeId{0}, NodeId{2})) == "01 12 ");
  CHECK(nodes_of(find_path(graph, NodeId{0}, NodeId{3})) == "03 ");
  CHECK(nodes_of(find_path(graph, NodeId{0}, NodeId{3}, {.stated_only = true})) == "01 12 23 ");
  CHECK(nodes_of(find_path(graph, NodeId{0}, NodeId{3}, {.min_weight = 2})) == "01 12 23 ");
}

TEST_CASE("a path has all edges of each hop, follows no denial, and may not exist") {
  const EntityGraph graph = ports();
  const std::vector<Hop> path = find_path(graph, NodeId{0}, NodeId{4});
  REQUIRE(nodes_of(path) == "03 34 ");
  CHECK(path[0].edges.size() == 1);
  CHECK(path[1].edges.size() == 2);
  CHECK(find_path(graph, NodeId{0}, NodeId{5}).empty());
  CHECK(find_path(graph, NodeId{0}, NodeId{0}).empty());
}

TEST_CASE("an ego network grows ring by ring") {
  const EntityGraph graph = ports();
  const auto ring = [&graph](std::uint32_t depth, QueryOptions options = {}) {
    std::string out;
    for (const Near& near : ego_network(graph, NodeId{0}, depth, options))
      out += static_cast<char>('A' + static_cast<int>(near.node)) + std::to_string(near.distance);
    return out;
  };
  CHECK(ring(0) == "A0");
  CHECK(ring(1) == "A0B1D1");
  CHECK(ring(2) == "A0B1D1C2E2");
  CHECK(ring(9) == "A0B1D1C2E2");
  CHECK(ring(9, {.stated_only = true}) == "A0B1C2D3E4");
}

TEST_CASE("paths cost what the cheapest ones cost, and egos are as far as these have hops") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 engine(seed);
  for (int round = 0; round < 20; ++round) {
    const std::uint32_t count = 2 + test::below(engine, 25);
    const EntityGraph graph = test::random_graph(engine, count, count + test::below(engine, 20));
    const auto all = test::matrix_of(graph);
    const auto stated = test::matrix_of(graph, true);
    constexpr std::uint32_t far = 100000;
    std::vector<std::vector<std::uint32_t>> cost(count, std::vector<std::uint32_t>(count, far));
    std::vector<std::vector<std::uint32_t>> hops = cost;
    for (std::uint32_t a = 0; a < count; ++a) {
      for (std::uint32_t b = 0; b < count; ++b) {
        if (a == b)
          cost[a][b] = hops[a][b] = 0;
        else if (all[a][b] != 0) {
          cost[a][b] = stated[a][b] != 0 ? 2 : 5;
          hops[a][b] = 1;
        }
      }
    }
    for (std::uint32_t k = 0; k < count; ++k)
      for (std::uint32_t a = 0; a < count; ++a)
        for (std::uint32_t b = 0; b < count; ++b) {
          cost[a][b] = std::min(cost[a][b], cost[a][k] + cost[k][b]);
          hops[a][b] = std::min(hops[a][b], hops[a][k] + hops[k][b]);
        }
    const std::uint32_t from = test::below(engine, count);
    for (std::uint32_t to = 0; to < count; ++to) {
      const std::vector<Hop> path = find_path(graph, static_cast<NodeId>(from), static_cast<NodeId>(to));
      std::uint32_t sum = 0;
      auto at = static_cast<NodeId>(from);
      for (const Hop& hop : path) {
        REQUIRE(hop.from == at);
        REQUIRE_FALSE(hop.edges.empty());
        sum += graph.edges()[static_cast<std::size_t>(hop.edges.front())].stated ? 2 : 5;
        at = hop.to;
      }
      if (from != to) CHECK((path.empty() ? far : sum) == std::min(cost[from][to], far));
      if (!path.empty()) CHECK(at == static_cast<NodeId>(to));
    }
    for (const Near& near : ego_network(graph, static_cast<NodeId>(from), 2))
      CHECK(hops[from][static_cast<std::size_t>(near.node)] == near.distance);
    const auto within = std::count_if(hops[from].begin(), hops[from].end(), [](std::uint32_t h) { return h <= 2; });
    CHECK(static_cast<long>(ego_network(graph, static_cast<NodeId>(from), 2).size()) == within);
  }
}

}  // namespace
}  // namespace dossier
