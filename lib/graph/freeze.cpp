// Records to the sorted nodes and edges that are shown, with their adjacency.
#include "graph/freeze.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "graph/identity.hpp"
#include "graph/keys.hpp"
#include "graph/links.hpp"
#include "graph/significance.hpp"
#include "graph/tallies.hpp"

namespace dossier::graph {
namespace {

constexpr std::size_t most_edges = 0x7FFFFFFF;  // both ends of all edges are counted in 32 bits

std::uint32_t clamped(std::uint64_t count) noexcept {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

// Everything that is known of a node, of one or several keys.
void merge(const KeyTally& from, KeyTally& to) {
  from.names.each([&to](std::string_view form, std::uint64_t count) { to.names.add(form, count); });
  to.aliases.insert(from.aliases.begin(), from.aliases.end());
  for (const auto& [label, role] : from.roles) {
    RoleTally& mine = to.roles[label];
    role.forms.each([&mine](std::string_view form, std::uint64_t count) { mine.forms.add(form, count); });
    mine.flags = mine.flags & role.flags;
    mine.count += role.count;
  }
  to.mentions += from.mentions;
}

class Freezer {
 public:
  Freezer(const Store& store, const Schema& schema, const GraphOptions& options)
      : store_(store), schema_(schema), options_(options) {}
  Frozen run();

 private:
  void add_nodes();
  void add_node(std::uint32_t leader, std::span<const std::uint32_t> keys);
  void add_what_is_known(Node& node, KeyTally& sum) const;
  void add_candidates();
  void add_stated(const StatedTally& tally);
  void add_pair(const PairCount& pair, const std::vector<std::uint32_t>& sentences);
  void add_edges();
  void add_adjacency();
  void add_names();
  [[nodiscard]] std::string key_of(std::uint32_t key) const;

  const Store& store_;
  const Schema& schema_;
  const GraphOptions& options_;
  Tallies tallies_;
  Identity identity_;
  std::vector<std::uint32_t> node_of_;  // of each key
  Frozen out_;
};

Frozen Freezer::run() {
  tallies_ = tally(store_, schema_);
  identity_ = identify(schema_, tallies_, options_);
  out_.problems = std::move(identity_.problems);
  out_.sentences = tallies_.sentences;
  add_nodes();
  add_candidates();
  tallies_.keys = std::vector<KeyTally>();  // memory for the edges
  identity_ = Identity();
  add_edges();
  add_adjacency();
  add_names();
  return std::move(out_);
}

// The key as it is shown: with the type that was decided for it.
std::string Freezer::key_of(std::uint32_t key) const {
  const KeyTally& tally = tallies_.keys[key];
  if (identity_.type_of[key] == tally.type) return std::string(tally.key);
  return std::string(schema_.name(identity_.type_of[key])) + std::string(tally.key.substr(tally.key.find('/')));
}

void Freezer::add_nodes() {
  const auto size = static_cast<std::uint32_t>(tallies_.keys.size());
  std::vector<std::pair<std::string, std::uint32_t>> leaders;
  std::vector<std::uint32_t> first(size + std::size_t{1});  // of each leader into `keys`
  for (std::uint32_t key = 0; key < size; ++key) {
    const std::uint32_t leader = identity_.leader_of[key];
    if (leader == key) leaders.emplace_back(key_of(key), key);
    if (leader != no_entity) ++first[leader + std::size_t{1}];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> keys(first.back());
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (std::uint32_t key = 0; key < size; ++key)
    if (const std::uint32_t leader = identity_.leader_of[key]; leader != no_entity) keys[next[leader]++] = key;
  std::sort(leaders.begin(), leaders.end());
  node_of_.assign(size, no_entity);
  out_.nodes.reserve(leaders.size());
  for (auto& [shown, leader] : leaders) {
    const auto of_node = std::span(keys).subspan(first[leader], first[leader + std::size_t{1}] - first[leader]);
    for (const std::uint32_t key : of_node) node_of_[key] = static_cast<std::uint32_t>(out_.nodes.size());
    add_node(leader, of_node);
    out_.nodes.back().key = std::move(shown);
  }
}

void Freezer::add_what_is_known(Node& node, KeyTally& sum) const {
  sum.names.each([&sum](std::string_view form, std::uint64_t) { sum.aliases.insert(form); });
  sum.aliases.erase(node.name);
  node.aliases.assign(sum.aliases.begin(), sum.aliases.end());
  for (const auto& [label, role] : sum.roles)
    node.roles.push_back({std::string(role.forms.commonest()), role.flags, clamped(role.count)});
  std::sort(node.roles.begin(), node.roles.end(),
            [](const NodeRole& a, const NodeRole& b) { return a.label < b.label; });
  node.mentions = clamped(sum.mentions);
}

void Freezer::add_node(std::uint32_t leader, std::span<const std::uint32_t> keys) {
  Node& node = out_.nodes.emplace_back();
  node.type = identity_.type_of[leader];
  node.name = identity_.name_of[leader].empty() ? std::string(tallies_.keys[leader].names.commonest())
                                                : identity_.name_of[leader];
  if (keys.size() > 1 || !identity_.reason_of[leader].empty()) {
    for (const std::uint32_t key : keys)
      node.members.push_back({std::string(tallies_.keys[key].key), std::string(tallies_.keys[key].names.commonest()),
                              identity_.reason_of[key]});
    std::sort(node.members.begin(), node.members.end(),
              [](const NodeMember& a, const NodeMember& b) { return a.key < b.key; });
  }
  KeyTally& sum = tallies_.keys[leader];  // nobody asks for it again
  for (const std::uint32_t key : keys)
    if (key != leader) merge(tallies_.keys[key], sum);
  add_what_is_known(node, sum);
}

void Freezer::add_candidates() {
  for (const Doubt& doubt : identity_.doubts) {
    const std::uint32_t one = node_of_[doubt.one];
    const std::uint32_t other = node_of_[doubt.other];
    if (one == no_entity || other == no_entity || one == other) continue;
    out_.nodes[one].candidates.push_back({out_.nodes[other].key, doubt.reason});
    out_.nodes[other].candidates.push_back({out_.nodes[one].key, doubt.reason});
  }
  for (Node& node : out_.nodes) {
    const auto rank = [](const NodeCandidate& c) { return std::tie(c.key, c.reason); };
    std::sort(node.candidates.begin(), node.candidates.end(),
              [rank](const NodeCandidate& a, const NodeCandidate& b) { return rank(a) < rank(b); });
    const auto end = std::unique(node.candidates.begin(), node.candidates.end(),
                                 [](const NodeCandidate& a, const NodeCandidate& b) { return a.key == b.key; });
    node.candidates.erase(end, node.candidates.end());
  }
}

void Freezer::add_stated(const StatedTally& tally) {
  Edge& edge = out_.edges.emplace_back();
  edge.source = static_cast<NodeId>(tally.key.source);
  edge.target = static_cast<NodeId>(tally.key.target);
  edge.type = tally.key.type;
  edge.stated = true;
  edge.directed = !schema_.relation_types()[static_cast<std::size_t>(tally.key.type)].symmetric;
  edge.label = tally.label;
  edge.flags = tally.flags;
  edge.count = clamped(tally.count);
  edge.documents = tally.documents;
  const DateRange& dates = tally.stated_dates.first.empty() ? tally.document_dates : tally.stated_dates;
  edge.first_date = dates.first;
  edge.last_date = dates.last;
  const std::size_t evidence = std::min<std::uint64_t>(tally.count, options_.max_evidence);
  edge.evidence = std::span(out_.evidence).subspan(tally.first_evidence, evidence);
}

void Freezer::add_pair(const PairCount& pair, const std::vector<std::uint32_t>& sentences) {
  Edge& edge = out_.edges.emplace_back();
  edge.source = static_cast<NodeId>(pair.one);
  edge.target = static_cast<NodeId>(pair.other);
  edge.count = pair.sentences;
  edge.paragraphs = pair.paragraphs;
  edge.documents = pair.documents;
  edge.first_date = pair.first_date;
  edge.last_date = pair.last_date;
  const Association found = association(
      {.both = pair.sentences, .one = sentences[pair.one], .other = sentences[pair.other], .all = out_.sentences});
  edge.npmi = found.npmi;
  edge.log_likelihood = found.log_likelihood;
}

// Stated edges and pairs come sorted each by itself and are dealt out in turn. Where both join two nodes, what is
// stated comes first.
void Freezer::add_edges() {
  Links links = link(store_, schema_, tallies_, node_of_, out_.nodes.size(), options_);
  for (std::size_t i = 0; i < out_.nodes.size(); ++i) {
    out_.nodes[i].sentences = links.sentences[i];
    out_.nodes[i].documents = links.documents[i];
  }
  out_.dropped_pairs = links.dropped_pairs;
  out_.evidence = std::move(links.evidence);
  if (links.stated.size() + links.pairs.size() > most_edges) throw std::length_error("more edges than have numbers");
  out_.edges.reserve(links.stated.size() + links.pairs.size());
  auto stated = links.stated.begin();
  const auto stated_before = [&](std::uint32_t one, std::uint32_t other) {
    for (; stated != links.stated.end() && std::tie(stated->key.source, stated->key.target) <= std::tie(one, other);
         ++stated)
      add_stated(*stated);
  };
  for (const PairCount& pair : links.pairs) {
    stated_before(pair.one, pair.other);
    add_pair(pair, links.sentences);
  }
  stated_before(no_entity, no_entity);
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

Frozen freeze(const Store& store, const Schema& schema, const GraphOptions& options) {
  return Freezer(store, schema, options).run();
}

}  // namespace dossier::graph
