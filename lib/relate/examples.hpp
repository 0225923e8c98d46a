// Runs the sentences that rule files carry as tests of their rules.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relate/relate.hpp"
#include "rules/bracket.hpp"

namespace dossier::relate {

/// A bracketed sentence with what was found in it.
struct Analysis {
  std::string text;
  std::vector<Mention> mentions;
  std::vector<std::uint32_t> numbers;  ///< of the brackets, side by side with mentions
  std::vector<Statement> statements;
  std::string problem;  ///< what is wrong with the notation, empty when nothing is
};

/// Reads bracket notation, takes the brackets for the mentions (ROLE as nominal, PRONOUN as a person's pronoun), and
/// finds the relations.
[[nodiscard]] Analysis analyse(std::string_view notation, const lexicon::Lexicon& lexicon, const rules::RuleSet& rules,
                               const Schema& schema);

/// The statement in the notation of examples: "#1 met #2 "met" place=#3".
[[nodiscard]] std::string describe(const Analysis& analysis, const Statement& statement, const Schema& schema);

/// Runs every example of the rules that state relations. An example fails when its rule does not give exactly what is
/// expected; a counter-example when its rule gives anything, or when anything gives what it names. Each failure is an
/// error "rules.example" with the rule's file and the example's line.
void test_examples(const lexicon::Lexicon& lexicon, const rules::RuleSet& rules, const Schema& schema,
                   Diagnostics& problems);

}  // namespace dossier::relate
