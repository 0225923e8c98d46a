// Where a place of a derived text stands in its source.
#include <algorithm>
#include <cassert>
#include <dossier/source_map.hpp>
#include <utility>

namespace dossier {
namespace {

using Segment = SourceMap::Segment;

// Source bytes for each derived byte; 0 when the segment maps as a whole.
std::uint32_t scale_of(const Segment& segment) noexcept {
  if (segment.source_size == segment.derived_size) return 1;
  if (segment.source_size / 2 == segment.derived_size && segment.source_size % 2 == 0) return 2;
  return 0;
}

[[maybe_unused]] bool in_order(const std::vector<Segment>& segments) noexcept {
  std::uint32_t derived = 0;
  std::uint32_t source = 0;
  for (const Segment& segment : segments) {
    if (segment.derived != derived || segment.source < source) return false;
    derived += segment.derived_size;
    source = segment.source + segment.source_size;
  }
  return true;
}

// The last segment that begins at or before `offset`. REQUIRES: segments are not empty and the first begins at 0.
const Segment& segment_at(const std::vector<Segment>& segments, std::uint32_t offset) noexcept {
  const auto after = std::upper_bound(segments.begin(), segments.end(), offset,
                                      [](std::uint32_t value, const Segment& s) { return value < s.derived; });
  return *(after - 1);
}

// Where the character at `offset` begins.
std::uint32_t begin_of(const std::vector<Segment>& segments, std::uint32_t offset) noexcept {
  const Segment& segment = segment_at(segments, offset);
  const std::uint32_t inside = offset - segment.derived;
  if (inside >= segment.derived_size) return segment.source + segment.source_size;
  return segment.source + inside * scale_of(segment);
}

// Where the character before `offset` ends. REQUIRES: offset > 0.
std::uint32_t end_of(const std::vector<Segment>& segments, std::uint32_t offset) noexcept {
  const Segment& segment = segment_at(segments, offset - 1);
  const std::uint32_t inside = offset - segment.derived;
  const std::uint32_t scale = scale_of(segment);
  if (scale == 0 || inside >= segment.derived_size) return segment.source + segment.source_size;
  return segment.source + inside * scale;
}

}  // namespace

SourceMap::SourceMap(std::vector<Segment> segments) : segments_(std::move(segments)) { assert(in_order(segments_)); }

Span SourceMap::to_source(Span derived) const noexcept {
  if (is_identity()) return derived;
  const std::uint32_t begin = begin_of(segments_, derived.begin);
  if (derived.end <= derived.begin) return {begin, begin};
  return {begin, std::max(begin, end_of(segments_, derived.end))};
}

}  // namespace dossier
