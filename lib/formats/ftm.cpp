// Writes a graph as FollowTheMoney entities, a JSON object a line, for Aleph, OpenSanctions' tools and `ftm`.
//
// A relation becomes the entity that the model has for it, or an UnknownLink with the relation in its role. What the
// model would take for a fact and the texts do not state is left out: denied relations and co-occurrence.
#include <fmt/format.h>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <set>
#include <utility>
#include <vector>

#include "formats/columns.hpp"
#include "formats/dot_style.hpp"
#include "formats/dot_text.hpp"
#include "formats/json_text.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"

namespace dossier {
namespace {

// The name space of our ids: UUID version 5 of a key is the same in every file and on every machine.
constexpr boost::uuids::uuid name_space = {
    {0x6d, 0x0f, 0x54, 0x1c, 0x5b, 0x3e, 0x5a, 0x0e, 0x9c, 0x4b, 0x3a, 0x1d, 0x8e, 0x27, 0x70, 0x45}};

constexpr std::uint32_t max_value_bytes = 384;  // of a name, the model's limit in characters
constexpr std::size_t max_text_bytes = 60000;   // of the summaries of one entity; the model takes 65,000

std::string id_of(std::string_view name) {
  const boost::uuids::name_generator_sha1 generate(name_space);
  return boost::uuids::to_string(generate(std::string(name)));
}

// One entity, property by property.
class FtmEntity {
 public:
  FtmEntity(std::string id, std::string_view schema) {
    out_ = "{\"id\":";
    formats::append_json_string(out_, id);
    out_ += ",\"schema\":";
    formats::append_json_string(out_, schema);
    out_ += ",\"properties\":{";
  }
  /// Values that say nothing are left out; a property without values as well.
  FtmEntity& add(std::string_view property, std::vector<std::string> values) {
    values.erase(std::remove(values.begin(), values.end(), std::string()), values.end());
    if (values.empty()) return *this;
    if (out_.back() != '{') out_ += ',';
    formats::append_json_string(out_, property);
    out_ += ":[";
    for (const std::string& value : values) {
      if (out_.back() != '[') out_ += ',';
      formats::append_json_string(out_, property == "summary" ? value : formats::shortened(value, max_value_bytes));
    }
    out_ += ']';
    return *this;
  }
  FtmEntity& add(std::string_view property, std::string_view value) {
    return add(property, std::vector<std::string>{std::string(value)});
  }
  std::string line() && { return std::move(out_) + "}}\n"; }

 private:
  std::string out_;
};

// The schema of a node; empty for types that the model has nothing for.
std::string_view schema_of(TypeId type) noexcept {
  switch (type) {
    case TypeId::person:
      return "Person";
    case TypeId::organization:
      return "Organization";
    case TypeId::location:
      return "Address";
    case TypeId::group:
      return "LegalEntity";
    default:
      return {};
  }
}

// The schema of a relation and its properties for subject and object. `role` is where its words go.
struct Link {
  std::string_view schema = "UnknownLink";
  std::string_view subject = "subject";
  std::string_view object = "object";
  std::string_view role = "role";
};

Link link_of(const Edge& edge, TypeId subject, TypeId object) noexcept {
  // Plans and doubts are no employment; the role of an UnknownLink says what they are.
  if (has(edge.flags, RelationFlags::planned) || has(edge.flags, RelationFlags::questioned)) return {};
  const bool person = subject == TypeId::person;
  if (edge.type == RelationTypeId::has_role && person && object == TypeId::organization)
    return {"Employment", "employee", "employer", "role"};
  if (edge.type == RelationTypeId::has_role && person && object == TypeId::location)
    return {"Occupancy", "holder", "post", "status"};
  if (edge.type == RelationTypeId::has_role && person && object == TypeId::person)
    return {"Associate", "associate", "person", "relationship"};
  if (edge.type == RelationTypeId::member_of && object == TypeId::organization)
    return {"Membership", "member", "organization", "role"};
  if (edge.type == RelationTypeId::family) return {"Family", "relative", "person", "relationship"};
  return {};
}

std::vector<std::string> quotes_of(const Edge& edge) {
  std::vector<std::string> out;
  std::size_t bytes = 0;
  for (const Evidence& item : edge.evidence) {
    std::string quote = fmt::format("{} [{}]", item.quote, item.document);
    bytes += quote.size();
    if (bytes > max_text_bytes) break;
    if (std::find(out.begin(), out.end(), quote) == out.end()) out.push_back(std::move(quote));
  }
  return out;
}

std::vector<std::string> dates_of(const Edge& edge) {
  std::vector<std::string> out;
  for (const Evidence& item : edge.evidence) {
    const bool full = item.date.size() == 10 && item.date.find_first_not_of("0123456789-") == std::string::npos;
    if (full && std::find(out.begin(), out.end(), item.date) == out.end()) out.emplace_back(item.date);
  }
  return out;
}

class FtmWriter {
 public:
  FtmWriter(std::ostream& out, const EntityGraph& graph) : graph_(graph), out_(out) {}
  void run(const formats::Selection& selection) {
    selection.each_node([this](const Node& node) { add_node(node); });
    selection.each_edge([this](const Edge& edge, std::size_t) { add_edge(edge); });
    out_.finish();
  }

 private:
  [[nodiscard]] const Node& node(NodeId id) const { return graph_.nodes()[static_cast<std::size_t>(id)]; }
  void add_node(const Node& node);
  void add_edge(const Edge& edge);
  std::string add_post(const Edge& edge, const Node& place);
  void put(FtmEntity&& entity) {
    out_.text += std::move(entity).line();
    out_.pass();
  }

  const EntityGraph& graph_;
  std::set<std::string> posts_;  // written already
  formats::Pieces out_;
};

void FtmWriter::add_node(const Node& node) {
  const std::string_view schema = schema_of(node.type);
  if (schema.empty()) return;
  FtmEntity entity(id_of(node.key), schema);
  entity.add("name", node.name).add("alias", node.aliases);
  if (node.type == TypeId::location) entity.add("full", node.name);
  if (node.type == TypeId::person) {
    std::vector<std::string> positions;
    for (const NodeRole& role : node.roles)
      if (!has(role.flags, RelationFlags::negated)) positions.push_back(role.label);
    entity.add("position", positions);
  }
  put(std::move(entity));
}

// The post that "president of Norway" names; its id.
std::string FtmWriter::add_post(const Edge& edge, const Node& place) {
  const std::string name = edge.label.empty() ? place.name : fmt::format("{}, {}", edge.label, place.name);
  const std::string id = id_of(fmt::format("post\n{}\n{}", edge.label, place.key));
  if (posts_.insert(id).second)
    put(std::move(FtmEntity(id, "Position").add("name", name).add("subnationalArea", place.name)));
  return id;
}

void FtmWriter::add_edge(const Edge& edge) {
  const Node& subject = node(edge.source);
  const Node& object = node(edge.target);
  if (!edge.stated || has(edge.flags, RelationFlags::negated) || edge.source == edge.target) return;
  if (schema_of(subject.type).empty() || schema_of(object.type).empty()) return;
  const Link link = link_of(edge, subject.type, object.type);
  const std::string object_id = link.schema == "Occupancy" ? add_post(edge, object) : id_of(object.key);
  const std::string_view type = formats::type_name(graph_, edge);
  std::string role(edge.type == RelationTypeId::has_role || link.schema != "UnknownLink" ? edge.label : type);
  if (role.empty()) role = type;
  if (const std::string flags = formats::flag_words(edge.flags); !flags.empty()) role += ' ' + flags;
  const std::string_view own = edge.type == RelationTypeId::has_role ? edge.label : std::string_view();
  const std::string id = id_of(fmt::format("edge\n{}\n{}\n{}\n{}", subject.key, object.key, type, own));
  FtmEntity entity(id, link.schema);
  entity.add(link.subject, id_of(subject.key)).add(link.object, object_id).add(link.role, role);
  entity.add("date", dates_of(edge)).add("summary", quotes_of(edge));
  put(std::move(entity));
}

}  // namespace

void write_ftm(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  FtmWriter(out, graph).run(formats::select(graph, view));
}

}  // namespace dossier
