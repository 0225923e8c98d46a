// Tests of the declared types.
#include <catch2/catch.hpp>
#include <dossier/schema.hpp>
#include <set>
#include <stdexcept>
#include <string>

namespace {

using dossier::RelationTypeId;
using dossier::Schema;
using dossier::TypeId;

TEST_CASE("the built-in types stand in the order of their ids") {
  const Schema schema;
  REQUIRE(schema.entity_types().size() == static_cast<std::size_t>(TypeId::law) + 1);
  REQUIRE(schema.relation_types().size() == static_cast<std::size_t>(RelationTypeId::acted_against) + 1);
  CHECK(schema.name(TypeId::person) == "PERSON");
  CHECK(schema.name(TypeId::law) == "LAW");
  CHECK(schema.name(TypeId::none) == "NONE");
  CHECK(schema.name(RelationTypeId::has_role) == "has_role");
  CHECK(schema.name(RelationTypeId::communicated_with) == "communicated_with");
  CHECK(schema.name(RelationTypeId::acted_against) == "acted_against");
  CHECK(schema.name(RelationTypeId::none) == "none");
}

TEST_CASE("names of types are upper case, of relations snake case, and each is found") {
  const Schema schema;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < schema.entity_types().size(); ++i) {
    const std::string& name = schema.entity_types()[i].name;
    CHECK(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string::npos);
    CHECK(schema.find_type(name) == static_cast<TypeId>(i));
    CHECK(seen.insert(name).second);
  }
  for (std::size_t i = 0; i < schema.relation_types().size(); ++i) {
    const std::string& name = schema.relation_types()[i].name;
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos);
    CHECK(schema.find_relation(name) == static_cast<RelationTypeId>(i));
    CHECK(seen.insert(name).second);
  }
  CHECK_FALSE(schema.find_type("Person"));
  CHECK_FALSE(schema.find_type(""));
  CHECK_FALSE(schema.find_relation("HAS_ROLE"));
}

TEST_CASE("people, organizations, places and groups are nodes, the rest is not") {
  const Schema schema;
  std::set<std::string> nodes;
  for (const auto& type : schema.entity_types())
    if (type.is_node) nodes.insert(type.name);
  CHECK(nodes == std::set<std::string>{"PERSON", "ORGANIZATION", "LOCATION", "GROUP"});
}

TEST_CASE("a relation allows what its domain and range say") {
  struct Case {
    RelationTypeId relation;
    TypeId subject;
    TypeId object;
    bool allowed;
  };
  const Case cases[] = {
      {RelationTypeId::has_role, TypeId::person, TypeId::organization, true},
      {RelationTypeId::has_role, TypeId::person, TypeId::none, true},
      {RelationTypeId::has_role, TypeId::organization, TypeId::person, false},
      {RelationTypeId::met, TypeId::person, TypeId::person, true},
      {RelationTypeId::met, TypeId::person, TypeId::none, false},
      {RelationTypeId::met, TypeId::person, TypeId::date, false},
      {RelationTypeId::based_in, TypeId::organization, TypeId::location, true},
      {RelationTypeId::based_in, TypeId::location, TypeId::organization, false},
      {RelationTypeId::family, TypeId::person, TypeId::person, true},
      {RelationTypeId::family, TypeId::none, TypeId::person, false},
  };
  const Schema schema;
  for (const Case& each : cases) {
    INFO(schema.name(each.relation) << ' ' << schema.name(each.subject) << ' ' << schema.name(each.object));
    CHECK(schema.allows(each.relation, each.subject, each.object) == each.allowed);
  }
}

TEST_CASE("meeting and communicating are symmetric, founding is not") {
  const Schema schema;
  const auto is_symmetric = [&](RelationTypeId id) {
    return schema.relation_types()[static_cast<std::size_t>(id)].symmetric;
  };
  CHECK(is_symmetric(RelationTypeId::met));
  CHECK(is_symmetric(RelationTypeId::communicated_with));
  CHECK_FALSE(is_symmetric(RelationTypeId::founded));
  CHECK_FALSE(is_symmetric(RelationTypeId::has_role));
}

TEST_CASE("a user's type is added once, and there is room for 64") {
  const Schema schema;
  const Schema more = schema.with_type({"VESSEL", true});
  CHECK_FALSE(schema.find_type("VESSEL"));
  REQUIRE(more.find_type("VESSEL") == static_cast<TypeId>(schema.entity_types().size()));
  CHECK(more.name(*more.find_type("VESSEL")) == "VESSEL");
  const Schema same = more.with_type({"VESSEL", false});
  CHECK(same.entity_types().size() == more.entity_types().size());

  Schema full = schema;
  for (int i = 0; full.entity_types().size() < 64; ++i)
    full = full.with_type({std::string("T").append(std::to_string(i)), false});
  CHECK_THROWS_AS(full.with_type({"ONE_MORE", false}), std::length_error);
  CHECK_NOTHROW(full.with_type({"PERSON", false}));
}

}  // namespace
