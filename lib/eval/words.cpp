// Text in code points, as far as trimming spans needs it.
#include "eval/words.hpp"

#include "text/utf8.hpp"

namespace dossier::eval {

char32_t lower_case(char32_t c) noexcept { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

std::u32string lower_case(std::string_view utf8) {
  std::u32string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint next = text::decode_at(utf8, at);
    out += lower_case(next.value);
    at += next.size;
  }
  return out;
}

bool is_space(char32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace dossier::eval
