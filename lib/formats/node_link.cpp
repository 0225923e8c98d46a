// Writes a graph as node-link JSON, as NetworkX, igraph and d3 read it. The fields are listed in docs/formats.md.
#include "formats/json_graph.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"

namespace dossier {

void write_node_link(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const formats::Selection selection = formats::select(graph, view);
  formats::Pieces pieces(out);
  std::string& text = pieces.text;
  text = "{\"directed\":true,\"multigraph\":true,\"graph\":";
  formats::append_graph_object(text, graph, selection.hidden_nodes, selection.hidden_edges);
  text += ",\n\"nodes\":[";
  bool first = true;
  selection.each_node([&](const Node& node) {
    text += first ? "\n{" : ",\n{";
    first = false;
    formats::append_node_members(text, graph, node);
    text += '}';
    pieces.pass();
  });
  text += "\n],\n\"links\":[";
  selection.each_edge([&](const Edge& edge, std::size_t number) {
    text += number == 0 ? "\n{" : ",\n{";
    formats::append_edge_members(text, graph, edge, number);
    text += '}';
    pieces.pass();
  });
  text += "\n]}\n";
  pieces.finish();
}

}  // namespace dossier
