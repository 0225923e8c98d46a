#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <catch2/catch.hpp>
#include <dossier/query.hpp>
#include <numeric>

#include "unit/graph/random_graph.hpp"

namespace dossier {
namespace {

using Matrix = std::vector<std::vector<std::uint64_t>>;

// Boost's, which counts from every node.
std::vector<double> betweenness_by_boost(const Matrix& matrix) {
  std::vector<std::pair<std::size_t, std::size_t>> ends;
  for (std::size_t a = 0; a < matrix.size(); ++a)
    for (std::size_t b = 0; b < matrix.size(); ++b)
      if (matrix[a][b] != 0) ends.emplace_back(a, b);
  using Graph = boost::compressed_sparse_row_graph<boost::directedS>;
  const Graph graph(boost::edges_are_sorted, ends.begin(), ends.end(), matrix.size());
  std::vector<double> out(matrix.size());
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(out.begin(), boost::get(boost::vertex_index, graph)));
  const auto n = static_cast<double>(matrix.size());
  for (double& value : out) value /= n > 2 ? (n - 1) * (n - 2) : 1;
  return out;
}

// The definition, with a dense matrix and more rounds than are needed.
std::vector<double> pagerank_by_matrix(const EntityGraph& graph) {
  const std::size_t n = graph.nodes().size();
  std::vector<std::vector<double>> arcs(n, std::vector<double>(n));
  for (const Edge& edge : graph.edges()) {
    if (edge.source == edge.target || (edge.stated && has(edge.flags, RelationFlags::negated))) continue;
    const double weight = edge.count * (edge.stated ? 4.0 : 1.0);
    arcs[static_cast<std::size_t>(edge.source)][static_cast<std::size_t>(edge.target)] += weight;
    if (!edge.directed) arcs[static_cast<std::size_t>(edge.target)][static_cast<std::size_t>(edge.source)] += weight;
  }
  std::vector<double> rank(n, 1.0 / static_cast<double>(n));
  for (int round = 0; round < 400; ++round) {
    std::vector<double> next(n, 0.15 / static_cast<double>(n));
    for (std::size_t a = 0; a < n; ++a) {
      const double sum = std::accumulate(arcs[a].begin(), arcs[a].end(), 0.0);
      for (std::size_t b = 0; b < n; ++b)
        next[b] += 0.85 * rank[a] * (sum == 0 ? 1.0 / static_cast<double>(n) : arcs[a][b] / sum);
    }
    rank = next;
  }
  return rank;
}

TEST_CASE("betweenness is what Boost computes, PageRank what its definition says, degree the count of neighbours") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 engine(seed);
  for (int round = 0; round < 20; ++round) {
    const std::uint32_t count = 1 + test::below(engine, 30);
    const EntityGraph graph = test::random_graph(engine, count, 2 * count);
    const Matrix matrix = test::matrix_of(graph);
    const std::vector<double> between = importance(graph, Importance::betweenness);
    const std::vector<double> by_boost = betweenness_by_boost(matrix);
    const std::vector<double> rank = importance(graph, Importance::pagerank);
    const std::vector<double> by_matrix = pagerank_by_matrix(graph);
    const std::vector<double> degree = importance(graph, Importance::degree);
    for (std::uint32_t i = 0; i < count; ++i) {
      CHECK(between[i] == Approx(by_boost[i]).margin(1e-9));
      CHECK(rank[i] == Approx(by_matrix[i]).margin(1e-9));
      const auto joined = std::count_if(matrix[i].begin(), matrix[i].end(), [](std::uint64_t w) { return w != 0; });
      CHECK(degree[i] == static_cast<double>(joined));
    }
    CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1));
  }
}

TEST_CASE("sampled betweenness is near the exact one, the same for the same seed, and exact when all are drawn") {
  std::mt19937 engine(7);
  const EntityGraph graph = test::random_graph(engine, 400, 1200);
  const std::vector<double> exact = importance(graph, Importance::betweenness);
  const ImportanceOptions some{.exact_nodes = 100, .samples = 200};
  const std::vector<double> sampled = importance(graph, Importance::betweenness, some);
  CHECK(sampled == importance(graph, Importance::betweenness, some));
  CHECK(sampled != exact);
  double error = 0;
  for (std::size_t i = 0; i < exact.size(); ++i) error += std::abs(exact[i] - sampled[i]);
  CHECK(error / std::accumulate(exact.begin(), exact.end(), 0.0) < 0.25);
  ImportanceOptions other = some;
  other.seed = 2;
  CHECK(sampled != importance(graph, Importance::betweenness, other));
  CHECK(importance(graph, Importance::betweenness, {.exact_nodes = 0, .samples = 400}) == exact);
}

TEST_CASE("the highest values come first, ties by node") {
  CHECK(top_nodes({1, 3, 2, 3}, 3) == std::vector<NodeId>{NodeId{1}, NodeId{3}, NodeId{2}});
  CHECK(top_nodes({1, 3}, 0).size() == 2);
  CHECK(top_nodes({}, 5).empty());
}

TEST_CASE("an empty graph has no values, and mentions are counts") {
  for (const Importance what :
       {Importance::mentions, Importance::degree, Importance::betweenness, Importance::pagerank})
    CHECK(importance(EntityGraph(), what).empty());
  test::DocumentMaker make("d", "Visby, Visby.");
  const EntityId visby = make.entity("LOCATION", "Visby");
  make.mention(visby, "Visby", 0);
  make.mention(visby, "Visby", 1);
  EntityGraph graph;
  graph.add(make.document());
  CHECK(importance(graph, Importance::mentions) == std::vector<double>{2});
}

}  // namespace
}  // namespace dossier
