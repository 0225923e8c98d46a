#include <catch2/catch.hpp>
#include <dossier/formats.hpp>
#include <sstream>

#include "unit/formats/dot_reader.hpp"
#include "unit/formats/nasty.hpp"
#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

std::string written(const EntityGraph& graph, const GraphView& view = {}) {
  std::ostringstream out;
  write_dot(out, graph, view);
  return out.str();
}

test::Dot read(const EntityGraph& graph, const GraphView& view = {}) {
  const std::string text = written(graph, view);
  INFO(text);
  return test::DotReader(text).read();
}

test::DocumentMaker harbour() {
  return {"harbour.txt", "Warden Marta Lind of the Guild met Olof Berg in Visby on 3 May. Lind will meet Berg."};
}

std::string label_of(const test::Dot& dot, std::size_t edge) {
  return test::shown(dot.edges.at(edge).attributes.at("label"));
}

TEST_CASE("an empty graph is a valid file") {
  const test::Dot dot = read(EntityGraph());
  CHECK(dot.nodes.empty());
  CHECK(dot.edges.empty());
  CHECK(dot.defaults.at("graph").at("charset") == "UTF-8");
}

TEST_CASE("nodes have a shape by type, roles under the name, and the rest as tooltip") {
  test::DocumentMaker make = harbour();
  const EntityId lind = make.entity("PERSON", "Marta Lind", {"Lind"});
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  make.mention(lind, "Marta Lind");
  make.relation("has_role", lind, EntityId::none, "Warden");
  make.relation("has_role", lind, EntityId::none, "clerk").flags = RelationFlags::former;
  make.relation("member_of", lind, guild, "of");
  EntityGraph graph;
  graph.add(make.document());
  const test::Dot dot = read(graph);
  REQUIRE(dot.nodes.size() == 2);
  const test::DotAttributes& node = dot.nodes.at("PERSON/marta lind");
  CHECK(test::shown(node.at("label")) == "Marta Lind\nWarden, former clerk");
  CHECK(node.at("class") == "PERSON");
  CHECK(test::shown(node.at("tooltip")) == "PERSON: Marta Lind\n1 mention in 1 document\nalso: Lind");
  CHECK(node.at("shape") != dot.nodes.at("ORGANIZATION/guild").at("fillcolor"));
  CHECK(label_of(dot, 0) == "member of");
}

TEST_CASE("a role that is drawn as an edge does not stand under the name as well") {
  test::DocumentMaker make = harbour();
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  make.relation("has_role", lind, EntityId::none, "Warden");
  make.relation("has_role", lind, EntityId::none, "Clerk").flags = RelationFlags::former;
  make.relation("has_role", lind, make.entity("ORGANIZATION", "Guild"), "warden");
  make.relation("has_role", lind, make.entity("ORGANIZATION", "Board"), "clerk");
  EntityGraph graph;
  graph.add(make.document());
  CHECK(test::shown(read(graph).nodes.at("PERSON/marta lind").at("label")) == "Marta Lind\nformer Clerk");
}

TEST_CASE("a stated edge shows its words, place, date and flags, and quotes its sentence") {
  test::DocumentMaker make = harbour();
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  Relation& role = make.relation("has_role", lind, guild, "Warden");
  role.evidence = make.find("Warden Marta Lind");
  role.flags = RelationFlags::former | RelationFlags::reported;
  Relation& met = make.relation("met", lind, berg, "met");
  met.evidence = make.find("met Olof Berg");
  met.place = make.entity("LOCATION", "Visby");
  met.date = make.date("3 May", TimeKind::date, "2024-05-03");
  make.relation("supports", berg, lind, "praised").flags = RelationFlags::planned;
  make.relation("supports", berg, lind, "will meet").flags = RelationFlags::planned;
  make.relation("owns", berg, guild).flags = RelationFlags::negated;
  EntityGraph graph;
  graph.add(make.document());
  const test::Dot dot = read(graph);
  REQUIRE(dot.edges.size() == 4);
  CHECK(label_of(dot, 0) == "Warden\n(reported, former)");
  CHECK(dot.edges[0].attributes.count("dir") == 0);
  CHECK(label_of(dot, 1) == "met\nVisby, 2024-05-03");
  CHECK(dot.edges[1].attributes.at("dir") == "none");
  CHECK(test::shown(dot.edges[1].attributes.at("tooltip")) ==
        "met: 1 statement in 1 document\n“Warden Marta Lind of the Guild met Olof Berg in Visby on 3 May.” "
        "[harbour.txt]");
  CHECK(label_of(dot, 2) == "owns\n(not)");
  CHECK(label_of(dot, 3) == "praised, will meet\n(planned)");
  for (const test::DotEdge& edge : dot.edges) CHECK(edge.attributes.count("style") == 0);
}

TEST_CASE("co-occurrence is dashed and without arrow, thicker when more frequent") {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "Visby and Kalmar.\n";
  text += "Visby and Malmö.\nMalmö and Visby.\n";
  test::DocumentMaker make("d", text);
  const EntityId visby = make.entity("LOCATION", "Visby");
  const EntityId kalmar = make.entity("LOCATION", "Kalmar");
  const EntityId malmo = make.entity("LOCATION", "Malmö");
  for (std::size_t i = 0; i < 11; ++i) make.mention(visby, "Visby", i);
  for (std::size_t i = 0; i < 9; ++i) make.mention(kalmar, "Kalmar", i);
  for (std::size_t i = 0; i < 2; ++i) make.mention(malmo, "Malmö", i);
  EntityGraph graph;
  graph.add(make.document());
  const test::Dot dot = read(graph);
  REQUIRE(dot.edges.size() == 2);
  for (const test::DotEdge& edge : dot.edges) {
    CHECK(edge.attributes.at("style") == "dashed");
    CHECK(edge.attributes.at("dir") == "none");
    CHECK(edge.attributes.at("constraint") == "false");
    CHECK(edge.attributes.count("label") == 0);
  }
  CHECK(dot.edges[0].attributes.at("penwidth") == "1.5");
  CHECK(dot.edges[1].attributes.at("penwidth") == "0.9");
  CHECK(dot.edges[0].attributes.at("tooltip") == "together in 9 sentences of 1 document");
}

TEST_CASE("where something is stated, co-occurrence is not drawn as well") {
  test::DocumentMaker make("d", "Visby and Kalmar. Visby and Kalmar.");
  const EntityId visby = make.entity("ORGANIZATION", "Visby");
  const EntityId kalmar = make.entity("ORGANIZATION", "Kalmar");
  for (std::size_t i = 0; i < 2; ++i) {
    make.mention(visby, "Visby", i);
    make.mention(kalmar, "Kalmar", i);
  }
  make.relation("owns", visby, kalmar);
  EntityGraph graph;
  graph.add(make.document());
  CHECK(read(graph).edges.size() == 1);
}

TEST_CASE("parallel edges that look alike are one line with all labels; self loops are written") {
  test::DocumentMaker make = harbour();
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  make.relation("has_role", lind, guild, "warden");
  make.relation("has_role", lind, guild, "clerk");
  make.relation("has_role", lind, guild, "cook").flags = RelationFlags::former;
  make.relation("member_of", lind, guild, "of");
  make.relation("opposes", lind, guild, "sued");
  make.relation("supports", guild, lind, "praised");
  make.relation("supports", lind, lind, "praised");
  EntityGraph graph;
  graph.add(make.document());
  const test::Dot dot = read(graph);
  REQUIRE(dot.edges.size() == 5);
  CHECK(label_of(dot, 1) == "clerk\nwarden");
  CHECK(dot.edges[1].attributes.at("class") == "stated has_role member_of");
  const std::string tooltip = test::shown(dot.edges[1].attributes.at("tooltip"));
  CHECK(std::count(tooltip.begin(), tooltip.end(), '[') == 3);
  CHECK(label_of(dot, 2) == "cook\n(former)");
  CHECK(label_of(dot, 3) == "sued");
  CHECK(dot.edges[0].source == "ORGANIZATION/guild");
  CHECK(dot.edges[4].source == dot.edges[4].target);
}

TEST_CASE("of many labels of one line some are shown and the others counted") {
  test::DocumentMaker make = harbour();
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  for (const std::string_view role : {"aide", "baker", "clerk", "diver", "envoy", "founder"})
    make.relation("has_role", lind, guild, role);
  EntityGraph graph;
  graph.add(make.document());
  CHECK(label_of(read(graph), 0) == "aide\nbaker\nclerk\ndiver\nand 2 more");
}

TEST_CASE("what is left out is said in the picture") {
  test::DocumentMaker make = harbour();
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  make.relation("member_of", lind, make.entity("ORGANIZATION", "Guild"));
  make.entity("LOCATION", "Visby");
  EntityGraph graph;
  graph.add(make.document());
  const auto legend = [&graph](const GraphView& view) { return read(graph, view).defaults.at("graph").at("label"); };
  CHECK(legend({}).find("2 of 3 entities shown") != std::string::npos);
  CHECK(legend({.isolated = true}).find("shown") == std::string::npos);
}

TEST_CASE("a legend names the types and lines that stand in the picture") {
  test::DocumentMaker make("d", "Visby and Kalmar. Visby and Kalmar.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId visby = make.entity("LOCATION", "Visby");
  const EntityId kalmar = make.entity("LOCATION", "Kalmar");
  for (std::size_t i = 0; i < 2; ++i) {
    make.mention(visby, "Visby", i);
    make.mention(kalmar, "Kalmar", i);
  }
  make.relation("visited", lind, visby).flags = RelationFlags::planned;
  EntityGraph graph;
  graph.add(make.document());
  const std::string legend = read(graph).defaults.at("graph").at("label");
  for (const std::string_view word : {">person<", ">place<", "stated", ">planned<", "- - -"})
    CHECK(legend.find(word) != std::string::npos);
  for (const std::string_view word : {">organization<", ">group<", ">not<", "shown"})
    CHECK(legend.find(word) == std::string::npos);
  CHECK(read(graph, {.stated_only = true}).defaults.at("graph").at("label").find("- - -") == std::string::npos);
  CHECK(read(EntityGraph()).defaults.at("graph").count("label") == 0);
}

TEST_CASE("of many co-occurrences a node's strongest are drawn, and the others counted") {
  std::string text;
  for (int i = 0; i < 6; ++i)
    for (int k = 0; k <= i + 1; ++k) text += "Hub and Port" + std::to_string(i) + ".\n";
  for (int k = 0; k < 9; ++k) text += "Port0, Port1, Port2, Port3, Port4, Port5.\n";
  test::DocumentMaker make("d", text);
  const EntityId hub = make.entity("LOCATION", "Hub");
  std::vector<EntityId> ports;
  for (int i = 0; i < 6; ++i) ports.push_back(make.entity("LOCATION", "Port" + std::to_string(i)));
  for (std::size_t k = 0; k < 27; ++k) make.mention(hub, "Hub", k);
  for (std::size_t i = 0; i < 6; ++i)
    for (std::size_t k = 0; k < i + 2 + 9; ++k) make.mention(ports[i], "Port" + std::to_string(i), k);
  EntityGraph graph;
  graph.add(make.document());
  const test::Dot dot = read(graph);
  // 15 pairs of ports come first, with 9 sentences each; the hub is an end of its own.
  std::size_t of_hub = 0;
  for (const test::DotEdge& edge : dot.edges) of_hub += edge.source == "LOCATION/hub" ? 1U : 0U;
  CHECK(of_hub == 3);
  const std::string legend = dot.defaults.at("graph").at("label");
  CHECK(legend.find(std::to_string(21 - dot.edges.size()) + " weaker dashed lines left out") != std::string::npos);
}

TEST_CASE("who has many edges has a larger name, and dates that no calendar has stay in the tooltip") {
  test::DocumentMaker make("d", "some Friday");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  for (int i = 0; i < 8; ++i) {
    Relation& relation = make.relation("member_of", make.entity("PERSON", "Marta " + std::to_string(i)), guild);
    relation.evidence = make.find("some");
    if (i == 0) relation.date = make.date("Friday", TimeKind::date, "XXXX-WXX-5");
  }
  EntityGraph graph;
  graph.add(make.document());
  const test::Dot dot = read(graph);
  CHECK(dot.nodes.at("ORGANIZATION/guild").at("fontsize") == "16");
  CHECK(dot.nodes.at("PERSON/marta 0").count("fontsize") == 0);
  for (const test::DotEdge& edge : dot.edges) CHECK(test::shown(edge.attributes.at("label")) == "member of");
}

TEST_CASE("names and labels are cut at max_label_bytes") {
  const std::string name = "The Very Old and Honourable Guild of Wardens and Clerks";
  test::DocumentMaker make("d", name);
  make.relation("member_of", make.entity("PERSON", "Marta Lind"), make.entity("ORGANIZATION", name));
  EntityGraph graph;
  graph.add(make.document());
  const auto label = [&graph](std::uint32_t max_bytes) {
    return test::shown(read(graph, {.max_label_bytes = max_bytes}).nodes.begin()->second.at("label"));
  };
  CHECK(label(12) == "The Very…");
  CHECK(label(60) == "The Very Old and\nHonourable Guild of\nWardens and Clerks");
}

TEST_CASE("nasty names, labels, rules and document ids leave the file whole") {
  for (const std::string& nasty : test::nasty_strings()) {
    test::DocumentMaker make(nasty, "x " + nasty);
    const EntityId person = make.entity("PERSON", "Marta " + nasty, {nasty});
    const EntityId guild = make.entity("ORGANIZATION", nasty);
    make.relation("has_role", person, guild, nasty).evidence = {0, 1};
    make.relation("has_role", person, EntityId::none, nasty);
    make.relation("owns", person, guild, nasty).place = make.entity("LOCATION", nasty);
    EntityGraph graph;
    graph.add(make.document());
    const test::Dot dot = read(graph, {.max_label_bytes = 0});
    REQUIRE(dot.nodes.size() == 2);
    REQUIRE(dot.edges.size() == 2);
    for (const test::DotEdge& edge : dot.edges) {
      CHECK(dot.nodes.count(edge.source) == 1);
      CHECK(dot.nodes.count(edge.target) == 1);
      CHECK_NOTHROW(test::shown(edge.attributes.at("label")));
      CHECK_NOTHROW(test::shown(edge.attributes.at("tooltip")));
    }
    for (const auto& [id, attributes] : dot.nodes) CHECK_NOTHROW(test::shown(attributes.at("label")));
  }
}

TEST_CASE("large graphs change to a layout that ends") {
  test::DocumentMaker make("d", "x");
  std::vector<EntityId> ids;
  for (int i = 0; i < 40; ++i) ids.push_back(make.entity("ORGANIZATION", "port " + std::to_string(i)));
  EntityGraph small;
  for (std::size_t i = 1; i < ids.size(); ++i) make.relation("owns", ids[0], ids[i]);
  EntityGraph large;
  for (std::size_t i = 1; i < ids.size(); ++i)
    for (std::size_t k = 1; k < 10; ++k) make.relation("owns", ids[i], ids[(i * k) % ids.size()]);
  const Document doc = make.document();
  large.add(doc);
  CHECK(read(large).defaults.at("graph").at("layout") == "neato");
  CHECK(read(large, {.top = 4}).defaults.at("graph").at("layout") == "dot");
}

}  // namespace
}  // namespace dossier
