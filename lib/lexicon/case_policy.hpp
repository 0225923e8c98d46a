// How the case of a form and that of a text must agree.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/layout.hpp"
#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

namespace dossier::lexicon {

/// Rows of shapes (a bit each) that a token of a text may have where the form's token has `form`. For a mixed token
/// with `exact` it is the row of mixed shapes: there the spelling decides as well.
[[nodiscard]] constexpr std::uint8_t allowed_rows(Match match, tokens::Shape form) noexcept {
  if (match == Match::fold || (match == Match::name && !is_capitalised(form))) return 0b1111;
  if (match == Match::name) return 0b1110;
  return static_cast<std::uint8_t>(1U << shape_row(form));
}

/// The shapes of a token sequence, as they are compared with entries.
struct ShapeRun {
  std::uint64_t shapes = 0;       ///< four bits a token, the first lowest
  std::uint32_t capitalised = 0;  ///< a bit a token

  /// REQUIRES: index < 16.
  constexpr void set(std::uint32_t index, tokens::Shape shape) noexcept {
    shapes |= static_cast<std::uint64_t>(shape) << (4 * index);
    capitalised |= std::uint32_t{is_capitalised(shape)} << index;
  }
  /// The shapes of the first `size` tokens.
  [[nodiscard]] constexpr std::uint64_t first(std::uint32_t size) const noexcept {
    return shapes & ((std::uint64_t{1} << (4 * size)) - 1);
  }
};

/// Spelling of the mixed tokens among these, 0 when there is none.
[[nodiscard]] std::uint64_t spelling_of(std::string_view text, std::span<const tokens::Token> run) noexcept;

}  // namespace dossier::lexicon
