// Connections without which the graph falls apart.
//
// Boost finds the biconnected components; one of a single link is a bridge. What lies behind each bridge is counted in
// the tree that remains when everything between bridges is drawn together: leaves are taken off one after the other.
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/property_map/vector_property_map.hpp>
#include <dossier/query.hpp>
#include <numeric>
#include <tuple>

#include "graph/simple.hpp"

namespace dossier {
namespace {

using graph::Link;
using graph::SimpleGraph;

using Number = boost::property<boost::edge_index_t, std::size_t>;
using LinkGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Number>;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Ends> links_of(const SimpleGraph& simple) {
  std::vector<Ends> out;
  for (std::uint32_t node = 0; node < simple.size(); ++node)
    for (const Link& link : simple.links_of(node))
      if (node < link.node) out.emplace_back(node, link.node);
  return out;
}

// The links that are bridges.
std::vector<Ends> bridges_of(const SimpleGraph& simple) {
  const std::vector<Ends> links = links_of(simple);
  LinkGraph graph(simple.size());
  for (std::size_t i = 0; i < links.size(); ++i) boost::add_edge(links[i].first, links[i].second, i, graph);
  std::vector<std::size_t> part_of(links.size());
  const auto parts = boost::biconnected_components(
      graph, boost::make_iterator_property_map(part_of.begin(), boost::get(boost::edge_index, graph)));
  std::vector<std::size_t> sizes(parts);
  for (const std::size_t part : part_of) ++sizes[part];
  std::vector<Ends> out;
  for (std::size_t i = 0; i < links.size(); ++i)
    if (sizes[part_of[i]] == 1) out.push_back(links[i]);
  return out;
}

// Numbers parts of the graph that hang together without the links left out.
class Parts {
 public:
  explicit Parts(std::size_t size) : parent_(size), nodes_(size, 1) { std::iota(parent_.begin(), parent_.end(), 0U); }
  [[nodiscard]] std::uint32_t of(std::uint32_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = of(a);
    b = of(b);
    if (a == b) return;
    if (nodes_[a] < nodes_[b]) std::swap(a, b);
    parent_[b] = a;
    nodes_[a] += nodes_[b];
  }
  [[nodiscard]] std::uint32_t nodes(std::uint32_t node) { return nodes_[of(node)]; }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint32_t> nodes_;
};

// The nodes at the first end's side of each bridge, by taking leaves off the tree of parts.
class Sides {
 public:
  Sides(const SimpleGraph& simple, const std::vector<Ends>& bridges)
      : bridges_(bridges), inner_(simple.size()), at_(simple.size()), behind_(bridges.size()) {
    for (const Ends& link : links_of(simple))
      if (!std::binary_search(bridges.begin(), bridges.end(), link)) inner_.join(link.first, link.second);
    for (std::size_t i = 0; i < bridges.size(); ++i)
      for (const std::uint32_t end : {bridges[i].first, bridges[i].second})
        at_[inner_.of(end)].push_back(static_cast<std::uint32_t>(i));
    weight_.resize(simple.size());
    for (std::uint32_t node = 0; node < simple.size(); ++node) weight_[node] = inner_.nodes(node);
  }

  /// Of each bridge, the end whose side was counted, and the nodes there.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> run() {
    std::vector<std::uint32_t> open(at_.size());
    std::vector<std::uint32_t> leaves;
    for (std::uint32_t part = 0; part < at_.size(); ++part) {
      open[part] = static_cast<std::uint32_t>(at_[part].size());
      if (open[part] == 1) leaves.push_back(part);
    }
    std::vector<bool> done(bridges_.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      const std::uint32_t leaf = leaves[i];
      const auto last = std::find_if(at_[leaf].begin(), at_[leaf].end(), [&done](std::uint32_t b) { return !done[b]; });
      if (last == at_[leaf].end()) continue;  // both ends of the last bridge were leaves
      const auto& [first, second] = bridges_[*last];
      const bool from_first = inner_.of(first) == leaf;
      behind_[*last] = {from_first ? first : second, weight_[leaf]};
      done[*last] = true;
      const std::uint32_t other = inner_.of(from_first ? second : first);
      weight_[other] += weight_[leaf];
      if (--open[other] == 1) leaves.push_back(other);
    }
    return behind_;
  }

 private:
  const std::vector<Ends>& bridges_;
  Parts inner_;
  std::vector<std::vector<std::uint32_t>> at_;  // bridges at each part
  std::vector<std::uint32_t> weight_;           // nodes of each part, and of what was taken off
  std::vector<std::pair<std::uint32_t, std::uint32_t>> behind_;
};

}  // namespace

std::vector<Bridge> find_bridges(const EntityGraph& graph, QueryOptions options) {
  const SimpleGraph simple = graph::simplify(graph, options);
  const std::vector<Ends> bridges = bridges_of(simple);
  const auto sides = Sides(simple, bridges).run();
  Parts whole(simple.size());
  for (const Ends& link : links_of(simple)) whole.join(link.first, link.second);
  std::vector<Bridge> out;
  for (std::size_t i = 0; i < bridges.size(); ++i) {
    auto [near, behind] = sides[i];
    const std::uint32_t all = whole.nodes(near);
    std::uint32_t far = near == bridges[i].first ? bridges[i].second : bridges[i].first;
    const bool other_is_smaller = all - behind < behind || (all - behind == behind && far < near);
    if (other_is_smaller) {
      std::swap(near, far);
      behind = all - behind;
    }
    out.push_back({static_cast<NodeId>(near), static_cast<NodeId>(far), behind});
  }
  std::sort(out.begin(), out.end(), [](const Bridge& x, const Bridge& y) {
    return std::tuple(y.nodes_behind, x.a, x.b) < std::tuple(x.nodes_behind, y.a, y.b);
  });
  return out;
}

}  // namespace dossier
