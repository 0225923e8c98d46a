// Character references. Numbers are read here; a name is given to gumbo as a tiny fragment, and what it makes of it is
// compared with what it was given.
#include "text/entities.hpp"

#include <gumbo.h>

#include <algorithm>

#include "text/utf8.hpp"

namespace dossier::text {
namespace {

constexpr std::size_t longest_name = 32;  // of the HTML standard: "CounterClockwiseContourIntegral;"
constexpr std::size_t remembered_names = 64;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_alnum(char c) noexcept { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::uint32_t digit_value(char c) noexcept {
  if (is_digit(c)) return static_cast<std::uint32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
  return 16;
}

Reference make_reference(std::string_view bytes, std::size_t consumed) noexcept {
  Reference out;
  out.size = static_cast<std::uint8_t>(std::min(bytes.size(), out.bytes.size()));
  std::copy_n(bytes.begin(), out.size, out.bytes.begin());
  out.consumed = static_cast<std::uint32_t>(consumed);
  return out;
}

// The character that the number means; the standard reads 0x80 to 0x9F as Windows-1252.
std::string character(std::uint32_t value) {
  if (value >= 0x80 && value < 0xA0) {
    const char byte = static_cast<char>(static_cast<unsigned char>(value));
    return decode({&byte, 1}, Encoding::windows1252).text;
  }
  const bool is_scalar = value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  std::string out;
  append(out, is_scalar ? static_cast<char32_t>(value) : U'\uFFFD');
  return out;
}

// REQUIRES: source begins with "&#".
Reference decode_number(std::string_view source) {
  const bool is_hex = source.size() > 2 && (source[2] == 'x' || source[2] == 'X');
  const std::uint32_t base = is_hex ? 16 : 10;
  const std::size_t first = is_hex ? 3 : 2;
  std::size_t at = first;
  std::uint32_t value = 0;
  for (; at < source.size() && digit_value(source[at]) < base; ++at) {
    value = std::min<std::uint32_t>(value * base + digit_value(source[at]), 0x110000);
  }
  if (at == first) return {};
  if (at < source.size() && source[at] == ';') ++at;
  return make_reference(character(value), at);
}

// The text of the first text node below `node`.
std::string_view first_text(const GumboNode* node) noexcept {
  while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) {
    const GumboVector& children = node->v.element.children;
    node = children.length > 0 ? static_cast<const GumboNode*>(children.data[0]) : nullptr;
  }
  return node != nullptr && node->type == GUMBO_NODE_TEXT ? std::string_view(node->v.text.text) : std::string_view();
}

// REQUIRES: piece is '&', then at least one letter or digit, then perhaps ';'.
Reference look_up(std::string_view piece) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.fragment_context = GUMBO_TAG_DIV;
  GumboOutput* parsed = gumbo_parse_with_options(&options, piece.data(), piece.size());
  if (parsed == nullptr) return {};
  const std::string decoded(first_text(parsed->root));
  gumbo_destroy_output(&options, parsed);
  if (decoded == piece || decoded.empty()) return {};
  // "&copyright" gives "©right": what both end with was not part of the name.
  const auto tail = std::mismatch(piece.rbegin(), piece.rend(), decoded.rbegin(), decoded.rend());
  const auto rest = static_cast<std::size_t>(tail.first - piece.rbegin());
  return make_reference(std::string_view(decoded).substr(0, decoded.size() - rest), piece.size() - rest);
}

std::size_t slot_of(std::string_view piece) noexcept {
  std::uint32_t hash = 2166136261U;
  for (const char c : piece) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash >> 16U ^ hash) % remembered_names;
}

}  // namespace

struct ReferenceDecoder::Memory {
  struct Entry {
    std::array<char, longest_name + 2> piece{};
    std::uint8_t size = 0;
    Reference reference;
  };
  std::array<Entry, remembered_names> entries;
};

ReferenceDecoder::ReferenceDecoder() noexcept = default;
ReferenceDecoder::~ReferenceDecoder() = default;
ReferenceDecoder::ReferenceDecoder(ReferenceDecoder&&) noexcept = default;
ReferenceDecoder& ReferenceDecoder::operator=(ReferenceDecoder&&) noexcept = default;

Reference ReferenceDecoder::decode(std::string_view source) {
  if (source.size() < 2) return {};
  if (source[1] == '#') return decode_number(source);
  std::size_t size = 1;
  while (size < source.size() && size <= longest_name && is_alnum(source[size])) ++size;
  if (size == 1) return {};
  if (size < source.size() && source[size] == ';') ++size;
  const std::string_view piece = source.substr(0, size);
  if (!memory_) memory_ = std::make_unique<Memory>();
  Memory::Entry& entry = memory_->entries[slot_of(piece)];
  if (std::string_view(entry.piece.data(), entry.size) != piece) {
    std::copy(piece.begin(), piece.end(), entry.piece.begin());
    entry.size = static_cast<std::uint8_t>(piece.size());
    entry.reference = look_up(piece);
  }
  return entry.reference;
}

std::string ReferenceDecoder::decode_all(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t next = std::min(value.find('&', at), value.size());
    out.append(value.substr(at, next - at));
    at = next;
    if (at == value.size()) break;
    const Reference reference = decode(value.substr(at));
    if (reference.consumed == 0) {
      out += value[at++];
    } else {
      out += reference.text();
      at += reference.consumed;
    }
  }
  return out;
}

}  // namespace dossier::text
