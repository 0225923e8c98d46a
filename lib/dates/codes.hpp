// What the attributes of dictionary entries mean for an item: "number=10", "unit=D", "part=MO", "season=SP", "value=7".
#pragma once

#include <cstdint>
#include <string_view>

#include "dates/items.hpp"
#include "lexicon/lexicon.hpp"

namespace dossier::dates {

/// "TS TM TH HTH D WE W 2W M 3M Q 6M Y DE CE ML TMS"; Unit::none for any other code.
[[nodiscard]] Unit unit_of(std::string_view code) noexcept;
/// "MO MI AF EV NI DT"; DayPart::none for any other code.
[[nodiscard]] DayPart part_of(std::string_view code) noexcept;
/// "SP SU FA WI"; Season::none for any other code.
[[nodiscard]] Season season_of(std::string_view code) noexcept;

/// A number of up to 15 digits with an optional sign; `otherwise` when it is none.
[[nodiscard]] std::int64_t to_number(std::string_view digits, std::int64_t otherwise) noexcept;

/// Adds what an entry of a temporal class says to an item.
void add_entry(Item& item, const lexicon::Lexicon& lexicon, lexicon::EntryId id) noexcept;

}  // namespace dossier::dates
