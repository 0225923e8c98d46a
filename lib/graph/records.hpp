// What merges: keyed records of integers and sets, from which a graph is frozen.
//
// Invariants: 1. everything accumulated is a sum, a union, an intersection of flags, or the first items of a total
// order, so that any partition of the documents, joined in any order, gives the same records; 2. numbers of nodes and
// labels are private to one Records and mean nothing outside it; keys do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <dossier/graph.hpp>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dossier::graph {

/// How often each form was seen.
using Tally = std::map<std::string, std::uint64_t, std::less<>>;

/// The commonest form; ties: the first in byte order. Empty for an empty tally.
[[nodiscard]] std::string_view commonest(const Tally& tally) noexcept;

/// All bits, so that the first statement decides.
inline constexpr auto all_flags = static_cast<RelationFlags>(0xFF);

[[nodiscard]] constexpr RelationFlags operator&(RelationFlags a, RelationFlags b) noexcept {
  return static_cast<RelationFlags>(static_cast<unsigned>(a) & static_cast<unsigned>(b));
}

struct RoleRecord {
  Tally forms;
  RelationFlags flags = all_flags;  // those that all statements share
  std::uint64_t count = 0;
};

struct NodeRecord {
  std::string key;
  TypeId type = TypeId::none;
  Tally names;  // canonical forms, one a document
  std::set<std::string, std::less<>> aliases;
  std::map<std::string, RoleRecord, std::less<>> roles;  // by folded label
  std::uint64_t mentions = 0;
  std::uint64_t sentences = 0;
  std::uint64_t documents = 0;
  std::uint64_t last_document = 0;  // when it was last counted; not merged
};

/// The earliest and the latest of some ISO dates; empty when there was none.
struct DateRange {
  std::string first;
  std::string last;
  void add(std::string_view date);
  void add(const DateRange& other);
};

/// The date of a TIMEX3 value, "2019-05-03" of "2019-05-03T14:00"; years and months stay ("2019", "2019-05"). Empty
/// when it is none: weeks, decades, "XXXX-WXX-3".
[[nodiscard]] std::string_view iso_date(std::string_view value) noexcept;

/// Identity of a stated edge. `label` numbers the folded label of has_role, 0 for other types.
struct EdgeKey {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t label = 0;
  RelationTypeId type = RelationTypeId::none;
  friend constexpr bool operator==(const EdgeKey&, const EdgeKey&) = default;
};

struct StatedRecord {
  EdgeKey key;
  Tally labels;
  RelationFlags flags = all_flags;
  std::uint64_t count = 0;
  std::uint64_t documents = 0;
  std::uint64_t last_document = 0;
  DateRange stated_dates;
  DateRange document_dates;
  std::vector<Evidence> evidence;  // the first in order, sorted
};

struct PairRecord {
  std::uint64_t count = 0;  // sentences
  std::uint64_t paragraphs = 0;
  std::uint64_t documents = 0;
  std::uint64_t last_document = 0;
  DateRange document_dates;
};

/// Mixes the bits of a number (the finalizer of splitmix64).
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

struct EdgeKeyHash {
  std::size_t operator()(const EdgeKey& key) const noexcept {
    const std::uint64_t ends = (std::uint64_t{key.source} << 32U) | key.target;
    const std::uint64_t kind = (std::uint64_t{key.label} << 8U) | static_cast<std::uint64_t>(key.type);
    return static_cast<std::size_t>(mixed(ends ^ mixed(kind)));
  }
};

struct PairHash {
  std::size_t operator()(std::uint64_t pair) const noexcept { return static_cast<std::size_t>(mixed(pair)); }
};

/// For one thread.
class Records {
 public:
  /// Number of the node with that key; a new node when there is none.
  std::uint32_t node(const std::string& key, TypeId type);
  /// Number of a folded label, from 1; 0 for the empty one.
  std::uint32_t label(const std::string& folded);
  StatedRecord& stated(const EdgeKey& key);
  /// The pair of two different nodes, in either order.
  PairRecord& pair(std::uint32_t a, std::uint32_t b);
  /// Keeps the first `limit` items in the order of Evidence.
  static void add_evidence(StatedRecord& edge, Evidence item, std::size_t limit);
  /// True when an item of that document at that place would be kept.
  [[nodiscard]] static bool wants_evidence(const StatedRecord& edge, std::string_view document, Span span,
                                           std::size_t limit) noexcept;
  void merge(const Records& other, std::size_t evidence_limit);

  std::vector<NodeRecord> nodes;
  std::vector<StatedRecord> stated_edges;
  std::unordered_map<std::uint64_t, PairRecord, PairHash> pairs;  // smaller number in the high half
  std::vector<std::string> labels = {std::string()};
  std::uint64_t dropped_pairs = 0;
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;

 private:
  void merge_node(const NodeRecord& from, NodeRecord& to);

  std::unordered_map<std::string, std::uint32_t> node_numbers_;
  std::unordered_map<std::string, std::uint32_t> label_numbers_;
  std::unordered_map<EdgeKey, std::uint32_t, EdgeKeyHash> edge_numbers_;
};

}  // namespace dossier::graph
