// Well-formed rules and sentences out of the input: they compile or are refused for their size, and what matches keeps
// the promises of RuleSet::match().
#include <array>

#include "rule_writer.hpp"

namespace {

using dossier::Diagnostic;
using dossier::Diagnostics;
using dossier::fuzz::require;

// What may be wrong with a rule file that is well-formed: its size, or a part that its relation cannot have.
constexpr std::array<std::string_view, 4> possible = {"rules.empty-match", "rules.too-large", "rules.too-deep",
                                                      "rules.wrong-type"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dossier::fuzz::Choices choices(std::span(data, size));
  const std::vector<dossier::lexicon::SourceFile> files = {
      {"written.rules", dossier::fuzz::RuleWriter(choices).file()}};
  Diagnostics problems;
  const auto rules = dossier::fuzz::compile_rules(files, problems);
  for (const Diagnostic& problem : problems)
    require(std::find(possible.begin(), possible.end(), problem.code) != possible.end(),
            "a well-formed rule is not refused", to_string(problem));
  require(rules.has_value() != has_errors(problems), "rules compile exactly when there is no error");
  if (!rules) return 0;
  dossier::rules::Matches scratch;
  for (int sentences = 0; sentences < 2; ++sentences)
    dossier::fuzz::check_matches(*rules, dossier::fuzz::write_sentence(*rules, choices), scratch);
  return 0;
}
