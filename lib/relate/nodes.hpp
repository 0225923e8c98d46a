// Questions about one node that several steps ask.
#pragma once

#include "relate/workspace.hpp"

namespace dossier::relate {

using rules::Wordlist;

[[nodiscard]] inline bool has(const Node& node, Wordlist list) noexcept { return node.item.lists.has(list); }

/// Lists whose words are nouns and nothing else.
inline constexpr rules::WordlistSet nouns = rules::lists_of(
    Wordlist::organ, Wordlist::occupation, Wordlist::plural_s, Wordlist::not_adverb, Wordlist::kin, Wordlist::supporter,
    Wordlist::opponent, Wordlist::native, Wordlist::resident, Wordlist::title_time, Wordlist::place_noun);

/// A word outside of mentions in lower case that no list of the grammar claims: most nouns, adjectives and unknown
/// verbs.
[[nodiscard]] inline bool is_plain_word(const rules::Item& item) noexcept {
  return (item.mention == MentionId::none) & (item.kind == tokens::TokenKind::word) &
         (item.shape == tokens::Shape::lower) & ((item.lists.bits & ~nouns.bits) == 0) & (item.type == TypeId::none);
}

[[nodiscard]] inline bool is_mark(const rules::Item& item, char mark) noexcept { return item.mark == mark; }

/// Types whose mentions can do or suffer something: people, organizations, places, groups, and the user's own types.
[[nodiscard]] inline bool is_party(TypeId type) noexcept {
  constexpr TypeSet parties = [] {
    TypeSet set;
    for (const TypeId it : {TypeId::person, TypeId::organization, TypeId::role, TypeId::location, TypeId::group})
      set.add(it);
    for (unsigned number = static_cast<unsigned>(TypeId::law) + 1; number < 64; ++number)
      set.add(static_cast<TypeId>(number));
    return set;
  }();
  return parties.has(type);
}

[[nodiscard]] inline bool is_noun_phrase(const Node& node) noexcept {
  return is_party(node.item.type) && (node.item.marks & rules::wall) == 0;
}

[[nodiscard]] inline bool is_owner(const Node& node) noexcept { return (node.item.marks & rules::owner) != 0; }

/// An adverb by list or ending.
[[nodiscard]] inline bool is_adverb(const rules::Item& item) noexcept {
  if (item.mention != MentionId::none) return false;
  return item.lists.has(Wordlist::adverb) ||
         ((item.marks & ends_ly) != 0 && item.shape == tokens::Shape::lower && !item.lists.has(Wordlist::not_adverb));
}

/// A word that looks like the verb of a clause: a listed verb or auxiliary, or a lower-case word in -ed.
[[nodiscard]] inline bool is_verbal(const rules::Item& item) noexcept {
  if (item.mention != MentionId::none || item.lists.has(Wordlist::preposition)) return false;
  constexpr rules::WordlistSet verbs = rules::lists_of(
      Wordlist::verb, Wordlist::be, Wordlist::have, Wordlist::auxiliary, Wordlist::future, Wordlist::maybe,
      Wordlist::say, Wordlist::plan, Wordlist::deny, Wordlist::attribute, Wordlist::aspect, Wordlist::object_control);
  if (item.lists.any(verbs)) return (item.marks & ends_ing) == 0;
  return (item.marks & ends_ed) != 0 && item.shape == tokens::Shape::lower;
}

}  // namespace dossier::relate
