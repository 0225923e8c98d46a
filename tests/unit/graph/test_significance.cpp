#include <catch2/catch.hpp>
#include <cmath>

#include "graph/significance.hpp"

namespace dossier::graph {
namespace {

TEST_CASE("mutual information runs from never together over chance to only together") {
  CHECK(npmi({.both = 0, .one = 5, .other = 5, .all = 100}) == -1.0);
  CHECK(npmi({.both = 1, .one = 10, .other = 10, .all = 100}) == Approx(0.0).margin(1e-12));
  CHECK(npmi({.both = 5, .one = 5, .other = 5, .all = 100}) == Approx(1.0));
  CHECK(npmi({.both = 2, .one = 4, .other = 4, .all = 16}) == Approx(std::log(2.0) / std::log(8.0)));
  CHECK(npmi({.both = 7, .one = 7, .other = 7, .all = 7}) == 0.0);
  CHECK(npmi({}) == 0.0);
}

TEST_CASE("the log-likelihood ratio is that of the two-by-two table") {
  // 110, 2442, 111, 29114 is the first row of the table in Dunning's paper.
  CHECK(log_likelihood({.both = 110, .one = 110 + 2442, .other = 110 + 111, .all = 31777}) ==
        Approx(270.72).margin(0.01));
  CHECK(log_likelihood({.both = 1, .one = 10, .other = 10, .all = 100}) == Approx(0.0).margin(1e-9));
  CHECK(log_likelihood({.both = 0, .one = 50, .other = 50, .all = 100}) > 100.0);
  CHECK(log_likelihood({.both = 7, .one = 7, .other = 7, .all = 7}) == 0.0);
  CHECK(log_likelihood({}) == 0.0);
}

}  // namespace
}  // namespace dossier::graph
