// Pronouns and role phrases that stand for people ("he", "the U.S. envoy"), linked through what the text states of
// them; and statements between mentions lifted to relations between entities.
#pragma once

#include <cstdint>
#include <dossier/document.hpp>
#include <vector>

#include "corefer/traits.hpp"
#include "lexicon/lexicon.hpp"
#include "resolve/resolve.hpp"
#include "tokens/token.hpp"

namespace dossier::corefer {

/// What a role word says of somebody: the label's mention, whose role it is, and the mention of its owner
/// (MentionId::none without). When holder and label are the same mention the phrase stands by itself ("the Kremlin
/// adviser").
struct RoleStatement {
  MentionId holder = MentionId::none;
  MentionId label = MentionId::none;
  MentionId owner = MentionId::none;
};

struct CoreferOptions {
  std::uint32_t max_candidates = 64;  ///< people that a pronoun or role phrase is compared with
  std::uint32_t max_sentences = 3;    ///< how far back a pronoun looks
};

/// What the floor reads. All must outlive the call.
struct Context {
  const tokens::TokenizedText& text;
  const lexicon::Lexicon& lexicon;
  const std::vector<resolve::MentionTokens>& places;  ///< parallel to the mentions
  const std::vector<resolve::Cluster>& clusters;
  const std::vector<RoleStatement>& roles;
  const Weights& weights;  ///< of what speaks for whom a pronoun means
  CoreferOptions options = {};
};

/// Sets Mention::entity of pronouns (PERSON, kind pronoun) and of role phrases that stand by themselves (ROLE, kind
/// nominal), where one person fits better than any other; leaves the rest without entity. O(mentions x max_candidates).
/// Role phrases: definite ones, to a person of whom a role with the same head word is stated and whose country,
/// organization or employer does not contradict. Pronouns: to whoever of the right sex has the largest sum of
/// weights, by a clear lead.
void link(const Context& context, std::vector<Mention>& mentions);

}  // namespace dossier::corefer
