// A compiled rule set as matching reads it: views of its tables.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/perfect_hash.hpp"
#include "rules/layout.hpp"
#include "rules/regex.hpp"
#include "rules/rules.hpp"

namespace dossier::rules {

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

/// Sets of a stage's rules, a bit each, for the starts from which a rule could reach the item that selects it.
class AnchorRows {
 public:
  AnchorRows() = default;
  AnchorRows(const TableView& tables, const RowsRecord& record) noexcept
      : begin_(tables.numbers.data() + record.begin),
        any_(tables.numbers.data() + record.any),
        rows_(tables.rows.data()),
        bits_(tables.bits.data()) {}

  /// Of a word, type or class: the earliest start first. REQUIRES: a key of the index.
  [[nodiscard]] std::span<const AnchorRow> operator[](std::size_t key) const noexcept {
    return {rows_ + begin_[key], rows_ + begin_[key + 1]};
  }
  [[nodiscard]] const std::uint64_t* bits(const AnchorRow& row) const noexcept { return &bits_[row.bits]; }
  /// Of a word, type or class: the rules of all its rows; null when there are none.
  [[nodiscard]] const std::uint64_t* any(std::size_t key) const noexcept {
    return begin_[key] == begin_[key + 1] ? nullptr : &bits_[any_[key]];
  }

 private:
  const std::uint32_t* begin_ = nullptr;  // one more at the end
  const std::uint32_t* any_ = nullptr;
  const AnchorRow* rows_ = nullptr;
  const std::uint64_t* bits_ = nullptr;
};

/// For one stage: the rules to try when an item has a word, head word, type or class. Rules are bits, in sets of
/// `width` words.
struct AnchorIndex {
  std::uint32_t width = 0;
  const std::uint32_t* rules = nullptr;  // by bit: its number
  AnchorRows words;                      // by WordIndex
  AnchorRows heads;
  AnchorRows types;
  TypeSet anchored;  // those that `types` has rules for
  AnchorRows classes;
  const std::uint64_t* always = nullptr;                      // rules that nothing selects; null when there are none
  std::array<const std::uint64_t*, opening_items> opening{};  // rules that allow an ItemKind as n-th item
  StageFilter filter;                                         // of the words, heads and classes

  [[nodiscard]] bool empty() const noexcept { return width == 0; }
  /// By ItemKind: the n-th 64 rules that allow it at a place.
  [[nodiscard]] const std::uint64_t* allowed(std::size_t place, std::size_t word) const noexcept {
    return opening[place] + word * ItemKind::count;
  }
};

/// From folded hashes to words and their facts. Every word of a text is looked up here and few are found: for
/// nearly all others a look at the tags of the slots, which stay in the fastest cache, is enough.
class Vocabulary {
 public:
  /// REQUIRES: a displacement and a slot, and a tag for each slot.
  Vocabulary(std::span<const base::Displacement> places, std::span<const std::uint8_t> tags,
             std::span<const WordSlot> slots) noexcept
      : places_(places, static_cast<std::uint32_t>(slots.size())), tags_(tags.data()), slots_(slots.data()) {}

  /// The facts of no word when there is none.
  [[nodiscard]] const WordFacts& find(std::uint64_t hash) const noexcept {
    const std::uint32_t place = places_.place_of(WordSlot::key_of(hash));
    const WordSlot& slot = tags_[place] == WordSlot::tag_of(hash) ? slots_[place] : no_slot;
    return slot.hash == hash ? slot.facts : no_slot.facts;
  }

 private:
  static constexpr WordSlot no_slot{};
  base::PerfectHash places_;
  const std::uint8_t* tags_;
  const WordSlot* slots_;
};

/// Everything that matching reads. The tables are somebody else's.
struct Programs : TableView {
  /// REQUIRES: nothing in the tables leads outside of them (problem_of() in image.hpp).
  explicit Programs(const TableView& tables);

  std::uint32_t stride = 0;
  Vocabulary vocabulary;
  std::array<AnchorIndex, stages> anchors;
  std::vector<std::unique_ptr<const Regex>> expressions;  // by Atom::mask
  static constexpr std::uint16_t head_anchors = 0xAAAA;

  [[nodiscard]] bool in_set(WordIndex word, SetId set) const noexcept {
    if (word == WordIndex::none) return false;
    const auto bit = static_cast<std::size_t>(set);
    return ((members[static_cast<std::size_t>(word) * stride + bit / 64] >> (bit % 64)) & 1U) != 0;
  }
  [[nodiscard]] std::string_view string(Text text) const noexcept { return {strings.data() + text.begin, text.size}; }
};

/// True when the item fulfils the test, by its number in Programs.
[[nodiscard]] bool passes(const Programs& programs, std::uint32_t test, const ItemSpan& sentence, std::size_t item);

}  // namespace dossier::rules
