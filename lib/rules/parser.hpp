// From declarations to syntax: lists become word sets, patterns become trees, and every name is checked.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rules.hpp"
#include "rules/source.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// A rule with its pattern.
struct ParsedRule {
  Rule rule;
  NodeId pattern = NodeId::none;
  Place place;
  std::uint32_t declaration = 0;  // index into Source::declarations
};

struct Parsed {
  Syntax syntax;
  std::array<WordSet, wordlists> grammar;  // the lists that Wordlist names
  std::vector<ParsedRule> rules;
  std::vector<std::uint32_t> unused;  // declarations of lists and lets that no pattern names; Source::declarations
};

/// `lexicon`: knows the classes that dictionaries declare; may be null. Every problem is reported; rules with problems
/// are left out.
[[nodiscard]] Parsed parse(const Source& source, const Schema& schema, const lexicon::Lexicon* lexicon,
                           Reporter& report);

}  // namespace dossier::rules
