#include <catch2/catch.hpp>
#include <dossier/query.hpp>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

EntityGraph harbour() {
  test::DocumentMaker make("d", "Márta Lind, M. Lind, Olof Lind, Olof Lind, the Lind Line, Visby.");
  const EntityId marta = make.entity("PERSON", "Márta Lind", {"M. Lind"});
  const EntityId olof = make.entity("PERSON", "Olof Lind");
  const EntityId line = make.entity("ORGANIZATION", "Lind Line", {"L.L."});
  const EntityId visby = make.entity("LOCATION", "Visby");
  const EntityId guild = make.entity("ORGANIZATION", "Visby");
  make.mention(marta, "Márta Lind");
  make.mention(olof, "Olof Lind", 0);
  make.mention(olof, "Olof Lind", 1);
  make.mention(line, "Lind Line");
  make.mention(visby, "Visby");
  (void)guild;
  EntityGraph graph;
  graph.add(make.document());
  return graph;
}

std::string found(const EntityGraph& graph, std::string_view name, std::string_view type = {}) {
  std::string out;
  for (const NodeId node : look_up(graph, name, type).nodes)
    out += graph.nodes()[static_cast<std::size_t>(node)].key + ';';
  return out;
}

TEST_CASE("a name finds its node in any case, with or without accents, by alias and by key") {
  const EntityGraph graph = harbour();
  CHECK(found(graph, "Márta Lind") == "PERSON/marta lind;");
  CHECK(found(graph, "MARTA  lind ") == "PERSON/marta lind;");
  CHECK(found(graph, "m lind") == "PERSON/marta lind;");
  CHECK(found(graph, "LL") == "ORGANIZATION/lind line;");
  CHECK(found(graph, "PERSON/olof lind") == "PERSON/olof lind;");
}

TEST_CASE("several that go by the name are all given, the most mentioned first; a type chooses") {
  const EntityGraph graph = harbour();
  CHECK(found(graph, "visby") == "LOCATION/visby;ORGANIZATION/visby;");
  CHECK(found(graph, "visby", "ORGANIZATION") == "ORGANIZATION/visby;");
  CHECK(found(graph, "LOCATION/visby", "ORGANIZATION").empty());
  CHECK(found(graph, "visby", "NO_SUCH_TYPE").empty());
}

TEST_CASE("without the name itself, names with all its words are found") {
  const EntityGraph graph = harbour();
  CHECK(found(graph, "lind") == "PERSON/olof lind;ORGANIZATION/lind line;PERSON/marta lind;");
  CHECK(found(graph, "lind", "PERSON") == "PERSON/olof lind;PERSON/marta lind;");
  CHECK(found(graph, "Lind Olof") == "PERSON/olof lind;");
}

TEST_CASE("names that are near are suggested when nothing is found") {
  const EntityGraph graph = harbour();
  CHECK(look_up(graph, "Olaf Lind").nodes.empty());
  REQUIRE_FALSE(look_up(graph, "Olaf Lind").suggestions.empty());
  CHECK(look_up(graph, "Olaf Lind").suggestions.front() == "Olof Lind");
  CHECK(look_up(graph, "Visbi", "LOCATION").suggestions == std::vector<std::string>{"Visby"});
  CHECK(look_up(graph, "Wolfeschlegelstein").suggestions.empty());
  CHECK(look_up(graph, "").nodes.empty());
  CHECK(look_up(graph, "\xFF").nodes.empty());
  CHECK(look_up(EntityGraph(), "Visby").suggestions.empty());
}

}  // namespace
}  // namespace dossier
