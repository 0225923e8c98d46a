// What every derived text promises, whatever it was made of; and small helpers for tests of readers.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/markup.hpp"
#include "text/utf8.hpp"

namespace dossier::text {

inline std::string_view part(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

/// The source bytes of the first place where the derived text says `words`; "?" when it does not.
inline std::string source_of(const Derived& derived, std::string_view source, std::string_view words) {
  const std::size_t at = derived.text.find(words);
  if (at == std::string::npos) return "?";
  const auto begin = static_cast<std::uint32_t>(at);
  const Span there = derived.map.to_source({begin, begin + static_cast<std::uint32_t>(words.size())});
  return std::string(part(source, there));
}

/// The texts of the blocks.
inline std::vector<std::string> block_texts(const Derived& derived) {
  std::vector<std::string> out;
  for (const Block& block : derived.blocks) out.emplace_back(part(derived.text, block.span));
  return out;
}

/// One sentence for the first promise that is broken, empty when all hold.
inline std::string broken_map(const SourceMap& map, std::size_t derived_size, std::size_t source_size) {
  if (map.is_identity()) return derived_size == source_size ? "" : "the identity maps texts of different sizes";
  std::uint64_t derived = 0;
  std::uint64_t source = 0;
  for (const SourceMap::Segment& segment : map.segments()) {
    if (segment.derived != derived) return "a gap or an overlap in the derived text";
    if (segment.source < source) return "the source goes back";
    if (segment.derived_size == 0 && derived_size != 0) return "an empty segment";
    derived = std::uint64_t{segment.derived} + segment.derived_size;
    source = std::uint64_t{segment.source} + segment.source_size;
  }
  if (derived != derived_size) return "the derived text is not covered";
  if (source > source_size) return "the source is too short";
  return "";
}

inline std::string broken_promise(const Derived& derived, std::string_view source) {
  if (find_ill_formed(derived.text) != derived.text.size()) return "the text is not valid UTF-8";
  if (std::string broken = broken_map(derived.map, derived.text.size(), source.size()); !broken.empty()) return broken;
  std::uint32_t end = 0;
  for (const Block& block : derived.blocks) {
    if (block.span.begin < end || block.span.empty() || block.span.end > derived.text.size())
      return "blocks out of order";
    const std::string_view between = part(derived.text, {end, block.span.begin});
    if (between != (end == 0 ? "" : "\n") && between != (end == 0 ? "" : "\n\n")) return "no line break between blocks";
    end = block.span.end;
  }
  if (!derived.blocks.empty() && end != derived.text.size()) return "text after the last block";
  for (std::size_t at = 0; at < derived.text.size();) {
    const CodePoint c = decode_at(derived.text, at);
    const auto begin = static_cast<std::uint32_t>(at);
    const Span there = derived.map.to_source({begin, begin + c.size});
    at += c.size;
    const auto whole = [source](std::uint32_t place) {
      return place >= source.size() || (static_cast<unsigned char>(source[place]) & 0xC0U) != 0x80U;
    };
    if (!whole(there.begin) || !whole(there.end)) return "a character of the source is cut";
    // Letters come from the source as they are, or from a reference.
    const bool is_made = c.value <= U' ' || c.value == 0xFFFD || (!there.empty() && source[there.begin] == '&');
    if (!is_made && part(source, there) != part(derived.text, {begin, begin + c.size})) {
      return "'" + std::string(part(derived.text, {begin, begin + c.size})) + "' maps to '" +
             std::string(part(source, there)) + "'";
    }
  }
  return "";
}

}  // namespace dossier::text
