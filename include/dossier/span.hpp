// A half-open range of bytes in a text: what every mention, token, sentence and piece of evidence is made of.
#pragma once

#include <compare>
#include <cstdint>

namespace dossier {

/// Bytes [begin, end) of a UTF-8 text, on code point boundaries. Which text is said by whoever returns the span; unless
/// it says otherwise it is `Document::text()`. Ordered by begin, then end. Safe to copy between threads.
struct Span {
  std::uint32_t begin = 0;  ///< first byte
  std::uint32_t end = 0;    ///< one past the last byte, >= begin

  /// Length in bytes.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
  /// True when `inner` lies inside this span (equal spans contain each other).
  [[nodiscard]] constexpr bool contains(Span inner) const noexcept { return begin <= inner.begin && inner.end <= end; }
  /// True when the spans share at least one byte.
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace dossier
