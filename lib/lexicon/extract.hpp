// A part of the dictionaries as an image of its own, for those who need few classes and want them near.
#pragma once

#include <cstddef>
#include <dossier/diagnostics.hpp>
#include <vector>

#include "lexicon/lexicon.hpp"

namespace dossier::lexicon {

/// An image with the entries of these classes alone, each as it is; without rules and schemas. Empty when there are
/// problems. O(entries).
[[nodiscard]] std::vector<std::byte> extract(const Lexicon& lexicon, ClassSet classes, Diagnostics& problems);

}  // namespace dossier::lexicon
