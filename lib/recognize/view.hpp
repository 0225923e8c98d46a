// A read-only view of one sentence for the recognizers: tokens with their classes, asked in the words of the rules.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "recognize/workspace.hpp"

namespace dossier::recognize {

/// Hashes of the function words that hold names together or stand before them.
struct Literals {
  std::uint64_t of, and_, for_, the, a, an, ampersand, in, at, on, to, from, by, as, i, is, was, minister, secretary,
      with, who, such, like, including, surnamed, nicknamed, dear, hello, hi, hey, thanks, women, men, children,
      people_, girls, boys, me, my, you, your, exclamation;
  /// "Women", "Children": words that own a body in its name.
  [[nodiscard]] bool people(std::uint64_t hash) const noexcept {
    return hash == women || hash == men || hash == children || hash == people_ || hash == girls || hash == boys;
  }
  Literals();
};

/// Classes of common nouns that tell what the name beside them is of; count where no dictionary declares them.
struct Nouns {
  lexicon::ClassId organization = lexicon::ClassId::count;  ///< "company", "newspaper"
  lexicon::ClassId place = lexicon::ClassId::count;         ///< "village", "province"
  lexicon::ClassId thing = lexicon::ClassId::count;         ///< "film", "ship"
  lexicon::ClassId opener = lexicon::ClassId::count;        ///< not a noun but a first word: "Seguros", "FC"
  lexicon::ClassSet telling = {};                           ///< the first three
  /// By the names of the classes; those that the lexicon does not have stay `count`.
  [[nodiscard]] static Nouns of(const lexicon::Lexicon& lexicon);
};

/// What the text says a name is: "Harven, a textile company, ...", "the village of Tolm".
enum class Described : std::uint8_t { unsaid, person, organization, place, thing };

/// A span that may be a name.
struct NameSpan {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  lexicon::ClassSet listed;   ///< of the dictionary entries that are exactly these tokens
  lexicon::ClassSet before;   ///< of the token before, in the sentence
  lexicon::ClassSet after;    ///< of the token behind
  bool before_lower = false;  ///< that token is a word in lower case
  bool after_lower = false;
  Described described = Described::unsaid;
};

/// Words that own a part of a name, and names that own what stands behind them.
inline constexpr lexicon::ClassSet possessors =
    lexicon::set_of(lexicon::ClassId::role, lexicon::ClassId::role_title, lexicon::ClassId::kin);
inline constexpr lexicon::ClassSet named_owners =
    lexicon::set_of(lexicon::ClassId::country, lexicon::ClassId::nationality, lexicon::ClassId::region,
                    lexicon::ClassId::surname, lexicon::ClassId::given_name);
inline constexpr lexicon::ClassSet owners = named_owners | lexicon::set_of(lexicon::ClassId::stop_name);
inline constexpr lexicon::ClassSet other_names =
    lexicon::set_of(lexicon::ClassId::country, lexicon::ClassId::city, lexicon::ClassId::region,
                    lexicon::ClassId::nationality, lexicon::ClassId::organization, lexicon::ClassId::org_head);

/// Classes that name things: rules of names ask them of each word of such a name, "South" and "Korea" alike.
[[nodiscard]] constexpr bool names_things(lexicon::ClassId cls) noexcept {
  using lexicon::ClassId;
  return lexicon::set_of(ClassId::person, ClassId::organization, ClassId::country, ClassId::city, ClassId::region,
                         ClassId::place, ClassId::nationality, ClassId::group)
             .has(cls) ||
         static_cast<std::size_t>(cls) >= lexicon::first_user_class;
}

/// Classes whose entries may match words in small letters, as in hasty writing: "a week in portugal".
inline constexpr lexicon::ClassSet written_small =
    lexicon::set_of(lexicon::ClassId::country, lexicon::ClassId::city, lexicon::ClassId::region);

/// A class that a dictionary declares, and the type of what it names.
struct OwnNames {
  lexicon::ClassId cls = lexicon::ClassId::count;
  TypeId type = TypeId::none;
};

/// Tokens [first, last) of a text. Everything it refers to must outlive it. Questions about a token may be asked of the
/// few tokens around the sentence as well (and of first - 1 wrapped around): as far as Cell::margin they have no class
/// and are no word.
struct SentenceView {
  static constexpr lexicon::EntryId no_entry = lexicon::EntryId::none;
  const tokens::TokenizedText& text;
  const tokens::Token* all_tokens;  ///< text.tokens
  std::uintptr_t cell_of_zero;      ///< where the cell of token 0 would stand; work.cells has those of the sentence
  const lexicon::Lexicon& lexicon;
  const Weights& weights;
  const Literals& literals;
  Workspace& work;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  tokens::SentenceKind kind = tokens::SentenceKind::body;
  bool all_caps = false;                  ///< nearly every word is in capitals: capitals mean nothing
  float threshold = 0.0F;                 ///< log-odds from which a candidate may be chosen
  bool title_case = false;                ///< a headline in which most words are capitalised
  std::uint8_t all_signs = 0;             ///< of all its tokens together: Sign
  const rules::RuleSet* rules = nullptr;  ///< those of stage names, null when there are none
  bool rules_may_match = false;           ///< one of them may find something in the sentence
  std::span<const OwnNames> own_names = {};
  Nouns nouns = {};

  [[nodiscard]] const tokens::Token& token(std::uint32_t i) const noexcept { return all_tokens[i]; }
  [[nodiscard]] const Cell& cell(std::uint32_t i) const noexcept {
    assert(i - first + Cell::margin < work.cells.size());
    // As a number: there need be no cell for token 0, and first - 1 may be the greatest number of all.
    const auto offset = static_cast<std::uintptr_t>(static_cast<std::intptr_t>(static_cast<std::int32_t>(i)));
    return *reinterpret_cast<const Cell*>(cell_of_zero + offset * sizeof(Cell));
  }
  [[nodiscard]] lexicon::ClassSet classes(std::uint32_t i) const noexcept { return cell(i).classes; }
  [[nodiscard]] bool is(std::uint32_t i, lexicon::ClassId id) const noexcept { return cell(i).classes.has(id); }
  [[nodiscard]] bool word_is(std::uint32_t i, std::uint64_t hash) const noexcept { return cell(i).hash == hash; }
  /// True when the token is this one ASCII character.
  [[nodiscard]] bool mark(std::uint32_t i, char character) const noexcept { return cell(i).mark == character; }
  /// A word whose first letter is a capital.
  [[nodiscard]] bool capital(std::uint32_t i) const noexcept { return (cell(i).looks & Cell::capital) != 0; }
  [[nodiscard]] bool lower(std::uint32_t i) const noexcept { return (cell(i).looks & Cell::lower) != 0; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const noexcept { return text.text_of(i); }
  /// REQUIRES: first <= i < last.
  [[nodiscard]] bool flag(std::uint32_t i, tokens::TokenFlags flag) const noexcept {
    return (all_tokens[i].flags & flag) != 0;
  }
  [[nodiscard]] bool hyphen(std::uint32_t i) const noexcept {
    return mark(i, '-') && !flag(i, tokens::space_before) && i + 1 < last && !flag(i + 1, tokens::space_before);
  }
  /// "Teachers'": the mark alone behind an ordinary word.
  [[nodiscard]] bool plural_owner(std::uint32_t i) const noexcept {
    return word(i).back() != 's' && is(i - 1, lexicon::ClassId::common_word);
  }
  /// A quotation mark around one or two words inside a name: Anna "Bo" Lindt. The opening one, or the closing one.
  [[nodiscard]] bool opens_nickname(std::uint32_t i) const noexcept { return quote(i) && nickname_words(i) != 0; }
  [[nodiscard]] bool closes_nickname(std::uint32_t i) const noexcept {
    if (!quote(i)) return false;
    return (i >= first + 2 && nickname_words(i - 2) == 1) || (i >= first + 3 && nickname_words(i - 3) == 2);
  }
  /// How many words stand between the quotation marks of a nickname that the one at `i` opens; 0 when it opens none.
  [[nodiscard]] std::uint32_t nickname_words(std::uint32_t i) const noexcept {
    if (!quote(i) || !capital(i - 1) || !capital(i + 1)) return 0;
    if (quote(i + 2)) return capital(i + 3) ? 1 : 0;
    return capital(i + 2) && quote(i + 3) && capital(i + 4) ? 2 : 0;
  }
  [[nodiscard]] bool quote(std::uint32_t i) const noexcept {
    if ((cell(i).looks & Cell::punctuation) == 0) return false;
    const std::string_view mark_text = word(i);
    return mark_text == "\"" || mark_text == "'" || mark_text == "\u201C" || mark_text == "\u201D" ||
           mark_text == "\u2018" || mark_text == "\u2019";
  }
  /// "7th", as in "7th Fleet".
  [[nodiscard]] bool ordinal_number(std::uint32_t i) const noexcept {
    if (!flag(i, tokens::has_digit) || all_tokens[i].kind != tokens::TokenKind::word) return false;
    const std::string_view form = word(i);
    const char last_letter = form.back();
    return form.size() >= 3 && form.front() >= '1' && form.front() <= '9' &&
           (last_letter == 'h' || last_letter == 't' || last_letter == 'd');
  }
  /// The lower-case end of a name cut at its hyphen: "hsiu" of "Mei-hsiu", not "based" of "Boston-based".
  [[nodiscard]] bool name_tail(std::uint32_t i) const noexcept {
    if (i < first + 2 || !lower(i) || !hyphen(i - 1) || !capital(i - 2)) return false;
    return !is(i, lexicon::ClassId::common_word) || family_name_before(i - 2);
  }
  /// Behind a family name, a short word that is no other name begins a given name of syllables: "Wan" of "Chiang
  /// Wan-an"; not "Kong" of "Hong Kong-led".
  [[nodiscard]] bool family_name_before(std::uint32_t i) const noexcept {
    constexpr std::uint32_t first_syllable = 5;  // letters
    constexpr std::uint32_t last_syllable = 4;
    if (i <= first || !capital(i - 1) || !is(i - 1, lexicon::ClassId::surname)) return false;
    if (all_tokens[i].span.size() > first_syllable || all_tokens[i + 2].span.size() > last_syllable) return false;
    constexpr std::array<std::string_view, 12> ends = {"led",  "born", "made", "run",  "held", "era",
                                                       "like", "wide", "only", "rich", "free", "type"};
    const std::string_view tail = word(i + 2);
    for (const std::string_view end : ends)
      if (tail == end) return false;
    return !classes(i).any(other_names) && find_entry(i - 1, i + 1, lexicon::ClassId::region) == no_entry &&
           find_entry(i - 1, i + 1, lexicon::ClassId::country) == no_entry &&
           find_entry(i - 1, i + 1, lexicon::ClassId::city) == no_entry;
  }
  [[nodiscard]] bool begins_phrase(std::uint32_t i) const noexcept {
    return work.matches.phrase_begin[i] != work.matches.phrase_begin[i + 1];
  }
  /// The entry of a class that is exactly tokens [a, b), if any.
  [[nodiscard]] lexicon::EntryId entry_at(std::uint32_t a, std::uint32_t b, lexicon::ClassId id) const noexcept {
    const bool possible = b - a == 1 ? is(a, id) : begins_phrase(a);
    return possible ? find_entry(a, b, id) : lexicon::EntryId::none;
  }
  [[nodiscard]] lexicon::EntryId entry_of(const NameSpan& span, lexicon::ClassId id) const noexcept {
    return span.listed.has(id) ? find_entry(span.first, span.last, id) : lexicon::EntryId::none;
  }
  [[nodiscard]] NameSpan name_span(std::uint32_t a, std::uint32_t b) const noexcept {
    NameSpan span;
    span.first = a;
    span.last = b;
    if (b - a == 1) span.listed = classes(a);
    span.before = classes(a - 1);
    // "Near Tolm, ..." at the start of a sentence is "near Tolm".
    span.before_lower = lower(a - 1) || (a > first && flag(a - 1, tokens::sentence_start) &&
                                         span.before.has(lexicon::ClassId::locative));
    span.after = classes(b);
    span.after_lower = lower(b);
    for (const lexicon::PhraseMatch& phrase : work.matches.phrases_at(a))
      if (phrase.last == b) span.listed.add(phrase.cls);
    return span;
  }
  [[nodiscard]] lexicon::EntryId find_entry(std::uint32_t a, std::uint32_t b, lexicon::ClassId id) const noexcept;
  /// The first token from `i` on that has the sign, `last` when there is none.
  [[nodiscard]] std::uint32_t next(std::uint32_t i, Sign sign) const noexcept {
    constexpr std::uint64_t every_byte = 0x0101010101010101ULL;
    const std::uint8_t* const signs = work.signs.data();  // eight more than tokens
    for (; i < last; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, signs + (i - first), sizeof eight);
      eight &= every_byte * sign;
      if (eight == 0) continue;
      const int zeros = std::endian::native == std::endian::little ? std::countr_zero(eight) : std::countl_zero(eight);
      return std::min(i + static_cast<std::uint32_t>(zeros) / 8, last);
    }
    return last;
  }
  /// What the text has shown of a word so far, as Memory bits of names.
  [[nodiscard]] std::uint8_t remembered(std::uint32_t i) const noexcept { return cell(i).seen & seen_name; }
  /// True for an acronym that the text explains as something that is no organization.
  [[nodiscard]] bool common_acronym(std::uint32_t i) const noexcept { return (cell(i).seen & seen_common) != 0; }
  /// True for a word that a pronoun showed to be somebody.
  [[nodiscard]] bool said_thing(std::uint32_t i) const noexcept { return (cell(i).seen & recognize::said_thing) != 0; }
  [[nodiscard]] bool said_place(std::uint32_t i) const noexcept { return (cell(i).seen & recognize::said_place) != 0; }
  [[nodiscard]] bool shown(std::uint32_t i) const noexcept { return (cell(i).seen & seen_person) != 0; }
  /// Remembers a word, for this sentence as for the others.
  void learn(std::uint32_t i, Memory what) const {
    work.memory.add(cell(i).hash, what);
    for (Cell& other : work.cells)
      if (other.hash == cell(i).hash) other.seen |= what;
  }
  /// True for the possessive mark inside a name: "Teachers' Union", "Prime Minister's Office"; not "Kenya's Ministry".
  [[nodiscard]] bool inner_possessive(std::uint32_t i) const noexcept {
    return (cell(i).looks & Cell::possessive) != 0 && capital(i - 1) && capital(i + 1) &&
           !classes(i - 1).any(plural_owner(i) ? named_owners : owners) &&
           (classes(i - 1).any(possessors) || literals.people(cell(i - 1).hash) || plural_owner(i));
  }
  /// The span of tokens [a, b) in the text.
  [[nodiscard]] Span span(std::uint32_t a, std::uint32_t b) const noexcept {
    return {all_tokens[a].span.begin, all_tokens[b - 1].span.end};
  }
};

}  // namespace dossier::recognize
