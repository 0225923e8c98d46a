// JSON strings and numbers as bytes: what the writers append and the reader undoes.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <string>
#include <string_view>

namespace dossier::formats {

/// Appends `text` as a JSON string. Ill-formed UTF-8 becomes U+FFFD; control characters, U+2028, U+2029 (line ends to
/// JavaScript) and "<" (so that the line may stand inside a <script>) are written as \u escapes.
void append_json_string(std::string& out, std::string_view text);

/// The same, but null for an empty string.
void append_json_string_or_null(std::string& out, std::string_view text);

template <std::unsigned_integral Number>
void append_number(std::string& out, Number number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

/// Appends what a JSON string stands for. `inside` is what stands between its quotes. A lone surrogate ("\ud800")
/// becomes U+FFFD; false, with `out` undefined, for an escape that JSON does not know.
[[nodiscard]] bool append_unescaped(std::string& out, std::string_view inside);

/// True when `json` is one JSON value, with white space around it. REQUIRES: valid UTF-8. Nesting may have any depth.
[[nodiscard]] bool is_json_value(std::string_view json);

}  // namespace dossier::formats
