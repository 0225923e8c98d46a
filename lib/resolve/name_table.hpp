// A table from (kind of key, hash) to the clusters that have it, in the order in which they got it.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace dossier::resolve {

/// What a key stands for; keys of different kinds never meet.
enum class KeyKind : std::uint8_t { person, surname, given, organization, acronym, core, location, other };

/// Looked up only, never iterated: order of insertion is kept inside each list.
class NameTable {
 public:
  void add(KeyKind kind, std::uint64_t hash, std::uint32_t cluster) {
    std::vector<std::uint32_t>& list = lists_[mix(kind, hash)];
    if (list.empty() || list.back() != cluster) list.push_back(cluster);
  }
  [[nodiscard]] std::span<const std::uint32_t> find(KeyKind kind, std::uint64_t hash) const {
    const auto it = lists_.find(mix(kind, hash));
    return it == lists_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(it->second);
  }

 private:
  static std::uint64_t mix(KeyKind kind, std::uint64_t hash) noexcept {
    return (hash ^ (static_cast<std::uint64_t>(kind) + 1)) * 0x9E3779B97F4A7C15ULL;
  }
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> lists_;
};

}  // namespace dossier::resolve
