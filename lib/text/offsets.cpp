// Byte offsets to code points, UTF-16 units, lines and columns, and back.
#include <algorithm>
#include <dossier/offsets.hpp>

#include "text/utf8.hpp"

namespace dossier {
namespace {

constexpr std::size_t block_size = 64;

struct Count {
  std::uint32_t codepoints = 0;
  std::uint32_t utf16_units = 0;
};

// Characters whose first byte is in `bytes`. REQUIRES: a block at most, so that a byte can count them.
Count count(std::string_view bytes) noexcept {
  unsigned char first = 0;
  unsigned char pairs = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    first = static_cast<unsigned char>(first + ((byte & 0xC0U) != 0x80U));
    pairs = static_cast<unsigned char>(pairs + (byte >= 0xF0U));  // two units of UTF-16
  }
  return {first, std::uint32_t{first} + pairs};
}

std::uint32_t pick(std::uint32_t codepoints, std::uint32_t utf16_units, OffsetUnit unit) noexcept {
  return unit == OffsetUnit::utf16 ? utf16_units : codepoints;
}

std::vector<std::uint32_t> line_starts(std::string_view text) {
  std::vector<std::uint32_t> out{0};
  std::size_t feed = text.find('\n');
  std::size_t carriage = text.find('\r');
  while (std::min(feed, carriage) != std::string_view::npos) {
    const std::size_t next = feed == carriage + 1 ? feed + 1 : std::min(feed, carriage) + 1;  // "\r\n" is one end
    out.push_back(static_cast<std::uint32_t>(next));
    if (feed < next) feed = text.find('\n', next);
    if (carriage < next) carriage = text.find('\r', next);
  }
  return out;
}

}  // namespace

std::string_view to_string(OffsetUnit unit) noexcept {
  switch (unit) {
    case OffsetUnit::codepoint:
      return "codepoint";
    case OffsetUnit::utf8:
      return "utf8";
    case OffsetUnit::utf16:
      return "utf16";
  }
  return "";
}

OffsetMap::OffsetMap(std::string_view text) : text_(text), lines_(line_starts(text)) {
  if (text::find_non_ascii(text) == text.size()) return;
  checkpoints_.reserve(text.size() / block_size + 1);
  Checkpoint sum;
  for (std::size_t at = 0; at <= text.size(); at += block_size) {
    checkpoints_.push_back(sum);
    const Count block = count(text.substr(at, block_size));
    sum.codepoints += block.codepoints;
    sum.utf16_units += block.utf16_units;
  }
}

std::uint32_t OffsetMap::convert(std::uint32_t byte, OffsetUnit unit) const noexcept {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  if (unit == OffsetUnit::utf8 || checkpoints_.empty()) return byte;
  const std::size_t block = byte / block_size;
  const Checkpoint& before = checkpoints_[block];
  const Count rest = count(text_.substr(block * block_size, byte - block * block_size));
  return pick(before.codepoints + rest.codepoints, before.utf16_units + rest.utf16_units, unit);
}

std::uint32_t OffsetMap::to_byte(std::uint32_t offset, OffsetUnit unit) const noexcept {
  const auto size = static_cast<std::uint32_t>(text_.size());
  if (unit == OffsetUnit::utf8 || checkpoints_.empty()) return std::min(offset, size);
  const auto after = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                                      [unit](std::uint32_t value, const Checkpoint& checkpoint) {
                                        return value < pick(checkpoint.codepoints, checkpoint.utf16_units, unit);
                                      });
  const auto block = static_cast<std::size_t>(after - checkpoints_.begin()) - 1;
  std::uint32_t left = offset - pick(checkpoints_[block].codepoints, checkpoints_[block].utf16_units, unit);
  std::size_t at = block * block_size;
  while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) ++at;  // of the block before
  while (at < text_.size()) {
    const text::CodePoint c = text::decode_at(text_, at);
    const std::uint32_t units = unit == OffsetUnit::utf16 && c.value > 0xFFFF ? 2 : 1;
    if (left < units) break;
    left -= units;
    at += c.size;
  }
  return static_cast<std::uint32_t>(at);
}

LineColumn OffsetMap::line_column(std::uint32_t byte) const noexcept {
  byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte);
  const auto line = static_cast<std::uint32_t>(after - lines_.begin());
  return {line, convert(byte, OffsetUnit::codepoint) - convert(lines_[line - 1], OffsetUnit::codepoint) + 1};
}

std::uint32_t OffsetMap::to_byte(LineColumn place) const noexcept {
  const auto size = static_cast<std::uint32_t>(text_.size());
  const std::uint32_t line = std::max<std::uint32_t>(place.line, 1);
  if (line > lines_.size()) return size;
  const std::uint32_t begin = lines_[line - 1];
  std::uint32_t end = size;
  if (line < lines_.size()) {
    end = lines_[line] - 1;
    if (text_[end] == '\n' && end > begin && text_[end - 1] == '\r') --end;
  }
  const std::uint32_t column = std::max<std::uint32_t>(place.column, 1) - 1;
  if (column > end - begin) return end;
  return std::min(to_byte(convert(begin, OffsetUnit::codepoint) + column, OffsetUnit::codepoint), end);
}

}  // namespace dossier
