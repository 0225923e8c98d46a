// Tests of types declared in files.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "schema/schema_file.hpp"

namespace dossier::test {
namespace {

std::vector<std::string> problems_of(const std::string& bytes) {
  const std::vector<base::SourceFile> files = {{"x.schema", bytes}};
  Diagnostics problems;
  static_cast<void>(read_schema(Schema(), files, problems));
  std::vector<std::string> out;
  for (const Diagnostic& problem : problems)
    out.push_back(std::to_string(problem.line) + ':' + std::to_string(problem.column) + ' ' + problem.code);
  return out;
}

TEST_CASE("types and relations are added behind the built-in ones, across files") {
  const std::vector<base::SourceFile> files = {
      {"a.schema", "# at sea\nrelation supplies: ORGANIZATION|LOCATION -> WEAPON | VESSEL\n"},
      {"b.schema", "type VESSEL node\n\ntype WEAPON\r\nrelation rammed : VESSEL -> VESSEL symmetric optional"}};
  Diagnostics problems;
  const Schema schema = read_schema(Schema(), files, problems);
  CHECK(problems.empty());
  const auto vessel = schema.find_type("VESSEL");
  const auto weapon = schema.find_type("WEAPON");
  REQUIRE((vessel && weapon));
  CHECK(static_cast<unsigned>(*vessel) == static_cast<unsigned>(TypeId::law) + 1);
  CHECK(schema.entity_types()[static_cast<std::size_t>(*vessel)].is_node);
  CHECK_FALSE(schema.entity_types()[static_cast<std::size_t>(*weapon)].is_node);
  const auto supplies = schema.find_relation("supplies");
  const auto rammed = schema.find_relation("rammed");
  REQUIRE((supplies && rammed));
  CHECK(schema.allows(*supplies, TypeId::organization, *weapon));
  CHECK(schema.allows(*supplies, TypeId::location, *vessel));
  CHECK_FALSE(schema.allows(*supplies, TypeId::person, *weapon));
  CHECK_FALSE(schema.allows(*supplies, TypeId::organization, TypeId::none));
  CHECK(schema.relation_types()[static_cast<std::size_t>(*rammed)].symmetric);
  CHECK(schema.allows(*rammed, *vessel, TypeId::none));
}

TEST_CASE("every problem is reported with its place, and a suggestion") {
  using Found = std::vector<std::string>;
  CHECK(problems_of("typ VESSEL\n") == Found{"1:1 schema.syntax"});
  CHECK(problems_of("type\ntype vessel\ntype PERSON\ntype A nod\n") ==
        Found{"1:5 schema.syntax", "2:6 schema.syntax", "3:6 schema.double-name", "4:8 schema.syntax"});
  CHECK(problems_of("relation Met: PERSON -> PERSON\nrelation met: PERSON -> PERSON\n") ==
        Found{"1:10 schema.syntax", "2:10 schema.double-name"});
  CHECK(problems_of("relation a PERSON -> PERSON\nrelation b: PERSON PERSON\nrelation c: PERSN -> PERSON\n"
                    "relation d: PERSON | -> PERSON\nrelation e: PERSON ->\nrelation f: PERSON -> PERSON symetric\n") ==
        Found{"1:12 schema.syntax", "2:20 schema.syntax", "3:13 schema.unknown-type", "4:22 schema.syntax",
              "5:22 schema.syntax", "6:30 schema.syntax"});
  const std::vector<base::SourceFile> files = {{"x.schema", "relation c: PERSN -> PERSON\n"}};
  Diagnostics problems;
  static_cast<void>(read_schema(Schema(), files, problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "no entity type has this name; did you mean 'PERSON'?");
  CHECK(problems[0].piece == "PERSN");
  CHECK(problems[0].file == "x.schema");
}

TEST_CASE("more types than a set can hold are refused") {
  std::string many;
  for (int i = 0; i < 60; ++i) many += "type T" + std::to_string(i) + "\n";
  const std::vector<std::string> found = problems_of(many);
  REQUIRE(found.size() == 60 - (64 - (static_cast<unsigned>(TypeId::law) + 1)));
  CHECK(found.front().ends_with("schema.too-many"));
}

}  // namespace
}  // namespace dossier::test
