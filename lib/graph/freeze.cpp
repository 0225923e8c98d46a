// Records to the sorted nodes and edges that are shown, with their adjacency.
#include "graph/freeze.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "graph/keys.hpp"
#include "graph/significance.hpp"

namespace dossier::graph {
namespace {

std::uint32_t clamped(std::uint64_t count) noexcept {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

Node to_node(const NodeRecord& record) {
  Node node;
  node.key = record.key;
  node.type = record.type;
  node.name = commonest(record.names);
  std::set<std::string, std::less<>> aliases = record.aliases;
  for (const auto& [form, count] : record.names) aliases.insert(form);
  aliases.erase(node.name);
  node.aliases.assign(aliases.begin(), aliases.end());
  for (const auto& [folded_label, role] : record.roles)
    node.roles.push_back({std::string(commonest(role.forms)), role.flags, clamped(role.count)});
  std::sort(node.roles.begin(), node.roles.end(),
            [](const NodeRole& a, const NodeRole& b) { return a.label < b.label; });
  node.mentions = clamped(record.mentions);
  node.sentences = clamped(record.sentences);
  node.documents = clamped(record.documents);
  return node;
}

Edge to_edge(const StatedRecord& record, bool directed) {
  Edge edge;
  edge.type = record.key.type;
  edge.stated = true;
  edge.directed = directed;
  edge.label = commonest(record.labels);
  edge.flags = record.flags;
  edge.count = clamped(record.count);
  edge.documents = clamped(record.documents);
  const DateRange& dates = record.stated_dates.first.empty() ? record.document_dates : record.stated_dates;
  edge.first_date = dates.first;
  edge.last_date = dates.last;
  edge.evidence = record.evidence;
  return edge;
}

class Freezer {
 public:
  Freezer(const Records& records, const Schema& schema, bool paragraphs)
      : records_(records), schema_(schema), paragraphs_(paragraphs) {}
  Frozen run() {
    add_nodes();
    add_edges();
    add_adjacency();
    add_names();
    return std::move(out_);
  }

 private:
  void add_nodes();
  void add_edges();
  void add_adjacency();
  void add_names();

  const Records& records_;
  const Schema& schema_;
  bool paragraphs_;
  Frozen out_;
  std::vector<NodeId> id_of_;  // of each record
};

void Freezer::add_nodes() {
  std::vector<std::uint32_t> order(records_.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return records_.nodes[a].key < records_.nodes[b].key; });
  id_of_.resize(order.size());
  out_.nodes.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    id_of_[order[i]] = static_cast<NodeId>(i);
    out_.nodes.push_back(to_node(records_.nodes[order[i]]));
  }
}

void Freezer::add_edges() {
  out_.edges.reserve(records_.stated_edges.size() + records_.pairs.size());
  for (const StatedRecord& record : records_.stated_edges) {
    const RelationType& type = schema_.relation_types()[static_cast<std::size_t>(record.key.type)];
    Edge& edge = out_.edges.emplace_back(to_edge(record, !type.symmetric));
    edge.source = id_of_[record.key.source];
    edge.target = id_of_[record.key.target];
  }
  for (const auto& [ends, record] : records_.pairs) {  // sorted below
    if (record.count == 0 && !paragraphs_) continue;
    Edge& edge = out_.edges.emplace_back();
    const NodeId a = id_of_[ends >> 32U];
    const NodeId b = id_of_[ends & 0xFFFFFFFFU];
    edge.source = std::min(a, b);
    edge.target = std::max(a, b);
    edge.count = clamped(record.count);
    edge.paragraphs = clamped(record.paragraphs);
    edge.documents = clamped(record.documents);
    edge.first_date = record.document_dates.first;
    edge.last_date = record.document_dates.last;
    const Contingency counts = {.both = record.count,
                                .one = records_.nodes[ends >> 32U].sentences,
                                .other = records_.nodes[ends & 0xFFFFFFFFU].sentences,
                                .all = records_.sentences};
    edge.npmi = npmi(counts);
    edge.log_likelihood = log_likelihood(counts);
  }
  const auto rank = [](const Edge& edge) {
    return std::tuple(edge.source, edge.target, !edge.stated, edge.type, std::string_view(edge.label));
  };
  std::sort(out_.edges.begin(), out_.edges.end(), [rank](const Edge& a, const Edge& b) { return rank(a) < rank(b); });
}

void Freezer::add_adjacency() {
  out_.first_edge.assign(out_.nodes.size() + 1, 0);
  const auto each_end = [this](auto&& use) {
    for (std::size_t i = 0; i < out_.edges.size(); ++i) {
      const Edge& edge = out_.edges[i];
      use(static_cast<std::size_t>(edge.source), static_cast<EdgeId>(i));
      if (edge.target != edge.source) use(static_cast<std::size_t>(edge.target), static_cast<EdgeId>(i));
    }
  };
  each_end([this](std::size_t node, EdgeId) { ++out_.first_edge[node + 1]; });
  std::partial_sum(out_.first_edge.begin(), out_.first_edge.end(), out_.first_edge.begin());
  out_.edges_of.resize(out_.first_edge.back());
  std::vector<std::uint32_t> next(out_.first_edge.begin(), out_.first_edge.end() - 1);
  each_end([this, &next](std::size_t node, EdgeId edge) { out_.edges_of[next[node]++] = edge; });
}

void Freezer::add_names() {
  std::vector<std::uint32_t> order(out_.nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return out_.nodes[a].mentions > out_.nodes[b].mentions;
  });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
    const Node& node = out_.nodes[order[rank]];
    const auto add = [&](const std::string& name) {
      out_.names.push_back({node.type, folded(name), rank, static_cast<NodeId>(order[rank])});
    };
    add(node.name);
    for (const std::string& alias : node.aliases) add(alias);
  }
  std::sort(out_.names.begin(), out_.names.end(), [](const NameEntry& a, const NameEntry& b) {
    return std::tie(a.type, a.folded, a.rank) < std::tie(b.type, b.folded, b.rank);
  });
}

}  // namespace

Frozen freeze(const Records& records, const Schema& schema, bool paragraphs) {
  return Freezer(records, schema, paragraphs).run();
}

}  // namespace dossier::graph
