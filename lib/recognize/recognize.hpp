// From tokens to mentions: dictionaries and patterns propose, evidence decides, the document is read twice.
#pragma once

#include <dossier/document.hpp>
#include <optional>
#include <vector>

#include "dates/dates.hpp"
#include "lexicon/lexicon.hpp"
#include "recognize/evidence.hpp"
#include "recognize/view.hpp"
#include "recognize/workspace.hpp"
#include "rules/rules.hpp"
#include "tokens/token.hpp"

namespace dossier::recognize {

/// Frozen parts of the recognizers; made once, safe for many threads.
struct Recognizers {
  lexicon::Lexicon lexicon;
  Weights weights;
  Literals literals = {};
  DateOptions dates = {};                    ///< how dates are read
  float threshold = 0.0F;                    ///< log-odds from which a candidate may be chosen
  std::optional<rules::RuleSet> rules = {};  ///< those of stage names propose mentions
  std::vector<OwnNames> own_names = {};      ///< dictionary classes beyond the built-in ones that name entities
  Nouns nouns = {};
};

/// True when the second date lies in the same single token as the one before it: "Monday-Friday". It is no candidate of
/// its own but follows the first.
[[nodiscard]] bool shares_word(const dates::TimeMention& first, const dates::TimeMention& second) noexcept;

/// Finds candidates in all sentences and marks the chosen ones; fills work.candidates and work.dates.
/// Names found in one place help to decide others: sentences with words of such names are read a second time.
/// REQUIRES: `text` has been looked up in the lexicon, which has filled work.matches. O(tokens).
void find_candidates(const tokens::TokenizedText& text, const Recognizers& recognizers,
                     const std::optional<dates::Anchor>& anchor, Workspace& work);

/// Proposes the people in names of bodies, places, events, laws and works, among the candidates that have been chosen;
/// they are appended and not chosen themselves. After find_candidates() with the same text. O(tokens).
void propose_inner_people(const tokens::TokenizedText& text, const Recognizers& recognizers, Workspace& work);

/// A view of one sentence. What it is made of must outlive it. REQUIRES: as for find_candidates().
[[nodiscard]] SentenceView make_view(const tokens::TokenizedText& text, const Recognizers& parts, Workspace& work,
                                     const tokens::Sentence& sentence);

/// The logistic function.
[[nodiscard]] float probability(float score) noexcept;
/// A candidate's score in log-odds of being right; its sign is that of the score. Pieces of evidence for a name often
/// come together (a given name in front and a surname behind), so that their sum says too much, most of organizations;
/// of people little evidence says more than it seems. The numbers were measured on annotated texts.
[[nodiscard]] constexpr float log_odds(const Candidate& candidate) noexcept {
  constexpr float togetherness = 1.8F;
  constexpr float of_bodies = 2.3F;
  constexpr float of_places = 2.0F;
  constexpr float first_of_people = 0.4F;  // for the first unit of a person's score
  if (candidate.proposal > Proposal::group_word) return candidate.score;
  if (candidate.type == TypeId::organization) return candidate.score / of_bodies;
  if (candidate.type == TypeId::location) return candidate.score / of_places;
  const float first = candidate.score < 1.0F ? candidate.score : 1.0F;
  const float people = candidate.type == TypeId::person ? first_of_people * first : 0.0F;
  return candidate.score / togetherness + people;
}

// The steps of find_candidates, one file each. Each appends to view.work.candidates.
void propose_addresses(SentenceView& view);    ///< URL, EMAIL, HANDLE
void propose_names(SentenceView& view);        ///< PERSON, ORGANIZATION, LOCATION, GROUP and the rest
/// Two names in one word at token `i`: "Ukraine-Russia", "Russian-Ukrainian".
void propose_pair(SentenceView& view, std::uint32_t i);
void propose_roles(SentenceView& view);        ///< ROLE
void propose_pronouns(SentenceView& view);     ///< he, she ...
void propose_own_names(SentenceView& view);    ///< entries of Recognizers::own_names
/// All of them in the sentence, valid until the next call. REQUIRES: view.rules is not null.
[[nodiscard]] std::span<const RuleMention> find_rule_mentions(SentenceView& view);
/// Mentions by rules of stage names, and their hints to the view's candidates from `begin` on.
void apply_name_rules(SentenceView& view, std::uint32_t begin);
/// Chooses, among the candidates from `begin` on, all of the view's sentence, the set without overlaps that has the
/// largest sum of score x tokens (weighted interval scheduling). Ties: fewer mentions, then those that were proposed
/// first.
void choose(SentenceView& view, std::uint32_t begin);

/// Remembers lone words that pronouns show to be somebody: "Quorvash was late. She ...". After the first reading.
void remember_shown(const tokens::TokenizedText& text, std::size_t chosen, Workspace& work);

/// What the words beside a span of tokens [a, b) say it is.
[[nodiscard]] Described describe(const SentenceView& view, std::uint32_t a, std::uint32_t b);
/// How many tokens before "(" at `open` spell out the acronym behind it; 0 when they do not.
[[nodiscard]] std::uint32_t spelled_out(const SentenceView& view, std::uint32_t open);
/// True in mail, reviews and chat: about one word in twenty is "I", "me", "my", "you", "your" or an exclamation mark,
/// where the text begins. Counted when it is first asked.
[[nodiscard]] bool in_message(const SentenceView& view);
/// Remembers the acronym at `i` when the text explains it in parentheses as something that is no name.
void learn_acronym(SentenceView& view, std::uint32_t i);

// Scores of one span as a name of a type (names.cpp proposes, these judge).
[[nodiscard]] Score score_person(const SentenceView& view, const NameSpan& span);
[[nodiscard]] Score score_organization(const SentenceView& view, const NameSpan& span);
/// True when an office that bodies have stands beside the name: "Zelvo chief executive", "a director at Zelvo".
[[nodiscard]] bool has_office(const SentenceView& view, const NameSpan& span);
/// True when the last two words of [a, b) together close an organization's name though the last one alone closes a
/// place's: "Tolm School District".
[[nodiscard]] bool ends_as_body(const SentenceView& view, std::uint32_t a, std::uint32_t b);
/// True when an office that places have stands before "of": "the mayor of | Tolm". Before a name at token `i`.
[[nodiscard]] bool behind_office_of_place(const SentenceView& view, std::uint32_t i);
/// The entry of a country, region, city or other place that is exactly tokens [a, b), if any.
[[nodiscard]] lexicon::EntryId listed_place(const SentenceView& view, std::uint32_t a, std::uint32_t b);
[[nodiscard]] Score score_location(const SentenceView& view, const NameSpan& span, lexicon::EntryId& entry);

}  // namespace dossier::recognize
