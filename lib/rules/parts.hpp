// What a frozen rule set consists of.
#pragma once

#include <vector>

#include "rules/parser.hpp"
#include "rules/program.hpp"
#include "rules/rules.hpp"

namespace dossier::rules {

struct RuleSet::Parts {
  std::vector<Rule> rules;
  std::vector<Example> examples;
  Programs programs;
};

}  // namespace dossier::rules
