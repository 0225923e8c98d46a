// A column of values that most entries leave empty: a bit an entry, and the values one after the other. A value's place
// is the number of bits before its entry's ("rank"; Jacobson, 1989), counted from the block that the entry is in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dossier::lexicon {

/// 64 entries: which of them have a value, and how many values stand before theirs.
struct ColumnBlock {
  std::uint64_t has = 0;
  std::uint32_t before = 0;
  std::uint32_t zero = 0;
};
static_assert(sizeof(ColumnBlock) == 16);

/// As std::popcount, which is a call into a library where the processor is not known to count bits (Knuth,
/// TAOCP 7.1.3).
[[nodiscard]] constexpr std::size_t count_bits(std::uint64_t bits) noexcept {
  bits -= (bits >> 1U) & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
  bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::size_t>((bits * 0x0101010101010101U) >> 56U);
}

/// Collects a column entry by entry.
template <typename Value>
class SparseColumnWriter {
 public:
  /// REQUIRES: called for each entry once, in order.
  void skip() { begin(); }
  void add(const Value& value) {
    ColumnBlock& block = begin();  // a statement of its own: what is right of "|=" is evaluated first
    block.has |= std::uint64_t{1} << ((entries_ - 1) % 64);
    values_.push_back(value);
  }
  [[nodiscard]] const std::vector<ColumnBlock>& blocks() const noexcept { return blocks_; }
  [[nodiscard]] const std::vector<Value>& values() const noexcept { return values_; }

 private:
  ColumnBlock& begin() {
    if (entries_++ % 64 == 0) blocks_.push_back({0, static_cast<std::uint32_t>(values_.size()), 0});
    return blocks_.back();
  }
  std::vector<ColumnBlock> blocks_;
  std::vector<Value> values_;
  std::size_t entries_ = 0;
};

/// The same, read in place; whatever the bytes say, nothing outside of them is read.
template <typename Value>
struct SparseColumn {
  std::span<const ColumnBlock> blocks;
  std::span<const Value> values;

  /// Null when the entry has none.
  [[nodiscard]] const Value* find(std::size_t entry) const noexcept {
    if (entry / 64 >= blocks.size()) return nullptr;
    const ColumnBlock& block = blocks[entry / 64];
    const std::uint64_t bit = std::uint64_t{1} << (entry % 64);
    if ((block.has & bit) == 0) return nullptr;
    const std::size_t place = std::size_t{block.before} + count_bits(block.has & (bit - 1));
    return place < values.size() ? &values[place] : nullptr;
  }
};

}  // namespace dossier::lexicon
