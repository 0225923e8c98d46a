#include <catch2/catch.hpp>

#include "graph/records.hpp"

namespace dossier::graph {
namespace {

Evidence evidence(std::string document, std::uint32_t begin, std::string label = {}) {
  Evidence item;
  item.document = std::move(document);
  item.span = {begin, begin + 1};
  item.label = std::move(label);
  return item;
}

TEST_CASE("the commonest form wins, ties by byte order") {
  CHECK(commonest({}) == "");
  CHECK(commonest({{"b", 2}, {"a", 1}, {"c", 2}}) == "b");
}

TEST_CASE("a node is made once for each key") {
  Records records;
  const std::uint32_t first = records.node("PERSON/a b", TypeId::person);
  CHECK(records.node("PERSON/c d", TypeId::person) != first);
  CHECK(records.node("PERSON/a b", TypeId::person) == first);
  CHECK(records.nodes.size() == 2);
}

TEST_CASE("labels are numbered from one, and nothing is no label") {
  Records records;
  CHECK(records.label("") == 0);
  CHECK(records.label("envoy") == 1);
  CHECK(records.label("aide") == 2);
  CHECK(records.label("envoy") == 1);
}

TEST_CASE("a pair is the same from both sides") {
  Records records;
  ++records.pair(4, 9).count;
  ++records.pair(9, 4).count;
  CHECK(records.pairs.size() == 1);
  CHECK(records.pair(4, 9).count == 2);
}

TEST_CASE("the first evidence is kept, whatever came first") {
  StatedRecord edge;
  for (const std::uint32_t begin : {5U, 1U, 9U, 3U}) Records::add_evidence(edge, evidence("b", begin), 3);
  Records::add_evidence(edge, evidence("a", 70), 3);
  REQUIRE(edge.evidence.size() == 3);
  CHECK(edge.evidence[0].document == "a");
  CHECK(edge.evidence[1].span.begin == 1);
  CHECK(edge.evidence[2].span.begin == 3);
  CHECK(Records::wants_evidence(edge, "a", {99, 100}, 3));
  CHECK(Records::wants_evidence(edge, "b", {3, 4}, 3));
  CHECK_FALSE(Records::wants_evidence(edge, "b", {4, 5}, 3));
  CHECK_FALSE(Records::wants_evidence(edge, "c", {0, 1}, 3));
  CHECK_FALSE(Records::wants_evidence(StatedRecord(), "a", {0, 1}, 0));
}

TEST_CASE("merging sums what is counted and keeps only shared flags") {
  Records a;
  Records b;
  b.node("ORGANIZATION/x", TypeId::organization);  // so that numbers differ
  for (Records* records : {&a, &b}) {
    const std::uint32_t one = records->node("PERSON/a b", TypeId::person);
    const std::uint32_t two = records->node("PERSON/c d", TypeId::person);
    records->nodes[one].mentions = 3;
    records->nodes[one].documents = 1;
    ++records->nodes[one].names[records == &a ? "A b" : "A B"];
    StatedRecord& edge = records->stated({one, two, records->label("aide"), RelationTypeId::has_role});
    edge.count = 2;
    edge.flags = records == &a ? RelationFlags::former | RelationFlags::reported : RelationFlags::former;
    Records::add_evidence(edge, evidence(records == &a ? "z" : "y", 0), 1);
    records->pair(one, two).count = 5;
  }
  a.merge(b, 1);
  CHECK(a.nodes.size() == 3);
  CHECK(a.nodes[0].mentions == 6);
  CHECK(a.nodes[0].documents == 2);
  CHECK(a.nodes[0].names.size() == 2);
  REQUIRE(a.stated_edges.size() == 1);
  CHECK(a.stated_edges[0].count == 4);
  CHECK(a.stated_edges[0].flags == RelationFlags::former);
  REQUIRE(a.stated_edges[0].evidence.size() == 1);
  CHECK(a.stated_edges[0].evidence[0].document == "y");
  CHECK(a.pair(0, 1).count == 10);
}

}  // namespace
}  // namespace dossier::graph
