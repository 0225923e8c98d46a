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

namespace {

// Chains maps, both of which are walked from beginning to end.
class Composer {
 public:
  explicit Composer(const SourceMap& inner) : inner_(inner) {}

  // The next `size` bytes were made of the piece `middle` as a whole.
  void add_whole(std::uint32_t size, Span middle) {
    if (size > 0) add(size, inner_.to_source(middle));
  }

  // The next bytes are those of the piece, one for one: cut where the inner map has its seams.
  void add_bytes(Span middle) {
    const std::vector<Segment>& segments = inner_.segments();
    while (middle.begin < middle.end) {
      while (at_ + 1 < segments.size() && segments[at_ + 1].derived <= middle.begin) ++at_;
      const bool is_last = at_ + 1 >= segments.size();
      const std::uint32_t seam = is_last ? middle.end : std::min(middle.end, segments[at_ + 1].derived);
      add(seam - middle.begin, inner_.to_source({middle.begin, seam}));
      middle.begin = seam;
    }
  }

  // The size of the source does not matter: neither map is the identity.
  SourceMap finish() && {
    const std::uint32_t source_size = out_.source_end() + 1;
    return std::move(out_).finish(source_size);
  }

 private:
  void add(std::uint32_t size, Span place) {
    place.begin = std::max(place.begin, out_.source_end());
    place.end = std::max(place.begin, place.end);
    out_.add(size, place);
  }

  const SourceMap& inner_;
  std::size_t at_ = 0;
  MapBuilder out_;
};

}  // namespace

SourceMap compose(const SourceMap& outer, const SourceMap& inner) {
  if (outer.is_identity()) return inner;
  if (inner.is_identity()) return outer;
  Composer composer(inner);
  for (const Segment& segment : outer.segments()) {
    const Span middle{segment.source, segment.source + segment.source_size};
    if (is_scaled(segment, 1)) {
      composer.add_bytes(middle);
    } else if (is_scaled(segment, 2)) {
      for (std::uint32_t at = middle.begin; at < middle.end; at += 2) composer.add_whole(1, {at, at + 2});
    } else {
      composer.add_whole(segment.derived_size, middle);
    }
  }
  return std::move(composer).finish();
}

}  // namespace dossier::text
