// What is doubtful in rule files though it compiles.
#pragma once

#include <span>

#include "rules/rules.hpp"

namespace dossier::rules {

/// Appends warnings in the order of the files: rules without an example ("rules.no-example"), lists and lets that
/// nothing uses ("rules.unused"), rules whose pattern and result another rule has before them, or a wider pattern and
/// the same result ("rules.shadowed"), and elements that no item can fulfil ("rules.never-matches"). Files that do not
/// compile give what they would give to compile().
void lint(std::span<const lexicon::SourceFile> files, const Schema& schema, const lexicon::Lexicon* lexicon,
          Diagnostics& problems);

}  // namespace dossier::rules
