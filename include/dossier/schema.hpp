// The declared entity and relation types: their names, and for relations domain, range and direction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// An entity type; index into Schema::entity_types().
enum class TypeId : std::uint8_t {
  person,
  role,
  organization,
  location,
  group,
  date,
  money,
  percent,
  quantity,
  email,
  url,
  phone,
  handle,
  event,
  product,
  work,
  law,
  none = 255  ///< no type
};

/// A relation type; index into Schema::relation_types(). The built-in ones have names here.
enum class RelationTypeId : std::uint8_t {
  has_role,
  member_of,
  family,
  based_in,
  origin,
  met,
  communicated_with,
  supports,
  opposes,
  founded,
  owns,
  part_of,
  appointed,
  succeeded,
  visited,
  acted_against,
  none = 255
};

/// A set of entity types (at most 64). TypeId::none is in none.
struct TypeSet {
  std::uint64_t bits = 0;
  [[nodiscard]] constexpr bool has(TypeId type) const noexcept {
    const auto number = static_cast<unsigned>(type);
    return (((bits >> (number & 63U)) & 1U) & static_cast<unsigned>(number < 64)) != 0;  // asked often: no branch
  }
  constexpr void add(TypeId type) noexcept { bits |= std::uint64_t{1} << static_cast<unsigned>(type); }
  friend constexpr bool operator==(TypeSet, TypeSet) = default;
};

struct EntityType {
  std::string name;      ///< UPPER_CASE, "PERSON"
  bool is_node = false;  ///< becomes a node of the entity graph by default
};

struct RelationType {
  std::string name;              ///< snake_case, "has_role"
  TypeSet domain;                ///< types a subject may have
  TypeSet range;                 ///< types an object may have
  bool symmetric = false;        ///< subject and object may be exchanged: stored once, drawn without arrow head
  bool object_optional = false;  ///< may stand without object ("President Putin")
};

/// The declared types. Immutable; safe to use from many threads at once.
class Schema {
 public:
  /// The built-in types, in the order of TypeId and RelationTypeId.
  Schema();

  /// In the order of their ids.
  [[nodiscard]] const std::vector<EntityType>& entity_types() const& noexcept { return entity_types_; }
  [[nodiscard]] const std::vector<RelationType>& relation_types() const& noexcept { return relation_types_; }
  const std::vector<EntityType>& entity_types() const&& = delete;
  const std::vector<RelationType>& relation_types() const&& = delete;

  /// Name of a type, "NONE" for TypeId::none. The view lives as long as the schema. REQUIRES: declared here.
  [[nodiscard]] std::string_view name(TypeId type) const& noexcept;
  [[nodiscard]] std::string_view name(RelationTypeId type) const& noexcept;

  /// The type of that exact name, if declared.
  [[nodiscard]] std::optional<TypeId> find_type(std::string_view name) const noexcept;
  [[nodiscard]] std::optional<RelationTypeId> find_relation(std::string_view name) const noexcept;

  /// True when the relation may hold from a subject to an object of these types (TypeId::none: no object).
  [[nodiscard]] bool allows(RelationTypeId relation, TypeId subject, TypeId object) const noexcept;

  /// A schema with one more entity type; at most 64 in all (throws std::length_error beyond), and a name that is
  /// already declared gives the schema unchanged.
  [[nodiscard]] Schema with_type(EntityType type) const;
  /// A schema with one more relation type; at most 200 in all (throws std::length_error beyond), and a name that is
  /// already declared gives the schema unchanged.
  [[nodiscard]] Schema with_relation(RelationType type) const;

 private:
  std::vector<EntityType> entity_types_;
  std::vector<RelationType> relation_types_;
};

}  // namespace dossier
