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
  const float offset =
      std::min(view.threshold, 0.0F);  // candidates below even odds, when asked for, still gain something
  constexpr std::uint32_t nothing = 0xFFFFFFFF;
  std::uint32_t first_token = view.last;  // of any candidate that may be chosen
  std::uint32_t last_token = view.first;
  work.same_end.resize(end - begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    const Candidate& candidate = work.candidates[i];
    const bool possible = view.threshold == 0.0F ? candidate.score > 0.0F : log_odds(candidate) > view.threshold;
    work.same_end[i - begin] = possible ? nothing : i;
    if (!possible) continue;
    first_token = std::min(first_token, candidate.first);
    last_token = std::max(last_token, candidate.last);
  }
  if (first_token >= last_token) return;
  const std::uint32_t length = last_token - first_token;
  work.best.assign(length + 1, 0.0F);
  work.from.assign(length + 1, nothing);
  work.ending.assign(length + 1, nothing);
  for (std::uint32_t i = begin; i < end; ++i) {
    if (work.same_end[i - begin] == i) continue;
    std::uint32_t& chain = work.ending[work.candidates[i].last - first_token];
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
