// What speaks for and against somebody as the one that a pronoun means, and what it weighs.
#pragma once

#include <array>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <string_view>

namespace dossier::corefer {

/// Its name in pronouns.tsv is given beside it in traits.cpp, in the same order; the file explains each.
enum class Trait : std::uint8_t {
  same_sentence,
  sentence_before,
  nearest,
  second_nearest,
  by_pronoun,
  last_subject,
  last_subject_of_owner,
  goes_on,
  goes_on_later,
  goes_on_from_lead,
  governed,
  governed_before,
  object,
  own_clause,
  bound,
  told,
  joined,
  coordinated,
  listed,
  who_clause,
  in_parentheses,
  quoted,
  subordinate,
  ahead_of_owner,
  ahead_of_other,
  named_again,
  most_named,
  one_word,
  described,
  meant_last,
  sex_known,
  other_sex_meant,
  unrecognized,
  unrecognized_subject,
  role_phrase,
  open_pronoun,
  nobody,
  // No traits, but what all others together may weigh, as a share of the best one's weight.
  doubt_believed,
  doubt_stated,
  count
};

inline constexpr std::size_t trait_count = static_cast<std::size_t>(Trait::count);

/// Name of a trait as pronouns.tsv spells it: "place.same-sentence".
[[nodiscard]] std::string_view name(Trait trait) noexcept;

/// A set of traits, a bit each.
class Traits {
 public:
  void add(Trait trait) noexcept { bits_ |= std::uint64_t{1} << static_cast<unsigned>(trait); }
  void add_if(bool holds, Trait trait) noexcept {
    bits_ |= static_cast<std::uint64_t>(holds) << static_cast<unsigned>(trait);
  }
  [[nodiscard]] bool has(Trait trait) const noexcept { return ((bits_ >> static_cast<unsigned>(trait)) & 1U) != 0; }
  [[nodiscard]] std::uint64_t bits() const noexcept { return bits_; }

 private:
  std::uint64_t bits_ = 0;
};
static_assert(trait_count <= 64);

/// Weights of traits in log-odds, counted in thousandths (lexicon::weight_units). Frozen after parse().
class Weights {
 public:
  [[nodiscard]] std::int32_t operator[](Trait trait) const noexcept { return values_[static_cast<std::size_t>(trait)]; }
  [[nodiscard]] std::int32_t sum(Traits traits) const noexcept;
  /// lexicon::parse_weights() of a file that weighs every trait.
  [[nodiscard]] static Weights parse(std::string_view file, std::string_view bytes, Diagnostics& problems);

 private:
  std::array<std::int32_t, trait_count> values_{};
};

}  // namespace dossier::corefer
