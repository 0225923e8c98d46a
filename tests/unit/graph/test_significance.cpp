#include <catch2/catch.hpp>
#include <cmath>

#include "graph/significance.hpp"

namespace dossier::graph {
namespace {

TEST_CASE("mutual information runs from never together over chance to only together") {
  CHECK(association({.both = 0, .one = 5, .other = 5, .all = 100}).npmi == -1.0);
  CHECK(association({.both = 1, .one = 10, .other = 10, .all = 100}).npmi == Approx(0.0).margin(1e-12));
  CHECK(association({.both = 5, .one = 5, .other = 5, .all = 100}).npmi == Approx(1.0));
  CHECK(association({.both = 2, .one = 4, .other = 4, .all = 16}).npmi == Approx(std::log(2.0) / std::log(8.0)));
  CHECK(association({.both = 7, .one = 7, .other = 7, .all = 7}).npmi == 0.0);
  CHECK(association({}).npmi == 0.0);
}

TEST_CASE("the log-likelihood ratio is that of the two-by-two table") {
  // 110, 2442, 111, 29114 is the first row of the table in Dunning's paper.
  CHECK(association({.both = 110, .one = 110 + 2442, .other = 110 + 111, .all = 31777}).log_likelihood ==
        Approx(270.72).margin(0.01));
  CHECK(association({.both = 1, .one = 10, .other = 10, .all = 100}).log_likelihood == Approx(0.0).margin(1e-9));
  CHECK(association({.both = 0, .one = 50, .other = 50, .all = 100}).log_likelihood > 100.0);
  CHECK(association({.both = 7, .one = 7, .other = 7, .all = 7}).log_likelihood == 0.0);
  CHECK(association({}).log_likelihood == 0.0);
}

}  // namespace
}  // namespace dossier::graph
