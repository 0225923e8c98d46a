#include <catch2/catch.hpp>

#include "graph/freeze.hpp"

namespace dossier::graph {
namespace {

// Nodes c, a, b (in this order of numbers) with a few edges between them.
Records small_records() {
  Records records;
  const std::uint32_t c = records.node("PERSON/c c", TypeId::person);
  const std::uint32_t a = records.node("PERSON/a a", TypeId::person);
  const std::uint32_t b = records.node("ORGANIZATION/b", TypeId::organization);
  records.nodes[c].names = {{"C c", 1}, {"C C", 1}};
  records.nodes[a].names = {{"A A", 1}};
  records.nodes[a].aliases = {"C C", "A"};
  records.nodes[a].mentions = 9;
  records.nodes[b].names = {{"B", 4}};
  records.nodes[c].roles["warden"] = {{{"warden", 1}, {"Warden", 2}}, RelationFlags::former, 3};
  records.nodes[c].roles["aide"] = {{{"aide", 1}}, RelationFlags::none, 1};
  for (const char* label : {"warden", "clerk"}) {
    StatedRecord& edge = records.stated({c, b, records.label(label), RelationTypeId::has_role});
    edge.labels = {{label, 1}};
    edge.count = 1;
  }
  records.stated({a, c, 0, RelationTypeId::met}).count = 1;
  records.stated({c, c, 0, RelationTypeId::supports}).count = 1;
  records.pair(c, a).count = 7;
  records.pair(b, c).count = std::uint64_t{1} << 40U;
  return records;
}

TEST_CASE("nodes are sorted by key and carry names, aliases and roles") {
  const Frozen frozen = freeze(small_records(), Schema());
  REQUIRE(frozen.nodes.size() == 3);
  CHECK(frozen.nodes[0].key == "ORGANIZATION/b");
  CHECK(frozen.nodes[1].name == "A A");
  CHECK(frozen.nodes[2].name == "C C");
  CHECK(frozen.nodes[2].aliases == std::vector<std::string>{"C c"});
  REQUIRE(frozen.nodes[2].roles.size() == 2);
  CHECK(frozen.nodes[2].roles[0].label == "Warden");
  CHECK(frozen.nodes[2].roles[0].count == 3);
  CHECK(frozen.nodes[2].roles[1].label == "aide");
}

TEST_CASE("edges are sorted by ends, stated first, type, label; parallel edges and loops stay") {
  const Frozen frozen = freeze(small_records(), Schema());
  std::vector<std::string> found;
  for (const Edge& edge : frozen.edges)
    found.push_back(std::to_string(static_cast<unsigned>(edge.source)) + '-' +
                    std::to_string(static_cast<unsigned>(edge.target)) + (edge.stated ? " stated " : " together ") +
                    std::string(Schema().name(edge.type)) + ' ' + edge.label);
  CHECK(found == std::vector<std::string>{"0-2 together none ", "1-2 stated met ", "1-2 together none ",
                                          "2-0 stated has_role clerk", "2-0 stated has_role warden",
                                          "2-2 stated supports "});
}

TEST_CASE("direction comes from the schema, and huge counts are clamped") {
  const Frozen frozen = freeze(small_records(), Schema());
  CHECK_FALSE(frozen.edges[1].directed);
  CHECK(frozen.edges[3].directed);
  CHECK_FALSE(frozen.edges[0].directed);
  CHECK(frozen.edges[0].count == 0xFFFFFFFF);
}

TEST_CASE("every edge stands with both its ends, a loop once") {
  const Frozen frozen = freeze(small_records(), Schema());
  CHECK(frozen.first_edge == std::vector<std::uint32_t>{0, 3, 5, 11});
  CHECK(frozen.edges_of.size() == 11);
  CHECK(frozen.edges_of.back() == EdgeId{5});
}

TEST_CASE("names are listed with the most mentioned node first") {
  const Frozen frozen = freeze(small_records(), Schema());
  std::vector<NodeId> found;
  for (const NameEntry& entry : frozen.names)
    if (entry.folded == "c c") found.push_back(entry.node);
  CHECK(found.front() == NodeId{1});
  CHECK(found.back() == NodeId{2});
}

TEST_CASE("nothing freezes to nothing") {
  const Frozen frozen = freeze(Records(), Schema());
  CHECK(frozen.nodes.empty());
  CHECK(frozen.edges.empty());
  CHECK(frozen.first_edge == std::vector<std::uint32_t>{0});
}

}  // namespace
}  // namespace dossier::graph
