// Writes a graph as Graphviz DOT that is meant to be drawn with `dot -Tsvg`.
//
// Everything that comes from a text passes append_dot_id() or append_dot_label(); only constants are written bare.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <dossier/query.hpp>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/dot_legend.hpp"
#include "formats/dot_style.hpp"
#include "formats/dot_text.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

constexpr std::size_t node_width = 26;  // code points in a line
constexpr std::size_t edge_width = 24;
constexpr std::size_t max_edge_labels = 3;
constexpr std::size_t max_line_labels = 4;  // edges of one line
constexpr std::size_t max_tooltip_items = 4;
constexpr std::size_t max_cooccurrences = 3;  // drawn of a node, unless they are among the strongest of others
constexpr std::uint32_t normal_font = 12;     // points
constexpr std::uint32_t largest_font = 20;

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

// What is drawn as one line: edges between the same two that look alike, or a single one.
using Line = std::vector<const Edge*>;

// Lines that lie side by side hide each other's labels.
bool share_line(const Edge& a, const Edge& b) noexcept {
  if (!a.stated || !b.stated || a.source != b.source || a.target != b.target) return false;
  if (a.directed != b.directed || a.flags != b.flags) return false;
  const bool role_and_member = a.type == RelationTypeId::has_role && b.type == RelationTypeId::member_of;
  return role_and_member || formats::color_of(a) == formats::color_of(b);
}

// Edges between the same two come one after the other. A line stands where its first edge does.
std::vector<Line> to_lines(const std::vector<const Edge*>& edges) {
  std::vector<Line> lines;
  std::size_t first = 0;  // line of the same ends
  for (const Edge* edge : edges) {
    const auto ends = [](const Edge& e) { return std::pair(e.source, e.target); };
    if (lines.empty() || ends(*lines.back().front()) != ends(*edge)) first = lines.size();
    const auto line = std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end(),
                                   [edge](const Line& each) { return share_line(*each.front(), *edge); });
    if (line != lines.end())
      line->push_back(edge);
    else
      lines.push_back({edge});
  }
  return lines;
}

class DotWriter {
 public:
  DotWriter(std::ostream& out, const EntityGraph& graph, const GraphView& view)
      : graph_(graph), view_(view), selection_(formats::select(graph, view)), pieces_(out) {}
  void run();

 private:
  [[nodiscard]] std::vector<const Edge*> drawn_edges();
  void note_what_is_shown(const std::vector<const Edge*>& edges);
  void add_head(std::size_t edges);
  void add_node(NodeId id);
  void add_stated(const Line& line);
  void add_cooccurrence(const Edge& edge);
  void add_ends(const Edge& edge);
  void add_label(std::string_view name, std::string_view text);
  [[nodiscard]] const Node& node(NodeId id) const { return graph_.nodes()[static_cast<std::size_t>(id)]; }
  [[nodiscard]] std::string short_form(std::string_view text) const {
    return formats::shortened(text, view_.max_label_bytes);
  }
  [[nodiscard]] bool is_drawn_as_edge(const Node& node, const NodeRole& role) const;
  [[nodiscard]] std::uint32_t font_size(NodeId id) const;
  [[nodiscard]] std::string node_label(const Node& node) const;
  [[nodiscard]] std::string node_tooltip(const Node& node) const;
  [[nodiscard]] std::string edge_words(const Edge& edge) const;
  [[nodiscard]] std::string edge_label(const Edge& edge) const;
  [[nodiscard]] std::string line_label(const Line& line) const;
  [[nodiscard]] std::string edge_tooltip(const Edge& edge) const;

  const EntityGraph& graph_;
  const GraphView& view_;
  formats::Selection selection_;
  formats::Shown shown_;
  std::map<NodeId, std::uint32_t> degree_;                          // edges drawn at each node
  std::map<const Node*, std::set<std::string>> roles_with_object_;  // role_key(); only looked up
  formats::Pieces pieces_;
  std::string& out_ = pieces_.text;
};

// Where something is stated, that both stand in one sentence is no news. Of the other co-occurrences only those are
// drawn that are among the strongest of one of their ends: more of them hide what is stated.
std::vector<const Edge*> DotWriter::drawn_edges() {
  std::set<std::pair<NodeId, NodeId>> stated;
  std::vector<const Edge*> together;
  selection_.each_edge([&](const Edge& edge, std::size_t) {
    if (edge.stated) stated.insert(std::minmax(edge.source, edge.target));
  });
  selection_.each_edge([&](const Edge& edge, std::size_t) {
    if (!edge.stated && !stated.contains(std::minmax(edge.source, edge.target))) together.push_back(&edge);
  });
  std::stable_sort(together.begin(), together.end(), [](const Edge* a, const Edge* b) {
    return std::pair(a->count, a->log_likelihood) > std::pair(b->count, b->log_likelihood);
  });
  std::map<NodeId, std::size_t> drawn;  // co-occurrences of each node so far
  std::set<const Edge*> strongest;      // only looked up
  for (const Edge* edge : together) {
    const std::size_t first = drawn[edge->source]++;
    const std::size_t second = drawn[edge->target]++;
    if (std::min(first, second) < max_cooccurrences) strongest.insert(edge);
  }
  shown_.hidden_cooccurrences = together.size() - strongest.size();
  std::vector<const Edge*> out;
  selection_.each_edge([&](const Edge& edge, std::size_t) {
    if (edge.stated || strongest.count(&edge) != 0) out.push_back(&edge);
  });
  return out;
}

void DotWriter::note_what_is_shown(const std::vector<const Edge*>& edges) {
  shown_.nodes = selection_.nodes.size();
  shown_.hidden_nodes = selection_.hidden_nodes;
  for (const NodeId id : selection_.nodes) shown_.types.add(node(id).type);
  for (const Edge* edge : edges) {
    (edge->stated ? shown_.stated : shown_.cooccurrence) = true;
    shown_.flags |= edge->flags;
    ++degree_[edge->source];
    if (edge->target != edge->source) ++degree_[edge->target];
  }
}

void DotWriter::run() {
  const std::vector<const Edge*> edges = drawn_edges();
  note_what_is_shown(edges);
  for (const Edge* edge : edges)
    if (edge->type == RelationTypeId::has_role)
      roles_with_object_[&node(edge->source)].insert(role_key(edge->label, edge->flags));
  const std::vector<Line> lines = to_lines(edges);
  add_head(lines.size());
  for (const NodeId id : selection_.nodes) add_node(id);
  for (const Line& line : lines) line.front()->stated ? add_stated(line) : add_cooccurrence(*line.front());
  out_ += "}\n";
  pieces_.finish();
}

void DotWriter::add_head(std::size_t edges) {
  const auto out = std::back_inserter(out_);
  fmt::format_to(out, "// {} entities, {} edges\n", selection_.nodes.size(), edges);
  out_ += "digraph dossier {\n";
  fmt::format_to(out, "  graph [charset=\"UTF-8\", {}, outputorder=edgesfirst, fontname=\"Helvetica\", fontsize=14",
                 formats::layout(edges));
  if (const std::string legend = formats::legend(shown_); !legend.empty())
    fmt::format_to(out, ", labelloc=b, labeljust=l, label={}", legend);
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

// The more is drawn at a node, the larger its name: 14 points from 4 edges on, 2 more for each doubling.
std::uint32_t DotWriter::font_size(NodeId id) const {
  const auto degree = degree_.find(id);
  std::uint32_t size = normal_font;
  for (std::uint32_t n = degree == degree_.end() ? 0 : degree->second; n >= 4 && size < largest_font; n /= 2) size += 2;
  return size;
}

void DotWriter::add_node(NodeId id) {
  const Node& node = this->node(id);
  out_ += "  ";
  formats::append_dot_id(out_, node.key);
  add_label(" [label=", node_label(node));
  fmt::format_to(std::back_inserter(out_), ", {}", formats::node_style(node.type));
  if (const std::uint32_t size = font_size(id); size != normal_font)
    fmt::format_to(std::back_inserter(out_), ", fontsize={}", size);
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
  std::string out(edge.label);
  std::vector<std::string_view> seen = {edge.label, ""};
  for (const Evidence& item : edge.evidence) {
    if (edge.type == RelationTypeId::has_role || seen.size() > max_edge_labels) break;
    if (std::find(seen.begin(), seen.end(), item.label) != seen.end()) continue;
    seen.push_back(item.label);
    out += out.empty() ? "" : ", ";
    out += item.label;
  }
  return out.empty() || formats::type_speaks(edge.type) ? spaced(graph_.schema().name(edge.type)) : out;
}

std::string DotWriter::edge_label(const Edge& edge) const {
  std::string label = formats::wrapped(short_form(edge_words(edge)), edge_width);
  // The first statement with a place or a date that a calendar has speaks for all; the tooltip has the others.
  for (const Evidence& item : edge.evidence) {
    const std::string_view date = is_calendar_date(item.date) ? std::string_view(item.date) : std::string_view();
    if (item.place.empty() && date.empty()) continue;
    const std::string_view comma = item.place.empty() || date.empty() ? "" : ", ";
    label += fmt::format("\n{}{}{}", short_form(item.place), comma, date);
    break;
  }
  if (const std::string flags = formats::flag_words(edge.flags); !flags.empty()) label += '\n' + flags;
  return label;
}

// One edge under the other. That somebody is a member is no news where his role is told.
std::string DotWriter::line_label(const Line& line) const {
  std::string out;
  std::size_t shown = 0;
  for (const Edge* edge : line) {
    if (edge->type == RelationTypeId::member_of && line.front()->type == RelationTypeId::has_role) continue;
    if (++shown > max_line_labels) continue;
    out += (out.empty() ? "" : "\n") + edge_label(*edge);
  }
  return shown > max_line_labels ? out + fmt::format("\nand {} more", shown - max_line_labels) : out;
}

std::string DotWriter::edge_tooltip(const Edge& edge) const {
  std::string out = fmt::format("{}: {} in {}", graph_.schema().name(edge.type), counted(edge.count, "statement"),
                                counted(edge.documents, "document"));
  for (std::size_t i = 0; i < std::min(edge.evidence.size(), max_tooltip_items); ++i)
    out += fmt::format("\n“{}” [{}]", edge.evidence[i].quote, edge.evidence[i].document);
  if (edge.evidence.size() > max_tooltip_items) out += "\n…";
  return out;
}

void DotWriter::add_stated(const Line& line) {
  const Edge& first = *line.front();
  add_ends(first);
  add_label(" [label=", line_label(line));
  const std::string_view color = formats::color_of(first);
  fmt::format_to(std::back_inserter(out_), ", color=\"{}\", fontcolor=\"{}\", class=\"stated", color, color);
  std::string tooltip;
  for (const Edge* edge : line) {
    const std::string_view type = graph_.schema().name(edge->type);
    if (edge == line.front() || edge->type != first.type) fmt::format_to(std::back_inserter(out_), " {}", type);
    tooltip += (tooltip.empty() ? "" : "\n") + edge_tooltip(*edge);
  }
  out_ += '"';
  if (!first.directed) out_ += ", dir=none";
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
  DotWriter(out, graph, view).run();
}

}  // namespace dossier
