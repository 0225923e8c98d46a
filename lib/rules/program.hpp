// Patterns compiled to instructions over numbered item tests, and the index that says around which items a rule is
// tried.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rules/parser.hpp"
#include "rules/rules.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

struct Instruction {
  enum class Op : std::uint8_t { item, look_ahead, look_behind, split, jump, open, close, at_start, at_end, match };
  Op op = Op::match;
  bool negated = false;  // look_*
  CaptureName capture = CaptureName::subject;
  std::uint32_t x = 0;  // item, look_*: test; jump: target; split: preferred target
  std::uint32_t y = 0;  // split: other target
};

/// A rule's program and where it may start, relative to the item that selects it.
struct Program {
  std::uint32_t first = 0;  // of Programs::code
  std::uint32_t size = 0;
  std::uint32_t max_items = 0;  // no match is longer
  std::uint32_t least_before = 0;
  std::uint32_t most_before = 0;
};

/// For one stage: rules to try when an item has a word, head word, type or class.
struct AnchorIndex {
  std::vector<std::vector<std::uint32_t>> words;  // by WordIndex
  std::vector<std::vector<std::uint32_t>> heads;
  std::array<std::vector<std::uint32_t>, 64> types;
  std::array<std::vector<std::uint32_t>, 128> classes;
  lexicon::ClassSet used_classes;
  std::vector<std::uint32_t> always;  // rules that nothing selects
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
  std::array<AnchorIndex, stages> anchors;

  // Item tests: clauses [clause_begin[test], clause_begin[test + 1]), atoms likewise.
  std::vector<std::uint32_t> clause_begin;
  std::vector<std::uint32_t> atom_begin;
  std::vector<Atom> atoms;

  Vocabulary vocabulary;
  std::vector<std::uint64_t> members;  // bit sets, `stride` words of 64 bits per vocabulary entry
  std::uint32_t stride = 0;
  std::vector<WordlistSet> wordlists;  // by vocabulary entry

  [[nodiscard]] bool in_set(WordIndex word, SetId set) const noexcept {
    if (word == WordIndex::none) return false;
    const auto bit = static_cast<std::size_t>(set);
    return ((members[static_cast<std::size_t>(word) * stride + bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  [[nodiscard]] bool passes(std::uint32_t test, const Item& item) const noexcept;
};

/// Rules that cannot be compiled are reported: empty matches, programs that are too large.
[[nodiscard]] Programs build_programs(const Parsed& parsed, Reporter& report);

}  // namespace dossier::rules
