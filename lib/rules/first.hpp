// What the first item of a match must be: a cheap question that turns most attempts away.
#pragma once

#include "rules/syntax.hpp"

namespace dossier::rules {

/// A necessary condition; an item may fulfil it and still not begin a match.
struct FirstItem {
  TypeSet types;           ///< its type is one of these ...
  bool untyped = false;    ///< ... or it has none
  bool needs_word = true;  ///< it is one of `words`
  WordSet words;           ///< sorted
};

/// REQUIRES: the pattern covers at least one item.
[[nodiscard]] FirstItem find_first(const Syntax& syntax, NodeId pattern);

}  // namespace dossier::rules
