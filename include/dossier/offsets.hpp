// Conversion of byte offsets to code points, UTF-16 units, and lines with columns. Only for the edge of a program:
// everything inside counts bytes.
#pragma once

#include <cstdint>
#include <dossier/span.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

enum class OffsetUnit : std::uint8_t { codepoint, utf8, utf16 };

/// "codepoint", "utf8", "utf16".
[[nodiscard]] std::string_view to_string(OffsetUnit unit) noexcept;

/// A place for people: both 1-based, the column counted in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(LineColumn, LineColumn) = default;
};

/// Converts offsets of one text. Built once in O(size); a look-up takes a binary search at most and scans one block of
/// 256 bytes; for pure ASCII it holds line starts alone. Keeps a view of the text: REQUIRES the text to outlive it.
/// Safe for many threads.
class OffsetMap {
 public:
  /// REQUIRES: `text` is valid UTF-8.
  explicit OffsetMap(std::string_view text);
  OffsetMap(const std::string&&) = delete;

  /// Offset in `unit` of the byte offset; offsets past the end give the end.
  [[nodiscard]] std::uint32_t convert(std::uint32_t byte, OffsetUnit unit) const noexcept;
  [[nodiscard]] Span convert(Span bytes, OffsetUnit unit) const noexcept {
    return {convert(bytes.begin, unit), convert(bytes.end, unit)};
  }
  /// Byte offset of a code point or UTF-16 offset; the end of the text when it is past it.
  [[nodiscard]] std::uint32_t to_byte(std::uint32_t offset, OffsetUnit unit) const noexcept;
  /// Lines end at "\n", "\r\n" or "\r".
  [[nodiscard]] LineColumn line_column(std::uint32_t byte) const noexcept;
  /// Byte offset of a place; the end of its line when the column is past it, the end of the text when the line is.
  [[nodiscard]] std::uint32_t to_byte(LineColumn place) const noexcept;

 private:
  struct Checkpoint {
    std::uint32_t codepoints = 0;
    std::uint32_t utf16_units = 0;
  };
  std::string_view text_;
  std::vector<Checkpoint> checkpoints_;  // one per 256 bytes; empty when all is ASCII
  std::vector<std::uint32_t> lines_;     // first byte of each line
};

}  // namespace dossier
