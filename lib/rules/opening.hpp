// What the first items of a match must be: cheap questions that turn most attempts away.
#pragma once

#include <span>

#include "rules/program.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// Of a rule's instructions: a necessary condition; items may fulfil it and still not begin a match.
[[nodiscard]] Opening find_opening(const Syntax& syntax, std::span<const Instruction> program);

}  // namespace dossier::rules
