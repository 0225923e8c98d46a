// HTML to text, for whole documents and for pieces of HTML inside Markdown.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/derived_builder.hpp"

namespace dossier::text {

enum class HtmlScope : std::uint8_t {
  document,  ///< title and date are looked for
  fragment   ///< text alone
};

/// The same as from_html(), with a kind for the blocks that no element gives one.
[[nodiscard]] Derived read_html(std::string_view source, std::uint32_t max_depth, HtmlScope scope, BlockKind kind);

}  // namespace dossier::text
