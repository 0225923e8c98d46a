// The direction in time that the verbs of a sentence give to an expression in it.
#pragma once

#include <cstddef>

#include "dates/items.hpp"
#include "dates/resolver.hpp"

namespace dossier::dates {

/// Looks from the expression [begin, end) back to the nearest verb that tells, then ahead. At most 40 items are read.
[[nodiscard]] Tense tense_around(const Items& items, std::size_t begin, std::size_t end) noexcept;

}  // namespace dossier::dates
