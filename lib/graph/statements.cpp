// Statements of all documents, gathered to edges.
#include "graph/statements.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <tuple>

#include "graph/keys.hpp"

namespace dossier::graph {

std::optional<RelationTypeId> Statements::type_of(std::string_view name) {
  const auto [place, is_new] = types_.try_emplace(name);
  if (is_new) place->second = schema_.find_relation(name);
  return place->second;
}

std::uint32_t Statements::edge_of(const EdgeKey& key) {
  const auto [place, is_new] = edge_numbers_.try_emplace(key, static_cast<std::uint32_t>(edges_.size()));
  if (is_new) edges_.emplace_back().key = key;
  return place->second;
}

// A role's words with the same number make the same edge.
std::uint32_t Statements::folded_number(std::string_view label) {
  std::string form = folded(label);
  if (form.empty()) return 0;
  return folded_numbers_.try_emplace(std::move(form), static_cast<std::uint32_t>(folded_numbers_.size() + 1))
      .first->second;
}

Statements::Said Statements::said(const Contents& contents, const StatementPart& part,
                                  const std::vector<std::uint32_t>& nodes) {
  constexpr Said nothing{no_entity, 0};
  if (part.target == no_entity) return nothing;
  std::uint32_t source = nodes[part.source];
  std::uint32_t target = nodes[part.target];
  if (source == no_entity || target == no_entity) return nothing;
  if (source == target && part.source != part.target) return nothing;  // two names of one
  const std::optional<RelationTypeId> type = type_of(part.type);
  if (!type) return nothing;
  if (schema_.relation_types()[static_cast<std::size_t>(*type)].symmetric && target < source) std::swap(source, target);
  const auto [label, is_new] = label_numbers_.try_emplace(part.label, static_cast<std::uint32_t>(labels_.size()));
  if (is_new) labels_.push_back(part.label);
  const std::uint32_t role = *type == RelationTypeId::has_role ? folded_number(part.label) : 0;
  const std::uint32_t number = edge_of({.source = source, .target = target, .label = role, .type = *type});
  StatedTally& edge = edges_[number];
  edge.flags = edge.flags & part.flags;
  ++edge.count;
  if (edge.last_document != document_) ++edge.documents;
  edge.last_document = document_;
  edge.stated_dates.add(IsoDate(iso_date(part.date)));
  edge.document_dates.add(IsoDate(contents.date));
  return {number, label->second};
}

void Statements::add(const Contents& contents, const std::vector<std::uint32_t>& nodes) {
  ++document_;
  for (const StatementPart& part : contents.statements) said_.push_back(said(contents, part, nodes));
}

// The commonest label of each edge; ties: the first in byte order.
void Statements::choose_labels() {
  std::vector<Said> all = said_;
  const auto rank = [](const Said& said) { return std::tie(said.edge, said.label); };
  std::sort(all.begin(), all.end(), [rank](const Said& a, const Said& b) { return rank(a) < rank(b); });
  std::vector<std::size_t> most(edges_.size());
  for (std::size_t i = 0; i < all.size() && all[i].edge != no_entity;) {
    std::size_t end = i + 1;
    while (end < all.size() && rank(all[end]) == rank(all[i])) ++end;
    StatedTally& edge = edges_[all[i].edge];
    const std::string_view label = labels_[all[i].label];
    std::size_t& best = most[all[i].edge];
    if (end - i > best || (end - i == best && label < edge.label)) {
      best = end - i;
      edge.label = label;
    }
    i = end;
  }
}

// Statements name their edges by their old numbers, which first_of_ goes by.
void Statements::sort_edges() {
  std::vector<std::uint32_t> order(edges_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto rank = [this](std::uint32_t number) {
    const StatedTally& edge = edges_[number];
    return std::tie(edge.key.source, edge.key.target, edge.key.type, edge.label);
  };
  std::sort(order.begin(), order.end(), [rank](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  std::vector<StatedTally> sorted;
  sorted.reserve(edges_.size());
  first_of_.resize(edges_.size());
  std::size_t evidence = 0;
  for (const std::uint32_t number : order) {
    StatedTally& edge = sorted.emplace_back(edges_[number]);
    edge.first_evidence = first_of_[number] = evidence;
    evidence += std::min<std::uint64_t>(edge.count, options_.max_evidence);
  }
  edges_ = std::move(sorted);
  kept_.assign(edges_.size(), 0);
}

void Statements::finish(Links& out) {
  edge_numbers_ = decltype(edge_numbers_)();
  folded_numbers_ = decltype(folded_numbers_)();
  label_numbers_ = decltype(label_numbers_)();
  choose_labels();
  sort_edges();
  std::size_t evidence = 0;
  for (const StatedTally& edge : edges_) evidence += std::min<std::uint64_t>(edge.count, options_.max_evidence);
  out.evidence.resize(evidence);
  out.stated = std::move(edges_);
}

void Statements::keep_evidence(const Contents& contents, Links& out) {
  for (const StatementPart& part : contents.statements) {
    const std::uint32_t edge = said_[next_++].edge;
    if (edge == no_entity || kept_[edge] >= options_.max_evidence) continue;
    Evidence& item = out.evidence[first_of_[edge] + kept_[edge]++];
    item.document = contents.id;
    item.span = part.span;
    item.codepoints = part.codepoints;
    item.quote = contents.quotes[part.quote];
    item.rule = part.rule;
    item.label = part.label;
    item.flags = part.flags;
    item.place = part.place;
    item.date = part.date;
  }
}

}  // namespace dossier::graph
