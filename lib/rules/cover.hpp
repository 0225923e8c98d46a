// Whether one pattern matches wherever another does.
#pragma once

#include "rules/syntax.hpp"

namespace dossier::rules {

/// True when every match of `narrow` is one of `wide`, with the same parts captured. Says no where that is hard to
/// tell: only patterns without repetitions and alternatives of several items are compared, element by element; an
/// element may ask for more, or for fewer words, classes or types, than its counterpart.
[[nodiscard]] bool covers(const Syntax& syntax, NodeId wide, NodeId narrow);

}  // namespace dossier::rules
