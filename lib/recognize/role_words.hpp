// Questions about the words around a role word: which belong to the role ("drone" of "drone expert", "of corporate
// affairs"), which only describe who has it ("prominent").
#pragma once

#include <cstdint>

#include "recognize/view.hpp"

namespace dossier::recognize {

/// A modifier that stays before the role: "conservative", "first" (attribute outside=yes).
[[nodiscard]] bool is_outside(const SentenceView& view, std::uint32_t i);

/// A word in lower case that describes: an adjective, a number, a word of time; not a determiner.
[[nodiscard]] bool is_describing(const SentenceView& view, std::uint32_t i);

/// First token of the unknown nouns before `begin` that name the field of the role that ends at `end`: "drone" of "a
/// drone expert", "front desk" of "Acme front desk agent Ann Lee". Only in a noun phrase whose beginning is seen.
[[nodiscard]] std::uint32_t field_begin(const SentenceView& view, std::uint32_t begin, std::uint32_t end);

/// One past "of foreign affairs", "for business programs", "on Syria" behind a role; `end` when nothing of the kind
/// follows.
[[nodiscard]] std::uint32_t area_end(const SentenceView& view, std::uint32_t end);

/// The role [first, last) is that of several people.
[[nodiscard]] bool is_plural(const SentenceView& view, std::uint32_t first, std::uint32_t last);

/// A role of several people stands beside names of them: "directors Ann Lee and Bob Ray", "one of her aides".
[[nodiscard]] bool names_people(const SentenceView& view, std::uint32_t begin, std::uint32_t end);

/// A rank that begins at `i` behind the complete role that begins at `first`: "Gen." of "Defense Minister Gen. Ray".
[[nodiscard]] bool begins_rank(const SentenceView& view, std::uint32_t first, std::uint32_t i);

}  // namespace dossier::recognize
