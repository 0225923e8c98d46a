// Which rules to try where: by the rarest item that each of them needs, and by what its first items must be.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/anchor.hpp"
#include "rules/parser.hpp"
#include "rules/program.hpp"
#include "rules/tables.hpp"

namespace dossier::rules {

/// What is known of the rules, by their numbers.
struct Selection {
  const std::vector<Anchor>& anchors;
  const std::vector<Opening>& openings;
  std::size_t words = 0;  ///< of the vocabulary, the first ones, that select rules
};

/// Fills in Tables::indexes with what they refer to, and the anchors of the vocabulary.
void build_indexes(const Parsed& parsed, const Selection& selection, WordWriter& words, TableDraft& out);

}  // namespace dossier::rules
