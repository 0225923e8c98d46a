// A flat array: there are few to choose from.
#include "corefer/contest.hpp"

#include <algorithm>

#include "lexicon/weights.hpp"

namespace dossier::corefer {
namespace {

constexpr std::int64_t whole = 65536;
constexpr std::int32_t steps = 32;  // of the table, for log-odds 1

/// exp(-i / steps) in parts of the whole. Whole numbers: the same on every machine.
constexpr auto shares = [] {
  std::array<std::int64_t, 256> out{};
  std::int64_t part = whole << 16U;
  for (std::int64_t& it : out) {
    it = part >> 16U;
    part = (part >> 16U) * 63520 + (((part & 0xFFFF) * 63520) >> 16U);  // exp(-1 / 32) * 65536
  }
  return out;
}();

std::int64_t share(std::int32_t behind) {
  const std::size_t step = static_cast<std::size_t>(behind) * steps / lexicon::weight_units;
  return step < shares.size() ? shares[step] : 0;
}

}  // namespace

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

Outcome Contest::decide(const Weights& weights) const {
  std::array<std::int32_t, most_choices + 1> scores{};
  for (std::size_t i = 0; i < count_; ++i) scores[i] = weights.sum(choices_[i].traits);
  scores[count_] = weights[Trait::nobody];
  const auto last = scores.begin() + static_cast<std::ptrdiff_t>(count_) + 1;
  const auto best = std::max_element(scores.begin(), last);
  std::int64_t others = -whole;
  for (auto it = scores.begin(); it != last; ++it) others += share(*best - *it);
  const auto index = static_cast<std::size_t>(best - scores.begin());
  return {index == count_ ? nobody : choices_[index].person, static_cast<std::int32_t>(1000 * others / whole)};
}

}  // namespace dossier::corefer
