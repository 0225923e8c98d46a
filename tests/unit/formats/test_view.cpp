#include <catch2/catch.hpp>

#include "formats/view.hpp"
#include "unit/support/make_document.hpp"

namespace dossier::formats {
namespace {

// Ports A to F. A owns B and C; D and E stand together in two sentences, C and D in one; F stands alone.
EntityGraph ports() {
  test::DocumentMaker make("d", "Port D, Port E.\nPort D, Port E.\nPort C, Port D.\nPort F.");
  std::vector<EntityId> ids;
  for (char c = 'A'; c <= 'F'; ++c) ids.push_back(make.entity("ORGANIZATION", std::string("Port ") + c));
  for (const std::size_t occurrence : {0U, 1U, 2U}) make.mention(ids[3], "Port D", occurrence);
  for (const std::size_t occurrence : {0U, 1U}) make.mention(ids[4], "Port E", occurrence);
  make.mention(ids[2], "Port C");
  make.mention(ids[5], "Port F");
  make.relation("owns", ids[0], ids[1]);
  make.relation("owns", ids[0], ids[2]);
  EntityGraph graph;
  graph.add(make.document());
  return graph;
}

std::string shown(const Selection& selection) {
  std::string out;
  for (const NodeId node : selection.nodes) out += static_cast<char>('A' + static_cast<int>(node));
  return out;
}

TEST_CASE("by default single co-occurrences and lone nodes are left out") {
  const Selection selection = select(ports(), {});
  CHECK(shown(selection) == "ABCDE");
  CHECK(selection.edges == 3);
  CHECK(selection.hidden_nodes == 1);
  CHECK(selection.hidden_edges == 1);
}

TEST_CASE("each option of a view has its effect") {
  const EntityGraph graph = ports();
  CHECK(shown(select(graph, {.stated_only = true})) == "ABC");
  CHECK(shown(select(graph, {.min_weight = 3})) == "ABC");
  CHECK(select(graph, {.min_weight = 1}).edges == 4);
  CHECK(shown(select(graph, {.stated_only = true, .isolated = true})) == "ABCDEF");
  CHECK(shown(select(graph, {.top = 2})) == "AC");  // C before B by its mention
  CHECK(shown(select(graph, {.top = 3})) == "ABC");
  CHECK(shown(select(graph, {.top = 4})) == "ABCDE");  // D is the fourth, but its only edge is to E
  CHECK(shown(select(graph, {.top = 4, .isolated = true})) == "ABCD");
  CHECK(shown(select(graph, {.top = 4, .min_weight = 1})) == "ABCD");
  CHECK(shown(select(graph, {.top = 0, .min_weight = 1, .isolated = true})) == "ABCDEF");
}

TEST_CASE("only the nodes that are named are shown") {
  const EntityGraph graph = ports();
  const std::vector<NodeId> some = {NodeId{0}, NodeId{1}, NodeId{3}};
  CHECK(shown(select(graph, {.only = some})) == "AB");
  CHECK(shown(select(graph, {.isolated = true, .only = some})) == "ABD");
  CHECK(select(graph, {.only = some}).hidden_nodes == 4);
}

TEST_CASE("nothing of an empty graph is shown") {
  const Selection selection = select(EntityGraph(), {});
  CHECK(selection.nodes.empty());
  CHECK(selection.edges == 0);
  CHECK(selection.hidden_nodes == 0);
}

}  // namespace
}  // namespace dossier::formats
