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

double npmi(const Contingency& counts) noexcept {
  if (counts.all == 0) return 0.0;
  if (counts.both == 0) return -1.0;
  if (counts.both == counts.all) return 0.0;
  const double mutual = std::log(real(counts.both) * real(counts.all) / (real(counts.one) * real(counts.other)));
  return std::clamp(mutual / -std::log(real(counts.both) / real(counts.all)), -1.0, 1.0);
}

double log_likelihood(const Contingency& counts) noexcept {
  if (counts.all == 0) return 0.0;
  const double one = real(counts.one) / real(counts.all);
  const double other = real(counts.other) / real(counts.all);
  const double both = real(counts.both);
  const double only_one = real(counts.one - counts.both);
  const double only_other = real(counts.other - counts.both);
  const double neither = real(counts.all) - both - only_one - only_other;
  const double all = real(counts.all);
  const double sum = part(both, all * one * other) + part(only_one, all * one * (1.0 - other)) +
                     part(only_other, all * (1.0 - one) * other) + part(neither, all * (1.0 - one) * (1.0 - other));
  return std::max(0.0, 2.0 * sum);
}

}  // namespace dossier::graph
