// The hash under which folded words are stored in dictionary images: two or three wide multiplications for a usual
// word.
//
// The bytes are read as little-endian 64-bit chunks, the last one (1 to 8 bytes) padded with zeros:
//   h = seed;  h = mix(h ^ chunk, key_a) for every chunk;  result = mix(h ^ length, key_b)
// where mix(a, b) folds the 128-bit product of a and b (high half ^ low half), as wyhash does. The length goes in last,
// so padding cannot make two lengths collide.
//
// 1. The value depends on the bytes alone: not on byte order, alignment or what lies around them.
// 2. It is part of the image format: changing it needs a new format version.
// 3. It is no defence against keys made to collide; users compare strings where that matters.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace dossier::tokens::hashing {

inline constexpr std::uint64_t seed = 0xa0761d6478bd642fULL;
inline constexpr std::uint64_t key_a = 0xe7037ed1a0b428dbULL;
inline constexpr std::uint64_t key_b = 0x8ebc6af09c88c6e3ULL;

/// High half ^ low half of the 128-bit product.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
#ifdef __SIZEOF_INT128__
  __extension__ typedef unsigned __int128 Wide;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product >> 64) ^ static_cast<std::uint64_t>(product);
#else
  const std::uint64_t a0 = a & 0xFFFFFFFFU, a1 = a >> 32, b0 = b & 0xFFFFFFFFU, b1 = b >> 32;
  const std::uint64_t low = a0 * b0, cross = a1 * b0 + (low >> 32), other = a0 * b1 + (cross & 0xFFFFFFFFU);
  return (a1 * b1 + (cross >> 32) + (other >> 32)) ^ ((other << 32) | (low & 0xFFFFFFFFU));
#endif
}

/// Swaps to little-endian where the machine is not.
[[nodiscard]] constexpr std::uint64_t from_native(std::uint64_t value) noexcept {
  if constexpr (std::endian::native == std::endian::little) return value;
  std::uint64_t swapped = 0;
  for (int i = 0; i < 8; ++i, value >>= 8) swapped = (swapped << 8) | (value & 0xFFU);
  return swapped;
}

/// `size` (1 to 8) bytes at `data` as the low bytes of a number, one by one.
[[nodiscard]] constexpr std::uint64_t load_bytes(const char* data, std::size_t size) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(data[i])) << (8 * i);
  }
  return value;
}

/// Eight bytes at `data` as a little-endian number.
[[nodiscard]] constexpr std::uint64_t load8(const char* data) noexcept {
  if (std::is_constant_evaluated()) return load_bytes(data, 8);
  std::uint64_t value = 0;
  std::memcpy(&value, data, 8);
  return from_native(value);
}

/// Lower-cases A-Z in eight bytes that are all ASCII.
[[nodiscard]] constexpr std::uint64_t lower(std::uint64_t chunk) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  const std::uint64_t from_a = chunk + ones * (0x80 - 'A');
  const std::uint64_t after_z = chunk + ones * (0x80 - 'Z' - 1);
  return chunk | (((from_a & ~after_z) & (ones * 0x80)) >> 2);
}

enum class Case : bool { as_is, lower };

/// The state after one more chunk.
template <Case how>
[[nodiscard]] constexpr std::uint64_t absorb(std::uint64_t state, std::uint64_t chunk) noexcept {
  return mix(state ^ (how == Case::lower ? lower(chunk) : chunk), key_a);
}

/// The hash of `size` bytes that were absorbed into `state`.
[[nodiscard]] constexpr std::uint64_t finish(std::uint64_t state, std::uint64_t size) noexcept {
  return mix(state ^ size, key_b);
}

/// The hash of `bytes`; with Case::lower of their lower-cased form (REQUIRES: all ASCII).
template <Case how>
[[nodiscard]] constexpr std::uint64_t hash(std::string_view bytes) noexcept {
  const char* data = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t state = seed;
  for (; left > 8; data += 8, left -= 8) state = absorb<how>(state, load8(data));
  if (left > 0) {
    // Eight bytes that end where the word ends are there as soon as it is longer than that: one load and a shift.
    const bool long_word = bytes.size() >= 8 && !std::is_constant_evaluated();
    state = absorb<how>(state, long_word ? load8(data + left - 8) >> (8 * (8 - left)) : load_bytes(data, left));
  }
  return finish(state, bytes.size());
}

}  // namespace dossier::tokens::hashing
