#include <catch2/catch.hpp>
#include <dossier/graph.hpp>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

// Marta Lind and Olof Berg, joined by statements with these labels.
Document statements(std::string_view id, std::initializer_list<std::string_view> labels) {
  test::DocumentMaker make(id, "Marta Lind, Olof Berg.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  for (const std::string_view label : labels) make.relation("supports", lind, berg, label);
  return make.document();
}

TEST_CASE("an edge is labelled by its commonest words over all documents, of equals by the first") {
  EntityGraph graph;
  graph.add(statements("1", {"praised", "backed"}));
  REQUIRE(graph.edges().size() == 1);
  CHECK(graph.edges()[0].label == "backed");
  graph.add(statements("2", {"praised"}));
  CHECK(graph.edges()[0].label == "praised");
  CHECK(graph.edges()[0].count == 3);
  CHECK(graph.edges()[0].documents == 2);
}

TEST_CASE("each edge has its own evidence in the order of the documents") {
  EntityGraph graph({.max_evidence = 3});
  test::DocumentMaker make("2", "Olof Berg, Port Tolm.");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  for (const std::string_view label : {"left", "saw", "knew", "missed"})
    make.relation("visited", berg, make.entity("LOCATION", "Port Tolm"), label);
  graph.add(make.document());
  graph.add(statements("3", {"praised"}));
  graph.add(statements("1", {"backed", "helped"}));
  std::string found;
  for (const Edge& edge : graph.edges())
    for (const Evidence& item : edge.evidence)
      found += std::string(item.document) + ' ' + std::string(item.label) + ' ';
  CHECK(found == "1 backed 1 helped 3 praised 2 left 2 saw 2 knew ");
}

TEST_CASE("without evidence there is none") {
  EntityGraph graph({.max_evidence = 0});
  graph.add(statements("1", {"backed"}));
  CHECK(graph.edges()[0].evidence.empty());
  CHECK(graph.edges()[0].label == "backed");
}

TEST_CASE("views stay good when the graph is moved, and change with it") {
  EntityGraph graph;
  graph.add(statements("a document with a long name", {"stood by"}));
  graph.freeze();
  EntityGraph moved = std::move(graph);
  CHECK(moved.edges()[0].evidence[0].document == "a document with a long name");
  CHECK(moved.remove("a document with a long name"));
  CHECK(moved.edges().empty());
  CHECK_FALSE(moved.remove("a document with a long name"));
}

}  // namespace
}  // namespace dossier
