// Where somebody is named, described or meant, and what that place in its sentence says: subject, owner, behind a
// preposition.
#pragma once

#include <cstdint>

#include "lexicon/lexicon.hpp"
#include "resolve/resolve.hpp"
#include "tokens/token.hpp"

namespace dossier::corefer {

/// What stands at a place.
enum class PlaceKind : std::uint8_t { name, role_phrase, pronoun, unrecognized };

/// What a place says, a bit each.
enum PlaceFacts : std::uint16_t {
  asked = 1,
  subject = 2,         ///< of a clause
  governed = 4,        ///< behind a preposition
  owner = 8,           ///< "Lee's brother", "her brother"
  with_woman = 16,     ///< "Lee and Ann"
  with_man = 32,       ///< "Lee and Tom"
  with_somebody = 64,  ///< "Lee and Smith"
  subordinate = 128,   ///< behind "that", "when": "said that Lee had left"
  in_parentheses = 256,
  leads = 512,       ///< the first subject of its sentence
  listed = 1024,     ///< between commas and further names: "Ann, Lee, Tom"
  described = 2048,  ///< right behind what the person is: "the lawyer Lee", "her brother, Lee"
  coordinated = with_woman | with_man | with_somebody
};

/// Tokens [first, last) of a sentence that speak of somebody.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  PlaceKind kind = PlaceKind::name;
  resolve::Sex sex = resolve::Sex::unknown;  ///< of who is no entity
  std::uint16_t facts = 0;                   ///< PlaceFacts; 0: not asked yet
  std::uint64_t person = 0;                  ///< entity, or a number that no entity has
};

/// Reads places. Cheap to make.
class PlaceReader {
 public:
  /// Both must outlive this.
  PlaceReader(const tokens::TokenizedText& text, const lexicon::Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  /// Fills in the facts of a place that is no pronoun, unless they are there. O(1).
  void read(Place& place) const;
  [[nodiscard]] bool is_in_parentheses(const Place& place) const;
  /// The subject that the sentence begins with, be it behind an opening phrase: "In May, Lee left". REQUIRES: a
  /// subject.
  [[nodiscard]] bool is_leading(const Place& place) const;
  /// Behind a preposition, titles and articles aside: "with the former minister Ann Lee".
  [[nodiscard]] bool is_governed(const Place& place) const;
  /// One past the last token before `token` that ends a clause in the sentence; else the sentence's first token.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t token, std::uint32_t sentence) const;
  /// The token itself, or the next one where it is a comma.
  [[nodiscard]] std::uint32_t behind_comma(std::uint32_t t) const;
  /// True where "and", "or" or "with" is the only word before token `end`.
  [[nodiscard]] bool joins(std::uint32_t t, std::uint32_t end) const;
  /// True for a word in small letters that is none of the small words that are no verbs.
  [[nodiscard]] bool looks_like_verb(std::uint32_t t) const;

  /// "her" is an object before it: "met her when", "sent her off".
  [[nodiscard]] bool follows_object(std::uint32_t t) const;
  /// "In", but not "Since", which may open a clause.
  [[nodiscard]] bool is_preposition(std::uint32_t t) const;
  /// "who", "whose" or "whom" behind a name and perhaps a comma: where it stands; else 0.
  [[nodiscard]] std::uint32_t relative_behind(const Place& place) const;
  /// "During", "Having": a sentence that begins with it names its subject behind the comma.
  [[nodiscard]] bool is_opening(std::uint32_t t) const;

 private:
  /// True for a SmallWord of one of the kinds.
  [[nodiscard]] bool is(std::uint32_t t, unsigned kinds) const;
  [[nodiscard]] bool is_capital(std::uint32_t t) const;
  [[nodiscard]] bool is_subject(const Place& place) const;
  [[nodiscard]] bool is_preposition_of(const Place& place, std::uint32_t t) const;
  [[nodiscard]] bool is_subordinate(const Place& place) const;
  [[nodiscard]] bool is_listed(const Place& place) const;
  [[nodiscard]] bool is_described(const Place& place) const;
  [[nodiscard]] std::uint16_t partners(const Place& place) const;
  [[nodiscard]] std::uint16_t partner(std::uint32_t t) const;
  [[nodiscard]] bool is_title(std::uint32_t t) const;
  [[nodiscard]] const tokens::Token& token(std::uint32_t t) const { return text_.tokens[t]; }

  const tokens::TokenizedText& text_;
  const lexicon::Lexicon& lexicon_;
};

}  // namespace dossier::corefer
