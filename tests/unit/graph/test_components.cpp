#include <catch2/catch.hpp>
#include <dossier/graph.hpp>
#include <dossier/graph_boost.hpp>
#include <random>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

// Ports A to E: A supports B, C met B, D stands beside E in a sentence, F is alone.
EntityGraph ports() {
  test::DocumentMaker make("d", "Port D and Port E.");
  std::vector<EntityId> ids;
  for (char c = 'A'; c <= 'F'; ++c) ids.push_back(make.entity("ORGANIZATION", std::string("Port ") + c));
  make.mention(ids[3], "Port D");
  make.mention(ids[4], "Port E");
  make.relation("supports", ids[0], ids[1]);
  make.relation("met", ids[2], ids[1]);
  make.relation("supports", ids[5], ids[5]);
  EntityGraph graph;
  graph.add(make.document());
  return graph;
}

TEST_CASE("components join by any edge, and are numbered by their first node") {
  const EntityGraph graph = ports();
  CHECK(graph.components() == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2});
  CHECK(graph.components(true) == std::vector<std::uint32_t>{0, 0, 0, 1, 2, 3});
  CHECK(EntityGraph().components().empty());
}

TEST_CASE("components agree with a simple flood over random graphs") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 engine(seed);
  const auto random = [&engine](std::uint32_t below) { return static_cast<std::uint32_t>(engine() % below); };
  for (int round = 0; round < 20; ++round) {
    test::DocumentMaker make("d", "x");
    const std::uint32_t count = 1 + random(30);
    for (std::uint32_t i = 0; i < count; ++i) make.entity("ORGANIZATION", "port " + std::to_string(100 + i));
    std::vector<std::uint32_t> expected(count);
    for (std::uint32_t i = 0; i < count; ++i) expected[i] = i;
    for (std::uint32_t i = 0; i < count / 2; ++i) {
      const std::uint32_t a = random(count);
      const std::uint32_t b = random(count);
      make.relation("supports", static_cast<EntityId>(a), static_cast<EntityId>(b));
      const std::uint32_t low = std::min(expected[a], expected[b]);
      const std::uint32_t high = std::max(expected[a], expected[b]);
      for (std::uint32_t& each : expected) each = each == high ? low : each;
    }
    std::vector<std::uint32_t> firsts;
    for (std::uint32_t& each : expected) {
      if (std::find(firsts.begin(), firsts.end(), each) == firsts.end()) firsts.push_back(each);
      each = static_cast<std::uint32_t>(std::find(firsts.begin(), firsts.end(), each) - firsts.begin());
    }
    EntityGraph graph;
    graph.add(make.document());
    CHECK(graph.components() == expected);
  }
}

TEST_CASE("the Boost graph has the nodes' numbers and leads back to the edges") {
  const EntityGraph graph = ports();
  const BoostGraph both = to_boost(graph);
  CHECK(boost::num_vertices(both) == 6);
  CHECK(boost::num_edges(both) == 7);  // three pairs both ways, one loop
  const BoostGraph stated = to_boost(graph, {.stated_only = true, .directions = EdgeDirections::as_stated});
  CHECK(boost::num_edges(stated) == 4);
  CHECK(boost::out_degree(0U, stated) == 1);
  CHECK(boost::out_degree(1U, stated) == 1);  // the meeting, both ways
  const auto [begin, end] = boost::out_edges(0U, stated);
  REQUIRE(begin != end);
  CHECK(boost::target(*begin, stated) == 1);
  const Edge& edge = graph.edges()[static_cast<std::size_t>(stated[*begin].id)];
  CHECK(edge.source == NodeId{0});
  CHECK(edge.type == RelationTypeId::supports);
}

}  // namespace
}  // namespace dossier
