// Writes a graph as node-link JSON, as NetworkX, igraph and d3 read it. The fields are listed in docs/formats.md.
#include <ostream>

#include "formats/json_graph.hpp"
#include "formats/view.hpp"

namespace dossier {

void write_node_link(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const formats::Selection selection = formats::select(graph, view);
  std::string text = "{\"directed\":true,\"multigraph\":true,\"graph\":";
  formats::append_graph_object(text, graph, selection.hidden_nodes, selection.hidden_edges);
  text += ",\n\"nodes\":[";
  for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
    text += i == 0 ? "\n{" : ",\n{";
    formats::append_node_members(text, graph, graph.nodes()[static_cast<std::size_t>(selection.nodes[i])]);
    text += '}';
  }
  text += "\n],\n\"links\":[";
  for (std::size_t i = 0; i < selection.edges.size(); ++i) {
    text += i == 0 ? "\n{" : ",\n{";
    formats::append_edge_members(text, graph, graph.edges()[static_cast<std::size_t>(selection.edges[i])], i);
    text += '}';
  }
  text += "\n]}\n";
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace dossier
