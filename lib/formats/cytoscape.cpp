// Writes a graph as Cytoscape JSON, as Cytoscape, Cytoscape.js and NetworkX read it. The fields are those of node-link
// JSON, and those that these readers want besides.
#include "formats/columns.hpp"
#include "formats/json_graph.hpp"
#include "formats/json_text.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"

namespace dossier {

void write_cytoscape(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const formats::Selection selection = formats::select(graph, view);
  formats::Pieces pieces(out);
  std::string& text = pieces.text;
  text = "{\"data\":";
  formats::append_graph_object(text, graph, selection.hidden_nodes, selection.hidden_edges);
  text += ",\"directed\":true,\"multigraph\":true,\n\"elements\":{\"nodes\":[";
  bool first = true;
  selection.each_node([&](const Node& node) {
    text += first ? "\n{\"data\":{" : ",\n{\"data\":{";
    first = false;
    formats::append_node_members(text, graph, node);
    text += ",\"value\":";  // by which NetworkX knows the node
    formats::append_json_string(text, node.key);
    text += "}}";
    pieces.pass();
  });
  text += "\n],\"edges\":[";
  selection.each_edge([&](const Edge& edge, std::size_t number) {
    text += number == 0 ? "\n{\"data\":{\"id\":\"e" : ",\n{\"data\":{\"id\":\"e";
    formats::append_number(text, number);
    text += "\",";
    formats::append_edge_members(text, graph, edge, number);
    text += ",\"interaction\":";  // Cytoscape's column for the kind of an edge
    formats::append_json_string(text, formats::type_name(graph, edge));
    text += "}}";
    pieces.pass();
  });
  text += "\n]}}\n";
  pieces.finish();
}

}  // namespace dossier
