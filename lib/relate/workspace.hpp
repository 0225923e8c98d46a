// What the steps of this floor hand to each other about one sentence, and the memory they share from sentence to
// sentence.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "relate/relate.hpp"

namespace dossier::relate {

inline constexpr std::uint32_t nothing = 0xFFFFFFFF;
inline constexpr std::uint32_t longest_remark = 14;  // items between parentheses

/// Endings of a lower-case word, kept in Item::marks above the bits that rules know.
enum Endings : std::uint16_t { ends_ing = 256, ends_ed = 512, ends_s = 1024, ends_ly = 2048 };

/// A stretch of items that acts as one: a word, a mention, or a phrase.
struct Node {
  rules::Item item;         ///< what rules see of it
  std::uint32_t first = 0;  ///< items [first, last)
  std::uint32_t last = 0;
  std::uint32_t phrase = nothing;  ///< index into Workspace::phrases
};

/// One role of a role phrase, and whose it is.
struct RoleUnit {
  MentionId mention = MentionId::none;  ///< none for a word that is no ROLE mention ("supporter")
  Span label;
  rules::WordlistSet lists;                   ///< of its last word
  RelationFlags flags = RelationFlags::none;  ///< of its time words: "former"
  std::uint32_t owners = 0;                   ///< Workspace::owners [owners, owners + owner_count)
  std::uint32_t owner_count = 0;
  MentionId place = MentionId::none;
};

/// How somebody belongs to a role.
struct Owner {
  MentionId mention = MentionId::none;
  TypeId type = TypeId::none;
  enum class Use : std::uint8_t { object, home, origin };  ///< "of Ohio", "from Ohio", "Ohio-born"
  Use use = Use::object;
  bool before = false;            ///< "Russian singer", not "singer of Russia"
  std::uint32_t title = nothing;  ///< role phrase that describes the owner: "daughter of President Ruiz"
};

/// A role while its phrase is read.
struct RoleDraft {
  static constexpr std::uint32_t most_owners = 8;
  RoleUnit unit;
  std::array<Owner, most_owners> owners{};
  std::uint32_t owner_count = 0;
  bool shares_owners = false;   ///< takes the owners behind the next role: "founder and CEO of Z"
  bool has_complement = false;  ///< "of Acme" or the like stands behind it

  void add(const Owner& owner) noexcept {
    if (owner_count < most_owners) owners[owner_count++] = owner;
  }
};

/// A noun phrase: whom it stands for, and the roles inside when it is a role phrase.
struct Phrase {
  std::uint32_t members = 0;  ///< Workspace::members [members, members + member_count): one, or those of a list
  std::uint32_t member_count = 0;
  std::uint32_t units = 0;  ///< Workspace::units [units, units + unit_count)
  std::uint32_t unit_count = 0;
};

/// A verb with its auxiliaries, and the clause it stands in.
struct Verb {
  std::uint32_t node = 0;           ///< index into Workspace::nodes
  std::uint32_t first = 0;          ///< first node of its group: "is expected to meet"
  std::uint32_t passive = nothing;  ///< node of the form of "be" that makes it passive
  std::uint32_t subject = nothing;  ///< node of the noun phrase, nothing when unknown
  bool infinitive = false;
  bool gerund = false;
  bool waits = false;  ///< for the subject of the clause to come
  RelationFlags flags = RelationFlags::none;
};

/// Memory of find_relations(); for one thread at a time.
struct Workspace {
  std::vector<rules::Item> items;           ///< the sentence's words and mentions
  std::vector<Node> nodes;                  ///< the sentence as phrases
  std::vector<Node> spare;                  ///< the next version of nodes
  std::vector<Node> clauses;                ///< what the rules for clauses see
  std::vector<std::uint32_t> clause_nodes;  ///< for each of clauses: the node it came from
  std::vector<RelationFlags> clause_flags;  ///< for each of clauses: flags of the verb
  std::vector<Verb> verbs;
  std::uint32_t claimed_end = 0;  ///< nodes before it are the claim of a source named behind them
  std::vector<Phrase> phrases;
  std::vector<MentionId> members;
  std::vector<RoleUnit> units;
  std::vector<RoleDraft> drafts;
  std::vector<Owner> owners;
  std::vector<Statement> statements;
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> heads;  ///< for each node: the node whose phrase has taken it
  std::vector<std::uint8_t> transparent;  ///< for each node: clauses do not see it (verbs.hpp)
  std::vector<std::uint8_t> used;    ///< for each node: its roles are somebody's
  rules::Matches matches;
  std::string buffer;
};

}  // namespace dossier::relate
