// Writes answers of queries as JSON, one object each. The fields are listed in docs/formats.md.
#include <fmt/format.h>

#include <cstddef>
#include <dossier/formats.hpp>
#include <iterator>

#include "formats/columns.hpp"
#include "formats/json_graph.hpp"
#include "formats/json_text.hpp"

namespace dossier {
namespace {

using formats::append_json_string;
using formats::append_number;
using formats::key_of;

void begin(std::string& out, std::string_view query) {
  out += "{\"schema\":\"dossier.answer/1\",\"query\":";
  append_json_string(out, query);
}

template <typename Items, typename Add>
void add_list(std::string& out, std::string_view name, const Items& items, Add add) {
  out.append(",\"").append(name).append("\":[");
  bool first = true;
  for (const auto& item : items) {
    out += first ? "\n" : ",\n";
    first = false;
    add(item);
  }
  out += first ? "]" : "\n]";
}

void add_key(std::string& out, std::string_view name, const EntityGraph& graph, NodeId node) {
  out.append("\"").append(name).append("\":");
  append_json_string(out, key_of(graph, node));
}

void add_node(std::string& out, const EntityGraph& graph, NodeId id) {
  const Node& node = graph.nodes()[static_cast<std::size_t>(id)];
  add_key(out, "id", graph, id);
  out += ",\"type\":";
  append_json_string(out, graph.schema().name(node.type));
  out += ",\"name\":";
  append_json_string(out, node.name);
}

void add_edge(std::string& out, const EntityGraph& graph, EdgeId id) {
  out += '{';
  formats::append_edge_members(out, graph, graph.edges()[static_cast<std::size_t>(id)], static_cast<std::size_t>(id));
  out += '}';
}

}  // namespace

void append_path_json(std::string& out, const EntityGraph& graph, std::span<const Hop> path) {
  begin(out, "path");
  add_list(out, "hops", path, [&](const Hop& hop) {
    out += '{';
    add_key(out, "from", graph, hop.from);
    out += ',';
    add_key(out, "to", graph, hop.to);
    add_list(out, "edges", hop.edges, [&](EdgeId edge) { add_edge(out, graph, edge); });
    out += '}';
  });
  out += "}\n";
}

void append_top_json(std::string& out, const EntityGraph& graph, std::span<const NodeId> nodes,
                     std::span<const double> values) {
  begin(out, "top");
  add_list(out, "nodes", nodes, [&](NodeId node) {
    out += '{';
    add_node(out, graph, node);
    fmt::format_to(std::back_inserter(out), ",\"value\":{:.6g}}}", values[static_cast<std::size_t>(node)]);
  });
  out += "}\n";
}

void append_bridges_json(std::string& out, const EntityGraph& graph, std::span<const Bridge> bridges) {
  begin(out, "bridges");
  add_list(out, "bridges", bridges, [&](const Bridge& bridge) {
    out += '{';
    add_key(out, "a", graph, bridge.a);
    out += ',';
    add_key(out, "b", graph, bridge.b);
    out += ",\"nodes_behind\":";
    append_number(out, bridge.nodes_behind);
    out += '}';
  });
  out += "}\n";
}

void append_communities_json(std::string& out, const EntityGraph& graph, const Communities& communities) {
  begin(out, "communities");
  fmt::format_to(std::back_inserter(out), ",\"modularity\":{:.6f}", communities.modularity);
  std::vector<std::vector<NodeId>> members(communities.sizes.size());
  for (std::size_t i = 0; i < communities.of.size(); ++i) members[communities.of[i]].push_back(static_cast<NodeId>(i));
  add_list(out, "communities", members, [&](const std::vector<NodeId>& nodes) {
    out += '[';
    for (const NodeId node : nodes) {
      if (node != nodes.front()) out += ',';
      append_json_string(out, key_of(graph, node));
    }
    out += ']';
  });
  out += "}\n";
}

void append_timeline_json(std::string& out, const EntityGraph& graph, std::span<const TimelineItem> items) {
  begin(out, "timeline");
  add_list(out, "statements", items, [&](const TimelineItem& item) {
    const Edge& edge = graph.edges()[static_cast<std::size_t>(item.edge)];
    const Evidence& evidence = edge.evidence[item.evidence];
    out += "{\"date\":";
    formats::append_json_string_or_null(out, evidence.date);
    out += ',';
    add_key(out, "source", graph, edge.source);
    out += ',';
    add_key(out, "target", graph, edge.target);
    out += ",\"type\":";
    append_json_string(out, formats::type_name(graph, edge));
    out += edge.directed ? ",\"directed\":true" : ",\"directed\":false";
    out += ",\"evidence\":";
    formats::append_evidence(out, evidence);
    out += '}';
  });
  out += "}\n";
}

}  // namespace dossier
