// Other ways to write a form that a dictionary asks for in its header.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::lexicon {

/// What `#! variants:` names, a bit each.
enum Variants : std::uint8_t {
  hyphen_variants = 1,  ///< "Al-Noor" also as "Al Noor"; two words also with a hyphen
  dot_variants = 2      ///< "U.S. Navy" also as "US Navy"; "NATO" also as "N.A.T.O."; "Ltd" also as "Ltd."
};

/// The variants of a form, without the form itself; empty when there are none.
[[nodiscard]] std::vector<std::string> variants_of(std::string_view form, std::uint8_t variants);

}  // namespace dossier::lexicon
