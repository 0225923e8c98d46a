// The function words of temporal expressions ("last", "ago", "until"): what the grammar is made of, as opposed to the
// names of months, units and feasts, which come from dictionaries.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dossier::dates {

/// A function word as the grammar sees it: spellings and inflected forms share one enumerator.
enum class Word : std::uint8_t {
  none,
  // Determiners.
  the,
  a,
  this_,
  these,
  that,
  those,
  possessive,
  each,
  every,
  some,
  same,
  corresponding,
  other,
  // Position relative to now or to the story.
  last,
  next,
  past,
  previous,
  coming,
  following,
  current,
  recent,
  latest,
  final_,
  fiscal,
  // Counting.
  few,
  several,
  couple,
  many,
  number,
  dozens,
  half,
  more,
  another,
  or_,
  and_,
  so,
  // Approximation: "about", "nearly", "more than", "at least", "up to", "close to".
  about,
  over,
  less,
  than,
  least,
  up,
  as,
  much,
  no,
  close,
  // Prepositions.
  in,
  on,
  at,
  by,
  of,
  for_,
  from,
  to,
  until,
  since,
  before,
  after,
  during,
  between,
  through,
  within,
  into,
  // Offsets.
  ago,
  earlier,
  later,
  hence,
  ahead,
  old,
  age,
  beyond,
  // Parts of a period.
  early,
  mid,
  late,
  middle,
  beginning,
  end,
  part,
  whole,
  year_end,
  ended,
  ending,
  // May stand between a number and its unit: "eight trading days".
  filler,
  // Days and references.
  today,
  yesterday,
  tomorrow,
  tonight,
  now,
  right,
  currently,
  recently,
  previously,
  near,
  future,
  nowadays,
  once,
  period,
  // Repetition.
  per,
  daily,
  nightly,
  hourly,
  weekly,
  biweekly,
  monthly,
  quarterly,
  yearly,
  times,
  alternate,
  // Clock.
  am,
  pm,
  oclock,
  zone,
  hours,
  sharp,
  // Years; the decades are in order, ten years apart.
  bc,
  ad,
  circa,
  twenties,
  thirties,
  forties,
  fifties,
  sixties,
  seventies,
  eighties,
  nineties,
  // Letters before a digit: "Q3", "H1".
  quarter_code,
  half_code,
  // Letters after a number: "3w ago", "in 5d".
  letter_day,
  letter_week,
  letter_month,
  letter_year,
  letter_minute,
  letter_second,
  letter_p,
  // First half of a year in words: "nineteen ninety".
  century_number,
  // The same, of years that are seldom said so: "twenty sixteen".
  spoken_century,
  // What a number before or after is not a year of: "No.", "Flight", "people".
  counter,
  // First words of feasts that have no word of time in their names: "Mardi Gras".
  feast,
  // Of a time zone's name, and everyday words besides: "Eastern Standard Time".
  zone_part,
  time_,
  // Tense.
  be,
  short_be,  // "we're"
  will,
  future_verb,
  schedule_verb,
  past_verb,
  count
};

/// Flags of a word, a bit each.
enum WordFlags : std::uint8_t {
  trigger = 1  ///< by itself reason enough to look for temporal expressions in its sentence
};

struct WordInfo {
  Word word = Word::none;
  std::uint8_t flags = 0;
};

/// Words by the hash of their folded form (tokens::Token::hash). Immutable; safe from many threads.
class WordTable {
 public:
  /// The entry of that hash, or one with Word::none. O(1).
  [[nodiscard]] constexpr WordInfo find(std::uint64_t hash) const noexcept {
    if (!has_bit(forms_, hash)) return {};  // most words: the large tables stay out of the cache
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
      if (hashes_[slot] == hash) return infos_[slot];
      if (hashes_[slot] == 0) return {};
    }
  }
  /// False for nearly every word that is no trigger; true for every one that is.
  [[nodiscard]] constexpr bool may_trigger(std::uint64_t hash) const noexcept { return has_bit(triggers_, hash); }
  /// Adds a form; the first meaning of a form counts. REQUIRES: fewer forms than slots.
  constexpr void add(std::uint64_t hash, WordInfo info) noexcept {
    std::size_t slot = hash & mask;
    while (hashes_[slot] != 0 && hashes_[slot] != hash) slot = (slot + 1) & mask;
    if (hashes_[slot] == hash) return;
    hashes_[slot] = hash;
    infos_[slot] = info;
    set_bit(forms_, hash);
    if ((info.flags & trigger) != 0) set_bit(triggers_, hash);
  }

 private:
  using Filter = std::array<std::uint64_t, 64>;  // a bit for some of the bits of a hash
  static constexpr bool has_bit(const Filter& filter, std::uint64_t hash) noexcept {
    return ((filter[hash / 64 % filter.size()] >> (hash % 64)) & 1U) != 0;
  }
  static constexpr void set_bit(Filter& filter, std::uint64_t hash) noexcept {
    filter[hash / 64 % filter.size()] |= std::uint64_t{1} << (hash % 64);
  }

  static constexpr std::size_t slots = 1024;
  static constexpr std::size_t mask = slots - 1;
  std::array<std::uint64_t, slots> hashes_{};
  std::array<WordInfo, slots> infos_{};
  Filter forms_{};     // of all forms
  Filter triggers_{};  // of the triggers alone
};

/// The table of the language's function words.
[[nodiscard]] const WordTable& words() noexcept;

}  // namespace dossier::dates
