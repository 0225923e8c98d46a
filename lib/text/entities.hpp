// Character references of HTML and Markdown: "&amp;", "&#8217;", "&eacute".
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::text {

/// What a character reference stands for.
struct Reference {
  std::array<char, 15> bytes{};  ///< UTF-8, one or two characters
  std::uint8_t size = 0;         ///< of `bytes`
  std::uint32_t consumed = 0;    ///< bytes of the source; 0 when it is no reference

  [[nodiscard]] std::string_view text() const noexcept { return {bytes.data(), size}; }
};

/// Decodes references as the HTML standard (section 13.2.5.72) says. Names are looked up by gumbo, which knows all
/// 2,231 of them and the rules for missing semicolons; the last few are remembered. Keep one for a whole text. For one
/// thread.
class ReferenceDecoder {
 public:
  ReferenceDecoder() noexcept;
  ~ReferenceDecoder();
  ReferenceDecoder(ReferenceDecoder&&) noexcept;
  ReferenceDecoder& operator=(ReferenceDecoder&&) noexcept;

  /// The reference at the beginning of `source`, which begins with '&'. O(length of the reference).
  [[nodiscard]] Reference decode(std::string_view source);
  /// `value` with its references decoded.
  [[nodiscard]] std::string decode_all(std::string_view value);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;  // made with the first name
};

}  // namespace dossier::text
