// Whom "he", "her" and "him" mean: the people named before are scored, and the best one wins if it wins clearly.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "corefer/corefer.hpp"
#include "corefer/rivals.hpp"

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
  [[nodiscard]] EntityId meant_by(std::size_t pronoun);

 private:
  enum class Case : std::uint8_t { subject, possessive, object };
  /// A person as a candidate for one pronoun; a rival's number is its name's, with the highest bit set.
  struct Choice {
    std::uint64_t person = 0;
    int score = 0;
  };
  static constexpr std::uint64_t unknown_person = std::uint64_t{1} << 63U;

  /// Where somebody is named, and what that says of a pronoun behind it.
  struct Place {
    std::uint32_t first = 0;  // tokens [first, last)
    std::uint32_t last = 0;
    std::uint32_t sentence = 0;
    bool subject = false;
    bool governed = false;
    bool opening = false;     // the first person of its sentence
    std::uint32_t times = 0;  // how often the person was named
  };
  /// The candidates for one pronoun while they are collected.
  struct Contest {
    std::size_t pronoun = 0;
    Case role = Case::subject;
    resolve::Sex sex = resolve::Sex::unknown;
    std::array<Choice, 64> choices{};
    std::size_t count = 0;
    int rank = 0;
  };

  [[nodiscard]] const tokens::Token& token(std::size_t t) const { return in_.text.tokens[t]; }
  [[nodiscard]] bool in_quotes(std::size_t mention) const;
  [[nodiscard]] resolve::Sex sex_of(std::size_t pronoun) const;
  [[nodiscard]] Case case_of(std::size_t pronoun) const;
  [[nodiscard]] bool is_owner(const Place& place) const;
  [[nodiscard]] bool is_governed(const Place& place) const;
  [[nodiscard]] bool is_subject(const Place& place) const;
  [[nodiscard]] std::uint8_t facts_of(std::size_t index);
  [[nodiscard]] bool looks_like_verb(std::uint32_t t) const;
  [[nodiscard]] bool same_clause(const Place& place, std::size_t pronoun) const;
  [[nodiscard]] Place place_of(std::size_t mention) const;
  [[nodiscard]] EntityId named_ahead(std::size_t pronoun, resolve::Sex sex) const;
  [[nodiscard]] bool may_mean(std::size_t pronoun, std::size_t mention, resolve::Sex sex) const;
  [[nodiscard]] EntityId best(std::size_t pronoun, resolve::Sex sex);
  void consider(Contest& contest, std::size_t index);
  void consider(Contest& contest, const Rival& rival, std::span<const Rival> all) const;
  void enter(Contest& contest, std::uint64_t person, const Place& place) const;
  [[nodiscard]] int score(const Contest& contest, const Place& place) const;

  const Context& in_;
  const std::vector<Mention>& mentions_;
  const std::vector<std::size_t>& sentence_of_;
  Rivals rivals_;
  std::vector<std::size_t> seen_;
  enum Facts : std::uint8_t { asked = 1, subject = 2, governed = 4 };
  std::vector<std::uint8_t> facts_;    // per seen mention: Facts, found out when asked for
  std::vector<std::uint8_t> opening_;  // per seen mention: the first person of its sentence
  /// What the text has shown of an entity so far.
  struct Person {
    std::uint32_t times = 0;                   // how often it was named
    resolve::Sex sex = resolve::Sex::unknown;  // by its names, or else by the first pronoun that meant it
  };
  std::vector<Person> people_;                                    // per entity
  std::unordered_multimap<std::size_t, std::size_t> exclusions_;  // pronoun to mention; looked up only
};

}  // namespace dossier::corefer
