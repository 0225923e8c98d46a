// The direction in time that the verbs of a sentence give to an expression in it.
#pragma once

#include <cstdint>

#include "dates/resolver.hpp"
#include "tokens/token.hpp"

namespace dossier::dates {

/// Where an expression stands.
struct Place {
  const tokens::Sentence& sentence;
  std::uint32_t first = 0;  ///< its first token
  std::uint32_t last = 0;   ///< one past its last
  bool terse = false;       ///< the text leaves out what is understood: "Finished the fence on Friday"
};

/// Looks from the expression back to the nearest verb that tells, then ahead, without leaving the sentence. At most 40
/// tokens are read.
[[nodiscard]] Tense tense_around(const tokens::TokenizedText& text, const Place& place) noexcept;

/// True for the "the third day" of "It's the third day of the strike": the day of writing.
[[nodiscard]] bool is_today_itself(const tokens::TokenizedText& text, const Place& place) noexcept;

/// True where something is ranked over the length that the expression is: "the worst storm in three years", "our second
/// visit in two weeks".
[[nodiscard]] bool is_ranked_over(const tokens::TokenizedText& text, const Place& place) noexcept;

}  // namespace dossier::dates
