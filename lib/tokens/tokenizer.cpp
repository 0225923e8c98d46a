// tokenize(): the scanner, then the sentences.
#include "tokens/tokenizer.hpp"

#include "tokens/scan.hpp"
#include "tokens/sentences.hpp"

namespace dossier::tokens {

void tokenize(std::string_view text, const std::vector<text::Block>& blocks, const TokenizeOptions& options,
              TokenizedText& out) {
  out.text = text;
  out.tokens.clear();
  Scanner(text, blocks, out.tokens).run();
  cut_sentences(blocks, options, out);
}

}  // namespace dossier::tokens
