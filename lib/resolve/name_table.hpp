// A table from (kind of key, hash) to the clusters that have it, in the order in which they got it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dossier::resolve {

/// What a key stands for; keys of different kinds never meet.
enum class KeyKind : std::uint8_t { person, surname, given, organization, acronym, core, location, other };

/// Open addressing, with the clusters of a key in a chain.
class NameTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// The clusters of one key; valid until the next add().
  class Chain {
   public:
    class Iterator {
     public:
      Iterator(const NameTable& table, std::uint32_t link) noexcept : table_(&table), link_(link) {}
      [[nodiscard]] std::uint32_t operator*() const noexcept { return table_->links_[link_].cluster; }
      Iterator& operator++() noexcept {
        link_ = table_->links_[link_].next;
        return *this;
      }
      [[nodiscard]] bool operator==(const Iterator& other) const noexcept { return link_ == other.link_; }

     private:
      const NameTable* table_;
      std::uint32_t link_;
    };
    Chain(const NameTable& table, std::uint32_t first) noexcept : table_(table), first_(first) {}
    [[nodiscard]] Iterator begin() const noexcept { return {table_, first_}; }
    [[nodiscard]] Iterator end() const noexcept { return {table_, none}; }
    [[nodiscard]] bool empty() const noexcept { return first_ == none; }
    /// REQUIRES: not empty.
    [[nodiscard]] std::uint32_t front() const noexcept { return *begin(); }

   private:
    const NameTable& table_;
    std::uint32_t first_;
  };

  /// Appends the cluster unless it is the key's last one already.
  void add(KeyKind kind, std::uint64_t hash, std::uint32_t cluster) {
    if (used_ * 2 >= slots_.size()) grow();
    const std::uint64_t key = mix(kind, hash);
    Slot& slot = slots_[place_of(key)];
    if (slot.first != none && links_[slot.last].cluster == cluster) return;
    const auto link = static_cast<std::uint32_t>(links_.size());
    links_.push_back({cluster, none});
    if (slot.first == none) {
      slot = {key, link, link};
      ++used_;
    } else {
      links_[slot.last].next = link;
      slot.last = link;
    }
  }
  [[nodiscard]] Chain find(KeyKind kind, std::uint64_t hash) const {
    return {*this, slots_.empty() ? none : slots_[place_of(mix(kind, hash))].first};
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t first = none;  // of links_; none: the slot is free
    std::uint32_t last = none;
  };
  struct Link {
    std::uint32_t cluster = 0;
    std::uint32_t next = none;
  };

  static std::uint64_t mix(KeyKind kind, std::uint64_t hash) noexcept {
    const std::uint64_t key = (hash ^ (static_cast<std::uint64_t>(kind) + 1)) * 0x9E3779B97F4A7C15ULL;
    return key ^ (key >> 32);
  }
  // The slot of the key, or the free one where it belongs.
  [[nodiscard]] std::size_t place_of(std::uint64_t key) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = key & mask;
    while (slots_[at].first != none && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.first != none) slots_[place_of(slot.key)] = slot;
  }

  std::vector<Slot> slots_;  // a power of two
  std::vector<Link> links_;
  std::size_t used_ = 0;
};

}  // namespace dossier::resolve
