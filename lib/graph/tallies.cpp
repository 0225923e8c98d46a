// What all documents say of each key: names, roles, counts.
#include "graph/tallies.hpp"

#include <optional>

#include "graph/keys.hpp"

namespace dossier::graph {
namespace {

class Tallier {
 public:
  Tallier(const Schema& schema, Tallies& out) : schema_(schema), out_(out) {}
  void add(const Contents& contents);

 private:
  std::uint32_t number_of(std::string_view key);
  void add_entity(const EntityPart& part);
  void add_role(const StatementPart& part, KeyTally& key);
  void add_origin(const StatementPart& part, std::uint32_t object, KeyTally& key) const;

  const Schema& schema_;
  Tallies& out_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::string_view has_role_ = schema_.name(RelationTypeId::has_role);
  std::string_view origin_ = schema_.name(RelationTypeId::origin);
  std::uint32_t document_ = 0;
};

std::uint32_t Tallier::number_of(std::string_view key) {
  const auto [place, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(out_.keys.size()));
  if (!is_new) return place->second;
  const std::optional<TypeId> type = schema_.find_type(key.substr(0, key.find('/')));
  if (!type) return place->second = no_entity;
  KeyTally& tally = out_.keys.emplace_back();
  tally.key = key;
  tally.type = *type;
  return place->second;
}

void Tallier::add_entity(const EntityPart& part) {
  const std::uint32_t number = number_of(part.key);
  out_.key_of.push_back(number);
  if (number == no_entity) return;
  KeyTally& tally = out_.keys[number];
  tally.names.add(part.name);
  tally.aliases.insert(part.aliases.begin(), part.aliases.end());
  tally.mentions += part.mentions;
  if (tally.last_document != document_) ++tally.documents;
  tally.last_document = document_;
}

void Tallier::add_role(const StatementPart& part, KeyTally& key) {
  RoleTally& role = key.roles[folded(part.label)];
  role.forms.add(part.label);
  role.flags = role.flags & part.flags;
  ++role.count;
}

// What is denied, asked or expected says nothing. A place says little: it may lie in the other's country.
void Tallier::add_origin(const StatementPart& part, std::uint32_t object, KeyTally& key) const {
  constexpr RelationFlags doubtful = RelationFlags::negated | RelationFlags::questioned | RelationFlags::planned;
  if ((part.flags & doubtful) != RelationFlags::none) return;
  if (object != no_entity && out_.keys[object].type == TypeId::group) key.origins.insert(object);
  if (const IsoDate date{iso_date(part.date)}; part.label == "born" && !date.empty()) key.births.insert(date.year());
}

void Tallier::add(const Contents& contents) {
  ++document_;
  out_.sentences += contents.sentences;
  const std::size_t first = out_.key_of.size();
  for (const EntityPart& part : contents.entities) add_entity(part);
  for (const StatementPart& part : contents.statements) {
    const std::uint32_t number = out_.key_of[first + part.source];
    if (number == no_entity) continue;
    if (part.target == no_entity && part.type == has_role_) add_role(part, out_.keys[number]);
    if (part.target != no_entity && part.type == origin_)
      add_origin(part, out_.key_of[first + part.target], out_.keys[number]);
  }
  out_.first_of.push_back(out_.key_of.size());
}

}  // namespace

Tallies tally(const Store& store, const Schema& schema) {
  Tallies out;
  out.first_of.push_back(0);
  Tallier tallier(schema, out);
  Contents contents;
  store.each([&](const std::string&, const std::string& bytes) {
    if (decode(bytes, contents, Trust::checked).empty())
      tallier.add(contents);
    else
      out.first_of.push_back(out.key_of.size());
  });
  return out;
}

}  // namespace dossier::graph
