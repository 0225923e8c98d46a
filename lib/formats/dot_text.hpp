// Text for DOT files: Graphviz reads a quoted string three times over (as a string, as an escString, as HTML entities),
// and each reading has its own traps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::formats {

/// Appends `text` in quotes, for a node's id. Characters that XML forbids (Graphviz copies ids into SVG) and ill-formed
/// UTF-8 become U+FFFD, white space a space.
void append_dot_id(std::string& out, std::string_view text);

/// Appends `text` in quotes, for a label or tooltip: "\n" is a line break, nothing else has a meaning.
void append_dot_label(std::string& out, std::string_view text);

/// `text` cut at a code point to at most `max_bytes` with a final ellipsis; 0: never cut.
[[nodiscard]] std::string shortened(std::string_view text, std::uint32_t max_bytes);

/// Breaks lines at spaces so that none has more than `width` code points, except for longer words.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

}  // namespace dossier::formats
