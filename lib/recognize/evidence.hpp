// The named pieces of evidence that decide whether a candidate is a mention, and their weights.
#pragma once

#include <array>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <string_view>

#include "lexicon/weights.hpp"

namespace dossier::recognize {

/// A piece of evidence; its name in evidence.tsv is given beside it in evidence.cpp, in the same order.
enum class Evidence : std::uint8_t {
  // Where a span begins and ends.
  cut_left,
  cut_right,
  before_head,
  headline,
  all_capitals,
  sentence_start_word,
  sentence_start_phrase,
  thing,
  pair_of_names,
  // People.
  person_one_word,
  person_two_words,
  person_three_words,
  person_long,
  person_given_first,
  person_given_word,
  person_initial,
  person_surname_last,
  person_surname_word,
  person_unknown_word,
  person_all_unknown,
  person_particle,
  person_suffix,
  person_common_word,
  person_place_word,
  person_org_word,
  person_group_word,
  person_stop_word,
  person_role_word,
  person_acronym,
  person_digit,
  person_dictionary,
  person_after_honorific,
  person_after_role,
  person_after_say,
  person_before_say,
  person_before_verb,
  person_before_age,
  person_after_locative,
  person_after_the,
  person_seen_full,
  person_seen_surname,
  person_seen_given,
  person_seen_pronoun,
  person_surname_given_order,
  person_only_surname,
  person_only_given,
  person_described,
  person_addressed,
  // Organizations.
  org_one_word,
  org_many_words,
  org_dictionary,
  org_dictionary_context,
  org_dictionary_word,
  org_head_last,
  org_head_weak,
  org_head_of,
  org_head_inside,
  org_legal_last,
  org_acronym,
  org_acronym_defined,
  org_acronym_common,
  org_in_message,
  org_ampersand,
  org_modifier_first,
  org_group_first,
  org_opens,
  org_branch,
  org_given_first,
  org_and,
  org_and_last,
  org_of,
  org_before_of,
  org_before_verb,
  org_after_the,
  org_place_head,
  org_seen,
  org_place_first,

  org_stop_word,
  org_after_title,
  org_after_in,
  org_after_group,
  org_of_role,
  org_office,
  org_described,
  org_camel,
  org_the_alone,
  org_portfolio,
  // Locations.
  loc_one_word,
  loc_many_words,
  loc_country,
  loc_city,
  loc_city_size,
  loc_region,
  loc_place,
  loc_context_flag,
  loc_weak,
  loc_common_word,
  loc_person_word,
  loc_head_last,
  loc_head_first,
  loc_after_locative,
  loc_unknown_after_locative,
  loc_before_region,
  loc_after_city,
  loc_in_list,
  loc_before_verb,
  loc_after_title,
  loc_seen,
  loc_compass_first,
  loc_compass_listed,
  loc_described,
  loc_camel,
  loc_stop_word,
  loc_person_beside,
  // Groups and other names.
  group_nationality,
  group_group,
  group_word,
  group_before_role,
  group_before_org,
  other_dictionary,
  other_one_word,
  // Roles.
  role_title,
  role_plain,
  role_word,
  role_verb_like,
  role_after_determiner,
  role_after_name,
  role_before_name,
  role_before_of,
  role_after_comma,
  role_modified,
  role_bare,
  role_kin,
  role_kin_owned,
  // Fixed forms.
  fixed_form,
  count
};

inline constexpr std::size_t evidence_count = static_cast<std::size_t>(Evidence::count);
/// A bit for each piece of evidence.
using EvidenceBits = std::array<std::uint64_t, (evidence_count + 63) / 64>;

/// Name of a piece of evidence as evidence.tsv spells it: "person.given-first".
[[nodiscard]] std::string_view name(Evidence evidence) noexcept;

/// Weights of evidence, log-odds. They count to a thousandth: sums of whole numbers are exact in whatever order they are
/// made, and cheap. Frozen after parse().
class Weights {
 public:
  static constexpr std::int32_t units = lexicon::weight_units;  ///< of log-odds 1

  [[nodiscard]] std::int32_t operator[](Evidence evidence) const noexcept {
    return values_[static_cast<std::size_t>(evidence)];
  }
  /// Log-odds of so many units.
  [[nodiscard]] static constexpr float log_odds(std::int32_t sum) noexcept {
    return static_cast<float>(sum) / static_cast<float>(units);
  }
  /// Line of evidence.tsv that gives a weight, 1-based.
  [[nodiscard]] std::uint32_t line(Evidence evidence) const noexcept {
    return lines_[static_cast<std::size_t>(evidence)];
  }

  /// lexicon::parse_weights() of a file that weighs every piece of evidence.
  [[nodiscard]] static Weights parse(std::string_view file, std::string_view bytes, Diagnostics& problems);

 private:
  std::array<std::int32_t, evidence_count> values_{};
  std::array<std::uint32_t, evidence_count> lines_{};
};

/// The evidence collected for one candidate and its sum.
class Score {
 public:
  explicit Score(const Weights& weights) noexcept : weights_(&weights) {}
  void add(Evidence evidence) noexcept { add_if(true, evidence); }
  /// Without a branch: whether a piece of evidence holds is hard to foresee.
  void add_if(bool holds, Evidence evidence) noexcept {
    const auto bit = static_cast<unsigned>(evidence);
    units_ += (*weights_)[evidence] & (0 - static_cast<std::int32_t>(holds));
    bits_[bit >> 6] |= std::uint64_t{holds} << (bit & 63U);
  }
  /// Adds a share (0..1) of a weight, for evidence that has a strength.
  void add(Evidence evidence, float share) noexcept {
    add(evidence);
    units_ -= static_cast<std::int32_t>(static_cast<float>((*weights_)[evidence]) * (1.0F - share));
  }
  /// Adds all that another score has.
  void add(const Score& other) noexcept {
    units_ += other.units_;
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  /// Log-odds.
  [[nodiscard]] float total() const noexcept { return Weights::log_odds(units_); }
  /// The same in units of Weights.
  [[nodiscard]] std::int32_t units() const noexcept { return units_; }
  [[nodiscard]] bool has(Evidence evidence) const noexcept {
    const auto bit = static_cast<unsigned>(evidence);
    return (bits_[bit >> 6] >> (bit & 63U) & 1U) != 0;
  }
  [[nodiscard]] const EvidenceBits& bits() const noexcept { return bits_; }

 private:
  const Weights* weights_;
  std::int32_t units_ = 0;
  EvidenceBits bits_{};
};

}  // namespace dossier::recognize
