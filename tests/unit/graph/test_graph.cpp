#include <catch2/catch.hpp>
#include <dossier/graph.hpp>
#include <thread>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

Document meeting(std::string_view id, std::string_view who, std::string_view whom) {
  const std::string text = std::string(who) + " met " + std::string(whom) + ".";
  test::DocumentMaker make(id, text);
  const EntityId a = make.entity("PERSON", who);
  const EntityId b = make.entity("PERSON", whom);
  make.mention(a, who);
  make.mention(b, whom);
  make.relation("met", a, b, "met").evidence = make.find("met");
  return make.document();
}

TEST_CASE("the same person in two documents is one node") {
  EntityGraph graph;
  graph.add(meeting("1", "Marta Lind", "Olof Berg"));
  graph.add(meeting("2", "OLOF BERG", "Marta Lind"));
  REQUIRE(graph.nodes().size() == 2);
  CHECK(graph.nodes()[0].documents == 2);
  REQUIRE(graph.edges().size() == 2);
  CHECK(graph.edges()[0].stated);
  CHECK(graph.edges()[0].count == 2);
  CHECK(graph.edges()[0].documents == 2);
  CHECK(graph.edges()[0].evidence.size() == 2);
  CHECK(graph.edges()[1].count == 2);
  CHECK_FALSE(graph.edges()[1].stated);
}

TEST_CASE("a lone surname never merges with another document") {
  EntityGraph graph;
  graph.add(meeting("1", "Lind", "Olof Berg"));
  graph.add(meeting("2", "Lind", "Olof Berg"));
  CHECK(graph.nodes().size() == 3);
}

TEST_CASE("a graph is frozen anew by the first query after an addition") {
  EntityGraph graph;
  CHECK(graph.nodes().empty());
  graph.add(meeting("1", "Marta Lind", "Olof Berg"));
  CHECK(graph.nodes().size() == 2);
  graph.add(meeting("2", "Marta Lind", "Eva Holm"));
  graph.freeze();
  CHECK(graph.nodes().size() == 3);
}

TEST_CASE("many threads may ask first") {
  EntityGraph graph;
  for (int i = 0; i < 50; ++i) graph.add(meeting(std::to_string(i), "Marta Lind", "Guest " + std::to_string(i)));
  const EntityGraph& shared = graph;
  std::vector<std::size_t> sizes(4);
  std::vector<std::thread> threads;
  for (std::size_t& size : sizes) threads.emplace_back([&shared, &size] { size = shared.nodes().size(); });
  for (std::thread& thread : threads) thread.join();
  CHECK(sizes == std::vector<std::size_t>(4, 51));
}

TEST_CASE("a node is found by its name or an alias, whatever their case") {
  test::DocumentMaker make("d", "Marta Lind. Eva Lind. Lind.");
  const EntityId marta = make.entity("PERSON", "Marta Lind", {"Lind"});
  const EntityId eva = make.entity("PERSON", "Eva Lind", {"Lind"});
  make.mention(eva, "Eva Lind");
  make.mention(marta, "Marta Lind");
  make.mention(marta, "Lind", 2);
  EntityGraph graph;
  graph.add(make.document());
  const auto name_of = [&graph](std::optional<NodeId> node) {
    return node ? graph.nodes()[static_cast<std::size_t>(*node)].name : std::string("nobody");
  };
  CHECK(name_of(graph.find("PERSON", "eva LIND")) == "Eva Lind");
  CHECK(name_of(graph.find("PERSON", "lind")) == "Marta Lind");
  CHECK(name_of(graph.find("LOCATION", "lind")) == "nobody");
  CHECK(name_of(graph.find("PERSON", "Lin")) == "nobody");
  CHECK(name_of(graph.find("PLANET", "Lind")) == "nobody");
  CHECK(name_of(graph.find("PERSON", "Lind\xFF")) == "nobody");
}

TEST_CASE("neighbours are listed once and without the node itself") {
  test::DocumentMaker make("d", "Port A and Port B.");
  const EntityId a = make.entity("ORGANIZATION", "Port A");
  const EntityId b = make.entity("ORGANIZATION", "Port B");
  const EntityId c = make.entity("ORGANIZATION", "Port C");
  make.mention(a, "Port A");
  make.mention(b, "Port B");
  make.relation("supports", a, a);
  make.relation("supports", b, a);
  make.relation("opposes", a, b);
  make.relation("owns", c, a);
  EntityGraph graph;
  graph.add(make.document());
  CHECK(graph.neighbors(NodeId{0}) == std::vector<NodeId>{NodeId{1}, NodeId{2}});
  CHECK(graph.neighbors(NodeId{2}) == std::vector<NodeId>{NodeId{0}});
  CHECK(graph.degree(NodeId{0}) == 5);
  CHECK(graph.degree(NodeId{0}, true) == 4);
}

TEST_CASE("a document's own schema is taken over") {
  test::DocumentMaker make("d", "Vasa sank.");
  auto schema = std::make_shared<const Schema>(Schema().with_type({"SHIP", true}));
  auto rules = std::make_shared<RuleNames>();
  rules->names = {"test.rule"};
  make.build().share(schema, rules);
  const EntityId vasa = make.entity("PERSON", "Vasa");
  make.build().entities()[static_cast<std::size_t>(vasa)].type = *schema->find_type("SHIP");
  EntityGraph graph;
  graph.add(make.document());
  REQUIRE(graph.nodes().size() == 1);
  CHECK(graph.nodes()[0].key == "SHIP/vasa");
  CHECK(graph.schema().find_type("SHIP").has_value());
  EntityGraph other;
  other.merge(graph);
  CHECK(other.find("SHIP", "vasa").has_value());
}

TEST_CASE("a document counts once however often it is added, and two of one id both") {
  EntityGraph graph;
  graph.add(meeting("1", "Marta Lind", "Olof Berg"));
  graph.add(meeting("1", "Marta Lind", "Olof Berg"));
  CHECK(graph.documents() == 1);
  CHECK(graph.edges()[0].count == 1);
  graph.add(meeting("1", "Marta Lind", "Eva Holm"));
  CHECK(graph.documents() == 2);
  CHECK(graph.nodes().size() == 3);
}

TEST_CASE("what is taken out or replaced leaves nothing behind") {
  EntityGraph graph;
  graph.add(meeting("1", "Marta Lind", "Olof Berg"));
  graph.add(meeting("2", "Marta Lind", "Eva Holm"));
  CHECK_FALSE(graph.remove("3"));
  graph.replace(meeting("2", "Marta Lind", "Nils Ek"));
  REQUIRE(graph.nodes().size() == 3);
  CHECK(graph.nodes()[1].name == "Nils Ek");
  CHECK(graph.remove("2"));
  CHECK(graph.nodes().size() == 2);
  CHECK(graph.remove("1"));
  CHECK(graph.nodes().empty());
  CHECK(graph.sentences() == 0);
}

TEST_CASE("sentences with surplus entities are counted over documents and merges") {
  GraphOptions options;
  options.max_cooccurring = 1;
  EntityGraph graph(options);
  EntityGraph other(options);
  graph.add(meeting("1", "Marta Lind", "Olof Berg"));
  other.add(meeting("2", "Marta Lind", "Olof Berg"));
  graph.merge(other);
  CHECK(graph.dropped_pairs() == 2);
}

}  // namespace
}  // namespace dossier
