// Whom "he", "her" and "him" mean: those spoken of around the pronoun are compared by their traits, and the best one
// wins if it wins clearly.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "corefer/contest.hpp"
#include "corefer/corefer.hpp"
#include "corefer/places.hpp"
#include "corefer/rivals.hpp"

namespace dossier::corefer {

/// Reads the mentions of one text in order. Whoever is seen must be added before the pronouns behind it are asked for.
class Pronouns {
 public:
  /// All must outlive this. `sentence_of` is parallel to the mentions.
  Pronouns(const Context& context, const std::vector<Mention>& mentions, const std::vector<std::size_t>& sentence_of);

  /// A mention of a person whose entity is set; pronouns add themselves.
  void add(std::size_t mention);
  /// A role phrase that stands for somebody unknown: "the governor".
  void add_unknown(std::size_t mention);
  /// `pronoun` is the owner in "her lawyer, Ann Lee": it does not mean Ann Lee.
  void exclude(std::size_t pronoun, std::size_t mention);
  /// The person that a pronoun means; none when nobody fits, or nobody fits clearly better than another. It counts as
  /// seen for the pronouns behind it.
  [[nodiscard]] EntityId meant_by(std::size_t pronoun);

 private:
  enum class Case : std::uint8_t { subject, owner, object };
  /// The pronoun that is asked for.
  struct Asked {
    std::size_t mention = 0;
    std::uint32_t first = 0;  // tokens [first, last)
    std::uint32_t last = 0;
    std::uint32_t sentence = 0;
    resolve::Sex sex = resolve::Sex::unknown;
    Case role = Case::subject;
    bool reflexive = false;
    bool opens = false;  // the first word of its sentence
    bool quoted = false;
    bool in_parentheses = false;
    std::uint32_t clause = 0;        // the first token of its clause
    std::uint32_t verb = 0;          // the last "to" or "...ing" of its clause before an object; 0 without
    bool first_spoken_of = false;    // nobody is spoken of before it in its sentence
    bool bound = false;              // whoever does what that verb says was found
    std::uint32_t described = 0;     // one past the token where "her mother, Ann" begins to name somebody; 0 without
    std::uint64_t last_subject = 0;  // the person who was the nearest subject before; Contest::nobody without
  };

  [[nodiscard]] const tokens::Token& token(std::size_t t) const { return in_.text.tokens[t]; }
  [[nodiscard]] Place place_of(std::size_t mention, PlaceKind kind) const;
  [[nodiscard]] bool is_quoted(const Place& place) const;
  [[nodiscard]] Asked ask(std::size_t pronoun);
  void read_word(Asked& asked);
  [[nodiscard]] std::uint32_t described_by(const Asked& asked) const;
  [[nodiscard]] bool excluded(const Asked& asked, const Place& place) const;
  [[nodiscard]] resolve::Sex sex_of(const Place& place) const;
  [[nodiscard]] bool is_another(const Place& place) const;
  void consider(Contest& contest, Asked& asked, Place& place);
  void add_clause_traits(Traits& traits, Asked& asked, const Place& place) const;
  /// Of a place in the sentence before.
  static void add_traits_before(Traits& traits, const Asked& asked, const Place& place);
  [[nodiscard]] static bool binds(Asked& asked, const Place& place);
  [[nodiscard]] std::uint32_t verb_before(const Asked& asked) const;
  void consider_before(Contest& contest, Asked& asked, std::vector<Place>& rivals);
  void consider_ahead(Contest& contest, const Asked& asked, const std::vector<Place>& rivals) const;
  [[nodiscard]] bool may_be_ahead(const Asked& asked, const Place& place) const;
  [[nodiscard]] bool names_person(std::size_t mention) const;
  [[nodiscard]] std::uint64_t last_meant(resolve::Sex sex) const {
    return sex == resolve::Sex::female ? last_woman_ : last_man_;
  }
  void consider_names(Contest& contest, const Asked& asked);
  void count_names();
  void remember(const Asked& asked, std::uint64_t person);

  /// What the dictionaries say of a pronoun.
  struct Word {
    std::uint64_t hash = 0;
    tokens::Shape shape = tokens::Shape::none;
    resolve::Sex sex = resolve::Sex::unknown;
    Case role = Case::subject;
    bool reflexive = false;
  };
  [[nodiscard]] const Word& word_of(const tokens::Token& token);

  const Context& in_;
  const std::vector<Mention>& mentions_;
  const std::vector<std::size_t>& sentence_of_;
  PlaceReader reader_;
  Rivals rivals_;
  std::vector<Place> seen_;
  std::uint64_t last_woman_ = Contest::nobody;  // whom the last "she" meant
  std::uint64_t last_man_ = Contest::nobody;
  /// What the text shows of an entity.
  struct Person {
    std::uint32_t named = 0;                     // how often, in the whole text
    resolve::Sex meant = resolve::Sex::unknown;  // of the last pronoun that was said to mean it
  };
  std::vector<Person> people_;  // per entity; empty as long as no pronoun was asked for
  bool counted_ = false;        // people_ is filled in
  std::uint32_t most_named_ = 0;
  std::vector<Word> words_;  // few make up all pronouns of a text: each is asked of the dictionaries once
  std::unordered_multimap<std::size_t, std::size_t> exclusions_;  // pronoun to mention; looked up only
};

}  // namespace dossier::corefer
