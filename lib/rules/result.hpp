// What a rule gives: the words behind its arrow, and whether its pattern can give that.
#pragma once

#include "rules/parser.hpp"
#include "rules/pattern.hpp"
#include "rules/source.hpp"

namespace dossier::rules {

/// Reads "-> met planned", "-> has_role absorb", "-> phrase", and in stage names "-> VESSEL weight 2.5" or "-> VESSEL
/// hint 1.5", into the rule. False after a problem, which is reported.
[[nodiscard]] bool read_result(PatternParser& parser, const Schema& schema, Stage stage, Rule& rule);

/// True when the pattern's captures are those of its stage, and subject and object can have types that the relation
/// allows. Problems are reported.
[[nodiscard]] bool check_captures(const Syntax& syntax, const Schema& schema, const Declaration& declaration,
                                  const ParsedRule& rule, Reporter& report);

}  // namespace dossier::rules
