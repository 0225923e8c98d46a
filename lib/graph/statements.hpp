// Statements of all documents, gathered to edges.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/contents.hpp"
#include "graph/links.hpp"
#include "graph/mixing.hpp"

namespace dossier::graph {

struct EdgeKeyHash {
  std::size_t operator()(const EdgeKey& key) const noexcept {
    const std::uint64_t ends = (std::uint64_t{key.source} << 32U) | key.target;
    const std::uint64_t kind = (std::uint64_t{key.label} << 8U) | static_cast<std::uint64_t>(key.type);
    return static_cast<std::size_t>(mixed(ends ^ mixed(kind)));
  }
};

/// Takes all documents twice, in the same order: first to count, then, when it is known how many statements an edge
/// has and where it stands, to keep its first ones. Between the two, a statement is eight bytes. For one thread.
class Statements {
 public:
  Statements(const Schema& schema, const GraphOptions& options) : schema_(schema), options_(options) {}

  /// `nodes` gives the node of each entity, no_entity for none.
  void add(const Contents& contents, const std::vector<std::uint32_t>& nodes);
  /// The edges, sorted; room for their evidence. Nothing is added afterwards.
  void finish(Links& out);
  /// The same document again.
  void keep_evidence(const Contents& contents, Links& out);

 private:
  struct Said {
    std::uint32_t edge;   // no_entity: of none
    std::uint32_t label;  // its words as they are written
  };

  Said said(const Contents& contents, const StatementPart& part, const std::vector<std::uint32_t>& nodes);
  std::optional<RelationTypeId> type_of(std::string_view name);
  std::uint32_t edge_of(const EdgeKey& key);
  std::uint32_t folded_number(std::string_view label);
  void choose_labels();
  void sort_edges();

  const Schema& schema_;
  const GraphOptions& options_;
  std::vector<StatedTally> edges_;
  std::unordered_map<EdgeKey, std::uint32_t, EdgeKeyHash> edge_numbers_;
  std::unordered_map<std::string, std::uint32_t> folded_numbers_;
  std::unordered_map<std::string_view, std::uint32_t> label_numbers_;
  std::vector<std::string_view> labels_;
  std::unordered_map<std::string_view, std::optional<RelationTypeId>> types_;
  std::vector<Said> said_;             // all statements, in their order
  std::vector<std::uint32_t> kept_;    // of each edge: evidence so far
  std::vector<std::size_t> first_of_;  // of each edge: where its evidence begins
  std::size_t next_ = 0;               // statement, in the second round
  std::uint32_t document_ = 0;
};

}  // namespace dossier::graph
