// Web and e-mail addresses: where they end, and when dotted words are one.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::tokens {

enum class AddressKind : std::uint8_t { none, url, email };

/// What was found at a place in the text.
struct Address {
  AddressKind kind = AddressKind::none;
  std::uint32_t end = 0;        ///< one past the address
  std::uint32_t looked_to = 0;  ///< no address starts as a word between the place and here
};

/// The e-mail address or bare web address ("example.com/path", "www.example.de") that starts at `begin`, an ASCII
/// letter or digit. A bare address counts only when its last part is a top-level domain that cannot be an English word,
/// or a path follows, or it begins with "www.". Linear in what it looks at.
[[nodiscard]] Address find_address(std::string_view text, std::uint32_t begin) noexcept;

/// Where the address that starts with a scheme ends; `after_scheme` is the first byte after "://". Sentence punctuation
/// and closing brackets without an opening one inside the address are left out.
[[nodiscard]] std::uint32_t url_end(std::string_view text, std::uint32_t after_scheme) noexcept;

}  // namespace dossier::tokens
