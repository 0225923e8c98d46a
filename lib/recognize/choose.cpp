// Weighted interval scheduling: the best set of candidates of a sentence that do not overlap.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "recognize/recognize.hpp"

namespace dossier::recognize {

float probability(float score) noexcept { return 1.0F / (1.0F + std::exp(-score)); }

void choose(SentenceView& view, std::uint32_t begin) {
  Workspace& work = view.work;
  const auto end = static_cast<std::uint32_t>(work.candidates.size());
  if (begin == end) return;
  const std::uint32_t first_token = view.first;
  const std::uint32_t length = view.last - view.first;
  const float offset =
      std::min(view.threshold, 0.0F);  // candidates below even odds, when asked for, still gain something
  constexpr std::uint32_t nothing = 0xFFFFFFFF;
  work.best.assign(length + 1, 0.0F);
  work.from.assign(length + 1, nothing);
  work.order.resize(end - begin);
  std::iota(work.order.begin(), work.order.end(), begin);
  std::sort(work.order.begin(), work.order.end(), [&](std::uint32_t x, std::uint32_t y) {
    const Candidate& a = work.candidates[x];
    const Candidate& b = work.candidates[y];
    return a.last != b.last ? a.last < b.last : (a.first != b.first ? a.first < b.first : x < y);
  });
  std::size_t next = 0;
  std::uint32_t reached = 0;  // best is known up to here
  while (next < work.order.size()) {
    const std::uint32_t position = work.candidates[work.order[next]].last - first_token;
    std::fill(work.best.begin() + reached + 1, work.best.begin() + position + 1, work.best[reached]);
    reached = position;
    for (; next < work.order.size() && work.candidates[work.order[next]].last - first_token == position; ++next) {
      const Candidate& candidate = work.candidates[work.order[next]];
      if (candidate.score <= view.threshold) continue;
      const float gain = (candidate.score - offset) * static_cast<float>(candidate.last - candidate.first);
      const float total = work.best[candidate.first - first_token] + gain;
      if (total > work.best[position]) {
        work.best[position] = total;
        work.from[position] = work.order[next];
      }
    }
  }
  for (std::uint32_t position = reached; position > 0;) {
    if (work.from[position] == nothing) {
      --position;
      continue;
    }
    Candidate& candidate = work.candidates[work.from[position]];
    candidate.chosen = true;
    position = candidate.first - first_token;
  }
}

}  // namespace dossier::recognize
