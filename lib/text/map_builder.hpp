// Collects the segments of a SourceMap while a text is written, joining those that continue each other.
#pragma once

#include <cstdint>
#include <dossier/source_map.hpp>
#include <utility>
#include <vector>

namespace dossier::text {

/// Grows a map from its beginning. For one thread.
class MapBuilder {
 public:
  /// The next `size` derived bytes were made of `source`. REQUIRES: size > 0; source begins at or after source_end().
  void add(std::uint32_t size, Span source);

  /// Derived bytes so far.
  [[nodiscard]] std::uint32_t derived_end() const noexcept { return derived_end_; }
  /// One past the last source byte that was used.
  [[nodiscard]] std::uint32_t source_end() const noexcept { return source_end_; }

  /// The map, the identity when the whole source was taken byte for byte. An empty text of a source that is not empty
  /// gets one empty segment, so that it is not taken for the identity.
  [[nodiscard]] SourceMap finish(std::uint32_t source_size) &&;

 private:
  std::vector<SourceMap::Segment> segments_;
  std::uint32_t derived_end_ = 0;
  std::uint32_t source_end_ = 0;
};

/// The map from the text that `outer` describes through the text between to the source of `inner`. O(segments of both).
[[nodiscard]] SourceMap compose(const SourceMap& outer, const SourceMap& inner);

}  // namespace dossier::text
