// Keys that are joined, and why: sets with the links that made them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace dossier::graph {

/// Disjoint sets of keys. For one thread.
class Clusters {
 public:
  static constexpr std::size_t most_keys = 64;  // more forms of one name are a mistake

  explicit Clusters(std::size_t keys) : root_(keys), members_(keys), links_(keys) {
    std::iota(root_.begin(), root_.end(), 0U);
    for (std::uint32_t i = 0; i < keys; ++i) members_[i] = {i};
  }
  /// The set of a key, as the smallest key in it.
  [[nodiscard]] std::uint32_t find(std::uint32_t key) const noexcept { return root_[key]; }
  /// The keys of its set, sorted.
  [[nodiscard]] const std::vector<std::uint32_t>& keys(std::uint32_t key) const noexcept {
    return members_[root_[key]];
  }

  void join(std::uint32_t a, std::uint32_t b, const std::string& reason) {
    std::uint32_t to = root_[a];
    std::uint32_t from = root_[b];
    if (to == from) return;
    links_[a].push_back({b, reason});
    links_[b].push_back({a, reason});
    if (from < to) std::swap(from, to);
    for (const std::uint32_t key : members_[from]) root_[key] = to;
    std::vector<std::uint32_t>& all = members_[to];
    all.insert(all.end(), members_[from].begin(), members_[from].end());
    std::sort(all.begin(), all.end());
    members_[from] = {};
  }
  /// Calls `use(key, neighbour, reason)` for each key of the set but the leader, with the link towards the leader.
  template <typename Use>
  void explain(std::uint32_t leader, const Use& use) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> path = {{leader, leader}};  // key, where it was reached from
    for (std::size_t i = 0; i < path.size(); ++i) {
      const auto [key, from] = path[i];  // the links of a set are a tree
      for (const LinkTo& link : links_[key]) {
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
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::vector<LinkTo>> links_;
};

}  // namespace dossier::graph
