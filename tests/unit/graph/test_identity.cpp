#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/graph.hpp>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

struct Named {
  std::string_view type, name;
};

// A document that names all of them in one sentence.
Document naming(std::string_view id, std::vector<Named> names) {
  std::string text;
  for (const Named& named : names) text += std::string(named.name) + " x ";
  test::DocumentMaker make(id, text);
  for (const Named& named : names) make.mention(make.entity(named.type, named.name), named.name);
  return make.document();
}

GraphOptions with_names() {
  NameKnowledge names;
  names.forms = {{"bill", "william", TypeId::person, true},
                 {"will", "william", TypeId::person, true},
                 {"sergey", "sergei", TypeId::person, false},
                 {"us", "united states", TypeId::location, false}};
  names.legal_forms = {{"ag", "ag"}, {"gmbh", "gmbh"}, {"inc", "inc"}, {"incorporated", "inc"}};
  GraphOptions options;
  options.names = std::make_shared<const NameKnowledge>(names);
  return options;
}

// The keys of the nodes of documents that name one each.
std::vector<std::string> keys_of(std::string_view type, std::vector<std::string_view> names) {
  EntityGraph graph(with_names());
  for (std::size_t i = 0; i < names.size(); ++i) graph.add(naming("d" + std::to_string(i), {{type, names[i]}}));
  std::vector<std::string> keys;
  for (const Node& node : graph.nodes()) keys.push_back(node.key.substr(node.key.find('/') + 1));
  return keys;
}

using Keys = std::vector<std::string>;

TEST_CASE("people are joined by spelling, middle name and nickname") {
  CHECK(keys_of("PERSON", {"Sergei Orlov", "Sergey Orlov"}).size() == 1);
  CHECK(keys_of("PERSON", {"Jonas Keller", "Jonas P. Keller"}).size() == 1);
  CHECK(keys_of("PERSON", {"Bill Ward", "William Ward"}).size() == 1);
  CHECK(keys_of("PERSON", {"J. P. Keller", "Jonas Peter Keller"}) == Keys{"jonas peter keller"});
  CHECK(keys_of("PERSON", {"Kim Dae-jung", "Dae Jung Kim"}).size() == 1);
}

TEST_CASE("people whose names fit several stay apart") {
  CHECK(keys_of("PERSON", {"Jonas Keller", "Jonas P. Keller", "Jonas R. Keller"}).size() == 3);
  CHECK(keys_of("PERSON", {"J. P. Keller", "Jonas Peter Keller", "Julia Paula Keller"}).size() == 3);
}

TEST_CASE("other suffixes, middle initials and given names are other people") {
  CHECK(keys_of("PERSON", {"Ada Ward Jr.", "Ada Ward Sr.", "Ada Ward"}).size() == 3);
  CHECK(keys_of("PERSON", {"Jonas P. Keller", "Jonas R. Keller"}).size() == 2);
  CHECK(keys_of("PERSON", {"Ian Mercer", "Jan Mercer"}).size() == 2);
}

TEST_CASE("a lone surname is joined to nobody, and the only one with that surname is a candidate") {
  EntityGraph graph(with_names());
  graph.add(naming("1", {{"PERSON", "Keller"}}));
  graph.add(naming("2", {{"PERSON", "Keller"}}));
  graph.add(naming("3", {{"PERSON", "Jonas Keller"}}));
  REQUIRE(graph.nodes().size() == 3);
  CHECK(graph.nodes()[0].candidates.size() == 2);
  REQUIRE(graph.nodes()[1].candidates.size() == 1);
  CHECK(graph.nodes()[1].candidates[0].key == "PERSON/jonas keller");
  CHECK(graph.nodes()[1].candidates[0].reason == "surname alone");
}

TEST_CASE("a surname with a hyphen is a lone one too") {
  CHECK(keys_of("PERSON", {"Al-Rai", "Al-Rai"}).size() == 2);
  CHECK(keys_of("PERSON", {"Berg-Lind", "B. Lind"}).size() == 2);
}

TEST_CASE("one initial needs company, and says which") {
  EntityGraph graph(with_names());
  graph.add(naming("1", {{"PERSON", "J. Keller"}}));
  graph.add(naming("2", {{"PERSON", "Jonas Keller"}, {"ORGANIZATION", "Kommerz"}}));
  REQUIRE(graph.nodes().size() == 3);
  CHECK(graph.nodes()[1].candidates[0].reason == "initial; nobody stands with both");
  graph.add(naming("3", {{"PERSON", "J. Keller"}, {"ORGANIZATION", "Kommerz"}}));
  REQUIRE(graph.nodes().size() == 2);
  const Node& node = graph.nodes()[1];
  CHECK(node.key == "PERSON/jonas keller");
  CHECK(node.aliases == std::vector<std::string>{"J. Keller"});
  CHECK(node.documents == 3);
  REQUIRE(node.members.size() == 2);
  CHECK(node.members[0].key == "PERSON/j keller");
  CHECK(node.members[0].reason == "initial; both with ORGANIZATION/kommerz (with PERSON/jonas keller)");
  CHECK(node.members[1].reason.empty());
}

// A person who is said to be from there, or born in a place then.
Document from(std::string_view id, std::string_view name, std::string_view group, std::string_view born = {},
              RelationFlags flags = RelationFlags::none) {
  test::DocumentMaker make(id, std::string(name) + " x " + std::string(group) + " then");
  const EntityId person = make.entity("PERSON", name);
  if (!group.empty()) make.relation("origin", person, make.entity("GROUP", group)).flags = flags;
  if (born.empty()) return make.document();
  Relation& origin = make.relation("origin", person, make.entity("LOCATION", "Visby"), "born");
  origin.flags = flags;
  origin.date = make.date("then", TimeKind::date, born);
  return make.document();
}

std::size_t people_of(const EntityGraph& graph) {
  return static_cast<std::size_t>(std::count_if(graph.nodes().begin(), graph.nodes().end(),
                                                [](const Node& node) { return node.type == TypeId::person; }));
}

TEST_CASE("people of different countries are two, unless the name is the same") {
  EntityGraph graph(with_names());
  graph.add(from("1", "Bill Ward", "Norwegian"));
  graph.add(from("2", "William Ward", "Danish"));
  REQUIRE(graph.nodes().size() == 4);
  CHECK(graph.nodes()[2].candidates[0].reason == "nickname; they are of different countries or groups");
  graph.add(from("3", "William Ward", "Norwegians"));
  CHECK(graph.nodes().size() == 3);
}

TEST_CASE("people who were born in other years are two, also under spellings of one name") {
  for (const auto& [one, other] : {std::pair("Bill Ward", "William Ward"), std::pair("Sergei Orlov", "Sergey Orlov")}) {
    EntityGraph graph(with_names());
    graph.add(from("1", one, "", "1954-03-08"));
    graph.add(from("2", other, "", "1961"));
    REQUIRE(people_of(graph) == 2);
    CHECK(graph.nodes().back().candidates[0].reason.find("; they were born in other years") != std::string::npos);
    graph.add(from("3", other, "", "1954-03"));
    CHECK(people_of(graph) == 1);
  }
}

TEST_CASE("where somebody is not from does not part people") {
  for (const RelationFlags flags : {RelationFlags::negated, RelationFlags::questioned, RelationFlags::planned}) {
    EntityGraph graph(with_names());
    graph.add(from("1", "Bill Ward", "Norwegian", "1954", flags));
    graph.add(from("2", "William Ward", "Danish", "1961"));
    CHECK(people_of(graph) == 1);
  }
}

TEST_CASE("what is said of one name of a node counts for all of them") {
  EntityGraph graph(with_names());
  graph.add(from("1", "William Ward", "Norwegian"));
  graph.add(from("2", "William A. Ward", ""));  // joins the first by its middle name
  graph.add(from("3", "Bill Ward", "Danish"));  // would fit both
  CHECK(people_of(graph) == 2);
}

TEST_CASE("a surname that many bear is no reason to leave its spellings apart") {
  EntityGraph graph(with_names());
  for (int i = 0; i < 300; ++i) {
    const std::string given =
        std::string("S") + static_cast<char>('a' + i % 26) + static_cast<char>('a' + i / 26) + "rlo";
    graph.add(naming("doc " + std::to_string(i), {{"PERSON", given + " Orlov"}}));
  }
  const std::size_t others = graph.nodes().size();
  graph.add(naming("x", {{"PERSON", "Sergei Orlov"}}));
  graph.add(naming("y", {{"PERSON", "Sergey Orlov"}}));
  graph.add(naming("z", {{"PERSON", "S. Orlov"}}));
  CHECK(graph.nodes().size() == others + 2);
}

TEST_CASE("two who stand in one document are two") {
  EntityGraph graph(with_names());
  graph.add(naming("1", {{"PERSON", "Bill Ward"}, {"PERSON", "William Ward"}}));
  REQUIRE(graph.nodes().size() == 2);
  CHECK(graph.nodes()[0].candidates[0].reason == "nickname; a document tells them apart");
}

TEST_CASE("organizations are joined by spelling, legal form, acronym and what a text calls them") {
  CHECK(keys_of("ORGANIZATION", {"Kommerz AG", "Kommerz"}).size() == 1);
  CHECK(keys_of("ORGANIZATION", {"Northwind Inc.", "Northwind Incorporated"}).size() == 1);
  CHECK(keys_of("ORGANIZATION", {"Labour Board", "The Labor Board"}).size() == 1);
  CHECK(keys_of("ORGANIZATION", {"North Sea Herring Union", "NSHU"}).size() == 1);
  CHECK(keys_of("ORGANIZATION", {"World Tin Council", "WTC"}).size() == 2);
  CHECK(keys_of("ORGANIZATION", {"Kommerz AG", "Kommerz GmbH", "Kommerz"}).size() == 3);
  CHECK(keys_of("ORGANIZATION", {"Tidal Fund 1", "Tidal Fund 2"}).size() == 2);
  test::DocumentMaker make("1", "x");
  make.entity("ORGANIZATION", "World Tin Council", {"WTC", "Council"});
  EntityGraph graph(with_names());
  graph.add(make.document());
  graph.add(naming("2", {{"ORGANIZATION", "WTC"}}));
  graph.add(naming("3", {{"ORGANIZATION", "Council"}}));
  CHECK(graph.nodes().size() == 2);
}

TEST_CASE("places and groups are joined by plain form and dictionary") {
  CHECK(keys_of("LOCATION", {"The Hague", "Hague"}).size() == 1);
  CHECK(keys_of("LOCATION", {"U.S.", "United States"}).size() == 1);
  CHECK(keys_of("LOCATION", {"St. Olaf", "Saint Olaf"}).size() == 1);
  CHECK(keys_of("GROUP", {"Houthis", "Houthi"}).size() == 1);
  CHECK(keys_of("LOCATION", {"North Tolm", "South Tolm"}).size() == 2);
}

TEST_CASE("joined names are counted once in a sentence and a document") {
  EntityGraph graph(with_names());
  graph.add(naming("1", {{"ORGANIZATION", "Kommerz AG"}, {"ORGANIZATION", "Kommerz"}, {"LOCATION", "Visby"}}));
  REQUIRE(graph.nodes().size() == 2);
  CHECK(graph.nodes()[1].documents == 1);
  CHECK(graph.nodes()[1].sentences == 1);
  REQUIRE(graph.edges().size() == 1);
  CHECK(graph.edges()[0].count == 1);
}

TEST_CASE("joining can be switched off") {
  GraphOptions options = with_names();
  options.join_names = false;
  EntityGraph graph(options);
  graph.add(naming("1", {{"ORGANIZATION", "Kommerz AG"}}));
  graph.add(naming("2", {{"ORGANIZATION", "Kommerz"}}));
  CHECK(graph.nodes().size() == 2);
}

}  // namespace
}  // namespace dossier
