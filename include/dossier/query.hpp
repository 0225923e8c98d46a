// Questions to an entity graph: who is meant by a name, how two are connected, who stands around somebody, who matters,
// what would fall apart, who belongs together, and when.
//
//   const dossier::Lookup from = dossier::look_up(graph, "yuri ushakov");
//   const dossier::Lookup to = dossier::look_up(graph, "State Department");
//   for (const dossier::Hop& hop : dossier::find_path(graph, from.nodes.front(), to.nodes.front())) ...
//
// All functions freeze the graph if that has not been done, are safe to call from many threads at once, and give the
// same answer for the same graph: every tie has a written order. NodeIds and EdgeIds index graph.nodes() and
// graph.edges(). Edges whose every statement is denied ("did not meet") connect nobody: no question but a timeline
// follows them. REQUIRES everywhere: nodes are of this graph.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// Who may be meant by a name.
struct Lookup {
  std::vector<NodeId> nodes;             ///< the most mentioned first; ties: by key. More than one: ambiguous
  std::vector<std::string> suggestions;  ///< names that are near, when there is no node; at most 5, the nearest first
};

/// The nodes whose key, name or alias is this one, without regard to case, accents, full stops and surplus white space.
/// When there are none: those with all the words of `name` in one of their names ("ushakov" finds "Yuri Ushakov"). A
/// type ("PERSON"), if not empty, restricts both. O(names).
[[nodiscard]] Lookup look_up(const EntityGraph& graph, std::string_view name, std::string_view type = {});

/// Which edges a question follows.
struct QueryOptions {
  bool stated_only = false;      ///< leave co-occurrence out
  std::uint32_t min_weight = 1;  ///< co-occurrence edges counted less often are left out
};

/// One step of a path.
struct Hop {
  NodeId from = NodeId::none;
  NodeId to = NodeId::none;
  std::vector<EdgeId> edges;  ///< all edges between the two that may be followed: stated first, then the higher count
};

/// The best path, in either direction of its edges; empty when there is none and when both are the same. A hop that is
/// stated costs 2, one that is co-occurrence only costs 5: a chain of two statements is better than a mere mention side
/// by side, one of three is not. Ties: the path whose nodes, read from the end, have the smaller keys. O(e + n log n).
[[nodiscard]] std::vector<Hop> find_path(const EntityGraph& graph, NodeId from, NodeId to, QueryOptions options = {});

/// A node and how many hops away it is.
struct Near {
  NodeId node = NodeId::none;
  std::uint32_t distance = 0;
};

/// Everybody within `depth` hops, in either direction: the node itself first, then by distance, then by key. O(n + e).
[[nodiscard]] std::vector<Near> ego_network(const EntityGraph& graph, NodeId center, std::uint32_t depth,
                                            QueryOptions options = {});

/// What makes a node important.
enum class Importance : std::uint8_t {
  mentions,     ///< how often it is mentioned
  degree,       ///< how many others it is joined with
  betweenness,  ///< share of the shortest paths between two others that lead through it, 0 to 1 (Brandes 2001)
  pagerank      ///< where a reader who follows edges as they point, by their counts, would be; all sum to 1
};

struct ImportanceOptions {
  QueryOptions edges = {};
  std::uint32_t exact_nodes = 5000;  ///< betweenness: larger graphs are sampled
  std::uint32_t samples = 1000;      ///< betweenness: start nodes drawn in larger graphs (Brandes and Pich 2007)
  std::uint32_t seed = 1;            ///< of that drawing
};

/// One number for each node, in node order. Betweenness is O(starts x edges), the others linear.
[[nodiscard]] std::vector<double> importance(const EntityGraph& graph, Importance what,
                                             const ImportanceOptions& options = {});

/// Nodes with the highest values first; ties: by key. At most `count` (0: all).
[[nodiscard]] std::vector<NodeId> top_nodes(const std::vector<double>& values, std::uint32_t count);

/// Two nodes whose connection is the only one between two parts of the graph.
struct Bridge {
  NodeId a = NodeId::none;  ///< on the smaller side; when both are equal, the smaller id
  NodeId b = NodeId::none;
  std::uint32_t nodes_behind = 0;  ///< nodes of the smaller side: so many would be cut off
};

/// All bridges, those that cut off most first; ties: by ids. Several edges between the same two are one connection.
/// O(n + e).
[[nodiscard]] std::vector<Bridge> find_bridges(const EntityGraph& graph, QueryOptions options = {});

struct CommunityOptions {
  QueryOptions edges = {};
  double resolution = 1.0;  ///< above 1: more and smaller communities. REQUIRES: > 0
};

struct Communities {
  std::vector<std::uint32_t> of;  ///< of each node, in node order; numbered by size, the largest 0; ties: smallest node
  std::vector<std::uint32_t> sizes;  ///< nodes of each community
  double modularity = 0.0;           ///< at the resolution asked for; -0.5 to 1
};

/// Groups that hang together more closely than with others: the Louvain method (Blondel et al. 2008) with communities
/// split into their connected parts after each pass, so that none is disconnected, which is the fault that Traag et al.
/// (2019) found in it. Weights are the counts of sentences, and 4 for each statement. A node without edges is a
/// community of its own. Deterministic: nodes are visited in order, ties go to the smaller number.
[[nodiscard]] Communities find_communities(const EntityGraph& graph, const CommunityOptions& options = {});

/// A statement of a stated edge, with its date.
struct TimelineItem {
  EdgeId edge = EdgeId::none;
  std::uint32_t evidence = 0;  ///< index into Edge::evidence
};

/// The statements about a node, or, with `other`, about the two of them, by date; those without a full or partial
/// calendar date come last. Ties: by edge, then evidence. Statements beyond GraphOptions::max_evidence are not kept.
[[nodiscard]] std::vector<TimelineItem> timeline(const EntityGraph& graph, NodeId node, NodeId other = NodeId::none);

/// True when the TIMEX3 value begins with a year of the calendar ("2024-05", not "XXXX-WXX-3" or "P3D").
[[nodiscard]] bool is_calendar_date(std::string_view value) noexcept;

}  // namespace dossier
