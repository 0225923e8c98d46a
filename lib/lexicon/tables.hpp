// The hash tables of an image, built from the merged entries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/drafts.hpp"
#include "lexicon/layout.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/sparse_column.hpp"

namespace dossier::lexicon {

struct Tables {
  Meta meta;
  std::vector<WordSlot> words;
  std::vector<base::Displacement> word_places;
  std::vector<Profile> profiles;
  std::vector<PhraseSlot> phrases;
  std::vector<base::Displacement> phrase_places;
  std::vector<EntryId> lists;
  SparseColumnWriter<ExactRecord> exact;
  std::vector<std::uint16_t> capitalised;  ///< EntryRecord::capitalised() of every entry
  std::string problem;                  ///< why the entries do not fit, empty when they do
};

/// O(n log n); depends on nothing but the entries and their order. REQUIRES: settled drafts.
[[nodiscard]] Tables build_tables(const Drafts& drafts);

}  // namespace dossier::lexicon
