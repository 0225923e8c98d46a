// The parts of a person's name, and how like two names are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/name_forms.hpp"

namespace dossier::graph {

/// "Jonas P. van der Berg Jr.": given jonas, p; surname "van der berg"; suffix jr. All folded.
struct PersonName {
  std::vector<std::string> given;  // first and middle names; initials are one letter
  std::string surname;             // without hyphens and blanks, and without an article "al" in front
  std::string suffix;              // "jr", "sr", "ii" ...
};

/// Reads a name as it is written; without given names when it has one word.
[[nodiscard]] PersonName parse_person(std::string_view name);

/// True for a word of one letter.
[[nodiscard]] bool is_initial(std::string_view word) noexcept;

/// How two names of people with one surname fit, from the surest to the least sure.
enum class Likeness : std::uint8_t {
  spelling,   ///< the same in other spelling, or with an initial for the middle name
  middle,     ///< one has a middle name more: "Jonas Keller", "Jonas Peter Keller"
  nickname,   ///< "Bill Ward", "William Ward"
  initials,   ///< "J. P. Keller", "Jonas Peter Keller"
  initial,    ///< "J. Keller", "Jonas Keller"
  different,  ///< given names, middle names or suffixes that one person does not have
};

/// REQUIRES: both have given names. Symmetric.
[[nodiscard]] Likeness compare(const PersonName& a, const PersonName& b, const NameForms& forms);

/// True when the name says less than the other: has initials, pet forms or no middle name where the other has more.
[[nodiscard]] bool says_less(const PersonName& a, const PersonName& b, const NameForms& forms);

}  // namespace dossier::graph
