// Nodes and edges of a graph as JSON members. The fields are listed in docs/formats.md.
#include "formats/json_graph.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "formats/columns.hpp"
#include "formats/json_flags.hpp"
#include "formats/json_identity.hpp"
#include "formats/json_text.hpp"

namespace dossier::formats {
namespace {

void add_member(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  append_json_string(out, value);
}

void add_member(std::string& out, std::string_view name, std::uint32_t value) {
  out += name;
  append_number(out, value);
}

void add_member_or_null(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  append_json_string_or_null(out, value);
}

void add_roles(std::string& out, const Node& node) {
  out += ",\"roles\":[";
  for (const NodeRole& role : node.roles) {
    if (out.back() != '[') out += ',';
    add_member(out, "{\"label\":", role.label);
    out += ",\"flags\":";
    append_flags(out, role.flags);
    add_member(out, ",\"count\":", role.count);
    out += '}';
  }
  out += ']';
}

void add_statistics(std::string& out, const Edge& edge) {
  add_member_or_null(out, ",\"first_date\":", edge.first_date.text());
  add_member_or_null(out, ",\"last_date\":", edge.last_date.text());
  if (edge.stated) {
    out += ",\"paragraphs\":null,\"npmi\":null,\"log_likelihood\":null";
    return;
  }
  fmt::format_to(std::back_inserter(out), ",\"paragraphs\":{},\"npmi\":{:.4f},\"log_likelihood\":{:.4f}",
                 edge.paragraphs, edge.npmi, edge.log_likelihood);
}

}  // namespace

void append_evidence(std::string& out, const Evidence& item) {
  add_member(out, "{\"document\":", item.document);
  add_member(out, ",\"start\":", item.codepoints.begin);
  add_member(out, ",\"end\":", item.codepoints.end);
  add_member(out, ",\"start_byte\":", item.span.begin);
  add_member(out, ",\"end_byte\":", item.span.end);
  add_member(out, ",\"quote\":", item.quote);
  add_member_or_null(out, ",\"label\":", item.label);
  out += ",\"flags\":";
  append_flags(out, item.flags);
  add_member_or_null(out, ",\"place\":", item.place);
  add_member_or_null(out, ",\"date\":", item.date);
  add_member_or_null(out, ",\"rule\":", item.rule);
  out += '}';
}

void append_graph_object(std::string& out, const EntityGraph& graph, std::size_t hidden_nodes,
                         std::size_t hidden_edges) {
  out += "{\"schema\":\"dossier.graph/1\",\"hidden_nodes\":";
  append_number(out, hidden_nodes);
  out += ",\"hidden_links\":";
  append_number(out, hidden_edges);
  out += ",\"dropped_pairs\":";
  append_number(out, graph.dropped_pairs());
  out += '}';
}

void append_node_members(std::string& out, const EntityGraph& graph, const Node& node) {
  add_member(out, "\"id\":", node.key);
  add_member(out, ",\"type\":", graph.schema().name(node.type));
  add_member(out, ",\"name\":", node.name);
  out += ",\"aliases\":[";
  for (const std::string& alias : node.aliases) {
    if (out.back() != '[') out += ',';
    append_json_string(out, alias);
  }
  out += ']';
  add_roles(out, node);
  add_member(out, ",\"mentions\":", node.mentions);
  add_member(out, ",\"sentences\":", node.sentences);
  add_member(out, ",\"documents\":", node.documents);
  append_identity(out, node);
}

void append_edge_members(std::string& out, const EntityGraph& graph, const Edge& edge, std::size_t number) {
  add_member(out, "\"source\":", key_of(graph, edge.source));
  add_member(out, ",\"target\":", key_of(graph, edge.target));
  out += ",\"key\":";
  append_number(out, number);
  add_member(out, ",\"type\":", type_name(graph, edge));
  out += edge.stated ? ",\"stated\":true" : ",\"stated\":false";
  out += edge.directed ? ",\"directed\":true" : ",\"directed\":false";
  add_member_or_null(out, ",\"label\":", edge.label);
  out += ",\"flags\":";
  append_flags(out, edge.flags);
  add_member(out, ",\"count\":", edge.count);
  add_member(out, ",\"documents\":", edge.documents);
  add_statistics(out, edge);
  out += ",\"evidence\":[";
  for (const Evidence& item : edge.evidence) {
    if (out.back() != '[') out += ',';
    append_evidence(out, item);
  }
  out += ']';
}

}  // namespace dossier::formats
