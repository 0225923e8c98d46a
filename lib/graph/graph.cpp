// The entity graph as its users see it: records of documents that come and go, frozen by the first query.
#include <algorithm>
#include <atomic>
#include <cassert>
#include <dossier/graph.hpp>
#include <dossier/records.hpp>
#include <mutex>
#include <tuple>
#include <utility>

#include "graph/collect.hpp"
#include "graph/freeze.hpp"
#include "graph/keys.hpp"
#include "graph/store.hpp"
#include "graph/types.hpp"
#include "text/utf8.hpp"

namespace dossier {

// Readers may come from many threads, so the first of them freezes under a lock.
struct EntityGraph::Parts {
  GraphOptions options;
  Schema schema;
  graph::Store store;
  graph::Frozen frozen;
  std::atomic<bool> is_frozen = false;
  std::mutex freezing;

  void add(const Schema& types, std::string_view id, std::string bytes) {
    declare(types);
    store.add(id, std::move(bytes));
    thaw();
  }
  void declare(const Schema& types) {
    if (!graph::has_all(schema, types)) schema = graph::joined(schema, types);
  }
  // What was frozen has views of the records.
  void thaw() {
    is_frozen = false;
    frozen = {};
  }
};

namespace {

const graph::Frozen& frozen(EntityGraph::Parts& parts) {
  if (parts.is_frozen.load(std::memory_order_acquire)) return parts.frozen;
  const std::lock_guard lock(parts.freezing);
  if (!parts.is_frozen.load(std::memory_order_relaxed)) {
    parts.frozen = graph::freeze(parts.store, parts.schema, parts.options);
    parts.is_frozen.store(true, std::memory_order_release);
  }
  return parts.frozen;
}

std::span<const EdgeId> edges_of(const graph::Frozen& graph, NodeId node) {
  const auto index = static_cast<std::size_t>(node);
  assert(index < graph.nodes.size());
  return std::span(graph.edges_of)
      .subspan(graph.first_edge[index], graph.first_edge[index + 1] - graph.first_edge[index]);
}

}  // namespace

EntityGraph::EntityGraph(GraphOptions options) : parts_(std::make_unique<Parts>()) { parts_->options = options; }
EntityGraph::~EntityGraph() = default;
EntityGraph::EntityGraph(EntityGraph&&) noexcept = default;
EntityGraph& EntityGraph::operator=(EntityGraph&&) noexcept = default;

void EntityGraph::add(const Document& doc) { parts_->add(doc.schema(), doc.id(), graph::collect(doc)); }

void EntityGraph::add(DocumentRecord record, const Schema& schema) {
  parts_->add(schema, record.id, std::move(record.bytes));
}

void EntityGraph::replace(const Document& doc) {
  remove(doc.id());
  add(doc);
}

bool EntityGraph::remove(std::string_view document) {
  if (parts_->store.remove(document) == 0) return false;
  parts_->thaw();
  return true;
}

void EntityGraph::merge(const EntityGraph& other) {
  assert(&other != this);
  parts_->declare(other.parts_->schema);
  parts_->store.add(other.parts_->store);
  parts_->thaw();
}

void EntityGraph::freeze() { frozen(*parts_); }

std::span<const Node> EntityGraph::nodes() const { return frozen(*parts_).nodes; }
std::span<const Edge> EntityGraph::edges() const { return frozen(*parts_).edges; }
const Schema& EntityGraph::schema() const noexcept { return parts_->schema; }
const Diagnostics& EntityGraph::decision_problems() const { return frozen(*parts_).problems; }
std::uint64_t EntityGraph::documents() const noexcept { return parts_->store.size(); }
std::uint64_t EntityGraph::sentences() const { return frozen(*parts_).sentences; }
std::uint64_t EntityGraph::dropped_pairs() const { return frozen(*parts_).dropped_pairs; }

std::optional<NodeId> EntityGraph::find(std::string_view type, std::string_view name) const {
  const std::optional<TypeId> id = parts_->schema.find_type(type);
  if (!id || text::find_ill_formed(name) != name.size()) return std::nullopt;
  const std::vector<graph::NameEntry>& names = frozen(*parts_).names;
  const std::string wanted = graph::folded(name);
  const auto entry =
      std::lower_bound(names.begin(), names.end(), std::tie(*id, wanted),
                       [](const graph::NameEntry& a, const auto& b) { return std::tie(a.type, a.folded) < b; });
  if (entry == names.end() || entry->type != *id || entry->folded != wanted) return std::nullopt;
  return entry->node;
}

std::vector<NodeId> EntityGraph::neighbors(NodeId node) const {
  const graph::Frozen& graph = frozen(*parts_);
  std::vector<NodeId> out;
  for (const EdgeId id : edges_of(graph, node)) {
    const Edge& edge = graph.edges[static_cast<std::size_t>(id)];
    if (edge.source != edge.target) out.push_back(edge.source == node ? edge.target : edge.source);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::uint32_t EntityGraph::degree(NodeId node, bool stated_only) const {
  const graph::Frozen& graph = frozen(*parts_);
  const std::span<const EdgeId> edges = edges_of(graph, node);
  if (!stated_only) return static_cast<std::uint32_t>(edges.size());
  return static_cast<std::uint32_t>(std::count_if(
      edges.begin(), edges.end(), [&graph](EdgeId id) { return graph.edges[static_cast<std::size_t>(id)].stated; }));
}

void write_records(std::ostream& out, const EntityGraph& graph) {
  RecordWriter writer(out, graph.parts().schema);
  graph.parts().store.each([&writer](const std::string& id, const std::string& bytes) { writer.add({id, bytes}); });
  writer.finish();
}

}  // namespace dossier
