// Writes derived texts: separators between blocks, segments of the map, the limit on length.
#include "text/derived_builder.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace dossier::text {
namespace {

std::string_view separator(BlockKind before, BlockKind after) noexcept {
  const bool is_tight = before == after && (before == BlockKind::list_item || before == BlockKind::table_cell);
  return is_tight ? "\n" : "\n\n";
}

// Several characters whose sizes would be read as a map byte by byte, though they stand for the piece as a whole.
bool looks_scaled(std::string_view bytes, Span source) noexcept {
  const std::size_t size = bytes.size();
  if (size < 2 || (source.size() != size && source.size() != 2 * size)) return false;
  return decode_at(bytes, 0).size != size;
}

}  // namespace

DerivedBuilder::DerivedBuilder(std::string_view source, std::uint64_t max_bytes)
    : source_(source), max_bytes_(max_bytes) {}

DerivedBuilder::DerivedBuilder(std::string_view source) : DerivedBuilder(source, max_text_bytes) {}

// Begins a block if none is open. False when the text would be too long; nothing is written from then on.
bool DerivedBuilder::make_room(std::size_t size, std::uint32_t source_begin) {
  constexpr std::size_t longest_separator = 2;
  if (size + longest_separator > max_bytes_ - out_.text.size()) {
    cut_ += size;
    max_bytes_ = out_.text.size();
    return false;
  }
  if (!is_open_) open_block(source_begin);
  return true;
}

void DerivedBuilder::write(std::string_view bytes, Span source) {
  source.begin = std::max(source.begin, map_.source_end());
  source.end = std::max(source.begin, source.end);
  out_.text.append(bytes);
  map_.add(static_cast<std::uint32_t>(bytes.size()), source);
}

void DerivedBuilder::open_block(std::uint32_t source_begin) {
  if (!out_.blocks.empty()) {
    const std::string_view between = separator(out_.blocks.back().kind, kind_);
    const std::uint32_t gap = map_.source_end();
    const bool stands_there = source_begin - gap == between.size() && source_.substr(gap, between.size()) == between;
    write(between, {gap, stands_there ? source_begin : gap});
  }
  const auto begin = static_cast<std::uint32_t>(out_.text.size());
  out_.blocks.push_back({{begin, begin}, kind_});
  is_open_ = true;
}

void DerivedBuilder::copy(Span source) {
  if (source.empty() || !make_room(source.size(), source.begin)) return;
  write(source_.substr(source.begin, source.size()), source);
  out_.blocks.back().span.end = static_cast<std::uint32_t>(out_.text.size());
}

void DerivedBuilder::put(std::string_view bytes, Span source) {
  if (bytes.empty() || !make_room(bytes.size(), source.begin)) return;
  if (looks_scaled(bytes, source)) {
    const std::size_t first = decode_at(bytes, 0).size;
    write(bytes.substr(0, first), source);
    write(bytes.substr(first), {source.end, source.end});
  } else {
    write(bytes, source);
  }
  out_.blocks.back().span.end = static_cast<std::uint32_t>(out_.text.size());
}

void DerivedBuilder::append(const Derived& part) {
  const SourceMap::Segment whole{0, static_cast<std::uint32_t>(part.text.size()), 0,
                                 static_cast<std::uint32_t>(part.text.size())};
  const std::vector<SourceMap::Segment> identity{whole};
  const std::vector<SourceMap::Segment>& segments = part.map.is_identity() ? identity : part.map.segments();
  for (const Block& block : part.blocks) {
    kind_ = block.kind;
    is_open_ = false;
    // Blocks are few and segments short: the segments of a block are found by bisection, then walked.
    auto segment = std::partition_point(segments.begin(), segments.end(), [&block](const SourceMap::Segment& s) {
      return s.derived + s.derived_size <= block.span.begin;
    });
    for (; segment != segments.end() && segment->derived < block.span.end; ++segment) {
      const std::uint32_t begin = std::max(segment->derived, block.span.begin);
      const std::uint32_t end = std::min(segment->derived + segment->derived_size, block.span.end);
      const std::string_view bytes = std::string_view(part.text).substr(begin, end - begin);
      const Span source = part.map.to_source({begin, end});
      if (make_room(bytes.size(), source.begin)) write(bytes, source);
    }
    if (is_open_) out_.blocks.back().span.end = static_cast<std::uint32_t>(out_.text.size());
  }
  is_open_ = false;
  for (const Issue& issue : part.issues) count_issue(issue.code, issue.message, issue.count);
}

void DerivedBuilder::count_issue(std::string_view code, std::string_view message, std::uint64_t count) {
  const auto same = [code](const Issue& issue) { return issue.code == code; };
  const auto found = std::find_if(out_.issues.begin(), out_.issues.end(), same);
  if (found != out_.issues.end()) {
    found->count += count;
  } else {
    out_.issues.push_back({std::string(code), std::string(message), {}, count});
  }
}

Derived DerivedBuilder::finish() && {
  if (cut_ > 0)
    count_issue("markup.too-long", "the text without markup is too long; bytes at its end were left out", cut_);
  out_.map = std::move(map_).finish(static_cast<std::uint32_t>(source_.size()));
  return std::move(out_);
}

}  // namespace dossier::text
