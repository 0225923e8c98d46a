// Whom "he", "her" and "him" mean: the people named before are scored, and the best one wins if it wins clearly.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "corefer/corefer.hpp"

namespace dossier::corefer {

/// Reads the mentions of one text in order. Whoever is seen must be added before the pronouns behind it are asked for.
class Pronouns {
 public:
  /// All must outlive this. `sentence_of` is parallel to the mentions.
  Pronouns(const Context& context, const std::vector<Mention>& mentions, const std::vector<std::size_t>& sentence_of);

  /// A mention of a person whose entity is set.
  void add(std::size_t mention);
  /// `pronoun` is the owner in "her lawyer, Ann Lee": it does not mean Ann Lee.
  void exclude(std::size_t pronoun, std::size_t mention);
  /// The person that a pronoun means; none when nobody fits, or nobody fits clearly better than another.
  [[nodiscard]] EntityId meant_by(std::size_t pronoun) const;

 private:
  enum class Case : std::uint8_t { subject, possessive, object };
  /// A person as a candidate for one pronoun.
  struct Choice {
    std::uint32_t person = 0;
    int score = 0;
  };

  [[nodiscard]] const tokens::Token& token(std::size_t t) const { return in_.text.tokens[t]; }
  [[nodiscard]] bool in_quotes(std::size_t mention) const;
  [[nodiscard]] bool is_owner(std::size_t mention) const;
  [[nodiscard]] resolve::Sex sex_of(std::size_t pronoun) const;
  [[nodiscard]] Case case_of(std::size_t pronoun) const;
  [[nodiscard]] bool is_governed(std::size_t mention) const;
  [[nodiscard]] bool is_subject(std::size_t mention) const;
  [[nodiscard]] bool looks_like_verb(std::uint32_t t) const;
  [[nodiscard]] bool same_clause(std::size_t mention, std::size_t pronoun) const;
  [[nodiscard]] EntityId named_ahead(std::size_t pronoun, resolve::Sex sex) const;
  [[nodiscard]] bool may_mean(std::size_t pronoun, std::size_t mention, resolve::Sex sex) const;
  [[nodiscard]] int score(std::size_t pronoun, Case role, std::size_t mention, int rank) const;

  const Context& in_;
  const std::vector<Mention>& mentions_;
  const std::vector<std::size_t>& sentence_of_;
  std::vector<std::size_t> seen_;
  std::vector<std::uint8_t> subject_;                             // per seen mention
  std::vector<std::uint8_t> opening_;                             // per seen mention: the first person of its sentence
  std::vector<std::uint32_t> times_;                              // per entity: how often it was named
  std::unordered_multimap<std::size_t, std::size_t> exclusions_;  // pronoun to mention; looked up only
};

}  // namespace dossier::corefer
