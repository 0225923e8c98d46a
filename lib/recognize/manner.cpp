// Whether a text is a message: mail, a review, chat. Its writer says "I" and "you", and writes capital letters for much
// that is no body: products, files, emphasis.
#include <algorithm>

#include "recognize/recognize.hpp"

namespace dossier::recognize {
namespace {

constexpr std::uint32_t least_signs = 3;     // fewer say nothing of the text
constexpr std::uint32_t tokens_a_sign = 22;  // about one in twenty words
constexpr std::size_t looked_at = 300;       // tokens: how a text begins shows its manner

bool is_message(const SentenceView& view) noexcept {
  const Literals& words = view.literals;
  const std::size_t size = std::min(view.text.tokens.size(), looked_at);
  std::uint32_t signs = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const tokens::Token& token = view.all_tokens[i];
    if (token.span.size() > 4) continue;
    const std::uint64_t hash = token.hash;
    signs += static_cast<std::uint32_t>(hash == words.i) + static_cast<std::uint32_t>(hash == words.me) +
             static_cast<std::uint32_t>(hash == words.my) + static_cast<std::uint32_t>(hash == words.you) +
             static_cast<std::uint32_t>(hash == words.your) + static_cast<std::uint32_t>(hash == words.exclamation);
  }
  return signs >= least_signs && std::size_t{signs} * tokens_a_sign >= size;
}

}  // namespace

bool in_message(const SentenceView& view) {
  if (!view.work.message) view.work.message = is_message(view);
  return *view.work.message;
}

}  // namespace dossier::recognize
