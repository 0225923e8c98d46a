// Which keys have names that may be forms of one name: the links among which identity decides.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/name_forms.hpp"
#include "graph/person_names.hpp"
#include "graph/tallies.hpp"

namespace dossier::graph {

/// From the surest to the least sure.
enum class LinkKind : std::uint8_t {
  decided,     ///< by the user
  name,        ///< the same name in other spelling, or one that dictionaries call the same
  legal_form,  ///< a company with and without its legal form
  middle,      ///< a person with and without middle name
  nickname,
  initials,       ///< two initials or more
  alias,          ///< a text that has both forms calls the one by the other
  acronym,        ///< of four letters or more
  short_acronym,  ///< of three
  initial         ///< one initial
};
[[nodiscard]] std::string_view to_string(LinkKind kind) noexcept;

/// Two keys of one type. `less` says less than `more` where the kind has a direction: it may fit several.
struct Link {
  LinkKind kind = LinkKind::name;
  std::uint32_t less = 0;
  std::uint32_t more = 0;
};

/// A key's name in parts; only what its type needs is filled in.
struct NameParts {
  TypeId type = TypeId::none;
  bool lone = false;  // a person of one word: no link
  PersonName person;
  std::string surname_sound;  // the surname in the spelling that all its spellings share
  OrganizationName organization;
  std::string plain;  // of other types
};

[[nodiscard]] std::vector<NameParts> parse_names(const Tallies& tallies, const std::vector<TypeId>& types,
                                                 const NameForms& forms);

/// Links between keys that share a block: surname and initial, core, plain name, initials, alias. Keys and links are
/// sorted, so that the result is a function of the set of keys.
[[nodiscard]] std::vector<Link> find_links(const Tallies& tallies, const std::vector<NameParts>& names,
                                           const NameForms& forms);

/// True when the names are those of two.
[[nodiscard]] bool are_different(const NameParts& a, const NameParts& b, const NameForms& forms);

}  // namespace dossier::graph
