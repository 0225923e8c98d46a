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

std::vector<std::uint32_t> common(const std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>& lists,
                                  std::uint32_t a, std::uint32_t b) {
  const auto of_a = lists.find(a);
  const auto of_b = lists.find(b);
  std::vector<std::uint32_t> out;
  if (of_a == lists.end() || of_b == lists.end()) return out;
  std::set_intersection(of_a->second.begin(), of_a->second.end(), of_b->second.begin(), of_b->second.end(),
                        std::back_inserter(out));
  return out;
}

}  // namespace

Context::Context(const Tallies& tallies, const std::vector<bool>& wanted) : tallies_(tallies) {
  for (std::uint32_t document = 0; document + 1 < tallies.first_of.size(); ++document) {
    const auto begin = tallies.key_of.begin() + static_cast<std::ptrdiff_t>(tallies.first_of[document]);
    const auto end = tallies.key_of.begin() + static_cast<std::ptrdiff_t>(tallies.first_of[document + 1]);
    for (auto key = begin; key != end; ++key) {
      if (*key == no_entity || !wanted[*key]) continue;
      documents_[*key].push_back(document);
      std::vector<std::uint32_t>& list = neighbours_[*key];
      std::copy_if(begin, end, std::back_inserter(list),
                   [&](std::uint32_t other) { return other != no_entity && other != *key && says_something(other); });
    }
  }
  for (auto& [key, list] : documents_) sort_unique(list);
  for (auto& [key, list] : neighbours_) sort_unique(list);
}

bool Context::says_something(std::uint32_t key) const {
  const KeyTally& tally = tallies_.keys[key];
  if (tally.type != TypeId::person && tally.type != TypeId::organization) return false;
  if (tally.type == TypeId::person && tally.key.find('@') != std::string_view::npos) return false;
  return tally.documents <= std::max<std::uint64_t>(10, (tallies_.first_of.size() - 1) / 10);
}

bool Context::share_document(std::uint32_t a, std::uint32_t b) const { return !common(documents_, a, b).empty(); }

std::vector<std::string> Context::shared(std::uint32_t a, std::uint32_t b) const {
  std::vector<std::string> out;
  for (const std::uint32_t key : common(neighbours_, a, b)) {
    if (key == a || key == b) continue;
    out.emplace_back(tallies_.keys[key].key);
  }
  for (const auto& [label, role] : tallies_.keys[a].roles)
    if (tallies_.keys[b].roles.count(label) != 0) out.push_back("the role \"" + label + '"');
  std::sort(out.begin(), out.end());
  if (out.size() > most_shared) out.resize(most_shared);
  return out;
}

}  // namespace dossier::graph
