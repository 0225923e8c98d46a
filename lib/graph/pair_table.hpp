// Pairs of nodes and how often they stand together: open addressing in one piece of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dossier::graph {

/// Mixes the bits of a number (the finalizer of splitmix64).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

/// A pair of different nodes, the smaller one first. Dates are numbers in the order of time, 0 for none.
struct PairCount {
  std::uint32_t one = 0;
  std::uint32_t other = 0;  // 0: an empty place, for no smaller node is there
  std::uint32_t sentences = 0;
  std::uint32_t paragraphs = 0;
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;  // when it was last counted, from 1
  std::uint32_t first_date = 0;
  std::uint32_t last_date = 0;
};
static_assert(sizeof(PairCount) == 32);

/// For one thread.
class PairTable {
 public:
  /// The place of the pair, to be changed until the next call. REQUIRES: one < other.
  PairCount& operator()(std::uint32_t one, std::uint32_t other) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    PairCount& slot = find(one, other);
    if (slot.other == 0) {
      slot.one = one;
      slot.other = other;
      ++used_;
    }
    return slot;
  }
  /// All pairs, sorted; the table is empty afterwards.
  [[nodiscard]] std::vector<PairCount> take_sorted() {
    slots_.erase(std::remove_if(slots_.begin(), slots_.end(), [](const PairCount& p) { return p.other == 0; }),
                 slots_.end());
    std::sort(slots_.begin(), slots_.end(), [](const PairCount& a, const PairCount& b) { return key(a) < key(b); });
    used_ = 0;
    return std::exchange(slots_, {});
  }

 private:
  static std::uint64_t key(const PairCount& pair) noexcept { return std::uint64_t{pair.one} << 32U | pair.other; }
  PairCount& find(std::uint32_t one, std::uint32_t other) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>(mixed(std::uint64_t{one} << 32U | other)) & mask;
    while (slots_[at].other != 0 && (slots_[at].one != one || slots_[at].other != other)) at = (at + 1) & mask;
    return slots_[at];
  }
  void grow() {
    std::vector<PairCount> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    for (const PairCount& pair : old)
      if (pair.other != 0) find(pair.one, pair.other) = pair;
  }

  std::vector<PairCount> slots_;
  std::size_t used_ = 0;
};

}  // namespace dossier::graph
