// Dates and times: from words to TIMEX3 values (ISO 8601), anchored on the document's date.
#pragma once

#include <cstdint>
#include <dossier/dates.hpp>
#include <dossier/document.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "tokens/token.hpp"

namespace dossier::dates {

/// A day of the proleptic Gregorian calendar with an optional clock time.
struct Anchor {
  std::int32_t year = 0;
  std::uint8_t month = 0;    ///< 1..12, 0 when only the year is known
  std::uint8_t day = 0;      ///< 1..31, 0 when unknown
  std::int32_t minute = -1;  ///< minutes since midnight, -1 when unknown
  std::uint8_t second = 0;   ///< 0..59, beside the minute
  friend constexpr bool operator==(const Anchor&, const Anchor&) = default;
};

/// Reads "2025-11-26", "2025-11", "2025", "20251126", "2025-11-26T10:30:00Z", RFC 2822 and written English dates ("26
/// November 2025"). Nothing when it is none of these or no such day exists.
[[nodiscard]] std::optional<Anchor> parse_anchor(std::string_view date);
/// "2025-11-26", "2025-11", "2025".
[[nodiscard]] std::string to_iso(const Anchor& anchor);

/// One temporal expression.
struct TimeMention {
  Span span;                ///< bytes; may begin or end inside a token: both years of "2014-2016" are mentions
  std::uint32_t first = 0;  ///< index of the token that the span begins in
  std::uint32_t last = 0;   ///< one past the token that it ends in
  TimeKind kind = TimeKind::date;
  bool invalid = false;   ///< names a day that no calendar has; the value is as written: "XXXX-02-30"
  bool relative = false;  ///< needed the anchor: "Wednesday", "two days ago"
  std::string value;      ///< TIMEX3 value: "2025-11-26", "2025-W48", "P2D", "XXXX-WXX-3" without an anchor ...
  TimeMod mod = TimeMod::none;
  std::string_view rule;  ///< name of the pattern, a literal: "date.month-day-year"
  float score = 0.95F;
  std::string told_from;  ///< of a relative one: value of the period spoken of before that it was counted from; empty
                          ///< when it was counted from the anchor
};

/// A text and what the lexicon says of it. REQUIRES: it does not outlive them.
struct Source {
  const tokens::TokenizedText& text;
  const lexicon::Lexicon& lexicon;
  const lexicon::Matches& matches;  ///< the lexicon's, of the text
};

/// Memory that is reused from text to text, so that a text needs none of its own but for values of more than a few
/// characters. For one thread.
class Memory {
 public:
  struct Parts;
  Memory();
  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;
  ~Memory();
  /// REQUIRES: it was not moved from.
  [[nodiscard]] Parts& parts() noexcept { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

/// Finds all temporal expressions, in order, not overlapping; they stay in the memory until its next use. Without an
/// anchor relative values stay open. Safe for many threads, each with its memory. O(tokens).
[[nodiscard]] std::span<const TimeMention> find_dates(const Source& source, const std::optional<Anchor>& anchor,
                                                      const DateOptions& options, Memory& memory);

/// The date the text itself is dated with: a line of its own near the top that is a full date ("November 26, 2025"), or
/// a dateline ("MOSCOW, Nov. 26 (Reuters) -" only with a year). Looks at the first lines only.
[[nodiscard]] std::optional<Anchor> find_dateline(const Source& source, Memory& memory);

}  // namespace dossier::dates
