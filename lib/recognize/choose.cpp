// Weighted interval scheduling: the best set of candidates of a sentence that do not overlap.
#include <algorithm>
#include <cmath>

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
  work.ending.assign(length + 1, nothing);
  work.same_end.resize(end - begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    const Candidate& candidate = work.candidates[i];
    if (log_odds(candidate) <= view.threshold) continue;
    std::uint32_t& chain = work.ending[candidate.last - first_token];
    work.same_end[i - begin] = chain;
    chain = i;
  }
  for (std::uint32_t position = 1; position <= length; ++position) {
    float best = work.best[position - 1];
    std::uint32_t from = nothing;
    for (std::uint32_t i = work.ending[position]; i != nothing; i = work.same_end[i - begin]) {
      const Candidate& candidate = work.candidates[i];
      const float above = offset == 0.0F ? candidate.score : log_odds(candidate) - offset;
      const float gain = above * static_cast<float>(candidate.last - candidate.first);
      const float total = work.best[candidate.first - first_token] + gain;
      // The chain runs from the last proposed to the first.
      const bool wins =
          total > best || (total == best && from != nothing && candidate.first <= work.candidates[from].first);
      if (!wins) continue;
      best = total;
      from = i;
    }
    work.best[position] = best;
    work.from[position] = from;
  }
  for (std::uint32_t position = length; position > 0;) {
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
