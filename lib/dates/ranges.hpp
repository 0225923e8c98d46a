// The other half of a range or pair: "the 6" of "6-7 January", "9 p.m." beside "7 to", "16" after "1915-".
#pragma once

#include <cstddef>

#include "dates/reading.hpp"

namespace dossier::dates {

/// A day, month or hour at `i` that takes what it lacks from the full expression after the dash, "to" or "and" behind
/// it.
[[nodiscard]] Parsed read_range_head(const Items& items, std::size_t i);

/// Where the second half of a range starts, and its reading; nothing when `before`, which ends at `end`, has none.
struct RangeTail {
  std::size_t begin = 0;
  Parsed parsed;
};
[[nodiscard]] RangeTail read_range_tail(const Items& items, std::size_t end, const Reading& before);

}  // namespace dossier::dates
