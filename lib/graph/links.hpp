// What all documents say of pairs of nodes: statements and sentences. The second of the two passes over the records.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/pair_table.hpp"
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

struct EdgeKeyHash {
  std::size_t operator()(const EdgeKey& key) const noexcept {
    const std::uint64_t ends = (std::uint64_t{key.source} << 32U) | key.target;
    const std::uint64_t kind = (std::uint64_t{key.label} << 8U) | static_cast<std::uint64_t>(key.type);
    return static_cast<std::size_t>(mixed(ends ^ mixed(kind)));
  }
};

/// The earliest and the latest of some ISO dates; empty when there was none.
struct DateRange {
  std::string_view first;
  std::string_view last;
  void add(std::string_view date) noexcept {
    if (date.empty()) return;
    if (first.empty() || date < first) first = date;
    if (date > last) last = date;
  }
};

struct StatedTally {
  EdgeKey key;
  FormCounts labels;
  RelationFlags flags = all_flags;
  std::uint64_t count = 0;
  std::uint32_t documents = 0;
  std::uint32_t last_document = 0;
  DateRange stated_dates;
  DateRange document_dates;
  std::vector<Evidence> evidence;  // the first ones
};

/// The links of a graph. Nodes are numbered.
struct Links {
  std::vector<StatedTally> stated;
  PairTable pairs;
  std::vector<std::uint32_t> sentences;  // of each node
  std::vector<std::uint32_t> documents;  // of each node
  std::uint64_t dropped_pairs = 0;
};

/// An ISO date as a number in the order of time, and back. 0 and "" for none.
[[nodiscard]] std::uint32_t date_number(std::string_view date) noexcept;
[[nodiscard]] std::string date_text(std::uint32_t number);

/// `node_of` gives the node of each key, no_entity for keys that are dropped; symmetric edges run from the smaller
/// number.
[[nodiscard]] Links link(const Store& store, const Schema& schema, const Tallies& tallies,
                         const std::vector<std::uint32_t>& node_of, std::size_t nodes, const GraphOptions& options);

}  // namespace dossier::graph
