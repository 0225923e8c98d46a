// What keys have in common besides their names.
#include "graph/context.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace dossier::graph {
namespace {

constexpr std::size_t most_shared = 3;

void sort_unique(std::vector<std::uint32_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

// Calls `use` with what two sorted lists have in common until it says no. O(shorter x log longer).
template <typename Use>
void each_common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, const Use& use) {
  if (b.size() < a.size()) std::swap(a, b);
  auto from = b.begin();
  for (const std::uint32_t item : a) {
    from = std::lower_bound(from, b.end(), item);
    if (from == b.end()) return;
    if (*from == item && !use(item)) return;
  }
}

// Others whose company says something.
bool says_something(const KeyTally& tally, std::size_t documents) {
  if (tally.type != TypeId::person && tally.type != TypeId::organization) return false;
  if (tally.type == TypeId::person && tally.key.find('@') != std::string_view::npos) return false;
  return tally.documents <= std::max<std::uint64_t>(10, documents / 10);
}

}  // namespace

// Lists are thinned out whenever they have doubled: who is named everywhere has the same company again and again.
Context::Context(const Tallies& tallies, const std::vector<bool>& wanted) : tallies_(tallies) {
  const std::size_t documents = tallies.first_of.size() - 1;
  company_of_.assign(wanted.size(), no_entity);
  std::vector<bool> speaks(wanted.size());
  for (std::uint32_t key = 0; key < wanted.size(); ++key) {
    speaks[key] = says_something(tallies.keys[key], documents);
    if (!wanted[key]) continue;
    company_of_[key] = static_cast<std::uint32_t>(companies_.size());
    companies_.emplace_back();
  }
  std::vector<std::uint32_t> present;
  for (std::uint32_t document = 0; document < documents; ++document) {
    const auto keys =
        std::span(tallies.key_of)
            .subspan(tallies.first_of[document], tallies.first_of[document + 1] - tallies.first_of[document]);
    present.clear();
    for (const std::uint32_t key : keys)
      if (key != no_entity && speaks[key]) present.push_back(key);
    for (const std::uint32_t key : keys) {
      if (key == no_entity || company_of_[key] == no_entity) continue;
      Company& company = companies_[company_of_[key]];
      if (!company.documents.empty() && company.documents.back() == document) continue;
      company.documents.push_back(document);
      company.others.insert(company.others.end(), present.begin(), present.end());
      if (company.others.size() < 2 * company.thinned + 64) continue;
      sort_unique(company.others);
      company.thinned = company.others.size();
    }
  }
  for (Company& company : companies_) sort_unique(company.others);
}

bool Context::share_document(std::uint32_t a, std::uint32_t b) const {
  bool found = false;
  each_common(company(a).documents, company(b).documents, [&found](std::uint32_t) {
    found = true;
    return false;
  });
  return found;
}

std::vector<std::string> Context::shared(std::uint32_t a, std::uint32_t b) const {
  std::vector<std::string_view> names;
  each_common(company(a).others, company(b).others, [&](std::uint32_t key) {
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
