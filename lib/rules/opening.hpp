// What the first items of a match must be: cheap questions that turn most attempts away.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <span>

#include "rules/program.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// A necessary condition; items may fulfil it and still not begin a match.
struct Opening {
  std::array<ItemKinds, opening_items> kinds;  ///< of each of the first items
  bool needs_word = true;                      ///< the first is one of `words`
  WordSet words;                               ///< sorted
};

/// Of a rule's instructions. REQUIRES: the pattern covers at least one item.
[[nodiscard]] Opening find_opening(const Syntax& syntax, std::span<const Instruction> program);

}  // namespace dossier::rules
