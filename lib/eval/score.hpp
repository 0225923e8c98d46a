// Compares one predicted document with its gold.
#pragma once

#include <map>
#include <string>

#include "eval/corpus.hpp"
#include "eval/map.hpp"

namespace dossier::eval {

/// Counts by type; the members of TypeScore and RelationScore without their names.
struct Counts {
  std::map<std::string, TypeScore> entities;
  std::map<std::string, RelationScore> relations;
};

/// REQUIRES: gold.text; offsets in code points of it, begin < end.
void add_scores(const CorpusDocument& gold, const CorpusDocument& predicted, const EvalMap& map, Counts& counts);

}  // namespace dossier::eval
