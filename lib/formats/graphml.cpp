// Writes a graph as GraphML, as yEd, Gephi, NetworkX, igraph, Cytoscape and Neo4j read it.
//
// All edges are directed in the file, because NetworkX refuses files that mix both kinds; whether an edge has a
// direction is its attribute "directed".
#include "formats/columns.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"
#include "formats/xml_text.hpp"

namespace dossier {
namespace {

using formats::Column;
using formats::ColumnKind;

std::string_view type_of(ColumnKind kind) noexcept {
  switch (kind) {
    case ColumnKind::integer:
      return "int";
    case ColumnKind::real:
      return "double";
    case ColumnKind::boolean:
      return "boolean";
    default:
      return "string";
  }
}

// Names of keys are unique in a file, so those of edges have a letter in front.
template <typename Item>
void add_keys(std::string& out, std::span<const Column<Item>> columns, std::string_view letter,
              std::string_view domain) {
  for (const Column<Item>& column : columns) {
    out += "  <key id=\"";
    out.append(letter).append(column.name).append("\" for=\"").append(domain).append("\" attr.name=\"");
    out.append(column.name).append("\" attr.type=\"").append(type_of(column.kind)).append("\"/>\n");
  }
}

template <typename Item>
void add_values(std::string& out, const EntityGraph& graph, const Item& item, std::span<const Column<Item>> columns,
                std::string_view letter) {
  for (const Column<Item>& column : columns) {
    const std::vector<std::string> values = column.values(graph, item);
    if (values.empty()) continue;
    out.append("<data key=\"").append(letter).append(column.name).append("\">");
    formats::append_xml(out, formats::joined(values));
    out += "</data>";
  }
}

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  formats::append_xml(out, value);
  out += '"';
}

}  // namespace

void write_graphml(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const formats::Selection selection = formats::select(graph, view);
  formats::Pieces pieces(out);
  std::string& text = pieces.text;
  text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  add_keys(text, formats::node_columns(), "n_", "node");
  add_keys(text, formats::edge_columns(), "e_", "edge");
  text += "  <graph id=\"dossier\" edgedefault=\"directed\">\n";
  selection.each_node([&](const Node& node) {
    text += "    <node";
    add_attribute(text, "id", node.key);
    text += '>';
    add_values(text, graph, node, formats::node_columns(), "n_");
    text += "</node>\n";
    pieces.pass();
  });
  selection.each_edge([&](const Edge& edge, std::size_t number) {
    text += "    <edge";
    add_attribute(text, "id", "e" + std::to_string(number));
    add_attribute(text, "source", formats::key_of(graph, edge.source));
    add_attribute(text, "target", formats::key_of(graph, edge.target));
    text += '>';
    add_values(text, graph, edge, formats::edge_columns(), "e_");
    text += "</edge>\n";
    pieces.pass();
  });
  text += "  </graph>\n</graphml>\n";
  pieces.finish();
}

}  // namespace dossier
