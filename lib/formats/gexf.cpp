// Writes a graph as GEXF, as Gephi, Gephi Lite, sigma and NetworkX read it.
//
// All edges are directed in the file, because NetworkX refuses files that mix both kinds; whether an edge has a
// direction is its attribute "directed". Version 1.3 names the kind of an edge, without which Gephi adds parallel edges
// up; NetworkX before 3.6 reads 1.2 only. When dates are known the graph is dynamic: edges are there from their first
// date to their last.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <vector>

#include "formats/columns.hpp"
#include "formats/dot_style.hpp"
#include "formats/periods.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"
#include "formats/xml_text.hpp"

namespace dossier {
namespace {

using formats::Column;
using formats::ColumnKind;
using formats::Period;

// The file has attributes of its own for these.
constexpr std::string_view label_column = "label";
constexpr std::string_view weight_column = "weight";

std::string_view type_of(ColumnKind kind) noexcept {
  switch (kind) {
    case ColumnKind::integer:
      return "integer";
    case ColumnKind::real:
      return "double";
    case ColumnKind::boolean:
      return "boolean";
    default:
      return "string";
  }
}

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  formats::append_xml(out, value);
  out += '"';
}

template <typename Item>
void add_declarations(std::string& out, std::span<const Column<Item>> columns, std::string_view domain) {
  out.append("    <attributes class=\"").append(domain).append("\">\n");
  for (const Column<Item>& column : columns) {
    if (column.name == label_column || column.name == weight_column) continue;
    out += "      <attribute";
    add_attribute(out, "id", column.name);
    add_attribute(out, "title", column.name);
    add_attribute(out, "type", type_of(column.kind));
    out += "/>\n";
  }
  out += "    </attributes>\n";
}

template <typename Item>
void add_values(std::string& out, const EntityGraph& graph, const Item& item, std::span<const Column<Item>> columns) {
  out += "<attvalues>";
  for (const Column<Item>& column : columns) {
    if (column.name == label_column || column.name == weight_column) continue;
    const std::vector<std::string> values = column.values(graph, item);
    if (values.empty()) continue;
    out += "<attvalue";
    add_attribute(out, "for", column.name);
    add_attribute(out, "value", formats::joined(values));
    out += "/>";
  }
  out += "</attvalues>";
}

// Two digits of "#rrggbb".
int part(std::string_view color, std::size_t at) {
  int value = 0;
  std::from_chars(color.data() + at, color.data() + at + 2, value, 16);
  return value;
}

void add_period(std::string& out, const std::optional<Period>& period) {
  if (!period) return;
  add_attribute(out, "start", formats::day_text(period->first));
  add_attribute(out, "end", formats::day_text(period->last));
}

// A node is there while its edges are; without end when one of them has no date, and when it has none.
class NodePeriods {
 public:
  NodePeriods(const EntityGraph& graph, const formats::Selection& selection) : periods_(graph.nodes().size()) {
    selection.each_edge([this](const Edge& edge, std::size_t) {
      const std::optional<Period> period = formats::period(edge.first_date, edge.last_date);
      any_ = any_ || period;
      add(edge.source, period);
      add(edge.target, period);
    });
  }
  [[nodiscard]] bool any() const noexcept { return any_; }
  [[nodiscard]] std::optional<Period> of(NodeId node) const {
    const State& state = periods_[static_cast<std::size_t>(node)];
    return state.dated && !state.undated ? std::optional(state.period) : std::nullopt;
  }

 private:
  struct State {
    Period period = {};
    bool dated = false;
    bool undated = false;
  };
  void add(NodeId node, const std::optional<Period>& period) {
    State& state = periods_[static_cast<std::size_t>(node)];
    if (!period) {
      state.undated = true;
      return;
    }
    state.period.first = state.dated ? std::min(state.period.first, period->first) : period->first;
    state.period.last = state.dated ? std::max(state.period.last, period->last) : period->last;
    state.dated = true;
  }

  std::vector<State> periods_;
  bool any_ = false;
};

void add_node(std::string& out, const EntityGraph& graph, const Node& node, const std::optional<Period>& period) {
  const std::string_view color = formats::node_colors(node.type).border;
  out += "      <node";
  add_attribute(out, "id", node.key);
  add_attribute(out, "label", node.name);
  add_period(out, period);
  out += '>';
  add_values(out, graph, node, formats::node_columns());
  fmt::format_to(std::back_inserter(out), "<viz:color r=\"{}\" g=\"{}\" b=\"{}\"/></node>\n", part(color, 1),
                 part(color, 3), part(color, 5));
}

// has_role has an edge for each role, which only the label tells apart.
std::string kind_of(const EntityGraph& graph, const Edge& edge) {
  const std::string_view type = formats::type_name(graph, edge);
  const bool by_label = edge.type == RelationTypeId::has_role && !edge.label.empty();
  return by_label ? fmt::format("{}: {}", type, edge.label) : std::string(type);
}

void add_edge(std::string& out, const EntityGraph& graph, const Edge& edge, std::size_t number, GexfVersion version) {
  out += "      <edge";
  add_attribute(out, "id", std::to_string(number));
  add_attribute(out, "source", formats::key_of(graph, edge.source));
  add_attribute(out, "target", formats::key_of(graph, edge.target));
  if (version == GexfVersion::v1_3) add_attribute(out, "kind", kind_of(graph, edge));
  if (!edge.label.empty()) add_attribute(out, "label", edge.label);
  add_attribute(out, "weight", std::to_string(edge.count));
  add_period(out, formats::period(edge.first_date, edge.last_date));
  out += '>';
  add_values(out, graph, edge, formats::edge_columns());
  out += "</edge>\n";
}

std::string head(GexfVersion version, bool has_time) {
  const bool newest = version == GexfVersion::v1_3;
  const std::string_view space = newest ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"{}\" xmlns:viz=\"{}/viz\" version=\"{}\">\n"
      "  <graph {} defaultedgetype=\"directed\">\n",
      space, space, newest ? "1.3" : "1.2", has_time ? "mode=\"dynamic\" timeformat=\"date\"" : "mode=\"static\"");
}

}  // namespace

void write_gexf(std::ostream& out, const EntityGraph& graph, const GraphView& view, GexfVersion version) {
  const formats::Selection selection = formats::select(graph, view);
  const NodePeriods periods(graph, selection);
  formats::Pieces pieces(out);
  std::string& text = pieces.text;
  text = head(version, periods.any());
  add_declarations(text, formats::node_columns(), "node");
  add_declarations(text, formats::edge_columns(), "edge");
  text += "    <nodes>\n";
  for (const NodeId id : selection.nodes) {
    add_node(text, graph, graph.nodes()[static_cast<std::size_t>(id)], periods.of(id));
    pieces.pass();
  }
  text += "    </nodes>\n    <edges>\n";
  selection.each_edge([&](const Edge& edge, std::size_t number) {
    add_edge(text, graph, edge, number, version);
    pieces.pass();
  });
  text += "    </edges>\n  </graph>\n</gexf>\n";
  pieces.finish();
}

}  // namespace dossier
