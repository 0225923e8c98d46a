// One pronoun and those whom it may mean: their traits are collected, and the one with the largest sum is compared with
// the next.
#pragma once

#include <array>
#include <cstdint>

#include "corefer/traits.hpp"

namespace dossier::corefer {

/// Somebody whom the pronoun may mean.
struct Choice {
  std::uint64_t person = 0;
  std::uint32_t rank = 0;  ///< counted from the pronoun: 0 is whoever was spoken of last
  bool named = false;      ///< a place that names or describes was seen
  Traits traits;
};

/// Who came out best.
struct Outcome {
  std::uint64_t person = 0;
  std::int32_t doubt = 0;  ///< how likely all others are together, "nobody" among them, for every 1000 of the best one
};

class Contest {
 public:
  static constexpr std::uint64_t nobody = ~std::uint64_t{0};
  static constexpr std::uint32_t not_before = 0xFFFFFFFF;  ///< rank of who is named behind the pronoun only

  /// The choice that stands for `person`, made if there is none. Null when there are too many.
  [[nodiscard]] Choice* choice(std::uint64_t person);
  /// The same; a new one is given the next rank.
  [[nodiscard]] Choice* choice_before(std::uint64_t person);
  /// The choice that stands for `person`, or null.
  [[nodiscard]] Choice* find(std::uint64_t person);
  /// Sums up; "nobody" takes part. Ties: whoever was entered first.
  [[nodiscard]] Outcome decide(const Weights& weights) const;

  [[nodiscard]] Choice* begin() noexcept { return choices_.data(); }
  [[nodiscard]] Choice* end() noexcept { return choices_.data() + count_; }

 private:
  static constexpr std::size_t most_choices = 64;
  std::array<Choice, most_choices> choices_;
  std::size_t count_ = 0;
  std::uint32_t ranks_ = 0;
};

}  // namespace dossier::corefer
