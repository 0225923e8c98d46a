// Pairs of nodes and how often they stand together.
//
// Nothing is looked up: each time that two nodes stand together is an event of twelve bytes. Events are gathered,
// sorted by their pair (radix sort, which keeps the order of documents), counted, and merged into a sorted table. They
// are gathered until there are as many as pairs in the table, so that all merges together are linear, and memory is
// proportional to the pairs rather than to the events.
//
// 1. Documents are numbered in the order in which they come; the events of one are never parted.
// 2. The table is sorted by both nodes, each pair stands in it once.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <span>
#include <vector>

namespace dossier::graph {

/// A pair of different nodes, the smaller one first.
struct PairCount {
  std::uint32_t one = 0;
  std::uint32_t other = 0;
  std::uint32_t sentences = 0;
  std::uint32_t paragraphs = 0;
  std::uint32_t documents = 0;
  IsoDate first_date = {};  // of its documents
  IsoDate last_date = {};
};
static_assert(sizeof(PairCount) == 28);

/// For one thread.
class PairCounter {
 public:
  static constexpr std::size_t default_events = std::size_t{1} << 22U;  // 48 MB, and as much to sort them

  /// Nodes are numbers below `nodes`. At least `least_events` are gathered before they are counted.
  explicit PairCounter(std::size_t nodes, std::size_t least_events = default_events);

  void begin_document(IsoDate date);
  /// Each two of these nodes stand together in a sentence or paragraph. REQUIRES: a document has begun; nodes differ.
  void add_sentence(std::span<const std::uint32_t> nodes) { add(nodes, 0); }
  void add_paragraph(std::span<const std::uint32_t> nodes) { add(nodes, 1); }
  /// From now on only paragraphs come, and count only for pairs that are known: paragraphs have far more.
  void keep_known_pairs();
  /// All pairs, sorted. Nothing is left.
  [[nodiscard]] std::vector<PairCount> take();

 private:
  struct Event {
    std::uint32_t one;
    std::uint32_t other;
    std::uint32_t place;  // twice the document, plus one for a paragraph
  };
  static_assert(sizeof(Event) == 12);

  void add(std::span<const std::uint32_t> nodes, std::uint32_t paragraph);
  void count_events();
  void sort_events();
  void merge_events();
  void merge_known();
  [[nodiscard]] std::size_t count_pair(std::size_t first, PairCount& pair) const;

  unsigned bits_;  // of a node's number
  std::size_t least_events_;
  bool known_only_ = false;
  std::uint32_t document_ = 0;
  std::vector<IsoDate> dates_;  // of the documents
  std::vector<Event> events_;
  std::vector<Event> sorting_;
  std::vector<PairCount> table_;
};

}  // namespace dossier::graph
