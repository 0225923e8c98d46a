// The records of the documents that were added, in order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::graph {

/// A set of (id, bytes): adding is a union, so that order and partition do not matter and what comes twice counts once.
/// Different bytes of one id are all kept.
class Store {
 public:
  void add(std::string_view id, std::string bytes) {
    auto place = records_.lower_bound(id);
    if (place == records_.end() || place->first != id) place = records_.emplace_hint(place, id, 0);
    std::vector<std::string>& of_id = place->second;
    const auto at = std::lower_bound(of_id.begin(), of_id.end(), bytes);
    if (at != of_id.end() && *at == bytes) return;
    of_id.insert(at, std::move(bytes));
    ++size_;
  }
  void add(const Store& other) {
    for (const auto& [id, all] : other.records_)
      for (const std::string& bytes : all) add(id, bytes);
  }
  /// How many records there were of that id.
  std::size_t remove(std::string_view id) {
    const auto place = records_.find(id);
    if (place == records_.end()) return 0;
    const std::size_t removed = place->second.size();
    size_ -= removed;
    records_.erase(place);
    return removed;
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Calls `use` with id and bytes of each, in order.
  template <typename Use>
  void each(const Use& use) const {
    for (const auto& [id, all] : records_)
      for (const std::string& bytes : all) use(id, bytes);
  }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> records_;
  std::size_t size_ = 0;
};

}  // namespace dossier::graph
