// Components of a frozen graph, by Boost.Graph.
#include <boost/graph/connected_components.hpp>
#include <dossier/graph.hpp>
#include <dossier/graph_boost.hpp>

namespace dossier {

std::vector<std::uint32_t> EntityGraph::components(bool stated_only) const {
  const BoostGraph graph = to_boost(*this, {.stated_only = stated_only, .directions = EdgeDirections::both_ways});
  std::vector<std::uint32_t> component(boost::num_vertices(graph));
  if (component.empty()) return component;
  // Depth-first from vertex 0 upwards, with its own stack: components are numbered by their first node.
  boost::connected_components(
      graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  return component;
}

}  // namespace dossier
