// Which rules to try where: by the rarest item that each of them needs, and by what its first items must be.
#pragma once

#include "rules/parser.hpp"
#include "rules/program.hpp"

namespace dossier::rules {

/// Fills in Programs::anchors and the anchors of the vocabulary. `openings` by rule. REQUIRES: vocabulary and programs
/// are built.
void build_indexes(const Parsed& parsed, const std::vector<Opening>& openings, Programs& out);

}  // namespace dossier::rules
