#include <catch2/catch.hpp>
#include <dossier/query.hpp>

#include "unit/graph/random_graph.hpp"

namespace dossier {
namespace {

using Matrix = std::vector<std::vector<std::uint64_t>>;

// The definition (Newman 2004), with a matrix.
double modularity_of(const Matrix& matrix, const std::vector<std::uint32_t>& of, double resolution) {
  std::vector<double> degree(matrix.size());
  double all = 0;
  for (std::size_t a = 0; a < matrix.size(); ++a)
    for (const std::uint64_t weight : matrix[a]) degree[a] += static_cast<double>(weight);
  for (const double each : degree) all += each;
  double out = 0;
  for (std::size_t a = 0; a < matrix.size() && all != 0; ++a)
    for (std::size_t b = 0; b < matrix.size(); ++b)
      if (of[a] == of[b]) out += (static_cast<double>(matrix[a][b]) - resolution * degree[a] * degree[b] / all) / all;
  return out;
}

// Three rings of four ports, joined by single edges.
EntityGraph rings() {
  test::DocumentMaker make("d", "x");
  std::vector<EntityId> ids;
  for (int i = 0; i < 12; ++i) ids.push_back(make.entity("ORGANIZATION", "Port " + std::to_string(100 + i)));
  for (std::size_t ring = 0; ring < 3; ++ring)
    for (std::size_t a = 0; a < 4; ++a)
      for (std::size_t b = a + 1; b < 4; ++b) make.relation("met", ids[ring * 4 + a], ids[ring * 4 + b]);
  make.relation("met", ids[3], ids[4]);
  make.relation("met", ids[7], ids[8]);
  EntityGraph graph;
  graph.add(make.document());
  return graph;
}

TEST_CASE("rings that hang together by a thread are communities") {
  const Communities found = find_communities(rings());
  CHECK(found.of == std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2});
  CHECK(found.sizes == std::vector<std::uint32_t>{4, 4, 4});
  CHECK(find_communities(rings(), {.resolution = 0.01}).sizes.size() == 1);
  CHECK(find_communities(rings(), {.resolution = 20}).sizes.size() == 12);
  CHECK(find_communities(EntityGraph()).of.empty());
}

TEST_CASE("modularity is what its definition says, no community falls apart, and none is worth joining") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 engine(seed);
  for (int round = 0; round < 30; ++round) {
    const std::uint32_t count = 1 + test::below(engine, 40);
    const EntityGraph graph = test::random_graph(engine, count, 2 * count);
    const Matrix matrix = test::matrix_of(graph);
    const double resolution = round % 2 == 0 ? 1.0 : 1.7;
    const Communities found = find_communities(graph, {.resolution = resolution});
    REQUIRE(found.of.size() == count);
    CHECK(found.of == find_communities(graph, {.resolution = resolution}).of);
    const double quality = modularity_of(matrix, found.of, resolution);
    CHECK(found.modularity == Approx(quality).margin(1e-9));
    CHECK(std::is_sorted(found.sizes.rbegin(), found.sizes.rend()));
    for (std::uint32_t community = 0; community < found.sizes.size(); ++community) {
      CHECK(std::count(found.of.begin(), found.of.end(), community) == found.sizes[community]);
      std::vector<bool> seen(count);
      std::vector<std::size_t> open;
      for (std::size_t i = 0; i < count && open.empty(); ++i)
        if (found.of[i] == community) open.push_back(i);
      seen[open.front()] = true;
      std::uint32_t size = 0;
      while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        ++size;
        for (std::size_t other = 0; other < count; ++other) {
          if (seen[other] || matrix[node][other] == 0 || found.of[other] != community) continue;
          seen[other] = true;
          open.push_back(other);
        }
      }
      CHECK(size == found.sizes[community]);
    }
    for (std::uint32_t a = 0; a < found.sizes.size(); ++a) {
      for (std::uint32_t b = a + 1; b < found.sizes.size(); ++b) {
        std::vector<std::uint32_t> joined = found.of;
        std::replace(joined.begin(), joined.end(), b, a);
        CHECK(modularity_of(matrix, joined, resolution) <= quality + 1e-9);
      }
    }
  }
}

}  // namespace
}  // namespace dossier
