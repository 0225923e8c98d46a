// A flat array: there are few to choose from.
#include "corefer/contest.hpp"

#include <algorithm>
#include <limits>

namespace dossier::corefer {

Choice* Contest::find(std::uint64_t person) {
  Choice* const known = std::find_if(begin(), end(), [&](const Choice& it) { return it.person == person; });
  return known == end() ? nullptr : known;
}

Choice* Contest::choice(std::uint64_t person) {
  if (Choice* const known = find(person)) return known;
  if (count_ == choices_.size()) return nullptr;
  Choice& made = choices_[count_++];
  made.person = person;
  made.rank = not_before;
  return &made;
}

Choice* Contest::choice_before(std::uint64_t person) {
  Choice* const it = choice(person);
  if (it != nullptr && it->rank == not_before) it->rank = ranks_++;
  return it;
}

Outcome Contest::decide(const Weights& weights) {
  std::int32_t best = weights[Trait::nobody];
  std::int32_t next = std::numeric_limits<std::int32_t>::min();
  std::uint64_t person = nobody;
  for (const Choice& it : *this) {
    const std::int32_t score = weights.sum(it.traits);
    if (score > best) {
      next = best;
      best = score;
      person = it.person;
    } else {
      next = std::max(next, score);
    }
  }
  return {person, count_ == 0 ? 0 : best - next};
}

}  // namespace dossier::corefer
