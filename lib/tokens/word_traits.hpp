// The few hundred English words that decide where words and sentences end: abbreviations, sentence starters and the
// like.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::tokens {

/// What is known of a word, a bit each. Abbreviations are listed with their period, all words in lower case.
enum WordTraits : std::uint16_t {
  abbreviation = 1,   ///< keeps its period
  title = 2,          ///< stands before what it belongs to, so it never ends a sentence: "Mr.", "Gen.", "St.", "vs."
  needs_capital = 4,  ///< an abbreviation only when written with a capital: "Co.", "Rep."
  needs_lower = 8,    ///< an abbreviation only when written small: "al."
  needs_number = 16,  ///< an abbreviation only before a number: "No. 5"
  place = 32,         ///< an abbreviation only beside a comma or before a lower-case word: "Jackson, Miss."
  acronym = 64,       ///< letters with periods that are not somebody's initials, whatever follows: "U.S."
  starter = 128,      ///< with a capital it likely starts a sentence: "The", "He"
  reporting = 256,    ///< says who spoke: "said"
  label = 512,        ///< a letter after it is no initial: "Plan B"
  prefix = 1024,      ///< is cut from a number after a hyphen, however written: "Mid-1990s"
  connector = 2048,   ///< does not end a sentence or a heading: "of"
  month = 4096,
  closing = 8192,     ///< ends its sentence when a capital follows: "etc."
  exclaimed = 16384,  ///< a name that is written with an exclamation mark: "Yum! Brands"
  club = 32768        ///< may stand behind "1.": "1. FC Tolm"
};

/// The traits of a word by its hash_folded(); 0 for all other words. O(1).
[[nodiscard]] std::uint16_t traits_of(std::uint64_t hash) noexcept;
/// The traits of an ASCII word of any case.
[[nodiscard]] std::uint16_t traits_of(std::string_view ascii_word) noexcept;

}  // namespace dossier::tokens
