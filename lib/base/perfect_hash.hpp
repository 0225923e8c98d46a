// Where the keys of a table that never changes stand: every key at a place of its own, found with one small look-up and
// no search (hash and displace: Pagh, 1999; Belazzougui, Botelho, Dietzfelbinger, 2009). Keys fall into buckets of a few;
// each bucket has a number, chosen when the table is built, that sends its keys to places that nobody else has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dossier::base {

/// The number of a bucket.
using Displacement = std::uint16_t;

/// Finds the place of a key. Const and safe for many threads; the displacements must outlive it.
class PerfectHash {
 public:
  /// A table of one place.
  PerfectHash() = default;
  /// REQUIRES: there is a displacement, and a place.
  PerfectHash(std::span<const Displacement> displacements, std::uint32_t places) noexcept
      : displacements_(displacements.data()),
        buckets_(static_cast<std::uint32_t>(displacements.size())),
        places_(places) {}

  /// Below `places` for any key. A key that the table was built from has its place for itself; what stands there must
  /// be compared, since other keys lead to it too. The upper 32 bits of a key choose the bucket.
  [[nodiscard]] std::uint32_t place_of(std::uint64_t key) const noexcept {
    return place(key, displacements_[((key >> 32U) * buckets_) >> 32U], places_);
  }

  [[nodiscard]] static constexpr std::uint32_t place(std::uint64_t key, Displacement displacement,
                                                     std::uint32_t places) noexcept {
    const std::uint64_t mixed = (key ^ (displacement * 0x9E3779B97F4A7C15ULL)) * 0xFF51AFD7ED558CCDULL;
    return static_cast<std::uint32_t>(((mixed >> 32U) * places) >> 32U);
  }

 private:
  static constexpr Displacement none = 0;
  const Displacement* displacements_ = &none;
  std::uint32_t buckets_ = 1;
  std::uint32_t places_ = 1;
};

/// A table for these keys: how many places it has, and the displacements. No displacements when two keys are equal, or
/// when no table was found (which does not happen with mixed keys). The same keys in the same order give the same.
struct PerfectHashTable {
  std::vector<Displacement> displacements;
  std::uint32_t places = 0;
};

/// Expected O(keys); of 16 places 15 are taken.
[[nodiscard]] PerfectHashTable make_perfect_hash(std::span<const std::uint64_t> keys);

}  // namespace dossier::base
