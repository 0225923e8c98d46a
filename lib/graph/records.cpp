// What merges: keyed records of integers and sets, from which a graph is frozen.
#include "graph/records.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dossier::graph {
namespace {

// A total order: equal items are the same in every field, so it does not matter which of them is kept.
auto rank(const Evidence& item) {
  return std::tie(item.document, item.span, item.codepoints, item.rule, item.label, item.flags, item.place, item.date,
                  item.quote);
}

void add(Tally& to, const Tally& from) {
  for (const auto& [form, count] : from) to[form] += count;
}

}  // namespace

std::string_view commonest(const Tally& tally) noexcept {
  std::string_view best;
  std::uint64_t most = 0;
  for (const auto& [form, count] : tally) {
    if (count <= most) continue;
    most = count;
    best = form;
  }
  return best;
}

void DateRange::add(std::string_view date) {
  if (date.empty()) return;
  if (first.empty() || date < first) first = date;
  if (date > last) last = date;
}

void DateRange::add(const DateRange& other) {
  add(other.first);
  add(other.last);
}

std::string_view iso_date(std::string_view value) noexcept {
  const auto fits = [value](std::string_view form) {
    if (value.size() < form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
      if (form[i] == 'd' ? value[i] < '0' || value[i] > '9' : value[i] != form[i]) return false;
    return true;
  };
  for (const std::string_view form : {"dddd-dd-dd", "dddd-dd", "dddd"}) {
    if (!fits(form)) continue;
    if (value.size() == form.size() || (form.size() == 10 && value[10] == 'T')) return value.substr(0, form.size());
  }
  return {};
}

std::uint32_t Records::node(const std::string& key, TypeId type) {
  const auto [place, is_new] = node_numbers_.try_emplace(key, static_cast<std::uint32_t>(nodes.size()));
  if (is_new) {
    NodeRecord& record = nodes.emplace_back();
    record.key = key;
    record.type = type;
  }
  return place->second;
}

std::uint32_t Records::label(const std::string& folded) {
  if (folded.empty()) return 0;
  const auto [place, is_new] = label_numbers_.try_emplace(folded, static_cast<std::uint32_t>(labels.size()));
  if (is_new) labels.push_back(folded);
  return place->second;
}

StatedRecord& Records::stated(const EdgeKey& key) {
  const auto [place, is_new] = edge_numbers_.try_emplace(key, static_cast<std::uint32_t>(stated_edges.size()));
  if (is_new) stated_edges.emplace_back().key = key;
  return stated_edges[place->second];
}

PairRecord& Records::pair(std::uint32_t a, std::uint32_t b) {
  return pairs[(std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b)];
}

void Records::add_evidence(StatedRecord& edge, Evidence item, std::size_t limit) {
  std::vector<Evidence>& kept = edge.evidence;
  const auto place = std::lower_bound(kept.begin(), kept.end(), item,
                                      [](const Evidence& a, const Evidence& b) { return rank(a) < rank(b); });
  kept.insert(place, std::move(item));
  if (kept.size() > limit) kept.resize(limit);
}

bool Records::wants_evidence(const StatedRecord& edge, std::string_view document, Span span,
                             std::size_t limit) noexcept {
  if (limit == 0) return false;
  if (edge.evidence.size() < limit) return true;
  const Evidence& last = edge.evidence.back();
  const int order = document.compare(last.document);
  return order < 0 || (order == 0 && span <= last.span);
}

void Records::merge_node(const NodeRecord& from, NodeRecord& to) {
  add(to.names, from.names);
  to.aliases.insert(from.aliases.begin(), from.aliases.end());
  for (const auto& [label, role] : from.roles) {
    RoleRecord& mine = to.roles[label];
    add(mine.forms, role.forms);
    mine.flags = mine.flags & role.flags;
    mine.count += role.count;
  }
  to.mentions += from.mentions;
  to.sentences += from.sentences;
  to.documents += from.documents;
}

void Records::merge(const Records& other, std::size_t evidence_limit) {
  std::vector<std::uint32_t> node_of(other.nodes.size());
  for (std::size_t i = 0; i < other.nodes.size(); ++i) {
    node_of[i] = node(other.nodes[i].key, other.nodes[i].type);
    merge_node(other.nodes[i], nodes[node_of[i]]);
  }
  for (const StatedRecord& from : other.stated_edges) {
    StatedRecord& to = stated({.source = node_of[from.key.source],
                               .target = node_of[from.key.target],
                               .label = label(other.labels[from.key.label]),
                               .type = from.key.type});
    add(to.labels, from.labels);
    to.flags = to.flags & from.flags;
    to.count += from.count;
    to.documents += from.documents;
    to.stated_dates.add(from.stated_dates);
    to.document_dates.add(from.document_dates);
    for (const Evidence& item : from.evidence) add_evidence(to, item, evidence_limit);
  }
  for (const auto& [ends, from] : other.pairs) {  // sums: the order does not matter
    PairRecord& to = pair(node_of[ends >> 32U], node_of[ends & 0xFFFFFFFFU]);
    to.count += from.count;
    to.paragraphs += from.paragraphs;
    to.documents += from.documents;
    to.document_dates.add(from.document_dates);
  }
  dropped_pairs += other.dropped_pairs;
  documents += other.documents;
  sentences += other.sentences;
}

}  // namespace dossier::graph
