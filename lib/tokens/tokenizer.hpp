// Cuts a text into tokens and sentences in one pass: a table-driven path for ASCII, ICU's properties where the text leaves it.
#pragma once

#include "tokens/token.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/markup.hpp"

namespace dossier::tokens {

/// 64-bit hash of bytes that are already folded (text::fold). Same on every machine: it is stored in dictionary images.
[[nodiscard]] std::uint64_t hash_folded(std::string_view folded) noexcept;
/// hash_folded(fold(word)) without an allocation for ASCII words up to 256 bytes. `buffer` is scratch.
[[nodiscard]] std::uint64_t hash_word(std::string_view word, std::string& buffer);

struct TokenizeOptions {
  std::uint32_t max_sentence_tokens = 512;  ///< longer sentences are cut there, counted in split_sentences
};

/// Fills `out` (its vectors are reused). `blocks` are of the derived text, empty for plain text: a block boundary is a
/// sentence boundary, a heading is a headline. REQUIRES: `text` is valid UTF-8 and outlives `out`.
/// O(text.size()). Every non-space byte belongs to exactly one token; tokens are in order.
void tokenize(std::string_view text, const std::vector<text::Block>& blocks, const TokenizeOptions& options,
              TokenizedText& out);

}  // namespace dossier::tokens
