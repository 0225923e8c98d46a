// Which quarter a report is about, and what "the quarter", "the 2024 period" and "a year earlier" mean beside it.
#include "dates/resolver.hpp"

namespace dossier::dates {

/// The quarter that a report speaks of: the last one named, else the last one that was over on the day of writing.
std::optional<Period> Resolver::spoken_quarter() const {
  if (quarter_) return quarter_;
  return anchor_ && manner_ == Manner::report ? std::optional(move(anchor_->day, Unit::quarter, -1)) : std::nullopt;
}

/// True when the figures spoken of are those of "the nine months" or "fiscal 2025".
bool Resolver::counts_longer() const noexcept { return longer_told_ && sentence_ - *longer_told_ <= 1; }

/// Keeps in mind that a length of a report goes beyond the quarter.
void Resolver::note_length(const Reading& reading) noexcept {
  const Amount& amount = reading.amounts[0];
  const bool months = amount.unit == Unit::month && amount.thousandths > 3000 && amount.thousandths <= 12000;
  const bool year = amount.unit == Unit::year && amount.thousandths == 1000;
  if (reading.rule == Rule::length_determined && reading.direction == 0 && (months || year)) longer_told_ = sentence_;
}

/// "the quarter", "the year-ago period", "a year earlier" beside a quarter: leans on the quarter that is spoken of.
std::optional<Period> Resolver::locate_by_quarter(const Reading& reading) const {
  if (manner_ == Manner::story) return std::nullopt;
  const bool lately = quarter_ && sentence_ - quarter_sentence_ <= 3;
  const bool offset = is_offset(reading.rule);
  const bool year_back = reading.unit == Unit::year && reading.shift == -1 && (offset || reading.part_of_story);
  if (year_back && !offset && !quarter_) return std::nullopt;
  if (year_back && (reading.part_of_story || lately) && reading.quarter == 0) {
    const std::optional<Period> quarter = spoken_quarter();
    if (quarter && counts_longer() && !reading.of_quarter)
      return Period{{quarter->day.year - 1, 1, 1}, Unit::year, Season::none};
    return quarter ? std::optional(move(quarter->day, Unit::quarter, -4)) : std::nullopt;
  }
  const bool itself = reading.base == Base::story && reading.shift == 0 && reading.unit == Unit::quarter;
  if (itself && reading.just_told && told_quarter_) return told_quarter_;
  return itself || (reading.part_of_story && reading.unit == Unit::none) ? spoken_quarter() : std::nullopt;
}

/// True for a quarter that "the latest quarter" may mean further on. Once one is spoken of, another takes its place
/// only if it was over on the day of writing and is no earlier one: the next quarter's outlook and the comparison with
/// the one before do not change what the report is about. A fiscal one is of another firm.
bool Resolver::is_reported(const Reading& reading, const Period& quarter) const noexcept {
  if (!quarter_ || !anchor_ || manner_ != Manner::report || reading.fiscal) return true;
  const std::int32_t first = to_days(quarter.day);
  return first >= to_days(quarter_->day) && to_days(after(quarter).day) <= to_days(anchor_->day);
}

}  // namespace dossier::dates
