// What each byte means to the scanner: the table behind its fast path.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dossier::tokens::bytes {

/// Classes of a byte, a bit each.
enum Class : std::uint8_t {
  lower = 1,
  upper = 2,
  digit = 4,
  space = 8,     ///< blanks and controls but line breaks
  newline = 16,  ///< \n \r
  joiner = 32,   ///< a mark that may stand inside a word or an address: ' - . _ @ : + %
  mark = 64,     ///< any other visible ASCII
  non_ascii = 128
};
inline constexpr std::uint8_t letter = lower | upper;
inline constexpr std::uint8_t alnum = lower | upper | digit;

inline constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 0; c < 256; ++c) {
    if (c >= 0x80) {
      table[c] = non_ascii;
    } else if (c >= 'a' && c <= 'z') {
      table[c] = lower;
    } else if (c >= 'A' && c <= 'Z') {
      table[c] = upper;
    } else if (c >= '0' && c <= '9') {
      table[c] = digit;
    } else if (c == '\n' || c == '\r') {
      table[c] = newline;
    } else if (c <= ' ' || c == 0x7F) {
      table[c] = space;
    } else {
      table[c] = mark;
    }
  }
  for (const char c : std::string_view("'-._@:+%")) table[static_cast<unsigned char>(c)] = joiner;
  return table;
}();

/// Class of the byte at `offset`; 0 at the end of the text.
[[nodiscard]] constexpr std::uint8_t class_at(std::string_view text, std::size_t offset) noexcept {
  return offset < text.size() ? classes[static_cast<unsigned char>(text[offset])] : std::uint8_t{0};
}
/// The byte at `offset`; NUL at the end of the text.
[[nodiscard]] constexpr char at(std::string_view text, std::size_t offset) noexcept {
  return offset < text.size() ? text[offset] : '\0';
}

inline constexpr std::uint64_t ones = 0x0101010101010101ULL;
inline constexpr std::uint64_t high_bits = ones * 0x80;

/// The high bits of the bytes of a chunk of eight that are no ASCII letters or digits.
[[nodiscard]] constexpr std::uint64_t not_alnum(std::uint64_t chunk) noexcept {
  const std::uint64_t low = chunk & ~high_bits;
  const std::uint64_t small = low | (ones * 0x20);
  // Adding 0x80 - c carries into the high bit from c on; two such sums differ there for the bytes between two bounds.
  const std::uint64_t letters = (small + ones * (0x80 - 'a')) ^ (small + ones * (0x7F - 'z'));
  const std::uint64_t digits = (low + ones * (0x80 - '0')) ^ (low + ones * (0x7F - '9'));
  return (~(letters | digits) | chunk) & high_bits;
}

}  // namespace dossier::tokens::bytes
