// The rule language: patterns over the words and mentions of a sentence, read from .rules files, that state relations.
//
//   list meet = met meets meet
//   let someone = PERSON | ORGANIZATION
//   met.active: subject:$someone label:$meet with? object:$someone -> met
//     + [PERSON#1 Ann Lee] met [PERSON#2 Bob Ray]. => #1 met #2 "met"
//
// docs/rules.md describes the language. A rule set is built once and frozen; matching costs O(items x program x 60) at
// worst and tries a rule only around the items that its rarest required word, class or type selects.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <dossier/document.hpp>
#include <dossier/schema.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/image.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/grammar.hpp"
#include "tokens/token.hpp"

namespace dossier::rules {

/// A word that some rule or list names; index into the rule set's vocabulary.
enum class WordIndex : std::uint32_t { none = 0xFFFFFFFF };

/// What the caller knows of an item beyond its token, a bit each. Rules test them by these names inside brackets.
enum Marks : std::uint16_t {
  owner = 1,      ///< a possessive: "Putin's", "his" before a noun
  several = 2,    ///< a list: "Ann and Bob"
  closed = 4,     ///< a noun phrase that its own sentence already describes ("U.S. envoy Ann Lee")
  plural = 8,     ///< the head word is a plural
  wall = 16,      ///< matches nothing at all
  verbal = 32,    ///< looks like the verb of a clause
  definite = 64,  ///< a role phrase with an article or owner in front: "the envoy", "his envoy"
  // 256 to 2048 are the callers'.
  seen_person = 128,  ///< stage names: the text has a longer name of a person with this word
  headline = 4096,    ///< in a headline
  list_item = 8192,
  seen_organization = 16384,
  seen_place = 32768
};

/// The marks that all items of such a sentence have.
[[nodiscard]] constexpr std::uint16_t marks_of(tokens::SentenceKind kind) noexcept {
  if (kind == tokens::SentenceKind::headline) return Marks::headline;
  return kind == tokens::SentenceKind::list_item ? std::uint16_t{Marks::list_item} : std::uint16_t{0};
}

/// What a rule sees of a sentence: one item per token, but one per mention where a mention covers several tokens.
struct Item {
  WordIndex word = WordIndex::none;  ///< of the token, then the same as `head`; none for a mention of several tokens
  WordIndex head = WordIndex::none;  ///< of the last token
  lexicon::ClassSet classes;         ///< of the last token
  TypeId type = TypeId::none;        ///< of the mention that covers it
  MentionKind reference = MentionKind::name;
  char mark = '\0';  ///< the character of a punctuation mark of one byte
  MentionId mention = MentionId::none;
  tokens::TokenKind kind = tokens::TokenKind::word;
  tokens::Shape shape = tokens::Shape::none;
  std::uint16_t flags = 0;    ///< tokens::TokenFlags of the first token
  std::uint16_t marks = 0;    ///< Marks
  std::uint16_t anchors = 0;  ///< of the words: private to the matcher
  Span span;
  WordlistSet lists;       ///< of `word`
  WordlistSet head_lists;  ///< of `head`
};

/// The items of a sentence, side by side or each inside of a larger record, and the text that their spans are of (only
/// regular expressions look at it). What it refers to must outlive it.
class ItemSpan {
 public:
  ItemSpan(const std::vector<Item>& items, std::string_view text) noexcept
      : first_(reinterpret_cast<const std::byte*>(items.data())),
        stride_(sizeof(Item)),
        size_(items.size()),
        text_(text) {}
  template <typename Record>
  ItemSpan(const std::vector<Record>& records, Item Record::*item, std::string_view text) noexcept
      : first_(records.empty() ? nullptr : reinterpret_cast<const std::byte*>(&(records.front().*item))),
        stride_(sizeof(Record)),
        size_(records.size()),
        text_(text) {}

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] const Item& operator[](std::size_t i) const noexcept {
    return *reinterpret_cast<const Item*>(first_ + i * stride_);
  }
  /// The words of an item as they are written.
  [[nodiscard]] std::string_view words(const Item& item) const noexcept {
    return item.span.end <= text_.size() ? text_.substr(item.span.begin, item.span.size()) : std::string_view();
  }

 private:
  const std::byte* first_;
  std::size_t stride_;
  std::size_t size_;
  std::string_view text_;
};

/// What a captured part of a match is.
enum class CaptureName : std::uint8_t { subject, object, both, label, place, date, name };

/// One named capture of a match: items [first, last).
struct Capture {
  CaptureName name = CaptureName::subject;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// One place where a rule matched: items [first, last), captures [captures, captures + capture_count) of
/// Matches::captures.
struct Match {
  std::uint32_t rule = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t captures = 0;
  std::uint32_t capture_count = 0;
};

/// Where a rule came nearest to matching: what it had taken, what it needed next, and what stood there.
struct NearMiss {
  std::uint32_t matched = 0;  ///< number of items taken; 0: it was never tried
  std::uint32_t start = 0;    ///< the first of them
  std::string words;          ///< of those items
  std::string needed;  ///< the elements as the rule file has them, "a or b" where it could have gone on in several ways
  std::string found;   ///< the words of the item that it was tried on, empty at the end of the sentence
};

/// Collects, for some rules, where they failed. Costs nothing where it is not asked for.
struct Trace {
  std::vector<std::uint8_t> wanted;  ///< by rule: 1 when it is of interest
  std::vector<NearMiss> misses;      ///< by rule: the one with the most items
};

/// How often a rule was tried and matched.
struct RuleCount {
  std::uint64_t tries = 0;
  std::uint64_t hits = 0;
};

/// The result of match() with its working memory; reused from sentence to sentence. For one thread at a time.
struct Matches {
  std::vector<Match> matches;
  std::vector<Capture> captures;  ///< in the order of the pattern; a name may occur several times
  std::vector<RuleCount> counts;  ///< by rule, of all calls so far
  Trace* trace = nullptr;         ///< filled in when there is one; not owned

  [[nodiscard]] std::span<const Capture> captures_of(const Match& match) const noexcept {
    return std::span(captures).subspan(match.captures, match.capture_count);
  }

  struct Step {  // a place to go back to: private to the matcher
    std::uint32_t pc = 0;
    std::uint32_t item = 0;
    std::uint32_t marks = 0;
  };
  struct OpenOrClose {
    std::uint32_t slot = 0;
    std::uint32_t item = 0;
  };
  std::vector<Step> steps;
  std::vector<OpenOrClose> trail;
  std::vector<std::uint64_t> visited;
  std::vector<std::uint32_t> next_start;  // per rule: first start that was not tried yet, counted from the first of all
  std::uint32_t starts_before = 0;        // sentences: so a new one needs no new list
};

/// What a rule is tried on: the bare words, before there are mentions; words and mentions; the same with role phrases
/// joined to one item; also with lists of names joined; or clauses, where adverbs and auxiliaries are gone and each
/// verb stands behind its subject. Rules of the first stage propose mentions, those of the others state relations.
enum class Stage : std::uint8_t { names, words, phrases, lists, clauses };
inline constexpr std::size_t stages = 5;

/// One rule as loaded.
struct Rule {
  std::string name;  ///< "met.active"
  std::string file;
  std::uint32_t line = 0;
  Stage stage = Stage::clauses;
  RelationTypeId relation =
      RelationTypeId::none;       ///< none: the rule only joins words to a phrase, or is of stage names
  TypeId mention = TypeId::none;  ///< stage names: the type of the mention
  float weight = 0.0F;            ///< stage names: log-odds that the match gives the mention
  bool hint = false;  ///< stage names: the weight is added to what others have proposed; nothing is proposed
  RelationFlags flags = RelationFlags::none;
  bool past = false;    ///< former, but not in reported speech ("said he was")
  bool absorb = false;  ///< the match becomes one phrase whose head is its subject
};

/// A sentence that a rule file gives for the rule above it, in bracket notation.
struct Example {
  std::uint32_t rule = 0;
  std::uint32_t line = 0;  ///< in the rule's file
  bool counter = false;    ///< the rule must not find anything in it, or not what is expected
  std::string text;        ///< "[PERSON#1 Ann] met [PERSON#2 Bob]."
  std::string expected;    ///< "#1 met #2 \"met\"; ..."; may be empty for a counter-example
};

/// A question about the words of a sentence that has no mentions yet: where none of them is admitted, no rule of the
/// stage matches. Says yes too often, never no.
struct StageFilter {
  std::array<std::uint64_t, 64> words = {};  ///< a bit for 12 bits of a word's hash
  lexicon::ClassSet classes;
  lexicon::ClassSet capital_classes;  ///< that count in words with capitals only
  bool every = false;                 ///< some rule is tried everywhere
  std::array<std::uint8_t, 7> zero{};

  void add(std::uint64_t hash) noexcept { words[(hash >> 6) & 63U] |= std::uint64_t{1} << (hash & 63U); }
  [[nodiscard]] bool admits(const tokens::Token& token, lexicon::ClassSet of_token) const noexcept {
    // In numbers, without branches: what words are like is hard to foresee.
    const std::uint64_t listed = (words[(token.hash >> 6) & 63U] >> (token.hash & 63U)) & 1U;
    const std::uint64_t classed = of_token.any(classes) ? 1U : 0U;
    const std::uint64_t capital = token.shape != tokens::Shape::lower ? 1U : 0U;
    const std::uint64_t capital_classed = of_token.any(capital_classes) ? 1U : 0U;
    return (listed | classed | (capital & capital_classed) | std::uint64_t{every}) != 0;
  }
};

struct Names;

/// Rules, frozen. Const and safe for many threads; copies share.
class RuleSet {
 public:
  /// Parses and compiles. Appends every problem of every file (codes "rules.*"); nothing when one of them is an error.
  /// Lists and lets may be used before and across files. The same files in the same order give the same rules. Classes
  /// that dictionaries declare are known by the lexicon, if there is one.
  [[nodiscard]] static std::optional<RuleSet> compile(std::span<const lexicon::SourceFile> files, const Schema& schema,
                                                      Diagnostics& problems, const lexicon::Lexicon* lexicon = nullptr);
  /// Opens what image() gave, without parsing or copying. Nothing where it was compiled by another version of the
  /// library or for other types and classes (compile the files again); nothing and an error ("image.damaged") where
  /// something in it leads outside of it. O(size of the tables). REQUIRES: the bytes outlive every copy of the rule
  /// set, and are aligned to 8.
  [[nodiscard]] static std::optional<RuleSet> open(std::span<const std::byte> image, const Schema& schema,
                                                   Diagnostics& problems, const lexicon::Lexicon* lexicon = nullptr);

  /// All matches of a stage's rules in a sentence: every rule, every start, for each (rule, start) the one match the
  /// pattern prefers. Sorted by first item, then rule. Clears `out` first. A rule's work is bounded by starts x
  /// choices x items that its pattern can cover (60 at most).
  void match(Stage stage, ItemSpan sentence, Matches& out) const;

  /// Fills in what the rules know of an item's last token (head, head_lists), and of the whole item where that token is
  /// all of it (word, lists), by the folded word's hash (tokens::Token::hash).
  void set_head(Item& item, std::uint64_t hash) const noexcept;
  void set_word(Item& item, std::uint64_t hash) const noexcept;

  /// False when no rule of the stage can match these items in their order: each rule needs something that none of them
  /// is, or that none behind the others is. Of stage clauses, items with a type may stand a second time before others,
  /// as subjects do before their verbs; the last thing that a rule needs must be there without. It says yes too often.
  [[nodiscard]] bool may_match(Stage stage, ItemSpan sentence) const;

  /// True when some rule is of the stage.
  [[nodiscard]] bool has(Stage stage) const noexcept;
  /// What tells cheaply that no rule of the stage can match a sentence. Valid as long as the rule set.
  [[nodiscard]] const StageFilter& filter(Stage stage) const noexcept;
  /// True when some rule asks what the text has shown of a word (seen-person ...).
  [[nodiscard]] bool remembers() const noexcept;
  [[nodiscard]] std::span<const Rule> rules() const noexcept;
  [[nodiscard]] std::vector<Example> examples() const;
  /// The rules compiled, to be opened again. The same rules give the same bytes. Valid as long as the rule set.
  [[nodiscard]] std::span<const std::byte> image() const noexcept;

  struct Parts;

 private:
  explicit RuleSet(std::shared_ptr<const Parts> parts);
  [[nodiscard]] static std::optional<RuleSet> open(std::vector<std::byte> owned, std::span<const std::byte> image,
                                                   const Names& names, Diagnostics& problems);
  std::shared_ptr<const Parts> parts_;
};

/// The section of a dictionary image that holds its rules compiled (RuleSet::image()).
inline constexpr base::SectionId image_section = base::section_id("RULE");

/// Name of a capture as rules write it: "subject".
[[nodiscard]] std::string_view to_string(CaptureName name) noexcept;

}  // namespace dossier::rules
