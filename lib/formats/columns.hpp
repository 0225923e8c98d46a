// A graph as two tables, for the formats whose nodes and edges have flat attributes: GraphML, GEXF, CSV.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::formats {

/// What a value is. Lists are given item by item, others as one item; a missing value has none.
enum class ColumnKind : std::uint8_t { text, list, integer, real, boolean };

/// A named value of every node or edge.
template <typename Item>
struct Column {
  std::string_view name;  ///< letters and underscores alone, which all readers take
  ColumnKind kind = ColumnKind::text;
  std::vector<std::string> (*values)(const EntityGraph& graph, const Item& item) = nullptr;
};

/// What a node has besides its key.
[[nodiscard]] std::span<const Column<Node>> node_columns() noexcept;
/// What an edge has besides its ends.
[[nodiscard]] std::span<const Column<Edge>> edge_columns() noexcept;

/// The relation's name; "co_occurs" when nothing is stated. The view lives as long as the graph.
[[nodiscard]] std::string_view type_name(const EntityGraph& graph, const Edge& edge) noexcept;

/// The items as one string with " | " between them.
[[nodiscard]] std::string joined(const std::vector<std::string>& items);

/// The key of an edge's end. The view lives as long as the graph.
[[nodiscard]] std::string_view key_of(const EntityGraph& graph, NodeId node) noexcept;

}  // namespace dossier::formats
