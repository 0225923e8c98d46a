// Text in code points, as far as trimming spans needs it.
#pragma once

#include <string>
#include <string_view>

namespace dossier::eval {

/// UTF-8 to code points, ASCII letters in lower case. Other letters stay: the words that are trimmed are articles and
/// possessives. REQUIRES: valid UTF-8.
[[nodiscard]] std::u32string lower_case(std::string_view utf8);

[[nodiscard]] char32_t lower_case(char32_t c) noexcept;

/// White space of Unicode, with the separators U+001C to U+001F.
[[nodiscard]] bool is_space(char32_t c) noexcept;

}  // namespace dossier::eval
