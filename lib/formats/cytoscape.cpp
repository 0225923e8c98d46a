// Writes a graph as Cytoscape JSON, as Cytoscape, Cytoscape.js and NetworkX read it. The fields are those of node-link
// JSON, and those that these readers want besides.
#include <ostream>
#include <string_view>

#include "formats/columns.hpp"
#include "formats/json_graph.hpp"
#include "formats/json_text.hpp"
#include "formats/view.hpp"

namespace dossier {

void write_cytoscape(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const formats::Selection selection = formats::select(graph, view);
  std::string text = "{\"data\":";
  formats::append_graph_object(text, graph, selection.hidden_nodes, selection.hidden_edges);
  text += ",\"directed\":true,\"multigraph\":true,\n\"elements\":{\"nodes\":[";
  for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
    const Node& node = graph.nodes()[static_cast<std::size_t>(selection.nodes[i])];
    text += i == 0 ? "\n{\"data\":{" : ",\n{\"data\":{";
    formats::append_node_members(text, graph, node);
    text += ",\"value\":";  // by which NetworkX knows the node
    formats::append_json_string(text, node.key);
    text += "}}";
  }
  text += "\n],\"edges\":[";
  for (std::size_t i = 0; i < selection.edges.size(); ++i) {
    const Edge& edge = graph.edges()[static_cast<std::size_t>(selection.edges[i])];
    text += i == 0 ? "\n{\"data\":{\"id\":\"e" : ",\n{\"data\":{\"id\":\"e";
    formats::append_number(text, i);
    text += "\",";
    formats::append_edge_members(text, graph, edge, i);
    text += ",\"interaction\":";  // Cytoscape's column for the kind of an edge
    formats::append_json_string(text, formats::type_name(graph, edge));
    text += "}}";
  }
  text += "\n]}}\n";
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace dossier
