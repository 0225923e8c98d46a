#include <catch2/catch.hpp>
#include <dossier/query.hpp>

#include "unit/graph/random_graph.hpp"

namespace dossier {
namespace {

using Matrix = std::vector<std::vector<std::uint64_t>>;

// Nodes that can be reached.
std::vector<bool> reached(const Matrix& matrix, std::size_t from) {
  std::vector<bool> out(matrix.size());
  std::vector<std::size_t> open = {from};
  out[from] = true;
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    for (std::size_t other = 0; other < matrix.size(); ++other) {
      if (matrix[node][other] == 0 || out[other]) continue;
      out[other] = true;
      open.push_back(other);
    }
  }
  return out;
}

TEST_CASE("bridges are the connections whose loss cuts somebody off, with the smaller side first") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 engine(seed);
  for (int round = 0; round < 40; ++round) {
    const std::uint32_t count = 1 + test::below(engine, 25);
    const EntityGraph graph = test::random_graph(engine, count, count + test::below(engine, 10));
    Matrix matrix = test::matrix_of(graph);
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> expected;
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) {
        if (matrix[a][b] == 0) continue;
        const std::uint64_t weight = matrix[a][b];
        matrix[a][b] = matrix[b][a] = 0;
        const std::vector<bool> mine = reached(matrix, a);
        const std::vector<bool> theirs = reached(matrix, b);
        matrix[a][b] = matrix[b][a] = weight;
        if (mine[b]) continue;
        const auto left = static_cast<std::size_t>(std::count(mine.begin(), mine.end(), true));
        const auto right = static_cast<std::size_t>(std::count(theirs.begin(), theirs.end(), true));
        if (left <= right)
          expected.emplace_back(count - left, a, b);
        else
          expected.emplace_back(count - right, b, a);
      }
    }
    std::sort(expected.begin(), expected.end());
    const std::vector<Bridge> found = find_bridges(graph);
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto& [left_over, a, b] = expected[i];
      CHECK(found[i].nodes_behind == count - left_over);
      CHECK(static_cast<std::size_t>(found[i].a) == a);
      CHECK(static_cast<std::size_t>(found[i].b) == b);
    }
  }
}

TEST_CASE("an empty graph has no bridges") { CHECK(find_bridges(EntityGraph()).empty()); }

}  // namespace
}  // namespace dossier
