// What the recognizers share while they work on one text: per-token facts, candidates, and what the text has shown so
// far.
#pragma once

#include <array>
#include <cstdint>
#include <dossier/document.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "dates/dates.hpp"
#include "lexicon/lexicon.hpp"
#include "recognize/evidence.hpp"
#include "rules/rules.hpp"
#include "tokens/token.hpp"

namespace dossier::recognize {

/// What proposes a mention; the order is that of rule_names.
enum class Proposal : std::uint16_t {
  person_name,
  organization_name,
  location_name,
  group_word,
  other_name,
  role_phrase,
  kin_word,
  pronoun,
  date,
  url,
  email,
  handle,
  rule,
  count
};

inline constexpr std::size_t proposal_count = static_cast<std::size_t>(Proposal::count);

/// Names of the proposals as documents show them.
inline constexpr std::array<std::string_view, proposal_count> proposal_names = {
    "name.person", "name.organization", "name.location", "name.group", "name.other", "role.phrase",
    "role.kin",    "pronoun",           "date",          "url",        "email",      "handle",
    "rule"};

/// A possible mention: tokens [first, last).
struct Candidate {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  TypeId type = TypeId::none;
  Proposal proposal = Proposal::count;
  float score = 0.0F;  ///< log-odds
  lexicon::EntryId entry = lexicon::EntryId::none;
  std::uint32_t detail = 0;  ///< a date's index among the dates found; a rule's index
  /// Where one token holds two names ("Ukraine-Russia"): bytes before the hyphen, and type and entry of the second
  /// name.
  std::uint32_t split = 0;
  TypeId second_type = TypeId::none;
  lexicon::EntryId second = lexicon::EntryId::none;
  EvidenceBits evidence{};
  bool chosen = false;
};

/// What the names found so far say about a word: seen as a person's surname, as an organization ...
enum Memory : std::uint8_t {
  seen_surname = 1,
  seen_given = 2,
  seen_organization = 4,
  seen_location = 8,
  seen_name = 15,    ///< all of these
  seen_common = 16,  ///< an acronym that stands for something that is no name: "the agreed upper limit (AUL)"
  seen_person = 32,  ///< a pronoun showed that somebody is meant
  said_thing = 128,  ///< it is neither somebody nor a body nor a place: "Quorva is a video game"
  said_place = 64    ///< the text says what it is: "Tolm is a small town"
};

/// What a token may begin, a bit each; where a bit is not set there is nothing of the kind.
enum Sign : std::uint8_t { may_name = 1, may_role = 2, may_pronoun = 4, may_address = 8 };

/// What is asked most of a token, side by side.
struct Cell {
  static constexpr std::uint32_t margin = 4;  ///< empty ones before the sentence's first and behind its last
  enum Looks : std::uint8_t { capital = 1, lower = 2, punctuation = 4, possessive = 8 };

  lexicon::ClassSet classes;
  std::uint64_t hash = 0;
  std::uint8_t looks = 0;  ///< Looks: a word with a capital, in lower case ...
  std::uint8_t seen = 0;   ///< Memory
  char mark = '\0';        ///< the character of a token of one byte
};

/// What the dictionaries say of a pronoun.
struct PronounFacts {
  std::uint64_t hash = 0;
  lexicon::EntryId entry = lexicon::EntryId::none;
  bool personal = false;  ///< of a man or a woman
};

/// A small open-addressing map from word hashes to Memory bits, emptied in time proportional to what it holds.
class NameMemory {
 public:
  void clear() noexcept;
  void add(std::uint64_t hash, Memory what);
  [[nodiscard]] std::uint8_t find(std::uint64_t hash) const noexcept {
    if (used_.empty()) return 0;
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
    return slots_[at].hash == hash ? slots_[at].bits : std::uint8_t{0};
  }
  [[nodiscard]] bool empty() const noexcept { return used_.empty(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint8_t bits = 0;
  };
  void grow();
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> used_;
};

/// The best that choose() has found for the tokens before one.
struct Choice {
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;
  float best = 0.0F;              ///< sum of score x tokens
  std::uint32_t from = nothing;   ///< the candidate that ends here in the best set
  std::uint32_t ending = nothing; ///< the candidate last proposed that ends here
};

/// A rule that spoke for or against a candidate that something else had proposed.
struct Hint {
  std::uint32_t candidate = 0;
  std::uint32_t rule = 0;
};

/// A mention that a rule of stage names gives: tokens [first, last).
struct RuleMention {
  std::uint32_t rule = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Working memory of the recognizers, reused from text to text.
struct Workspace {
  lexicon::Matches matches;                   ///< of the text: given
  std::vector<std::uint8_t> signs;            ///< per token of the sentence: Sign
  std::vector<Cell> cells;                    ///< of the sentence, with margins
  std::vector<std::uint8_t> name_words;       ///< per token of the sentence, and one more: what of a name it may be
  dates::Memory date_memory;                  ///< owns the dates
  std::span<const dates::TimeMention> dates;  ///< of the text
  std::vector<Candidate> candidates;          ///< of the text; those of a sentence stand together
  std::vector<std::uint32_t> sentence_begin;  ///< first candidate of each sentence, one more at the end
  std::vector<std::uint32_t> capitals;        ///< tokens of the text: words that are not in lower case
  NameMemory memory;
  std::optional<bool> message;                ///< of in_message(), once it was asked
  std::vector<PronounFacts> pronouns;         ///< those of the text so far
  std::vector<Choice> choices;        ///< of choose(), per token and one more
  std::vector<std::uint32_t> chosen;  ///< candidates of the text that choose() chose, sentence by sentence
  std::vector<rules::Item> items;     ///< the sentence as rules see it
  rules::Matches rule_matches;
  std::vector<RuleMention> rule_mentions;
  std::vector<Hint> hints;              ///< of the text
  std::vector<std::uint32_t> same_end;  ///< per candidate: the one proposed before it that ends with it
};

}  // namespace dossier::recognize
