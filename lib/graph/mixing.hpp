// A hash of a number.
#pragma once

#include <cstdint>

namespace dossier::graph {

/// Mixes the bits of a number (the finalizer of splitmix64).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

}  // namespace dossier::graph
