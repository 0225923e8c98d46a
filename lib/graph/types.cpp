// Declared types in record files, and the types of several files in one schema.
#include "graph/types.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "graph/contents.hpp"
#include "text/utf8.hpp"

namespace dossier::graph {
namespace {

constexpr std::size_t most_types = 64;
constexpr std::size_t most_relations = 200;

// A relation type whose types have names rather than numbers.
struct NamedRelation {
  std::set<std::string> domain;
  std::set<std::string> range;
  bool symmetric = false;
  bool object_optional = false;
};

// Types by name.
struct NamedTypes {
  std::map<std::string, bool> entities;  // is a node
  std::map<std::string, NamedRelation> relations;

  void add(const Schema& schema) {
    for (const EntityType& type : schema.entity_types()) {
      bool& is_node = entities[type.name];
      is_node = is_node || type.is_node;
    }
    for (const RelationType& type : schema.relation_types()) {
      NamedRelation& named = relations[type.name];
      for (std::size_t i = 0; i < schema.entity_types().size(); ++i) {
        if (type.domain.has(static_cast<TypeId>(i))) named.domain.insert(schema.entity_types()[i].name);
        if (type.range.has(static_cast<TypeId>(i))) named.range.insert(schema.entity_types()[i].name);
      }
      named.symmetric = named.symmetric || type.symmetric;
      named.object_optional = named.object_optional || type.object_optional;
    }
  }
};

TypeSet to_set(const Schema& schema, const std::set<std::string>& names) {
  TypeSet set;
  for (const std::string& name : names)
    if (const std::optional<TypeId> type = schema.find_type(name)) set.add(*type);
  return set;
}

// The built-in types and these, as far as there is room.
Schema to_schema(const NamedTypes& types) {
  Schema schema;
  for (const auto& [name, is_node] : types.entities)
    if (schema.entity_types().size() < most_types) schema = schema.with_type({name, is_node});
  for (const auto& [name, named] : types.relations) {
    if (schema.relation_types().size() >= most_relations) break;
    schema = schema.with_relation({.name = name,
                                   .domain = to_set(schema, named.domain),
                                   .range = to_set(schema, named.range),
                                   .symmetric = named.symmetric,
                                   .object_optional = named.object_optional});
  }
  return schema;
}

void put_names(std::string& out, const std::set<std::string>& names) {
  put_number(out, names.size());
  for (const std::string& name : names) put_string(out, name);
}

std::set<std::string> take_names(ByteReader& in) {
  std::set<std::string> names;
  for (std::size_t left = in.length(); left > 0; --left) names.emplace(in.string());
  return names;
}

bool is_built_in(const Schema& schema) {
  static const Schema built_in;
  return schema.entity_types().size() == built_in.entity_types().size() &&
         schema.relation_types().size() == built_in.relation_types().size();
}

}  // namespace

std::string encode(const Schema& schema) {
  NamedTypes types;
  types.add(schema);
  std::string out;
  put_number(out, types.entities.size());
  for (const auto& [name, is_node] : types.entities) {
    put_string(out, name);
    put_number(out, is_node ? 1 : 0);
  }
  put_number(out, types.relations.size());
  for (const auto& [name, named] : types.relations) {
    put_string(out, name);
    put_names(out, named.domain);
    put_names(out, named.range);
    put_number(out, (named.symmetric ? 1U : 0U) | (named.object_optional ? 2U : 0U));
  }
  return out;
}

std::optional<Schema> decode_schema(std::string_view bytes) {
  ByteReader in(bytes);
  NamedTypes types;
  for (std::size_t left = in.length(); left > 0; --left) {
    const std::string name(in.string());
    types.entities[name] = in.number_below(2) == 1;
  }
  for (std::size_t left = in.length(); left > 0; --left) {
    NamedRelation& named = types.relations[std::string(in.string())];
    named.domain = take_names(in);
    named.range = take_names(in);
    const std::uint32_t bits = in.number_below(4);
    named.symmetric = (bits & 1U) != 0;
    named.object_optional = (bits & 2U) != 0;
  }
  if (in.failed() || !in.at_end() || types.entities.size() > most_types || types.relations.size() > most_relations)
    return std::nullopt;
  return to_schema(types);
}

bool has_all(const Schema& one, const Schema& other) {
  if (is_built_in(other)) return true;
  const auto has_types = [&](TypeSet mine, TypeSet theirs) {
    for (std::size_t i = 0; i < other.entity_types().size(); ++i)
      if (theirs.has(static_cast<TypeId>(i)) && !mine.has(*one.find_type(other.entity_types()[i].name))) return false;
    return true;
  };
  for (const EntityType& type : other.entity_types()) {
    const std::optional<TypeId> same = one.find_type(type.name);
    if (!same || (type.is_node && !one.entity_types()[static_cast<std::size_t>(*same)].is_node)) return false;
  }
  for (const RelationType& type : other.relation_types()) {
    const std::optional<RelationTypeId> same = one.find_relation(type.name);
    if (!same) return false;
    const RelationType& mine = one.relation_types()[static_cast<std::size_t>(*same)];
    if ((type.symmetric && !mine.symmetric) || (type.object_optional && !mine.object_optional)) return false;
    if (!has_types(mine.domain, type.domain) || !has_types(mine.range, type.range)) return false;
  }
  return true;
}

Schema joined(const Schema& one, const Schema& other) {
  if (is_built_in(other)) return one;
  NamedTypes types;
  types.add(one);
  types.add(other);
  return to_schema(types);
}

}  // namespace dossier::graph
