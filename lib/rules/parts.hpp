// What a frozen rule set consists of.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "rules/program.hpp"
#include "rules/rules.hpp"

namespace dossier::rules {

struct RuleSet::Parts {
  std::vector<std::byte> owned;  // the image, unless somebody else owns it
  std::span<const std::byte> image;
  Programs programs;
  std::vector<Rule> rules;
};

}  // namespace dossier::rules
