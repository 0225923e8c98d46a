#include <catch2/catch.hpp>

#include "graph/keys.hpp"
#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

std::string key_of(std::string_view type, std::string_view name, std::initializer_list<std::string_view> aliases = {}) {
  test::DocumentMaker make("doc 7", "x");
  const EntityId id = make.entity(type, name, aliases);
  const Document doc = make.document();
  return graph::node_key(doc, doc.entities()[0].type, graph::canonical_name(doc, id));
}

TEST_CASE("names that differ in case, marks, full stops or white space have one key") {
  struct Row {
    std::string_view name, key;
  };
  const Row rows[] = {{"Marta Lind", "PERSON/marta lind"},  {"MARTA LIND", "PERSON/marta lind"},
                      {"Márta  Lind", "PERSON/marta lind"}, {" Marta\n\tLind ", "PERSON/marta lind"},
                      {"M. Lind", "PERSON/m lind"},         {"Sean O’Hara", "PERSON/sean o'hara"}};
  for (const Row& row : rows) CHECK(key_of("PERSON", row.name) == row.key);
  CHECK(key_of("LOCATION", "U.S.") == "LOCATION/us");
  CHECK(key_of("ORGANIZATION", "...") == "ORGANIZATION/...");
}

TEST_CASE("the type is part of the key") {
  CHECK(key_of("LOCATION", "Georgia Lake") != key_of("PERSON", "Georgia Lake"));
}

TEST_CASE("a person known by one word belongs to its document") {
  CHECK(key_of("PERSON", "Lind") == "PERSON/lind@doc 7");
  CHECK(key_of("ORGANIZATION", "Kommerz") == "ORGANIZATION/kommerz");
}

TEST_CASE("a person of one word with a longer alias goes by that alias") {
  CHECK(key_of("PERSON", "Lind", {"M. Lind", "Marta Eva Lind", "Eva Marta Lind"}) == "PERSON/marta eva lind");
  CHECK(key_of("PERSON", "Lind", {"Lindy"}) == "PERSON/lind@doc 7");
  CHECK(key_of("ORGANIZATION", "Lind", {"Lind and Sons"}) == "ORGANIZATION/lind");
}

TEST_CASE("control characters do not reach names") {
  CHECK(graph::clean(std::string_view("\x01 a\0b\x7F\r\n", 8)) == "a b");
  CHECK(graph::clean("") == "");
}

}  // namespace
}  // namespace dossier
