// What reading a text keeps until the next one, so that no text needs memory of its own.
#pragma once

#include <cstdint>
#include <vector>

#include "dates/dates.hpp"
#include "dates/items.hpp"
#include "dates/reading.hpp"

namespace dossier::dates {

/// An expression as found, not yet resolved.
struct Found {
  Reading reading;
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t last_token = 0;
  std::uint32_t sentence = 0;
  bool linked = false;  ///< the next expression is the other end of the same range or pair
  bool range = false;   ///< ... of the same range
  bool ahead = false;   ///< a length after "in" or "within": may be a moment that lies so far ahead
};

struct Memory::Parts {
  ItemMemory items;
  std::vector<Found> found;
  std::vector<TimeMention> mentions;
};

}  // namespace dossier::dates
