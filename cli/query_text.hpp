// Answers of queries as text for people.
#pragma once

#include <dossier/query.hpp>
#include <span>
#include <string>

namespace dossier::cli {

/// Each hop with its edges: arrow, words, flags, counts, and the sentence with its document.
void append_path(std::string& out, const EntityGraph& graph, std::span<const Hop> path);
/// One node a line: hops, name, key, mentions.
void append_ego(std::string& out, const EntityGraph& graph, std::span<const Near> nodes);
/// One node a line: value, name, key.
void append_top(std::string& out, const EntityGraph& graph, std::span<const NodeId> nodes,
                std::span<const double> values);
/// One bridge a line: nodes cut off, and both ends.
void append_bridges(std::string& out, const EntityGraph& graph, std::span<const Bridge> bridges);
/// The communities of more than one node, with their members of highest degree first; at most `members` of each named.
void append_communities(std::string& out, const EntityGraph& graph, const Communities& communities,
                        std::size_t members);
/// One statement a line: date, who, what, whom, with the sentence below.
void append_timeline(std::string& out, const EntityGraph& graph, std::span<const TimelineItem> items);

}  // namespace dossier::cli
