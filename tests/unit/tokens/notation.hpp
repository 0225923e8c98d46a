// A readable notation for what the tokenizer did: tokens are separated by | and sentences by ||.
#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "tokens/tokenizer.hpp"

namespace dossier::tokens {

/// A text and the notation expected for it.
struct Cut {
  std::string_view text;
  std::string_view expected;
};

inline TokenizedText tokenized(std::string_view text, const std::vector<text::Block>& blocks = {},
                               const TokenizeOptions& options = {}) {
  TokenizedText out;
  tokenize(text, blocks, options, out);
  return out;
}

/// "Ann|left|.||Bob|came|."
inline std::string notation(const TokenizedText& text) {
  std::string out;
  for (const Sentence& sentence : text.sentences) {
    if (!out.empty()) out += "||";
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (i > sentence.first) out += '|';
      out += text.text_of(i);
    }
  }
  return out;
}
inline std::string cut(std::string_view text) { return notation(tokenized(text)); }

/// The tokens that have a flag, separated by |.
inline std::string flagged(std::string_view text, TokenFlags flag) {
  const TokenizedText out = tokenized(text);
  std::string result;
  for (const Token& token : out.tokens) {
    if ((token.flags & flag) == 0) continue;
    if (!result.empty()) result += '|';
    result += out.text_of(token);
  }
  return result;
}

/// A letter for each sentence: b(ody), h(eadline), l(ist item), f(ragment).
inline std::string kinds(const TokenizedText& text) {
  std::string out;
  for (const Sentence& sentence : text.sentences) out += "bhlf"[static_cast<int>(sentence.kind)];
  return out;
}

inline void check(std::initializer_list<Cut> cases) {
  for (const Cut& one : cases) {
    CAPTURE(one.text);
    CHECK(cut(one.text) == one.expected);
  }
}

}  // namespace dossier::tokens
