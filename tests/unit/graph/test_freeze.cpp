#include <catch2/catch.hpp>
#include <dossier/graph.hpp>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

EntityGraph graph_of(const Document& doc, GraphOptions options = {}) {
  EntityGraph graph(options);
  graph.add(doc);
  return graph;
}

TEST_CASE("entities of one key are one node, counted once a document and sentence") {
  test::DocumentMaker make("d", "Marta Lind and MARTA LIND.");
  const EntityId one = make.entity("PERSON", "Marta Lind", {"Lind"});
  const EntityId two = make.entity("PERSON", "MARTA LIND");
  make.mention(one, "Marta Lind");
  make.mention(two, "MARTA LIND");
  const EntityGraph graph = graph_of(make.document());
  REQUIRE(graph.nodes().size() == 1);
  const Node& node = graph.nodes()[0];
  CHECK(node.documents == 1);
  CHECK(node.sentences == 1);
  CHECK(node.mentions == 2);
  CHECK(node.name == "MARTA LIND");
  CHECK(node.aliases == std::vector<std::string>{"Lind", "Marta Lind"});
  CHECK(node.members.empty());
  CHECK(graph.edges().empty());
}

// Five places, in the sentences and paragraphs of the text.
Document places(std::string_view id, std::string_view text, std::string_view date = {}) {
  test::DocumentMaker make(id, text);
  make.build().date() = date;
  for (const std::string_view place : {"Visby", "Kalmar", "Lund", "Mora", "Ystad"}) {
    if (text.find(place) == std::string_view::npos) continue;
    const EntityId entity = make.entity("LOCATION", place);
    for (std::size_t n = 0, at = 0; (at = text.find(place, at)) != std::string_view::npos; ++at)
      make.mention(entity, place, n++);
  }
  return make.document();
}

TEST_CASE("a pair counts sentences, paragraphs and documents") {
  EntityGraph graph;
  graph.add(places("1", "Visby and Kalmar. Kalmar. Visby, Kalmar, Visby.\n\nVisby. Kalmar.", "2024-05-03"));
  graph.add(places("2", "Kalmar or Visby.\n\nLund.", "2023-11"));
  graph.add(places("3", "Kalmar. Visby.", "2022"));
  REQUIRE(graph.edges().size() == 1);
  const Edge& edge = graph.edges()[0];
  CHECK(edge.count == 3);
  CHECK(edge.paragraphs == 4);
  CHECK(edge.documents == 2);
  CHECK(edge.first_date.text() == "2023-11");
  CHECK(edge.last_date.text() == "2024-05-03");
  CHECK_FALSE(edge.stated);
  CHECK(graph.documents() == 3);
  CHECK(graph.sentences() == 9);
  CHECK(graph.nodes()[0].name == "Kalmar");
  CHECK(graph.nodes()[0].sentences == 6);
  CHECK(edge.npmi < 0.0);  // they stand in most sentences each, together in three
  CHECK(edge.log_likelihood > 0.0);
}

TEST_CASE("pairs of a paragraph alone are edges when asked for") {
  const Document doc = places("1", "Visby. Kalmar.\n\nLund.");
  CHECK(graph_of(doc).edges().empty());
  const EntityGraph graph = graph_of(doc, {.paragraphs = true});
  REQUIRE(graph.edges().size() == 1);
  CHECK(graph.edges()[0].count == 0);
  CHECK(graph.edges()[0].paragraphs == 1);
  CHECK(graph.edges()[0].documents == 1);
}

TEST_CASE("co-occurrence can be switched off") {
  const Document doc = places("1", "Visby and Kalmar.");
  CHECK(graph_of(doc).edges().size() == 1);
  const EntityGraph graph = graph_of(doc, {.cooccurrence = false});
  CHECK(graph.edges().empty());
  CHECK(graph.nodes()[0].sentences == 1);
}

TEST_CASE("surplus entities of a sentence are not paired, and the sentence is counted") {
  const Document doc = places("1", "Visby, Kalmar, Lund, Mora, Ystad. Visby.");
  CHECK(graph_of(doc).dropped_pairs() == 0);
  CHECK(graph_of(doc).edges().size() == 10);
  const EntityGraph capped = graph_of(doc, {.max_cooccurring = 3});
  CHECK(capped.dropped_pairs() == 1);
  CHECK(capped.edges().size() == 3);
}

TEST_CASE("a role without object is the node's, one with object an edge for each label") {
  test::DocumentMaker make("d", "Marta Lind, warden and Warden, warden of the Guild and clerk of the Guild.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  make.relation("has_role", lind, EntityId::none, "warden").flags = RelationFlags::former;
  make.relation("has_role", lind, EntityId::none, "Warden").flags = RelationFlags::former | RelationFlags::reported;
  make.relation("has_role", lind, EntityId::none, "aide");
  for (const std::string_view label : {"warden", "Warden", "clerk"}) make.relation("has_role", lind, guild, label);
  const EntityGraph graph = graph_of(make.document());
  const std::vector<NodeRole>& roles = graph.nodes()[1].roles;
  REQUIRE(roles.size() == 2);
  CHECK(roles[0].label == "Warden");
  CHECK(roles[0].count == 2);
  CHECK(roles[0].flags == RelationFlags::former);
  CHECK(roles[1].label == "aide");
  REQUIRE(graph.edges().size() == 2);
  CHECK(graph.edges()[0].label == "Warden");
  CHECK(graph.edges()[0].count == 2);
  CHECK(graph.edges()[0].documents == 1);
  CHECK(graph.edges()[0].directed);
  CHECK(graph.edges()[1].label == "clerk");
}

TEST_CASE("other types have one edge, symmetric ones in the order of keys; edges are sorted") {
  test::DocumentMaker make("d", "Olof Berg met Marta Lind.");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  make.mention(berg, "Olof Berg");
  make.mention(lind, "Marta Lind");
  make.relation("met", berg, lind, "met");
  make.relation("met", lind, berg, "sat down with");
  make.relation("supports", berg, lind, "praised");
  make.relation("supports", berg, berg, "praised");
  const EntityGraph graph = graph_of(make.document());
  std::vector<std::string> found;
  for (const Edge& edge : graph.edges())
    found.push_back(std::to_string(static_cast<unsigned>(edge.source)) + '-' +
                    std::to_string(static_cast<unsigned>(edge.target)) + ' ' + std::string(Schema().name(edge.type)) +
                    ' ' + std::to_string(edge.count));
  CHECK(found == std::vector<std::string>{"0-1 met 2", "0-1 none 1", "1-0 supports 1", "1-1 supports 1"});
  CHECK_FALSE(graph.edges()[0].directed);
}

TEST_CASE("a stated edge is dated by its statements, else by its documents") {
  const auto doc = [](std::string_view id, std::string_view date, std::string_view stated) {
    test::DocumentMaker make(id, "Marta Lind met Olof Berg then.");
    make.build().date() = date;
    Relation& met = make.relation("met", make.entity("PERSON", "Marta Lind"), make.entity("PERSON", "Olof Berg"));
    if (!stated.empty()) met.date = make.date("then", TimeKind::date, stated);
    return make.document();
  };
  EntityGraph graph;
  graph.add(doc("1", "2024-01-05", ""));
  graph.add(doc("2", "2024-03-05", "2024-W10"));
  CHECK(graph.edges()[0].first_date.text() == "2024-01-05");
  CHECK(graph.edges()[0].last_date.text() == "2024-03-05");
  graph.add(doc("3", "2024-03-06", "2021-07-01T12:00"));
  graph.add(doc("4", "2024-03-07", "2021"));
  CHECK(graph.edges()[0].first_date.text() == "2021");
  CHECK(graph.edges()[0].last_date.text() == "2021-07-01");
}

TEST_CASE("evidence is kept up to the bound, the first in order of documents") {
  EntityGraph graph({.max_evidence = 2});
  for (const std::string_view id : {"c", "a", "b"}) {
    test::DocumentMaker make(id, "Marta Lind met Olof Berg.");
    make.relation("met", make.entity("PERSON", "Marta Lind"), make.entity("PERSON", "Olof Berg"));
    graph.add(make.document());
  }
  REQUIRE(graph.edges()[0].evidence.size() == 2);
  CHECK(graph.edges()[0].count == 3);
  CHECK(graph.edges()[0].evidence[0].document == "a");
  CHECK(graph.edges()[0].evidence[1].document == "b");
}

TEST_CASE("nothing freezes to nothing") {
  const EntityGraph graph;
  CHECK(graph.nodes().empty());
  CHECK(graph.edges().empty());
}

}  // namespace
}  // namespace dossier
