// The form of UTF-8: reading and writing single characters, and finding where a text is not well formed.
#include "text/utf8.hpp"

#include <cstring>

#include "text/utf8_sequence.hpp"

namespace dossier::text {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

unsigned byte_at(std::string_view text, std::size_t offset) noexcept {
  return static_cast<unsigned char>(text[offset]);
}

char32_t tail(std::string_view text, std::size_t offset) noexcept { return byte_at(text, offset) & 0x3FU; }

std::uint64_t word_at(const char* bytes) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::size_t find_non_ascii_from(std::string_view text, std::size_t at) noexcept {
  const char* bytes = text.data();
  while (at + 32 <= text.size()) {
    const std::uint64_t all =
        word_at(bytes + at) | word_at(bytes + at + 8) | word_at(bytes + at + 16) | word_at(bytes + at + 24);
    if ((all & high_bits) != 0) break;
    at += 32;
  }
  while (at + 8 <= text.size() && (word_at(bytes + at) & high_bits) == 0) at += 8;
  while (at < text.size() && byte_at(text, at) < 0x80U) ++at;
  return at;
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t offset) noexcept {
  const char32_t lead = byte_at(text, offset);
  if (lead < 0x80U) return {lead, 1};
  if (lead < 0xE0U) return {(lead & 0x1FU) << 6U | tail(text, offset + 1), 2};
  if (lead < 0xF0U) return {(lead & 0x0FU) << 12U | tail(text, offset + 1) << 6U | tail(text, offset + 2), 3};
  return {(lead & 0x07U) << 18U | tail(text, offset + 1) << 12U | tail(text, offset + 2) << 6U | tail(text, offset + 3),
          4};
}

CodePoint decode_before(std::string_view text, std::size_t offset) noexcept {
  std::size_t at = offset - 1;
  while (at > 0 && (byte_at(text, at) & 0xC0U) == 0x80U) --at;
  return decode_at(text, at);
}

void append(std::string& out, char32_t value) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (value < 0x80U) {
    put(value);
  } else if (value < 0x800U) {
    put(0xC0U | value >> 6U);
    put(0x80U | (value & 0x3FU));
  } else if (value < 0x10000U) {
    put(0xE0U | value >> 12U);
    put(0x80U | (value >> 6U & 0x3FU));
    put(0x80U | (value & 0x3FU));
  } else {
    put(0xF0U | value >> 18U);
    put(0x80U | (value >> 12U & 0x3FU));
    put(0x80U | (value >> 6U & 0x3FU));
    put(0x80U | (value & 0x3FU));
  }
}

Sequence sequence_at(std::string_view text, std::size_t offset) noexcept {
  const unsigned lead = byte_at(text, offset);
  if (lead < 0x80U) return {1, true};
  if (lead < 0xC2U || lead > 0xF4U) return {1, false};
  const std::uint32_t size = lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
  // Some leads narrow their second byte (Unicode 15, table 3-7): no overlong forms, surrogates, values past U+10FFFF.
  unsigned low = lead == 0xE0U ? 0xA0U : lead == 0xF0U ? 0x90U : 0x80U;
  unsigned high = lead == 0xEDU ? 0x9FU : lead == 0xF4U ? 0x8FU : 0xBFU;
  for (std::uint32_t i = 1; i < size; ++i) {
    if (offset + i >= text.size()) return {i, false};
    const unsigned byte = byte_at(text, offset + i);
    if (byte < low || byte > high) return {i, false};
    low = 0x80U;
    high = 0xBFU;
  }
  return {size, true};
}

std::size_t find_ill_formed_from(std::string_view text, std::size_t at) noexcept {
  while (at < text.size()) {
    at = find_non_ascii_from(text, at);
    while (at < text.size() && byte_at(text, at) >= 0x80U) {
      const Sequence sequence = sequence_at(text, at);
      if (!sequence.well_formed) return at;
      at += sequence.size;
    }
  }
  return at;
}

std::size_t find_ill_formed(std::string_view text) noexcept { return find_ill_formed_from(text, 0); }

std::size_t find_non_ascii(std::string_view text) noexcept { return find_non_ascii_from(text, 0); }

}  // namespace dossier::text
