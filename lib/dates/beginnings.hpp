// Which families of expressions may begin with an item: found once for each, and saves most readings in vain.
#pragma once

#include <cstdint>

#include "dates/items.hpp"

namespace dossier::dates {

/// Families of the grammar, a bit each.
enum Family : std::uint16_t {
  numeric_family = 1,
  named_family = 2,
  period_family = 4,
  relative_family = 8,
  duration_family = 16,
  long_family = 32,
  year_family = 64,
  clock_family = 128,
  part_family = 256,
  toned_family = 512,
  divided_family = 1024,
  set_family = 2048,
  vague_family = 4096,
  within_family = 8192
};
using Families = std::uint16_t;

/// The families with an expression that may begin with an item; 0 for most words. A year's digits before a word or mark
/// that has nothing to do with time begin nothing but a year. O(1).
[[nodiscard]] Families families_at(const Items& items, std::size_t i) noexcept;

/// True for items without which there is no expression: every one holds such an item among its first few.
[[nodiscard]] bool is_telling(const Item& item) noexcept;

}  // namespace dossier::dates
