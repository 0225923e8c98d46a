// The built-in entity and relation types.
#include <dossier/schema.hpp>

#include <initializer_list>
#include <stdexcept>
#include <utility>

namespace dossier {
namespace {

constexpr TypeSet types(std::initializer_list<TypeId> ids) {
  TypeSet set;
  for (TypeId id : ids) set.add(id);
  return set;
}

constexpr TypeSet person = types({TypeId::person});
constexpr TypeSet organization = types({TypeId::organization});
constexpr TypeSet actor = types({TypeId::person, TypeId::organization, TypeId::group, TypeId::location});
constexpr TypeSet party = types({TypeId::person, TypeId::organization});

}  // namespace

// The order is that of TypeId and RelationTypeId.
Schema::Schema()
    : entity_types_{{"PERSON", true},  {"ROLE", false},    {"ORGANIZATION", true}, {"LOCATION", true}, {"GROUP", true},
                    {"DATE", false},   {"MONEY", false},   {"PERCENT", false},     {"QUANTITY", false}, {"EMAIL", false},
                    {"URL", false},    {"PHONE", false},   {"HANDLE", false},      {"EVENT", false},   {"PRODUCT", false},
                    {"WORK", false},   {"LAW", false}},
      relation_types_{
          {"has_role", person, actor, false, true},
          {"member_of", party, types({TypeId::organization, TypeId::group}), false, false},
          {"family", person, person, false, false},
          {"based_in", party, types({TypeId::location}), false, false},
          {"origin", person, types({TypeId::location, TypeId::group}), false, false},
          {"met", party, party, true, false},
          {"communicated_with", party, party, true, false},
          {"supports", actor, actor, false, false},
          {"opposes", actor, actor, false, false},
          {"founded", party, organization, false, false},
          {"owns", party, organization, false, false},
          {"part_of", organization, organization, false, false},
          {"appointed", actor, person, false, false},
          {"succeeded", person, person, false, false},
          {"visited", person, types({TypeId::location, TypeId::organization}), false, false},
          {"acted_against", actor, person, false, false},
      } {}

std::string_view Schema::name(TypeId type) const& noexcept {
  return type == TypeId::none ? std::string_view("NONE") : entity_types_[static_cast<std::size_t>(type)].name;
}

std::string_view Schema::name(RelationTypeId type) const& noexcept {
  return type == RelationTypeId::none ? std::string_view("none")
                                      : relation_types_[static_cast<std::size_t>(type)].name;
}

std::optional<TypeId> Schema::find_type(std::string_view name) const noexcept {
  for (std::size_t i = 0; i < entity_types_.size(); ++i)
    if (entity_types_[i].name == name) return static_cast<TypeId>(i);
  return std::nullopt;
}

std::optional<RelationTypeId> Schema::find_relation(std::string_view name) const noexcept {
  for (std::size_t i = 0; i < relation_types_.size(); ++i)
    if (relation_types_[i].name == name) return static_cast<RelationTypeId>(i);
  return std::nullopt;
}

bool Schema::allows(RelationTypeId relation, TypeId subject, TypeId object) const noexcept {
  const RelationType& type = relation_types_[static_cast<std::size_t>(relation)];
  if (!type.domain.has(subject)) return false;
  return object == TypeId::none ? type.object_optional : type.range.has(object);
}

Schema Schema::with_type(EntityType type) const {
  Schema next = *this;
  if (find_type(type.name)) return next;
  if (next.entity_types_.size() >= 64) throw std::length_error("a schema holds at most 64 entity types");
  next.entity_types_.push_back(std::move(type));
  return next;
}

Schema Schema::with_relation(RelationType type) const {
  Schema next = *this;
  if (find_relation(type.name)) return next;
  if (next.relation_types_.size() >= 200) throw std::length_error("a schema holds at most 200 relation types");
  next.relation_types_.push_back(std::move(type));
  return next;
}

}  // namespace dossier
