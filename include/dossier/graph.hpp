// The entity graph: who is connected with whom over many documents, with the words behind every edge.
//
//   dossier::EntityGraph graph;
//   for (const dossier::Document& doc : docs) graph.add(doc);
//   dossier::write_dot(file, graph);            // formats.hpp
#pragma once

#include <compare>
#include <cstdint>
#include <dossier/decisions.hpp>
#include <dossier/document.hpp>
#include <dossier/names.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

struct DocumentRecord;  // records.hpp

enum class NodeId : std::uint32_t { none = 0xFFFFFFFF };  ///< index into EntityGraph::nodes()
enum class EdgeId : std::uint32_t { none = 0xFFFFFFFF };  ///< index into EntityGraph::edges()

/// A role held by a node, without an object of its own to point to ("President").
struct NodeRole {
  std::string label;
  RelationFlags flags = RelationFlags::none;
  std::uint32_t count = 0;  ///< statements
};

/// One of several keys that are the same entity, and why.
struct NodeMember {
  std::string key;     ///< as the node's own would be
  std::string name;    ///< its commonest form
  std::string reason;  ///< "initial: J. Keller, Jonas Keller; shares Kommerz AG"; empty for the node's own key
};

/// Another node that may be the same entity. Not joined: the evidence is not enough, or somebody else fits as well.
struct NodeCandidate {
  std::string key;     ///< of the other node
  std::string reason;  ///< what speaks for it, and what is missing
};

/// One entity of the graph: entities of documents with the same type and the same folded name, and those that stand
/// for the same under another name.
struct Node {
  std::string key;  ///< "PERSON/steve witkoff": identity over documents; a person known by
                    ///< one word only is of its document: "PERSON/putin@doc-7"
  TypeId type = TypeId::none;
  std::string name;                  ///< the commonest form; ties: the first in byte order
  std::vector<std::string> aliases;  ///< sorted, without the name
  std::vector<NodeRole> roles;       ///< roles without object, sorted by label
  std::uint32_t mentions = 0;
  std::uint32_t sentences = 0;  ///< in which it stands, by name, role or pronoun; not inside another mention
  std::uint32_t documents = 0;
  std::vector<NodeMember> members = {};        ///< sorted by key; empty when there is one key only
  std::vector<NodeCandidate> candidates = {};  ///< sorted by key
};

/// A date as far as it is known: a day, a month or a year. In the order of time; a year comes before its months, none
/// before all. A value of four bytes.
class IsoDate {
 public:
  constexpr IsoDate() noexcept = default;
  /// "2019-05-03", "2019-05" or "2019"; none for anything else.
  explicit IsoDate(std::string_view text) noexcept;

  [[nodiscard]] constexpr bool empty() const noexcept { return number_ == 0; }
  /// 0 for none.
  [[nodiscard]] constexpr std::uint32_t year() const noexcept { return number_ / 10000; }
  /// As it was given; empty for none.
  [[nodiscard]] std::string text() const;
  friend constexpr auto operator<=>(IsoDate, IsoDate) noexcept = default;

 private:
  std::uint32_t number_ = 0;  // 20190503, 20190500, 20190000
};

/// Where an edge is stated: enough to show the sentence. The views live as long as EntityGraph::edges().
struct Evidence {
  std::string_view document;  ///< Document::id()
  Span span;                  ///< the words that state it: in the document's source, bytes
  Span codepoints;            ///< the same in code points
  std::string_view quote;     ///< the sentence around them, white space collapsed, at most 1000 bytes
  std::string_view rule;      ///< rule name
  std::string_view label;     ///< the words of this statement: "advised"
  std::string_view place;
  std::string_view date;  ///< TIMEX3 value, or the words when there is none
  RelationFlags flags = RelationFlags::none;
};

/// A connection. Stated edges have a relation type; co-occurrence edges have none and count sentences and paragraphs.
/// There may be many millions, so an edge owns nothing: its views live as long as EntityGraph::edges().
struct Edge {
  NodeId source = NodeId::none;  ///< the subject; for symmetric edges the node with the smaller key
  NodeId target = NodeId::none;
  RelationTypeId type = RelationTypeId::none;  ///< none: co-occurrence
  bool stated = false;
  bool directed = false;
  RelationFlags flags = RelationFlags::none;  ///< flags that all its statements share
  std::uint32_t count = 0;       ///< statements, or sentences with both entities (each pair once a sentence)
  std::uint32_t paragraphs = 0;  ///< co-occurrence: paragraphs with both entities
  std::uint32_t documents = 0;
  IsoDate first_date = {};  ///< earliest date of its statements; when none is dated, and for co-occurrence, of its
                            ///< documents. Empty when unknown
  IsoDate last_date = {};   ///< latest
  double npmi = 0.0;  ///< co-occurrence: normalised pointwise mutual information over sentences, -1 (never together) to
                      ///< 1 (only together), 0: as often as chance has it (Bouma 2009)
  double log_likelihood = 0.0;  ///< co-occurrence: the log-likelihood ratio over sentences; 3.84: 5 in 100 by chance,
                                ///< 10.83: 1 in 1000 (Dunning 1993)
  std::string_view label = {};  ///< has_role: the role's words, part of the edge's identity; else the commonest label
  std::span<const Evidence> evidence = {};  ///< first max_evidence in order of (document, span); none for co-occurrence
};

struct GraphOptions {
  bool cooccurrence = true;            ///< count pairs of entities in one sentence
  bool paragraphs = false;             ///< pairs that share a paragraph only are edges too, with a count of 0
  std::uint32_t max_evidence = 16;     ///< kept per stated edge
  std::uint32_t max_cooccurring = 32;  ///< entities of one sentence, or paragraph, that are paired; sentences with
                                       ///< more are cut and counted in dropped_pairs()
  bool join_names = true;  ///< join people and organizations whose names are forms of one, where nothing speaks against
  std::shared_ptr<const NameKnowledge> names =
      nullptr;                           ///< nicknames, legal forms ... of dictionaries: Engine::names()
  std::vector<Decision> decisions = {};  ///< what the user knows better; decisions.hpp
};

/// One network out of many documents: a function of the set of their records (records.hpp), which it keeps. Any order
/// of documents, and any partition joined by merge(), gives the same graph; taking one out or replacing it gives what
/// building anew would. For one thread while adding; const access is safe from many threads: the first query
/// after an addition freezes the graph, the others wait for it.
class EntityGraph {
 public:
  EntityGraph() : EntityGraph(GraphOptions{}) {}
  explicit EntityGraph(GraphOptions options);
  ~EntityGraph();
  EntityGraph(EntityGraph&&) noexcept;
  EntityGraph& operator=(EntityGraph&&) noexcept;

  /// Adds a document's entities, relations and co-occurrences. The same document twice counts once; two that differ
  /// under one id count both. REQUIRES: made by an engine.
  void add(const Document& doc);
  /// The same from a record, with the schema of the engine or the file that it comes from. REQUIRES: as a RecordReader
  /// or to_record() gave it.
  void add(DocumentRecord record, const Schema& schema);
  /// Takes out what was added under the document's id, and adds it.
  void replace(const Document& doc);
  /// Takes out what was added under that id; false when there was nothing.
  bool remove(std::string_view document);
  /// Adds everything of another graph; this one's options hold.
  void merge(const EntityGraph& other);
  /// Builds nodes() and edges() from what was added now, rather than at the first query.
  void freeze();

  /// Sorted by key. Valid until the next add() or merge().
  [[nodiscard]] std::span<const Node> nodes() const;
  /// Sorted by source key, target key, stated first, type, label. Valid until the next add() or merge().
  [[nodiscard]] std::span<const Edge> edges() const;
  [[nodiscard]] const Schema& schema() const noexcept;

  /// The node of that type whose name or alias folds to the same, the most mentioned first.
  [[nodiscard]] std::optional<NodeId> find(std::string_view type, std::string_view name) const;
  /// Nodes joined to it by any edge, in node order.
  [[nodiscard]] std::vector<NodeId> neighbors(NodeId node) const;
  /// Number of edges a node takes part in; stated edges only when asked.
  [[nodiscard]] std::uint32_t degree(NodeId node, bool stated_only = false) const;
  /// Components of the graph over the edges chosen: one number per node, numbered in node order (Boost.Graph).
  [[nodiscard]] std::vector<std::uint32_t> components(bool stated_only = false) const;

  /// Decisions that found no such node, or contradict one another: warnings "decisions.unknown" and
  /// "decisions.contradiction".
  [[nodiscard]] const Diagnostics& decision_problems() const;

  /// What was added, in all.
  [[nodiscard]] std::uint64_t documents() const noexcept;
  [[nodiscard]] std::uint64_t sentences() const;
  /// Sentences whose surplus entities were not paired.
  [[nodiscard]] std::uint64_t dropped_pairs() const;

  struct Parts;
  [[nodiscard]] const Parts& parts() const noexcept { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

}  // namespace dossier
