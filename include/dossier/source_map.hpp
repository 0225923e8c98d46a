// A map from a derived text back to the text it was made of: markup removed, entities decoded, bytes repaired.
#pragma once

#include <cstdint>
#include <dossier/span.hpp>
#include <vector>

namespace dossier {

/// Piecewise map from offsets of a derived text to offsets of its source. A default-constructed map is the identity.
/// Immutable once built; safe to read from many threads.
///
/// Invariants: segments are sorted by `derived`, do not overlap and cover the derived text; source ranges are in order
/// and do not overlap. A segment whose two sizes are equal maps byte for byte; one whose source is twice as large maps
/// each byte to two (ASCII out of UTF-16); any other maps as a whole ("&amp;" to "&").
class SourceMap {
 public:
  struct Segment {
    std::uint32_t derived = 0;  ///< first byte in the derived text
    std::uint32_t derived_size = 0;
    std::uint32_t source = 0;  ///< first byte in the source
    std::uint32_t source_size = 0;
    friend constexpr bool operator==(const Segment&, const Segment&) = default;
  };

  SourceMap() = default;
  /// REQUIRES: the invariants above.
  explicit SourceMap(std::vector<Segment> segments);

  [[nodiscard]] bool is_identity() const noexcept { return segments_.empty(); }
  /// The smallest source range that holds everything the derived span was made of; an empty span maps to an empty one.
  /// O(log segments). Offsets past the end map to the end of the last segment.
  [[nodiscard]] Span to_source(Span derived) const noexcept;
  [[nodiscard]] const std::vector<Segment>& segments() const& noexcept { return segments_; }
  const std::vector<Segment>& segments() const&& = delete;

 private:
  std::vector<Segment> segments_;
};

}  // namespace dossier
