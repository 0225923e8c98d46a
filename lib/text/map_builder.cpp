// Collects segments of a SourceMap, and chains two maps.
#include "text/map_builder.hpp"

#include <algorithm>

namespace dossier::text {
namespace {

using Segment = SourceMap::Segment;

bool is_scaled(const Segment& segment, std::uint32_t scale) noexcept {
  return std::uint64_t{segment.derived_size} * scale == segment.source_size;
}

}  // namespace

void MapBuilder::add(std::uint32_t size, Span source) {
  const Segment next{derived_end_, size, source.begin, source.size()};
  derived_end_ += size;
  source_end_ = source.end;
  if (!segments_.empty()) {
    Segment& last = segments_.back();
    const bool continues = last.source + last.source_size == next.source;
    if (continues && ((is_scaled(last, 1) && is_scaled(next, 1)) || (is_scaled(last, 2) && is_scaled(next, 2)))) {
      last.derived_size += next.derived_size;
      last.source_size += next.source_size;
      return;
    }
  }
  segments_.push_back(next);
}

SourceMap MapBuilder::finish(std::uint32_t source_size) && {
  if (segments_.empty() && source_size > 0) segments_.push_back({0, 0, 0, source_size});
  const Segment whole{0, source_size, 0, source_size};
  if (segments_.empty() || (segments_.size() == 1 && segments_.front() == whole)) return {};
  return SourceMap(std::move(segments_));
}

SourceMap compose(const SourceMap& outer, const SourceMap& inner) {
  if (outer.is_identity()) return inner;
  if (inner.is_identity()) return outer;
  MapBuilder out;
  std::uint32_t end = 0;
  const std::vector<Segment>& middle = inner.segments();
  std::size_t at = 0;
  for (const Segment& segment : outer.segments()) {
    if (!is_scaled(segment, 1)) {
      Span place = inner.to_source({segment.source, segment.source + segment.source_size});
      place.begin = std::max(place.begin, out.source_end());
      place.end = std::max(place.begin, place.end);
      if (segment.derived_size > 0) out.add(segment.derived_size, place);
      end = std::max(end, place.end);
      continue;
    }
    // Byte for byte: cut where the inner map has its seams.
    std::uint32_t from = segment.source;
    const std::uint32_t stop = segment.source + segment.source_size;
    while (at + 1 < middle.size() && middle[at + 1].derived <= from) ++at;
    for (std::size_t i = at; from < stop; ++i) {
      const std::uint32_t seam = i + 1 < middle.size() ? std::min(stop, middle[i + 1].derived) : stop;
      if (seam <= from) continue;
      Span place = inner.to_source({from, seam});
      place.begin = std::max(place.begin, out.source_end());
      place.end = std::max(place.begin, place.end);
      out.add(seam - from, place);
      end = std::max(end, place.end);
      from = seam;
    }
  }
  // Source size is unknown here; the result is never the identity because neither map is.
  return std::move(out).finish(end + 1);
}

}  // namespace dossier::text
