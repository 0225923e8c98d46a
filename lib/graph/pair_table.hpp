// Pairs of nodes and how often they stand together: open addressing in one piece of memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
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
  /// The place of the pair, null when it has none.
  [[nodiscard]] PairCount* find_known(std::uint32_t one, std::uint32_t other) {
    if (slots_.empty()) return nullptr;
    PairCount& slot = find(one, other);
    return slot.other == 0 ? nullptr : &slot;
  }
  /// All pairs, sorted; the table is empty afterwards.
  [[nodiscard]] std::vector<PairCount> take_sorted() {
    std::vector<std::size_t> first(1);  // of each node into the result: pairs are dealt out, then sorted node by node
    for (const PairCount& pair : slots_) {
      if (pair.other == 0) continue;
      if (first.size() < pair.one + std::size_t{2}) first.resize(pair.one + std::size_t{2});
      ++first[pair.one + std::size_t{1}];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<PairCount> out(used_);
    std::vector<std::size_t> next = first;
    for (const PairCount& pair : slots_)
      if (pair.other != 0) out[next[pair.one]++] = pair;
    slots_ = {};
    used_ = 0;
    for (std::size_t i = 0; i + 1 < first.size(); ++i)
      std::sort(out.begin() + static_cast<std::ptrdiff_t>(first[i]),
                out.begin() + static_cast<std::ptrdiff_t>(first[i + 1]),
                [](const PairCount& a, const PairCount& b) { return a.other < b.other; });
    return out;
  }

 private:
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
