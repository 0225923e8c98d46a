// What all documents say of pairs of nodes: statements and sentences. The second and third pass over the records.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <string_view>
#include <vector>

#include "graph/pairs.hpp"
#include "graph/store.hpp"
#include "graph/tallies.hpp"

namespace dossier::graph {

/// Identity of a stated edge. `label` numbers the folded label of has_role, 0 for other types.
struct EdgeKey {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t label = 0;
  RelationTypeId type = RelationTypeId::none;
  friend constexpr bool operator==(const EdgeKey&, const EdgeKey&) = default;
};

/// The earliest and the latest of some dates; empty when there was none.
struct DateRange {
  IsoDate first;
  IsoDate last;
  void add(IsoDate date) noexcept {
    if (date.empty()) return;
    if (first.empty() || date < first) first = date;
    if (date > last) last = date;
  }
};

struct StatedTally {
  EdgeKey key;
  std::string_view label;  // the commonest
  RelationFlags flags = all_flags;
  std::uint64_t count = 0;
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;
  DateRange stated_dates;
  DateRange document_dates;
  std::size_t first_evidence = 0;  // the first ones: min(count, max_evidence) of them
};

/// The links of a graph. Nodes are numbered.
struct Links {
  std::vector<StatedTally> stated;       // sorted by source, target, type, label
  std::vector<Evidence> evidence;        // of the stated edges, one after the other
  std::vector<PairCount> pairs;          // sorted
  std::vector<std::uint32_t> sentences;  // of each node
  std::vector<std::uint32_t> documents;  // of each node
  std::uint64_t dropped_pairs = 0;
};

/// `node_of` gives the node of each key, no_entity for keys that are dropped; symmetric edges run from the smaller
/// number. The views are of the records.
[[nodiscard]] Links link(const Store& store, const Schema& schema, const Tallies& tallies,
                         const std::vector<std::uint32_t>& node_of, std::size_t nodes, const GraphOptions& options);

}  // namespace dossier::graph
