// How often each form of a name was seen.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>

namespace dossier::graph {

/// Forms with their counts. Most names have one form, which takes no memory of its own. The views are of the records.
class FormCounts {
 public:
  void add(std::string_view form, std::uint64_t count = 1) {
    if (first_count_ == 0) first_ = form;
    if (first_ == form) {
      first_count_ += count;
      return;
    }
    if (!others_) others_ = std::make_unique<std::map<std::string_view, std::uint64_t>>();
    (*others_)[form] += count;
  }
  /// Calls `use` with each form and its count, in no particular order.
  template <typename Use>
  void each(const Use& use) const {
    if (first_count_ != 0) use(first_, first_count_);
    if (others_)
      for (const auto& [form, count] : *others_) use(form, count);
  }
  /// The commonest form; ties: the first in byte order. Empty when there is none.
  [[nodiscard]] std::string_view commonest() const noexcept {
    std::string_view best = first_;
    std::uint64_t most = first_count_;
    each([&](std::string_view form, std::uint64_t count) {
      if (count < most || (count == most && form >= best)) return;
      most = count;
      best = form;
    });
    return best;
  }

 private:
  std::string_view first_;
  std::uint64_t first_count_ = 0;
  std::unique_ptr<std::map<std::string_view, std::uint64_t>> others_;
};

}  // namespace dossier::graph
