// Keys that are joined, and why: sets with the links that made them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dossier::graph {

/// Disjoint sets of keys. For one thread.
class Clusters {
 public:
  static constexpr std::size_t most_keys = 64;  // more forms of one name are a mistake

  explicit Clusters(std::size_t keys) : root_(keys) { std::iota(root_.begin(), root_.end(), 0U); }
  /// The set of a key, as the smallest key in it.
  [[nodiscard]] std::uint32_t find(std::uint32_t key) const noexcept { return root_[key]; }
  /// The keys of its set, sorted.
  [[nodiscard]] std::span<const std::uint32_t> keys(std::uint32_t key) const {
    const auto members = members_.find(root_[key]);
    return members == members_.end() ? std::span(&root_[root_[key]], 1)
                                     : std::span<const std::uint32_t>(members->second);
  }

  void join(std::uint32_t a, std::uint32_t b, const std::string& reason) {
    std::uint32_t to = root_[a];
    std::uint32_t from = root_[b];
    if (to == from) return;
    links_[a].push_back({b, reason});
    links_[b].push_back({a, reason});
    if (from < to) std::swap(from, to);
    std::vector<std::uint32_t> all;
    std::ranges::merge(keys(to), keys(from), std::back_inserter(all));
    for (const std::uint32_t key : keys(from)) root_[key] = to;
    members_.erase(from);
    members_[to] = std::move(all);
  }
  /// Calls `use(key, neighbour, reason)` for each key of the set but the leader, with the link towards the leader.
  template <typename Use>
  void explain(std::uint32_t leader, const Use& use) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> path = {{leader, leader}};  // key, where it was reached from
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto [key, from] = path[i];  // the links of a set are a tree
      const auto links = links_.find(key);
      if (links == links_.end()) continue;
      for (const LinkTo& link : links->second) {
        if (link.key == from) continue;
        use(link.key, key, link.reason);
        path.emplace_back(link.key, key);
      }
    }
  }

 private:
  struct LinkTo {
    std::uint32_t key;
    std::string reason;
  };
  std::vector<std::uint32_t> root_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members_;  // of sets of several keys
  std::unordered_map<std::uint32_t, std::vector<LinkTo>> links_;           // of keys that have any
};

}  // namespace dossier::graph
