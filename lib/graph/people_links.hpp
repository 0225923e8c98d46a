// Which people's names may be forms of one name.
//
// Compared are people of one surname whose given names are forms of one another, and people whose given name is an
// initial with those whose name begins so. Both are found by blocks of equal hashes, so that a frequent surname is not
// compared with itself.
#pragma once

#include <vector>

#include "graph/likeness.hpp"

namespace dossier::graph {

/// Appends the links of people. No order; some may come twice.
void link_people(const Tallies& tallies, const std::vector<NameParts>& names, const NameForms& forms,
                 std::vector<Link>& out);

}  // namespace dossier::graph
