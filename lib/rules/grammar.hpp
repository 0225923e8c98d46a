// The word lists that the floor above reads by name: the grammar of a language as data.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dossier::rules {

/// A list whose members the code asks for. Rule files give it by the name below; a missing one is empty.
enum class Wordlist : std::uint8_t {
  determiner,    // the, a, this, some
  indefinite,    // a, an, another: also in determiner
  preposition,   // of, with, in
  subordinator,  // that, because, when, after
  whether,       // whether, if
  coordinator,   // and, or, but
  relative,      // who, which, whose
  be,            // is, was, been
  have,
  auxiliary,       // do, can, should: says nothing about whether it happened
  future,          // will, would, shall
  maybe,           // may, might, could
  negation,        // not, never, n't
  adverb,          // also, later; words in -ly are adverbs without being listed
  not_adverb,      // ally, family
  reportive,       // allegedly, reportedly
  plan,            // expected, plans, hopes: "to" or a gerund follows, nothing has happened yet
  deny,            // denied, refused, declined
  attribute,       // said, believed, accused: "is said to have met", "accused of meeting"
  aspect,          // began, continued, used: the verb that follows happened
  say,             // said, claims: a clause that follows is reported
  object_control,  // asked, urged: "asked B to call C", B calls
  verb,            // other verbs
  noun,            // nouns that look like verbs
  absolute,        // with: "with B meeting C"
  between,         // between, among
  former,          // former, ex, then, late
  title_time,      // acting, current, new, designate: outside of the role's words, no flag
  occupation,      // singer, lawyer: a nationality before it is an origin, a place a home
  organ,           // campaign, office, team: "Clinton's campaign manager", "chairman of Clinton's campaign"
  kin,
  successor,
  predecessor,
  supporter,
  opponent,
  member,
  resident,
  native,
  honorific,
  pronoun_owner,  // his, its, their: always possessive
  place_before,   // in, at, near
  owner_after,    // of, for, at: "president of X"
  plural_s,       // ends in s but is not a plural: boss
  event_noun,     // meeting, talks, interview: "in an interview with"
  event_in,       // in, during, at: before an event noun
  seat,           // based: "Oslo-based" before a role is a home
  birth,          // born: "Oslo-born" before a role is an origin
  naming,         // named, elected: a person and a role follow
  place_noun,     // state, city: "the state's governor"
  thing_owner,    // its: whose, and that is no person
  count
};
inline constexpr std::size_t wordlists = static_cast<std::size_t>(Wordlist::count);
static_assert(wordlists <= 64);

inline constexpr std::array<std::string_view, wordlists> wordlist_names = {
    "determiner", "indefinite", "preposition", "subordinator",   "whether",      "coordinator",
    "relative",   "be",         "have",        "auxiliary",      "future",       "maybe",
    "negation",   "adverb",     "not_adverb",  "reportive",      "plan",         "deny",
    "attribute",  "aspect",     "say",         "object_control", "verb",         "noun",
    "absolute",   "between",    "former",      "title_time",     "occupation",   "organ",
    "kin",        "successor",  "predecessor", "supporter",      "opponent",     "member",
    "resident",   "native",     "honorific",   "pronoun_owner",  "place_before", "owner_after",
    "plural_s",   "event_noun", "event_in",    "seat",           "birth",        "naming",
    "place_noun", "thing_owner"};

/// The lists that a word is in, a bit each.
struct WordlistSet {
  std::uint64_t bits = 0;
  [[nodiscard]] constexpr bool has(Wordlist list) const noexcept {
    return ((bits >> static_cast<unsigned>(list)) & 1U) != 0;
  }
  [[nodiscard]] constexpr bool any(WordlistSet other) const noexcept { return (bits & other.bits) != 0; }
  constexpr void add(Wordlist list) noexcept { bits |= std::uint64_t{1} << static_cast<unsigned>(list); }
};

template <typename... Lists>
[[nodiscard]] constexpr WordlistSet lists_of(Lists... lists) noexcept {
  WordlistSet out;
  (out.add(lists), ...);
  return out;
}

}  // namespace dossier::rules
