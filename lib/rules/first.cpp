// The tests that a pattern can begin with, and what they have in common.
#include "rules/first.hpp"

#include <algorithm>

namespace dossier::rules {
namespace {

// Appends the tests that can see the first item; false when the node can match nothing, so that what follows it sees it
// too.
bool first_tests(const Syntax& syntax, NodeId id, std::vector<TestId>& out) {
  const Node& node = syntax.node(id);
  switch (node.kind) {
    case Node::Kind::test:
      out.push_back(node.test);
      return true;
    case Node::Kind::sequence:
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](NodeId child) { return first_tests(syntax, child, out); });
    case Node::Kind::capture:
      return first_tests(syntax, node.children.front(), out);
    case Node::Kind::repeat:
      return node.max > 0 && first_tests(syntax, node.children.front(), out) && node.min > 0;
    case Node::Kind::alternation: {
      bool all = true;
      for (const NodeId child : node.children) all = first_tests(syntax, child, out) && all;
      return all;
    }
    case Node::Kind::look:
    case Node::Kind::start:
    case Node::Kind::end:
      break;
  }
  return false;
}

void add_clause(const Syntax& syntax, const std::vector<Atom>& clause, FirstItem& out) {
  TypeSet types{~std::uint64_t{0}};
  bool untyped = true;
  const WordSet* words = nullptr;
  for (const Atom& atom : clause) {
    if (atom.kind == Atom::Kind::type) {
      types.bits &= atom.negated ? ~atom.types.bits : atom.types.bits;
      untyped = untyped && atom.negated;
    } else if (atom.kind == Atom::Kind::word && !atom.negated) {
      words = &syntax.sets[static_cast<std::size_t>(atom.set)];
    }
  }
  out.types.bits |= types.bits;
  out.untyped = out.untyped || untyped;
  out.needs_word = out.needs_word && words != nullptr;
  if (out.needs_word) out.words.insert(out.words.end(), words->begin(), words->end());
}

}  // namespace

FirstItem find_first(const Syntax& syntax, NodeId pattern) {
  std::vector<TestId> tests;
  static_cast<void>(first_tests(syntax, pattern, tests));
  FirstItem out;
  for (const TestId test : tests)
    for (const std::vector<Atom>& clause : syntax.test(test).clauses) add_clause(syntax, clause, out);
  if (!out.needs_word) out.words.clear();
  std::sort(out.words.begin(), out.words.end());
  out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
  return out;
}

}  // namespace dossier::rules
