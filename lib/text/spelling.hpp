// One key for the spellings under which newspapers write one foreign name: "Yury" and "Yuri", "Zelensky" and
// "Zelenskyy".
#pragma once

#include <string>
#include <string_view>

namespace dossier::text {

/// A key that spellings of one name share: y and j as i, w as v, "ks" as x, "ou" as u, "kh" as h, c as k before dark
/// vowels, doubled letters once, apostrophes gone. Reads and gives folded text. Keys are compared, never shown.
[[nodiscard]] std::string spelling_key(std::string_view folded);

}  // namespace dossier::text
