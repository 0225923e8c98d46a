// The direction in time that the verbs of a sentence give to an expression in it.
#pragma once

#include <cstdint>

#include "dates/resolver.hpp"
#include "tokens/token.hpp"

namespace dossier::dates {

/// Looks from the tokens [first, last) of an expression back to the nearest verb that tells, then ahead, without
/// leaving the sentence. At most 40 tokens are read.
[[nodiscard]] Tense tense_around(const tokens::TokenizedText& text, const tokens::Sentence& sentence,
                                 std::uint32_t first, std::uint32_t last) noexcept;

}  // namespace dossier::dates
