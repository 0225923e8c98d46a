// The dictionary classes that the date recognizer reads; it needs no others.
#pragma once

#include "lexicon/classes.hpp"

namespace dossier::dates {

/// Names whose words are reason enough to look for a time.
inline constexpr lexicon::ClassSet trigger_classes =
    lexicon::set_of(lexicon::ClassId::month, lexicon::ClassId::weekday, lexicon::ClassId::season,
                    lexicon::ClassId::holiday, lexicon::ClassId::time_unit, lexicon::ClassId::day_part);
/// All that may be part of a time.
inline constexpr lexicon::ClassSet time_classes =
    trigger_classes |
    lexicon::set_of(lexicon::ClassId::number_word, lexicon::ClassId::ordinal_word, lexicon::ClassId::magnitude);

}  // namespace dossier::dates
