// Dates and times alone: the choices in reading them, and a reader that looks for nothing else.
//
//   const dossier::DateReader reader = dossier::DateReader::english();
//   const dossier::Document doc = reader.read({.text = "See you on Friday at 5pm.", .date = "2025-11-26"});
//   for (const dossier::Mention& m : doc.mentions())
//     std::cout << doc.text(m.span) << " = " << doc.string(m.value) << '\n';   // Friday at 5pm = 2025-11-28T17:00
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <dossier/document.hpp>
#include <dossier/input.hpp>
#include <memory>
#include <string>
#include <vector>

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

/// Which expressions are mentions.
enum class DateScope : std::uint8_t {
  all,      ///< all that TIMEX3 has: lengths ("three days"), repeated times ("daily") and vague references ("now") too
  calendar  ///< only those that name a day, a longer period or a time of day
};

/// How values of dates are written.
enum class DateValues : std::uint8_t {
  timex3,  ///< by the unit that is meant: "2024", "2025-11-28", "2025-W48"
  as_said  ///< with the fields that the words leave open or name: "2024-XX-XX", "2025-11-28-WXX-5", "2025-11-W48";
           ///< of what repeats, the part of the day alone: "TMO"; "two years ago" to the day; midnight as "T00:00"
};

/// Choices in reading dates. Each has the default that is right for news.
struct DateOptions {
  DatePreference prefer = DatePreference::automatic;
  DateOrder order = DateOrder::month_first;
  DateRanges ranges = DateRanges::apart;
  DateScope scope = DateScope::all;
  DateValues values = DateValues::timex3;
};

class Scratch;

/// Finds dates, times, durations and repeated times, and nothing else. Immutable: one reader may be used by any number
/// of threads at once, and copies share its data.
class DateReader {
 public:
  struct Parts;  // private to the library

  /// With the built-in English dictionaries, which are inside the library.
  [[nodiscard]] static DateReader english(const DateOptions& options = {});
  /// With the caller's dictionaries (files or folders) over them, for holidays and names of one's own. Throws LoadError
  /// with every problem of every file.
  [[nodiscard]] static DateReader build(const DateOptions& options, const std::vector<std::string>& dictionaries);

  /// A Document whose mentions are the time expressions of the text in their order, none inside another: kind, TIMEX3
  /// value and mod of each. Counted from the input's date, else from the one that the text itself is dated with;
  /// without either, values of "Friday" and the like stay open ("XXXX-WXX-5"). Days that no calendar has ("February
  /// 30") are no mentions but issues "date.impossible". Does not fail on content. O(size of the text).
  [[nodiscard]] Document read(const Input& input, Scratch& scratch) const;
  [[nodiscard]] Document read(const Input& input) const;

 private:
  explicit DateReader(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace dossier
