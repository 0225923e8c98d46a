// How dates and times are read: what a reader of the text has to decide where the words leave it open.
#pragma once

#include <cstdint>

namespace dossier {

/// Which occurrence a name without a year means: "Friday", "March 3", "Christmas".
enum class DatePreference : std::uint8_t {
  automatic,  ///< by the tense; without one the last occurrence in reports, the next in short notes and requests
  past,       ///< the last one, unless the verb is in the future
  nearest,    ///< the one fewest days away, unless the tense says otherwise
  future      ///< the next one, unless the verb is in the past
};

/// What 3/4/2015 is when both readings are days.
enum class DateOrder : std::uint8_t { month_first, day_first };

/// What becomes of "10-12 May", "from Monday to Friday" and "the next three days".
enum class DateRanges : std::uint8_t {
  apart,  ///< two dates, and a duration, as TIMEX3 has them
  joined  ///< one date with a value "2025-05-10/2025-05-13": first day, and the day after the last
};

/// Choices in reading dates. Each has the default that is right for news.
struct DateOptions {
  DatePreference prefer = DatePreference::automatic;
  DateOrder order = DateOrder::month_first;
  DateRanges ranges = DateRanges::apart;
};

}  // namespace dossier
