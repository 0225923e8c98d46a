// The small words that show where clauses begin and what governs a name.
#pragma once

#include <cstdint>

namespace dossier::corefer {

/// What a word can be, a bit each.
enum SmallWord : std::uint8_t {
  preposition = 1,   ///< "of", "with"
  conjunction = 2,   ///< no verb may stand there: "and", "who", "the"
  subordinator = 4,  ///< opens a clause: "that", "when"
  boundary = 8,      ///< separates clauses: a comma, "but", "who"
  particle = 16,     ///< follows an object: "sent her off", "told her why"
  opening = 32,      ///< opens a sentence whose subject stands behind the comma: "During", "Despite"
  joint = 64,        ///< joins: "and", "or", "&"
  comma = 128
};

/// What the word with that tokens::hash_folded() can be; 0 for all others.
[[nodiscard]] std::uint8_t small_word(std::uint64_t hash) noexcept;

}  // namespace dossier::corefer
