// Answers of queries as text for people.
#include "query_text.hpp"

#include <algorithm>
#include <cstdio>

#include "output.hpp"

namespace dossier::cli {
namespace {

const Node& node_of(const EntityGraph& graph, NodeId id) { return graph.nodes()[static_cast<std::size_t>(id)]; }

std::string counted(std::uint64_t count, const char* noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string flag_words(RelationFlags flags) {
  std::string out;
  const auto add = [&](RelationFlags flag, const char* word) {
    if (has(flags, flag)) out += (out.empty() ? " (" : ", ") + std::string(word);
  };
  add(RelationFlags::negated, "not");
  add(RelationFlags::reported, "reported");
  add(RelationFlags::planned, "planned");
  add(RelationFlags::former, "former");
  add(RelationFlags::questioned, "in question");
  return out.empty() ? out : out + ')';
}

// "has_role: envoy (former)".
std::string words_of(const EntityGraph& graph, RelationTypeId type, std::string_view label, RelationFlags flags) {
  std::string out(graph.schema().name(type));
  if (!label.empty() && label != out) out.append(": ").append(label);
  return out + flag_words(flags);
}

// "A -[met]- B", the subject first.
std::string arrow(const EntityGraph& graph, const Edge& edge, const std::string& words) {
  return node_of(graph, edge.source).name + " -[" + words + (edge.directed ? "]-> " : "]- ") +
         node_of(graph, edge.target).name;
}

std::string quoted(const Evidence& item) {
  return "“" + std::string(item.quote) + "” [" + std::string(item.document) + ']';
}

void append_line(std::string& out, std::string_view words) {
  append_cell(out, words);  // names may hold tabs and line ends
  out += '\n';
}

void append_edge(std::string& out, const EntityGraph& graph, const Edge& edge) {
  if (!edge.stated) {
    append_line(out, "  together in " + counted(edge.count, "sentence") + " of " + counted(edge.documents, "document"));
    return;
  }
  append_line(out, "  " + arrow(graph, edge, words_of(graph, edge.type, edge.label, edge.flags)) + "   " +
                       counted(edge.count, "statement") + " in " + counted(edge.documents, "document"));
  if (!edge.evidence.empty()) append_line(out, "    " + quoted(edge.evidence.front()));
}

std::string shown(double value) {
  char buffer[32];
  const int size = std::snprintf(buffer, sizeof buffer, "%.6g", value);
  return {buffer, static_cast<std::size_t>(size)};
}

}  // namespace

void append_path(std::string& out, const EntityGraph& graph, std::span<const Hop> path) {
  for (const Hop& hop : path) {
    append_line(out, node_of(graph, hop.from).name + " -- " + node_of(graph, hop.to).name);
    for (const EdgeId edge : hop.edges) append_edge(out, graph, graph.edges()[static_cast<std::size_t>(edge)]);
  }
}

void append_ego(std::string& out, const EntityGraph& graph, std::span<const Near> nodes) {
  for (const Near& near : nodes) {
    const Node& node = node_of(graph, near.node);
    append_line(out, std::to_string(near.distance) + "  " + node.name + "  [" + node.key + "]  " +
                         counted(node.mentions, "mention") + " in " + counted(node.documents, "document"));
  }
}

void append_top(std::string& out, const EntityGraph& graph, std::span<const NodeId> nodes,
                std::span<const double> values) {
  for (const NodeId id : nodes) {
    const Node& node = node_of(graph, id);
    append_line(out, shown(values[static_cast<std::size_t>(id)]) + "  " + node.name + "  [" + node.key + ']');
  }
}

void append_bridges(std::string& out, const EntityGraph& graph, std::span<const Bridge> bridges) {
  for (const Bridge& bridge : bridges)
    append_line(out, std::to_string(bridge.nodes_behind) + " cut off:  " + node_of(graph, bridge.a).name + " -- " +
                         node_of(graph, bridge.b).name);
}

void append_communities(std::string& out, const EntityGraph& graph, const Communities& communities,
                        std::size_t members) {
  std::vector<std::vector<NodeId>> groups(communities.sizes.size());
  for (std::size_t i = 0; i < communities.of.size(); ++i) groups[communities.of[i]].push_back(static_cast<NodeId>(i));
  std::size_t alone = 0;
  for (std::vector<NodeId>& group : groups) {
    if (group.size() == 1) {
      ++alone;
      continue;
    }
    std::stable_sort(group.begin(), group.end(),
                     [&graph](NodeId a, NodeId b) { return graph.degree(a) > graph.degree(b); });
    std::string line = std::to_string(group.size()) + " entities: ";
    for (std::size_t i = 0; i < group.size() && i < members; ++i)
      line += (i == 0 ? "" : ", ") + node_of(graph, group[i]).name;
    append_line(out, group.size() > members ? line + ", …" : line);
  }
  if (alone != 0) append_line(out, std::to_string(alone) + (alone == 1 ? " entity alone" : " entities alone"));
}

void append_timeline(std::string& out, const EntityGraph& graph, std::span<const TimelineItem> items) {
  for (const TimelineItem& item : items) {
    const Edge& edge = graph.edges()[static_cast<std::size_t>(item.edge)];
    const Evidence& evidence = edge.evidence[item.evidence];
    const std::string date(is_calendar_date(evidence.date) ? evidence.date : "undated");
    append_line(out, date + "  " + arrow(graph, edge, words_of(graph, edge.type, evidence.label, evidence.flags)) +
                         (evidence.place.empty() ? "" : ", " + std::string(evidence.place)));
    append_line(out, "    " + quoted(evidence));
  }
}

}  // namespace dossier::cli
