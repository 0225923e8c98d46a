// How far two entities stand together more often than chance has it.
#include "graph/significance.hpp"

#include <algorithm>
#include <cmath>

namespace dossier::graph {
namespace {

double real(std::uint64_t count) noexcept { return static_cast<double>(count); }

// One cell's part of the ratio. An empty cell has none.
double part(double seen, double expected) noexcept { return seen > 0.0 ? seen * std::log(seen / expected) : 0.0; }

}  // namespace

// The logarithms are most of the work where there are many pairs; that of the first cell serves both measures.
Association association(const Contingency& counts) noexcept {
  if (counts.all == 0) return {};
  const double all = real(counts.all);
  const double both = real(counts.both);
  const double one = real(counts.one);
  const double other = real(counts.other);
  const double mutual = counts.both == 0 ? 0.0 : std::log(both * all / (one * other));
  const double only_one = one - both;
  const double only_other = other - both;
  const double neither = all - both - only_one - only_other;
  const double sum = both * mutual + part(only_one, one * (all - other) / all) +
                     part(only_other, (all - one) * other / all) + part(neither, (all - one) * (all - other) / all);
  Association out{.log_likelihood = std::max(0.0, 2.0 * sum)};
  if (counts.both == 0)
    out.npmi = -1.0;
  else if (counts.both != counts.all)
    out.npmi = std::clamp(mutual / -std::log(both / all), -1.0, 1.0);
  return out;
}

}  // namespace dossier::graph
