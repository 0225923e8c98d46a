// Patterns of a fixed length match in one way from each start, so that comparing their elements compares their matches.
#include "rules/cover.hpp"

#include <algorithm>

namespace dossier::rules {
namespace {

bool contains(const WordSet& all, const WordSet& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

class Comparison {
 public:
  explicit Comparison(const Syntax& syntax) : syntax_(syntax) {}

  [[nodiscard]] bool of_nodes(NodeId wide, NodeId narrow) const {
    const Node& a = syntax_.node(wide);
    const Node& b = syntax_.node(narrow);
    if (a.kind != b.kind || a.children.size() != b.children.size()) return false;
    switch (a.kind) {
      case Node::Kind::test:
        return of_tests(a.test, b.test);
      case Node::Kind::look:
        return a.behind == b.behind && a.negated == b.negated &&
               (a.negated ? of_tests(b.test, a.test) : of_tests(a.test, b.test));
      case Node::Kind::capture:
        if (a.capture != b.capture) return false;
        break;
      case Node::Kind::sequence:
      case Node::Kind::start:
      case Node::Kind::end:
        break;
      case Node::Kind::alternation:
      case Node::Kind::repeat:
        return false;
    }
    for (std::size_t i = 0; i < a.children.size(); ++i)
      if (!of_nodes(a.children[i], b.children[i])) return false;
    return true;
  }

 private:
  // Each way to fulfil the narrow test is a way to fulfil the wide one.
  [[nodiscard]] bool of_tests(TestId wide, TestId narrow) const {
    const auto& ways = syntax_.test(wide).clauses;
    const auto& narrow_ways = syntax_.test(narrow).clauses;
    return std::all_of(narrow_ways.begin(), narrow_ways.end(), [&](const std::vector<Atom>& b) {
      return std::any_of(ways.begin(), ways.end(), [&](const std::vector<Atom>& a) { return of_clauses(a, b); });
    });
  }

  [[nodiscard]] bool of_clauses(const std::vector<Atom>& wide, const std::vector<Atom>& narrow) const {
    return std::all_of(wide.begin(), wide.end(), [&](const Atom& a) {
      return std::any_of(narrow.begin(), narrow.end(), [&](const Atom& b) { return of_atoms(a, b); });
    });
  }

  // An item of which the narrow one holds is one of which the wide one holds.
  [[nodiscard]] bool of_atoms(const Atom& wide, const Atom& narrow) const {
    if (wide.kind == Atom::Kind::any) return !wide.negated;
    if (wide.kind != narrow.kind || wide.negated != narrow.negated) return false;
    return wide.negated ? holds_more(narrow, wide) : holds_more(wide, narrow);
  }

  // Of two atoms of one kind, both taken as not negated.
  [[nodiscard]] bool holds_more(const Atom& wide, const Atom& narrow) const {
    switch (wide.kind) {
      case Atom::Kind::any:
        return true;
      case Atom::Kind::word:
      case Atom::Kind::head:
        return contains(set_of(wide), set_of(narrow));
      case Atom::Kind::cls:
        return (narrow.classes | wide.classes) == wide.classes;
      case Atom::Kind::type:
        return (narrow.types.bits & ~wide.types.bits) == 0;
      case Atom::Kind::regex:
        return syntax_.regexes[wide.mask] == syntax_.regexes[narrow.mask];
      default:
        return (narrow.mask & ~wide.mask) == 0;
    }
  }

  [[nodiscard]] const WordSet& set_of(const Atom& atom) const {
    return syntax_.sets[static_cast<std::size_t>(atom.set)];
  }

  const Syntax& syntax_;
};

}  // namespace

bool covers(const Syntax& syntax, NodeId wide, NodeId narrow) { return Comparison(syntax).of_nodes(wide, narrow); }

}  // namespace dossier::rules
