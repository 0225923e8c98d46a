// Cuts tokens into sentences and says what kind each is.
#pragma once

#include <vector>

#include "tokens/tokenizer.hpp"

namespace dossier::tokens {

/// Fills `out.sentences` from `out.tokens`, which the scanner made, and sets sentence_start and sentence_end. A
/// sentence that is cut for its length has sentence_start only in its first piece. Linear.
void cut_sentences(const std::vector<text::Block>& blocks, const TokenizeOptions& options, TokenizedText& out);

/// Tokens [first, last) of a text as a line or paragraph of its own: a headline, a fragment, or a sentence after all.
/// REQUIRES: first < last.
[[nodiscard]] SentenceKind kind_of_line(const TokenizedText& text, std::uint32_t first, std::uint32_t last);

}  // namespace dossier::tokens
