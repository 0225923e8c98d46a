// Writes a graph as Graphviz DOT that is meant to be drawn with `dot -Tsvg`.
//
// Everything that comes from a text passes append_dot_id() or append_dot_label(); only constants are written bare.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/dot_style.hpp"
#include "formats/dot_text.hpp"
#include "formats/view.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

constexpr std::size_t node_width = 26;  // code points in a line
constexpr std::size_t edge_width = 24;
constexpr std::size_t max_edge_labels = 3;
constexpr std::size_t max_tooltip_items = 4;

std::string spaced(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// The same for roles that are the same in the picture.
std::string role_key(std::string_view label, RelationFlags flags) {
  std::string out = has(flags, RelationFlags::former) ? "former " : "";
  text::fold(label, out);
  return out;
}

std::string counted(std::uint32_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class DotWriter {
 public:
  DotWriter(const EntityGraph& graph, const GraphView& view)
      : graph_(graph), view_(view), selection_(formats::select(graph, view)) {}
  std::string run();

 private:
  [[nodiscard]] std::vector<const Edge*> drawn_edges() const;
  void add_head(std::size_t edges);
  void add_node(const Node& node);
  void add_stated(const Edge& edge);
  void add_cooccurrence(const Edge& edge);
  void add_ends(const Edge& edge);
  void add_label(std::string_view name, std::string_view text);
  [[nodiscard]] const Node& node(NodeId id) const { return graph_.nodes()[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::string short_form(std::string_view text) const {
    return formats::shortened(text, view_.max_label_bytes);
  }
  [[nodiscard]] bool is_drawn_as_edge(const Node& node, const NodeRole& role) const;
  [[nodiscard]] std::string node_label(const Node& node) const;
  [[nodiscard]] std::string node_tooltip(const Node& node) const;
  [[nodiscard]] std::string edge_words(const Edge& edge) const;
  [[nodiscard]] std::string edge_label(const Edge& edge) const;
  [[nodiscard]] std::string edge_tooltip(const Edge& edge) const;

  const EntityGraph& graph_;
  const GraphView& view_;
  formats::Selection selection_;
  std::map<const Node*, std::set<std::string>> roles_with_object_;  // role_key(); only looked up
  std::string out_;
};

// Where something is stated, that both stand in one sentence is no news.
std::vector<const Edge*> DotWriter::drawn_edges() const {
  std::set<std::pair<NodeId, NodeId>> stated;
  std::vector<const Edge*> out;
  for (const EdgeId id : selection_.edges) {
    const Edge& edge = graph_.edges()[static_cast<std::size_t>(id)];
    if (edge.stated) stated.insert(std::minmax(edge.source, edge.target));
  }
  for (const EdgeId id : selection_.edges) {
    const Edge& edge = graph_.edges()[static_cast<std::size_t>(id)];
    if (edge.stated || !stated.contains(std::minmax(edge.source, edge.target))) out.push_back(&edge);
  }
  return out;
}

std::string DotWriter::run() {
  const std::vector<const Edge*> edges = drawn_edges();
  for (const Edge* edge : edges)
    if (edge->type == RelationTypeId::has_role)
      roles_with_object_[&node(edge->source)].insert(role_key(edge->label, edge->flags));
  add_head(edges.size());
  for (const NodeId id : selection_.nodes) add_node(node(id));
  for (const Edge* edge : edges) edge->stated ? add_stated(*edge) : add_cooccurrence(*edge);
  out_ += "}\n";
  return std::move(out_);
}

void DotWriter::add_head(std::size_t edges) {
  const auto out = std::back_inserter(out_);
  fmt::format_to(out, "// {} entities, {} edges\n", selection_.nodes.size(), edges);
  out_ += "digraph dossier {\n";
  fmt::format_to(out, "  graph [charset=\"UTF-8\", {}, outputorder=edgesfirst, fontname=\"Helvetica\", fontsize=10",
                 formats::layout(edges));
  if (selection_.hidden_nodes > 0) {
    fmt::format_to(out, ", labelloc=b, label=\"{} of {} entities shown\"", selection_.nodes.size(),
                   selection_.nodes.size() + selection_.hidden_nodes);
  }
  out_ += "];\n";
  out_ += "  node [fontname=\"Helvetica\", fontsize=12, fontcolor=\"#111111\", margin=\"0.12,0.06\"];\n";
  out_ += "  edge [fontname=\"Helvetica\", fontsize=10, arrowsize=0.7];\n";
}

void DotWriter::add_label(std::string_view name, std::string_view text) {
  out_ += name;
  formats::append_dot_label(out_, text);
}

// A role that the same person holds of somebody: "President" beside "president -> U.S.".
bool DotWriter::is_drawn_as_edge(const Node& node, const NodeRole& role) const {
  const auto own = roles_with_object_.find(&node);
  return own != roles_with_object_.end() && own->second.contains(role_key(role.label, role.flags));
}

std::string DotWriter::node_label(const Node& node) const {
  std::string label = formats::wrapped(short_form(node.name), node_width);
  std::string roles;
  for (const NodeRole& role : node.roles) {
    if (is_drawn_as_edge(node, role)) continue;
    if (!roles.empty()) roles += ", ";
    if (has(role.flags, RelationFlags::former)) roles += "former ";
    roles += role.label;
  }
  if (!roles.empty()) label += '\n' + formats::wrapped(short_form(roles), node_width);
  return label;
}

std::string DotWriter::node_tooltip(const Node& node) const {
  std::string out = fmt::format("{}: {}\n{} in {}", graph_.schema().name(node.type), node.name,
                                counted(node.mentions, "mention"), counted(node.documents, "document"));
  for (std::size_t i = 0; i < std::min(node.aliases.size(), max_tooltip_items); ++i)
    out += (i == 0 ? "\nalso: " : ", ") + short_form(node.aliases[i]);
  if (node.aliases.size() > max_tooltip_items) out += ", …";
  return out;
}

void DotWriter::add_node(const Node& node) {
  out_ += "  ";
  formats::append_dot_id(out_, node.key);
  add_label(" [label=", node_label(node));
  fmt::format_to(std::back_inserter(out_), ", {}", formats::node_style(node.type));
  add_label(", class=", graph_.schema().name(node.type));
  add_label(", tooltip=", node_tooltip(node));
  out_ += "];\n";
}

void DotWriter::add_ends(const Edge& edge) {
  out_ += "  ";
  formats::append_dot_id(out_, node(edge.source).key);
  out_ += " -> ";
  formats::append_dot_id(out_, node(edge.target).key);
}

// The commonest label, then the others in the order of the evidence.
std::string DotWriter::edge_words(const Edge& edge) const {
  std::string out = edge.label;
  std::vector<std::string_view> seen = {edge.label, ""};
  for (const Evidence& item : edge.evidence) {
    if (edge.type == RelationTypeId::has_role || seen.size() > max_edge_labels) break;
    if (std::find(seen.begin(), seen.end(), item.label) != seen.end()) continue;
    seen.push_back(item.label);
    out += (out.empty() ? "" : ", ") + item.label;
  }
  return out.empty() || formats::type_speaks(edge.type) ? spaced(graph_.schema().name(edge.type)) : out;
}

std::string DotWriter::edge_label(const Edge& edge) const {
  std::string label = formats::wrapped(short_form(edge_words(edge)), edge_width);
  // The first statement with a place or date speaks for all; the tooltip has the others.
  for (const Evidence& item : edge.evidence) {
    if (item.place.empty() && item.date.empty()) continue;
    const std::string_view comma = item.place.empty() || item.date.empty() ? "" : ", ";
    label += fmt::format("\n{}{}{}", short_form(item.place), comma, item.date);
    break;
  }
  if (const std::string flags = formats::flag_words(edge.flags); !flags.empty()) label += '\n' + flags;
  return label;
}

std::string DotWriter::edge_tooltip(const Edge& edge) const {
  std::string out = fmt::format("{}: {} in {}", graph_.schema().name(edge.type), counted(edge.count, "statement"),
                                counted(edge.documents, "document"));
  for (std::size_t i = 0; i < std::min(edge.evidence.size(), max_tooltip_items); ++i)
    out += fmt::format("\n“{}” [{}]", edge.evidence[i].quote, edge.evidence[i].document);
  if (edge.evidence.size() > max_tooltip_items) out += "\n…";
  return out;
}

void DotWriter::add_stated(const Edge& edge) {
  add_ends(edge);
  add_label(" [label=", edge_label(edge));
  const std::string_view color = formats::color_of(edge);
  fmt::format_to(std::back_inserter(out_), ", color=\"{}\", fontcolor=\"{}\", class=\"stated {}\"", color, color,
                 graph_.schema().name(edge.type));
  if (!edge.directed) out_ += ", dir=none";
  const std::string tooltip = edge_tooltip(edge);
  add_label(", tooltip=", tooltip);
  add_label(", labeltooltip=", tooltip);
  out_ += "];\n";
}

void DotWriter::add_cooccurrence(const Edge& edge) {
  add_ends(edge);
  std::uint32_t tenths = 6;  // of a point; 3 more for each doubling
  for (std::uint32_t n = edge.count; n > 1; n >>= 1U) tenths += 3;
  fmt::format_to(std::back_inserter(out_),
                 " [style=dashed, dir=none, constraint=false, color=\"#b8b8b8\", penwidth={}.{}, "
                 "class=\"cooccurrence\", tooltip=\"together in {} of {}\"];\n",
                 tenths / 10, tenths % 10, counted(edge.count, "sentence"), counted(edge.documents, "document"));
}

}  // namespace

void write_dot(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const std::string text = DotWriter(graph, view).run();
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace dossier
