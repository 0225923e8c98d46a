// Asks the graph of a text how two people are connected, who is most central, and what is stated of somebody, by date.
//
// Shows: looking up names, paths with their evidence, measures, timelines. Look at first: 010_graph.
#include <dossier/engine.hpp>
#include <dossier/graph.hpp>
#include <dossier/query.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const dossier::Engine engine = dossier::Engine::english();
  dossier::EntityGraph graph;
  graph.add(engine.annotate({.text = text, .id = "harbour", .format = dossier::TextFormat::markdown}));
  const auto node = [&graph](dossier::NodeId id) -> const dossier::Node& {
    return graph.nodes()[static_cast<std::size_t>(id)];
  };
  const auto edge = [&graph](dossier::EdgeId id) -> const dossier::Edge& {
    return graph.edges()[static_cast<std::size_t>(id)];
  };

  // In any case, with or without accents, by a part of the name. More than one node: the name is ambiguous.
  const dossier::Lookup from = dossier::look_up(graph, "solheim");
  const dossier::Lookup to = dossier::look_up(graph, "karin alden");
  if (from.nodes.empty() || to.nodes.empty()) return 1;

  for (const dossier::Hop& hop : dossier::find_path(graph, from.nodes.front(), to.nodes.front())) {
    std::cout << node(hop.from).name << " -- " << node(hop.to).name << '\n';
    for (const dossier::EdgeId id : hop.edges) {
      if (!edge(id).stated) std::cout << "    together in " << edge(id).count << " sentences\n";
      for (const dossier::Evidence& item : edge(id).evidence) std::cout << "    \"" << item.quote << "\"\n";
    }
  }

  const std::vector<double> between = dossier::importance(graph, dossier::Importance::betweenness);
  std::cout << "most central: " << node(dossier::top_nodes(between, 1).front()).name << '\n';

  for (const dossier::TimelineItem& item : dossier::timeline(graph, to.nodes.front())) {
    const dossier::Evidence& evidence = edge(item.edge).evidence[item.evidence];
    std::cout << (evidence.date.empty() ? "undated" : evidence.date) << ": " << evidence.quote << '\n';
  }
}
