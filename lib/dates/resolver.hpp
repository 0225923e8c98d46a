// From what an expression says to when that is: with the day of writing, the time last spoken of, and the tense.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "dates/dates.hpp"
#include "dates/reading.hpp"
#include "dates/recurrence.hpp"
#include "dates/values.hpp"
#include "lexicon/lexicon.hpp"

namespace dossier::dates {

/// What the verbs around an expression say of its direction.
enum class Tense : std::uint8_t { unknown, past, future };

/// How a text tells time. A report speaks from its own day ("Friday" is the last one); a story from the day it tells
/// of. A note, short, speaks of what is ahead: "Friday" is the next one, "in two weeks" a day.
enum class Manner : std::uint8_t { report, story, note };

struct Resolved {
  Resolved() noexcept {}  // as in Reading
  Resolved(std::string text, bool leans, std::optional<Period> stretch, TimeKind what, std::string base = {}) noexcept
      : value(std::move(text)), relative(leans), period(stretch), kind(what), told_from(std::move(base)) {}

  std::string value;
  bool relative = false;           ///< the anchor or the story was needed
  std::optional<Period> period;    ///< the stretch of the calendar that it is, where it is one
  TimeKind kind = TimeKind::date;  ///< of the reading, or what the text's manner makes of it
  std::string told_from = {};      ///< value of the period spoken of before that it was counted from; empty when none
  bool clock = false;              ///< a repeated time that the clock tells
};

/// Resolves the expressions of one text in their order. For one thread. REQUIRES: the lexicon outlives it.
class Resolver {
 public:
  Resolver(const lexicon::Lexicon& lexicon, const std::optional<Anchor>& anchor, Manner manner,
           const DateOptions& options = {});

  /// `sentence` is the number of the sentence, never decreasing.
  [[nodiscard]] Resolved resolve(const Reading& reading, Tense tense, std::uint32_t sentence);
  /// The stretch that a length beside now covers: "the next three days", "the last two hours"; nothing for any other
  /// reading.
  [[nodiscard]] std::optional<std::string> stretch(const Reading& reading) const;

 private:
  [[nodiscard]] Resolved resolve_date(const Reading& reading, Tense tense);
  [[nodiscard]] std::optional<Period> locate(const Reading& reading, Tense tense) const;
  [[nodiscard]] std::optional<Period> narrow(const Reading& reading, std::optional<Period> period) const;
  [[nodiscard]] std::optional<Period> locate_day_number(const Reading& reading, CivilDay day, Tense tense) const;
  [[nodiscard]] std::optional<std::string> moment(const Reading& reading) const;
  [[nodiscard]] std::optional<std::string> moment_away(const Reading& reading) const;
  [[nodiscard]] Weights weights_of(const Reading& reading, Tense tense) const noexcept;
  [[nodiscard]] std::optional<Period> locate_moved(const Reading& reading, Tense tense) const;
  [[nodiscard]] std::optional<Period> locate_dated(const Reading& reading) const;
  [[nodiscard]] std::optional<Period> locate_named(const Reading& reading, Tense tense) const;
  [[nodiscard]] std::string open_value(const Reading& reading) const;
  [[nodiscard]] std::optional<CivilDay> feast(const Reading& reading, std::int32_t year) const;
  [[nodiscard]] std::optional<Period> within_year(const Reading& reading, std::int32_t year) const;
  [[nodiscard]] std::optional<Period> locate_by_quarter(const Reading& reading) const;
  [[nodiscard]] std::optional<Period> range_end(const Reading& reading, const Period& begin) const;
  [[nodiscard]] std::optional<Period> told_in(const Reading& reading, const Period& base) const;
  [[nodiscard]] std::optional<Period> occurrence(const Reading& reading, std::int32_t year) const;
  [[nodiscard]] std::optional<Period> spoken_quarter() const;
  [[nodiscard]] std::optional<Period> base_of(const Reading& reading) const;
  [[nodiscard]] std::string clock_of(const Reading& reading) const;
  [[nodiscard]] Resolved vague(const Reading& reading) const;
  [[nodiscard]] Resolved repeated(const Reading& reading) const;
  [[nodiscard]] Resolved time_alone(const Reading& reading) const;
  [[nodiscard]] std::optional<Period> spoken_base(const Reading& reading) const;
  [[nodiscard]] bool tells_on(const Reading& reading) const noexcept;
  [[nodiscard]] const std::optional<Period>& named_base(const Reading& reading) const noexcept;
  [[nodiscard]] bool is_reported(const Reading& reading, const Period& quarter) const noexcept;
  [[nodiscard]] bool counts_longer() const noexcept;
  void note_length(const Reading& reading) noexcept;
  void remember(const Reading& reading, const Period& period, std::uint32_t sentence);

  const lexicon::Lexicon& lexicon_;
  Manner manner_;
  DatePreference prefer_;
  DateValues values_;
  std::optional<Period> anchor_;
  std::int32_t anchor_seconds_ = -1;
  std::optional<Period> story_;    // last period spoken of
  std::optional<Period> quarter_;  // the quarter that is reported on
  bool fiscal_quarter_ = false;    // quarter_ is one of a fiscal year
  std::optional<Period> told_quarter_;        // the last one named at all
  std::optional<std::uint32_t> longer_told_;  // sentence in which figures of more than a quarter began
  std::optional<Reading> repeated_;           // the last repeated time, while no date stands after it
  std::uint32_t repeated_sentence_ = 0;
  std::uint32_t story_sentence_ = 0;
  std::uint32_t quarter_sentence_ = 0;
  std::uint32_t sentence_ = 0;
};

/// The period of the same unit that follows.
[[nodiscard]] Period after(const Period& period) noexcept;
/// The period `count` units after the one that `day` lies in; days and weeks move by days, longer units by months.
[[nodiscard]] Period move(CivilDay day, Unit unit, std::int32_t count) noexcept;

}  // namespace dossier::dates
