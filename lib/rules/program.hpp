// Patterns compiled to instructions over numbered item tests, and the index that says around which items a rule is
// tried.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

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

/// A rule's program and where it may start, relative to the item that selects it.
struct Program {
  std::uint32_t first = 0;  // of Programs::code
  std::uint32_t size = 0;
  std::uint32_t splits = 0;
  std::uint32_t max_items = 0;  // no match is longer
  std::uint32_t least_before = 0;
  std::uint32_t most_before = 0;
  TypeSet first_types;              // the first item of a match has one of these types
  bool first_untyped = false;       // or none
  SetId first_words = SetId::none;  // and it is one of these words, unless none is given
  std::uint32_t first_need = 0;     // of Programs::needs
  std::uint32_t needs = 0;
};

/// Some item is one of the words or, where none are given, has one of the types: without it the rule cannot match.
struct Need {
  TypeSet types;
  SetId words = SetId::none;
};

/// Lists of rules by number, in one piece of memory.
class Buckets {
 public:
  void build(const std::vector<std::vector<std::uint32_t>>& lists);
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t list) const noexcept {
    return std::span(rules_).subspan(begin_[list], begin_[list + 1] - begin_[list]);
  }

 private:
  std::vector<std::uint32_t> begin_;  // one more at the end
  std::vector<std::uint32_t> rules_;
};

/// For one stage: rules to try when an item has a word, head word, type or class.
struct AnchorIndex {
  Buckets words;  // by WordIndex
  Buckets heads;
  bool empty = true;  // the stage has no rules
  std::array<std::vector<std::uint32_t>, 64> types;
  std::array<std::vector<std::uint32_t>, 128> classes;
  std::vector<std::uint32_t> always;  // rules that nothing selects
  StageFilter filter;                 // of the words, heads and classes
};

/// From folded hashes to WordIndex: open addressing, at most a quarter full, because nearly every word of a text is
/// looked up here and few are found.
class Vocabulary {
 public:
  /// REQUIRES: called once, with distinct hashes; word i gets index i.
  void build(const std::vector<std::uint64_t>& hashes);
  [[nodiscard]] WordIndex find(std::uint64_t hash) const noexcept {
    for (std::size_t slot = hash & mask_;; slot = (slot + 1) & mask_) {
      if (slots_[slot].word == WordIndex::none || slots_[slot].hash == hash) return slots_[slot].word;
    }
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    WordIndex word = WordIndex::none;
  };
  std::vector<Slot> slots_ = std::vector<Slot>(1);
  std::size_t mask_ = 0;
  std::size_t size_ = 0;
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
  std::vector<WordlistSet> wordlists;  // by vocabulary entry
  std::vector<std::uint16_t> anchors_of;  // by vocabulary entry: bit 2 x stage as a word, the next as a head
  static constexpr std::uint16_t head_anchors = 0xAAAA;
  bool remembers = false;  // some test asks what the text has shown of a word

  /// False when no match of the program starts at this item.
  [[nodiscard]] bool may_start(const Program& program, const Item& item) const noexcept {
    const bool typed = item.type == TypeId::none ? program.first_untyped : program.first_types.has(item.type);
    return typed && (program.first_words == SetId::none || in_set(item.word, program.first_words));
  }
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
