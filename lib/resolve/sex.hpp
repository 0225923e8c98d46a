// What the words of a name and beside it say of somebody's sex.
#pragma once

#include <cstdint>

#include "lexicon/lexicon.hpp"
#include "resolve/resolve.hpp"
#include "tokens/token.hpp"

namespace dossier::resolve {

/// Of a word that is somebody's whole name: "Veronica", but not "Clinton", which is a surname as well and not much
/// rarer as one. Unknown for words that are no given names.
[[nodiscard]] Sex sex_of_lone_name(const lexicon::Lexicon& lexicon, const tokens::Token& token);

/// Of a given name, whatever else the word may be.
[[nodiscard]] Sex sex_of_given_name(const lexicon::Lexicon& lexicon, const tokens::Token& token);

/// Of a word that says what somebody is: "actress", "brother".
[[nodiscard]] Sex sex_of_role(const lexicon::Lexicon& lexicon, const tokens::Token& token);

/// Of the name at tokens [first, last), by a title before it ("Ms."), or else its given name.
[[nodiscard]] Sex sex_of_name(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon,
                              const MentionTokens& name);

/// Of the name at tokens [first, last), by the words beside it: "actress Ann Lee", "his wife, Ann", "Lee, the king".
[[nodiscard]] Sex sex_of_description(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon,
                                     const MentionTokens& name);

}  // namespace dossier::resolve
