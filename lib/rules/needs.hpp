// What a sentence must contain, in whatever order, for a pattern to match in it.
#pragma once

#include <vector>

#include "rules/first.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// Conditions that some item each must fulfil; those that nearly every item fulfils are left out.
[[nodiscard]] std::vector<FirstItem> find_needs(const Syntax& syntax, NodeId pattern);

}  // namespace dossier::rules
