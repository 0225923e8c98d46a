// The parts of a rule between its text and its program: tests of one item, and the tree of a pattern.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rules/rules.hpp"
#include "rules/scanner.hpp"

namespace dossier::rules {

/// A set of words, by the hashes of their folded forms; sorted, without doubles.
using WordSet = std::vector<std::uint64_t>;

enum class SetId : std::uint16_t { none = 0xFFFF };  ///< index into Syntax::sets

/// One property of an item.
struct Atom {
  enum class Kind : std::uint8_t { any, word, head, cls, type, reference, shape, kind, flag, mark, regex };
  Kind kind = Kind::any;
  bool negated = false;
  SetId set = SetId::none;    // word, head
  std::uint32_t mask = 0;     // the others: one bit a value; flag and mark: any of the bits; regex: index
  lexicon::ClassSet classes;  // cls: any of them
  TypeSet types;              // type: any of them
};

/// A regular expression of RE2 that is known to be one.
struct Expression {
  std::string text;
  bool either_case = false;
  friend bool operator==(const Expression&, const Expression&) = default;
};

/// What one item must be: any of the clauses, each of which asks for all of its atoms.
struct ItemTest {
  std::vector<std::vector<Atom>> clauses;
};

enum class TestId : std::uint32_t { none = 0xFFFFFFFF };  ///< index into Syntax::tests
enum class NodeId : std::uint32_t { none = 0xFFFFFFFF };  ///< index into Syntax::nodes

struct Node {
  enum class Kind : std::uint8_t { test, sequence, alternation, repeat, capture, look, start, end };
  Kind kind = Kind::test;
  bool greedy = true;    // repeat
  bool negated = false;  // look
  bool behind = false;   // look: the item before, not the one that follows
  CaptureName capture = CaptureName::subject;
  TestId test = TestId::none;  // test, look
  std::uint32_t min = 1;       // repeat
  std::uint32_t max = 1;
  std::uint32_t size = 1;  // elements when repetitions and lets are written out; filled in by Syntax::add()
  std::vector<NodeId> children;
  Place place;         // capture
  std::string source;  // the element as it stands in its file
};

/// Everything that the patterns of a rule set consist of. Nodes may be shared by several patterns (lets).
struct Syntax {
  std::vector<WordSet> sets;
  std::vector<ItemTest> tests;
  std::vector<Node> nodes;
  std::vector<Expression> regexes;

  [[nodiscard]] const Node& node(NodeId id) const noexcept { return nodes[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const ItemTest& test(TestId id) const noexcept { return tests[static_cast<std::size_t>(id)]; }
  NodeId add(Node node) {
    std::uint64_t size = 1;
    for (const NodeId child : node.children) size += this->node(child).size;
    if (node.kind == Node::Kind::repeat) size *= node.max;
    node.size = static_cast<std::uint32_t>(std::min<std::uint64_t>(size, 1U << 20U));
    nodes.push_back(std::move(node));
    return static_cast<NodeId>(nodes.size() - 1);
  }
  TestId add(ItemTest test) {
    tests.push_back(std::move(test));
    return static_cast<TestId>(tests.size() - 1);
  }
};

}  // namespace dossier::rules
