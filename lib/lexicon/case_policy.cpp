// The spelling of words whose case is neither lower, title nor upper.
#include "lexicon/case_policy.hpp"

#include "tokens/tokenizer.hpp"

namespace dossier::lexicon {

std::uint64_t spelling_of(std::string_view text, std::span<const tokens::Token> run) noexcept {
  std::uint64_t spelling = 0;
  for (const tokens::Token& token : run)
    if (token.shape == tokens::Shape::mixed)
      spelling = spelling_of(spelling, tokens::hash_folded(text.substr(token.span.begin, token.span.size())));
  return spelling;
}

}  // namespace dossier::lexicon
