// Texts without any capital letter: which of their words are names all the same.
#pragma once

#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

namespace dossier::recognize {

/// Where a text of several words has no capital letter at all, gives the words of names that the dictionaries hold the
/// shape that they would have with capitals, and looks all words up again. The text itself stays as it is. Does
/// nothing to other texts, which costs a look at the tokens before the first capital letter.
/// REQUIRES: lexicon.match(text, matches).
void restore_capitals(const lexicon::Lexicon& lexicon, tokens::TokenizedText& text, lexicon::Matches& matches);

}  // namespace dossier::recognize
