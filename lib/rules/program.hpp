// Patterns compiled to instructions over numbered item tests, and the index that says around which items a rule is
// tried.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/perfect_hash.hpp"
#include "rules/parser.hpp"
#include "rules/rules.hpp"
#include "rules/syntax.hpp"

namespace re2 {
class RE2;
}

namespace dossier::rules {

struct Instruction {
  enum class Op : std::uint8_t { item, look_ahead, look_behind, split, jump, open, close, at_start, at_end, match };
  Op op = Op::match;
  bool negated = false;  // look_*
  CaptureName capture = CaptureName::subject;
  std::uint32_t x = 0;  // item, look_*: test; jump: target; split: preferred target
  std::uint32_t y = 0;  // split: other target
  std::uint32_t split = 0;    // split: its number in the program
  std::uint32_t element = 0;  // item, look_*: Programs::elements
};

/// What stands at a place of a sentence: an entity type by its number, or one of these.
struct ItemKind {
  static constexpr std::size_t untyped = 64;
  static constexpr std::size_t nothing = 65;  ///< the sentence has ended, or a wall stands there
  static constexpr std::size_t count = 66;
  [[nodiscard]] static std::size_t of(const Item& item) noexcept {
    if ((item.marks & Marks::wall) != 0) return nothing;
    return item.type == TypeId::none ? untyped : static_cast<std::size_t>(item.type);
  }
};
using ItemKinds = std::bitset<ItemKind::count>;

/// The first items of a match that are looked at before it is tried.
inline constexpr std::size_t opening_items = 3;
/// What each of them may be.
using Opening = std::array<ItemKinds, opening_items>;

/// A rule's program.
struct Program {
  std::uint32_t first = 0;  // of Programs::code
  std::uint32_t size = 0;
  std::uint32_t splits = 0;
  std::uint32_t max_items = 0;      // no match is longer
  SetId first_words = SetId::none;  // a match begins with one of these words, unless none is given
  std::uint32_t first_need = 0;     // of Programs::needs
  std::uint32_t needs = 0;
};

/// Some item is one of the words or, where none are given, has one of the types: without it the rule cannot match.
struct Need {
  TypeSet types;
  SetId words = SetId::none;
};

/// Sets of a stage's rules, a bit each, for the starts from which a rule could reach the item that selects it.
class AnchorRows {
 public:
  struct Row {
    std::uint32_t before = 0;  // items between start and anchor
    std::uint32_t bits = 0;    // of bits()
  };
  /// Of a word, type or class: the earliest start first.
  [[nodiscard]] std::span<const Row> operator[](std::size_t key) const noexcept {
    return std::span(rows_).subspan(begin_[key], begin_[key + 1] - begin_[key]);
  }
  [[nodiscard]] const std::uint64_t* bits(const Row& row) const noexcept { return &bits_[row.bits]; }
  /// Of a word, type or class: the rules of all its rows; null when there are none.
  [[nodiscard]] const std::uint64_t* any(std::size_t key) const noexcept {
    return begin_[key] == begin_[key + 1] ? nullptr : &bits_[any_[key]];
  }

  /// Sets of `width` words of 64 bits, by key and items before.
  using Draft = std::vector<std::map<std::uint32_t, std::vector<std::uint64_t>>>;
  void build(const Draft& draft);

 private:
  std::vector<std::uint32_t> begin_;  // one more at the end
  std::vector<Row> rows_;
  std::vector<std::uint32_t> any_;  // by key: of bits_
  std::vector<std::uint64_t> bits_;
};

/// For one stage: the rules to try when an item has a word, head word, type or class. Rules are bits, in sets of
/// `width` words.
struct AnchorIndex {
  std::vector<std::uint32_t> rules;  // by bit: its number
  std::uint32_t width = 0;
  AnchorRows words;  // by WordIndex
  AnchorRows heads;
  AnchorRows types;
  TypeSet anchored;  // those that `types` has rules for
  AnchorRows classes;
  std::vector<std::uint64_t> always;  // rules that nothing selects; empty when there are none
  std::array<std::vector<std::uint64_t>, opening_items> opening;  // rules that allow an ItemKind as n-th item
  StageFilter filter;  // of the words, heads and classes

  [[nodiscard]] bool empty() const noexcept { return rules.empty(); }
  /// By ItemKind: the n-th 64 rules that allow it at a place.
  [[nodiscard]] const std::uint64_t* allowed(std::size_t place, std::size_t word) const noexcept {
    return &opening[place][word * ItemKind::count];
  }
};

/// What an item takes over from the vocabulary.
struct WordFacts {
  WordlistSet lists;
  WordIndex word = WordIndex::none;
  std::uint16_t anchors = 0;  // bit 2 x stage as a word, the next as a head
};

/// From folded hashes to words and their facts. Every word of a text is looked up here, found or not: no branch
/// (base/perfect_hash.hpp).
class Vocabulary {
 public:
  /// REQUIRES: called once, with distinct hashes; word i gets index i. False, and empty, when they are too much alike.
  bool build(const std::vector<std::uint64_t>& hashes);
  /// The facts of no word when there is none.
  [[nodiscard]] const WordFacts& find(std::uint64_t hash) const noexcept {
    const Slot& slot = slots_[places().place_of(key_of(hash))];
    return *(slot.hash == hash ? &slot.facts : &no_word);
  }
  [[nodiscard]] WordIndex index_of(std::uint64_t hash) const noexcept { return find(hash).word; }
  /// Facts of a word, by its index.
  [[nodiscard]] WordFacts& operator[](std::size_t word) noexcept { return slots_[slot_of_[word]].facts; }
  [[nodiscard]] const WordFacts& operator[](std::size_t word) const noexcept { return slots_[slot_of_[word]].facts; }
  [[nodiscard]] std::size_t size() const noexcept { return slot_of_.size(); }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    WordFacts facts;
  };
  static constexpr WordFacts no_word{};
  static constexpr std::uint64_t key_of(std::uint64_t hash) noexcept { return hash * 0x9E3779B97F4A7C15ULL; }
  [[nodiscard]] base::PerfectHash places() const noexcept {
    return {displacements_, static_cast<std::uint32_t>(slots_.size())};
  }
  std::vector<base::Displacement> displacements_ = std::vector<base::Displacement>(1);
  std::vector<Slot> slots_ = std::vector<Slot>(1);
  std::vector<std::uint32_t> slot_of_;  // by word
};

/// Everything that matching reads.
struct Programs {
  std::vector<Instruction> code;
  std::vector<Program> programs;  // by rule
  std::vector<Need> needs;
  std::vector<std::string> elements;  // as they stand in the rule files, for accounts of what failed
  std::array<AnchorIndex, stages> anchors;

  // Item tests: clauses [clause_begin[test], clause_begin[test + 1]), atoms likewise.
  std::vector<std::uint32_t> clause_begin;
  std::vector<std::uint32_t> atom_begin;
  std::vector<Atom> atoms;
  std::vector<std::shared_ptr<const re2::RE2>> regexes;  // by Atom::mask

  Vocabulary vocabulary;
  std::vector<std::uint64_t> members;  // bit sets, `stride` words of 64 bits per vocabulary entry
  std::uint32_t stride = 0;
  static constexpr std::uint16_t head_anchors = 0xAAAA;
  bool remembers = false;  // some test asks what the text has shown of a word

  [[nodiscard]] bool in_set(WordIndex word, SetId set) const noexcept {
    if (word == WordIndex::none) return false;
    const auto bit = static_cast<std::size_t>(set);
    return ((members[static_cast<std::size_t>(word) * stride + bit / 64] >> (bit % 64)) & 1U) != 0;
  }
};

/// True when the item fulfils the test, by its number in Programs.
[[nodiscard]] bool passes(const Programs& programs, std::uint32_t test, const ItemSpan& sentence, std::size_t item);

/// Rules that cannot be compiled are reported: empty matches, programs that are too large.
[[nodiscard]] Programs build_programs(const Parsed& parsed, Reporter& report);

}  // namespace dossier::rules
