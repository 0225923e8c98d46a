// A map from 64-bit hashes to numbers: open addressing in one piece of memory, several times faster to fill than a map
// of nodes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dossier::base {

/// Keys are hashes: well mixed. Several entries of one key are the caller's affair. For one thread.
class HashIndex {
 public:
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

  /// Room for so many keys without growing.
  void reserve(std::size_t keys) {
    std::size_t slots = 16;
    while (slots * 3 < keys * 4) slots *= 2;
    if (slots > slots_.size()) grow(slots);
  }
  /// The number of the key, `nothing` when it has none; to be changed in place until the next call.
  [[nodiscard]] std::uint32_t& operator[](std::uint64_t key) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow(slots_.empty() ? 16 : slots_.size() * 2);
    Slot& slot = find(key);
    if (!slot.used) {
      slot = {key, nothing, true};
      ++used_;
    }
    return slot.value;
  }
  void clear() {
    slots_.clear();
    used_ = 0;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = nothing;
    bool used = false;
  };

  Slot& find(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U) & mask;
    while (slots_[at].used && slots_[at].key != key) at = (at + 1) & mask;
    return slots_[at];
  }
  void grow(std::size_t slots) {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots));
    for (const Slot& slot : old)
      if (slot.used) find(slot.key) = slot;
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace dossier::base
