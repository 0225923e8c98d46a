// Nodes and edges of a graph as JSON members, for the formats that differ only in what they put around them.
#pragma once

#include <cstddef>
#include <dossier/graph.hpp>
#include <string>

namespace dossier::formats {

/// Appends {"schema":...,"hidden_nodes":...}: what is known of the whole.
void append_graph_object(std::string& out, const EntityGraph& graph, std::size_t hidden_nodes,
                         std::size_t hidden_edges);

/// Appends "id":...,"type":...,"documents":... without braces.
void append_node_members(std::string& out, const EntityGraph& graph, const Node& node);

/// Appends "source":...,"target":...,"key":NUMBER,...,"evidence":[...] without braces.
void append_edge_members(std::string& out, const EntityGraph& graph, const Edge& edge, std::size_t number);

/// Appends {"document":...,"rule":...}.
void append_evidence(std::string& out, const Evidence& item);

}  // namespace dossier::formats
