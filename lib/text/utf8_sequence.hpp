// Single sequences of UTF-8, well formed or not: what decoding and validation share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dossier::text {

/// A well-formed sequence, or the maximal part of one that is cut off (Unicode 15, section 3.9).
struct Sequence {
  std::uint32_t size = 0;  ///< bytes, at least 1
  bool well_formed = false;
};

/// What begins at `offset`. REQUIRES: offset < text.size().
[[nodiscard]] Sequence sequence_at(std::string_view text, std::size_t offset) noexcept;

/// Offset at or after `at` of the first byte that is not part of valid UTF-8; text.size() when there is none.
/// REQUIRES: `at` is where a sequence begins.
[[nodiscard]] std::size_t find_ill_formed_from(std::string_view text, std::size_t at) noexcept;

}  // namespace dossier::text
