// Keys by what they have in common.
#pragma once

#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dossier::graph {

/// Sets of keys, each under a form. First all are added, then they are asked for. For one thread.
class Blocks {
 public:
  void add(const std::string& form, std::uint32_t key) {
    const auto number = numbers_.try_emplace(form, static_cast<std::uint32_t>(numbers_.size())).first->second;
    entries_.emplace_back(number, key);
  }
  /// To be called once, between adding and asking.
  void finish() {
    first_.assign(numbers_.size() + 1, 0);
    for (const auto& [number, key] : entries_) ++first_[number + std::size_t{1}];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    keys_.resize(entries_.size());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (const auto& [number, key] : entries_) keys_[next[number]++] = key;
    entries_ = std::vector<std::pair<std::uint32_t, std::uint32_t>>();
  }
  /// The keys of a form, in the order in which they were added; none when there is no such form.
  [[nodiscard]] std::span<const std::uint32_t> find(const std::string& form) const {
    const auto place = numbers_.find(form);
    return place == numbers_.end() ? std::span<const std::uint32_t>() : block(place->second);
  }
  /// Calls `use` with the keys of each form. The forms come in the order in which they were first added.
  template <typename Use>
  void each(const Use& use) const {
    for (std::size_t number = 0; number + 1 < first_.size(); ++number) use(block(number));
  }

 private:
  [[nodiscard]] std::span<const std::uint32_t> block(std::size_t number) const {
    return std::span(keys_).subspan(first_[number], first_[number + 1] - first_[number]);
  }

  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries_;  // form, key
  std::vector<std::size_t> first_;
  std::vector<std::uint32_t> keys_;
};

}  // namespace dossier::graph
