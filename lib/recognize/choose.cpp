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
  constexpr std::uint32_t nothing = Choice::nothing;
  std::uint32_t first_token = view.last;  // of any candidate that may be chosen
  std::uint32_t last_token = view.first;
  work.same_end.resize(end - begin);
  for (std::uint32_t i = begin; i < end; ++i) {
    const Candidate& candidate = work.candidates[i];
    const bool possible = view.threshold == 0.0F ? candidate.score > 0.0F : log_odds(candidate) > view.threshold;
    work.same_end[i - begin] = possible ? nothing : i;
    first_token = possible ? std::min(first_token, candidate.first) : first_token;
    last_token = possible ? std::max(last_token, candidate.last) : last_token;
  }
  if (first_token >= last_token) return;
  const std::uint32_t length = last_token - first_token;
  work.choices.assign(length + std::size_t{1}, {});
  Choice* const choices = work.choices.data();
  for (std::uint32_t i = begin; i < end; ++i) {
    if (work.same_end[i - begin] == i) continue;
    std::uint32_t& chain = choices[work.candidates[i].last - first_token].ending;
    work.same_end[i - begin] = chain;
    chain = i;
  }
  for (std::uint32_t position = 1; position <= length; ++position) {
    Choice& here = choices[position];
    float best = choices[position - 1].best;
    std::uint32_t from = nothing;
    for (std::uint32_t i = here.ending; i != nothing; i = work.same_end[i - begin]) {
      const Candidate& candidate = work.candidates[i];
      const float above = offset == 0.0F ? candidate.score : log_odds(candidate) - offset;
      const float gain = above * static_cast<float>(candidate.last - candidate.first);
      const float total = choices[candidate.first - first_token].best + gain;
      // The chain runs from the last proposed to the first.
      const bool wins =
          total > best || (total == best && from != nothing && candidate.first <= work.candidates[from].first);
      if (!wins) continue;
      best = total;
      from = i;
    }
    here.best = best;
    here.from = from;
  }
  for (std::uint32_t position = length; position > 0;) {
    const std::uint32_t from = choices[position].from;
    if (from == nothing) {
      --position;
      continue;
    }
    work.candidates[from].chosen = true;
    work.chosen.push_back(from);
    position = work.candidates[from].first - first_token;
  }
}

}  // namespace dossier::recognize
