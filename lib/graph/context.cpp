// What keys have in common besides their names.
#include "graph/context.hpp"

#include <algorithm>
#include <iterator>

namespace dossier::graph {
namespace {

constexpr std::size_t most_shared = 3;

void sort_unique(std::vector<std::uint32_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

using Lists = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

// Calls `use` with what two sorted lists have in common until it says no. O(shorter x log longer).
template <typename Use>
void each_common(const Lists& lists, std::uint32_t a, std::uint32_t b, const Use& use) {
  const auto of_a = lists.find(a);
  const auto of_b = lists.find(b);
  if (of_a == lists.end() || of_b == lists.end()) return;
  const auto& [shorter, longer] = std::minmax(
      of_a->second, of_b->second, [](const auto& one, const auto& other) { return one.size() < other.size(); });
  auto from = longer.begin();
  for (const std::uint32_t item : shorter) {
    from = std::lower_bound(from, longer.end(), item);
    if (from == longer.end()) return;
    if (*from == item && !use(item)) return;
  }
}

}  // namespace

// Lists are thinned out whenever they have doubled: who is named everywhere has the same company again and again.
Context::Context(const Tallies& tallies, const std::vector<bool>& wanted) : tallies_(tallies) {
  std::unordered_map<std::uint32_t, std::size_t> thinned;  // size after that
  for (std::uint32_t document = 0; document + 1 < tallies.first_of.size(); ++document) {
    const auto begin = tallies.key_of.begin() + static_cast<std::ptrdiff_t>(tallies.first_of[document]);
    const auto end = tallies.key_of.begin() + static_cast<std::ptrdiff_t>(tallies.first_of[document + 1]);
    for (auto key = begin; key != end; ++key) {
      if (*key == no_entity || !wanted[*key]) continue;
      if (documents_[*key].empty() || documents_[*key].back() != document) documents_[*key].push_back(document);
      std::vector<std::uint32_t>& list = neighbours_[*key];
      std::copy_if(begin, end, std::back_inserter(list),
                   [&](std::uint32_t other) { return other != no_entity && other != *key && says_something(other); });
      std::size_t& size = thinned[*key];
      if (list.size() < 2 * size + 64) continue;
      sort_unique(list);
      size = list.size();
    }
  }
  for (auto& [key, list] : neighbours_) sort_unique(list);
}

bool Context::says_something(std::uint32_t key) const {
  const KeyTally& tally = tallies_.keys[key];
  if (tally.type != TypeId::person && tally.type != TypeId::organization) return false;
  if (tally.type == TypeId::person && tally.key.find('@') != std::string_view::npos) return false;
  return tally.documents <= std::max<std::uint64_t>(10, (tallies_.first_of.size() - 1) / 10);
}

bool Context::share_document(std::uint32_t a, std::uint32_t b) const {
  bool found = false;
  each_common(documents_, a, b, [&found](std::uint32_t) {
    found = true;
    return false;
  });
  return found;
}

std::vector<std::string> Context::shared(std::uint32_t a, std::uint32_t b) const {
  std::vector<std::string_view> names;
  each_common(neighbours_, a, b, [&](std::uint32_t key) {
    if (key != a && key != b) names.push_back(tallies_.keys[key].key);
    return true;
  });
  const std::size_t first = std::min(names.size(), most_shared);
  std::partial_sort(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(first), names.end());
  std::vector<std::string> out(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(first));
  for (const auto& [label, role] : tallies_.keys[a].roles)
    if (tallies_.keys[b].roles.count(label) != 0) out.push_back("the role \"" + label + '"');
  std::sort(out.begin(), out.end());
  if (out.size() > most_shared) out.resize(most_shared);
  return out;
}

}  // namespace dossier::graph
