// A graph as two tables.
#include "formats/columns.hpp"

#include <fmt/format.h>

#include "formats/dot_style.hpp"
#include "formats/json_flags.hpp"

namespace dossier::formats {
namespace {

using Values = std::vector<std::string>;

Values number(std::uint64_t value) { return {fmt::format_int(value).str()}; }
Values real(double value) { return {fmt::format("{:.4f}", value)}; }
Values text(std::string_view value) { return value.empty() ? Values() : Values{std::string(value)}; }
Values boolean(bool value) { return {value ? "true" : "false"}; }

Values type_of_node(const EntityGraph& graph, const Node& node) { return text(graph.schema().name(node.type)); }
Values name_of(const EntityGraph& /*graph*/, const Node& node) { return text(node.name); }
Values aliases_of(const EntityGraph& /*graph*/, const Node& node) {
  Values out;
  for (const std::string& alias : node.aliases)
    if (!alias.empty()) out.push_back(alias);
  return out;
}
Values roles_of(const EntityGraph& /*graph*/, const Node& node) {
  Values out;
  for (const NodeRole& role : node.roles) {
    if (role.label.empty()) continue;
    const std::string flags = flag_words(role.flags);
    out.push_back(flags.empty() ? role.label : role.label + ' ' + flags);
  }
  return out;
}
Values mentions_of(const EntityGraph& /*graph*/, const Node& node) { return number(node.mentions); }
Values sentences_of(const EntityGraph& /*graph*/, const Node& node) { return number(node.sentences); }
Values documents_of_node(const EntityGraph& /*graph*/, const Node& node) { return number(node.documents); }

Values type_of_edge(const EntityGraph& graph, const Edge& edge) { return text(type_name(graph, edge)); }
Values is_stated(const EntityGraph& /*graph*/, const Edge& edge) { return boolean(edge.stated); }
Values is_directed(const EntityGraph& /*graph*/, const Edge& edge) { return boolean(edge.directed); }
Values label_of(const EntityGraph& /*graph*/, const Edge& edge) { return text(edge.label); }
Values flags_of(const EntityGraph& /*graph*/, const Edge& edge) {
  Values out;
  for (const auto& [flag, name] : flag_names)
    if (has(edge.flags, flag)) out.emplace_back(name);
  return out;
}
Values weight_of(const EntityGraph& /*graph*/, const Edge& edge) { return number(edge.count); }
Values documents_of_edge(const EntityGraph& /*graph*/, const Edge& edge) { return number(edge.documents); }
Values paragraphs_of(const EntityGraph& /*graph*/, const Edge& edge) {
  return edge.stated ? Values() : number(edge.paragraphs);
}
Values first_date_of(const EntityGraph& /*graph*/, const Edge& edge) { return text(edge.first_date.text()); }
Values last_date_of(const EntityGraph& /*graph*/, const Edge& edge) { return text(edge.last_date.text()); }
Values npmi_of(const EntityGraph& /*graph*/, const Edge& edge) { return edge.stated ? Values() : real(edge.npmi); }
Values log_likelihood_of(const EntityGraph& /*graph*/, const Edge& edge) {
  return edge.stated ? Values() : real(edge.log_likelihood);
}
Values evidence_of(const EntityGraph& /*graph*/, const Edge& edge) {
  Values out;
  for (const Evidence& item : edge.evidence) out.push_back(fmt::format("“{}” [{}]", item.quote, item.document));
  return out;
}

constexpr Column<Node> of_nodes[] = {{"type", ColumnKind::text, type_of_node},
                                     {"label", ColumnKind::text, name_of},
                                     {"aliases", ColumnKind::list, aliases_of},
                                     {"roles", ColumnKind::list, roles_of},
                                     {"mentions", ColumnKind::integer, mentions_of},
                                     {"sentences", ColumnKind::integer, sentences_of},
                                     {"documents", ColumnKind::integer, documents_of_node}};

constexpr Column<Edge> of_edges[] = {{"type", ColumnKind::text, type_of_edge},
                                     {"stated", ColumnKind::boolean, is_stated},
                                     {"directed", ColumnKind::boolean, is_directed},
                                     {"label", ColumnKind::text, label_of},
                                     {"flags", ColumnKind::list, flags_of},
                                     {"weight", ColumnKind::integer, weight_of},
                                     {"documents", ColumnKind::integer, documents_of_edge},
                                     {"paragraphs", ColumnKind::integer, paragraphs_of},
                                     {"first_date", ColumnKind::text, first_date_of},
                                     {"last_date", ColumnKind::text, last_date_of},
                                     {"npmi", ColumnKind::real, npmi_of},
                                     {"log_likelihood", ColumnKind::real, log_likelihood_of},
                                     {"evidence", ColumnKind::list, evidence_of}};

}  // namespace

std::span<const Column<Node>> node_columns() noexcept { return of_nodes; }
std::span<const Column<Edge>> edge_columns() noexcept { return of_edges; }

std::string_view type_name(const EntityGraph& graph, const Edge& edge) noexcept {
  return edge.stated ? graph.schema().name(edge.type) : std::string_view("co_occurs");
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += " | ";
    out += item;
  }
  return out;
}

std::string_view key_of(const EntityGraph& graph, NodeId node) noexcept {
  return graph.nodes()[static_cast<std::size_t>(node)].key;
}

}  // namespace dossier::formats
