// What all documents say of each key: names, roles, counts. The first of the two passes over the records.
#pragma once

#include <cstdint>
#include <dossier/schema.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/contents.hpp"
#include "graph/form_counts.hpp"
#include "graph/store.hpp"

namespace dossier::graph {

/// All bits, so that the first statement decides.
inline constexpr auto all_flags = static_cast<RelationFlags>(0xFF);

[[nodiscard]] constexpr RelationFlags operator&(RelationFlags a, RelationFlags b) noexcept {
  return static_cast<RelationFlags>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
}

struct RoleTally {
  FormCounts forms;
  RelationFlags flags = all_flags;  // those that all statements share
  std::uint64_t count = 0;
};

/// One key: entities of documents that have the same type and the same folded name.
struct KeyTally {
  std::string_view key;
  TypeId type = TypeId::none;
  FormCounts names;  // one a document
  std::set<std::string_view> aliases;
  std::map<std::string, RoleTally, std::less<>> roles;  // without object, by folded label
  std::set<std::uint32_t> origins;                      // keys of the groups that it is said to be of: "Norwegian"
  std::set<std::uint32_t> births;                       // years: "born in Oslo in 1960"
  std::uint64_t mentions = 0;
  std::uint64_t documents = 0;
  std::uint32_t last_document = 0;  // when it was last counted, from 1
};

/// All keys, in the order of their first appearance, which is a function of the set of records.
struct Tallies {
  std::vector<KeyTally> keys;
  std::vector<std::uint32_t> key_of;  // of the entities of all documents, one after the other
  std::vector<std::size_t> first_of;  // of each document into key_of; one more at the end
  std::uint64_t sentences = 0;
};

/// REQUIRES: the store outlives the tallies; its types are declared in the schema, others are left out (no_entity in
/// key_of).
[[nodiscard]] Tallies tally(const Store& store, const Schema& schema);

}  // namespace dossier::graph
