// Costs are guesses from English text: a listed word is rarer than a dictionary class, a class rarer than a type.
#include "rules/anchor.hpp"

#include <algorithm>
#include <utility>

namespace dossier::rules {
namespace {

constexpr std::uint32_t type_cost = 1000;
constexpr std::uint32_t class_cost = 500;
constexpr std::uint32_t word_cost = 10;
constexpr std::uint32_t common_word_cost = 150;

class Finder {
 public:
  Finder(const Syntax& syntax, const WordSet& common) : syntax_(syntax), common_(common) {}

  [[nodiscard]] Anchor find(NodeId id) const;

 private:
  [[nodiscard]] std::uint32_t cost_of(const Atom& atom) const;
  [[nodiscard]] Anchor of_test(const ItemTest& test) const;
  [[nodiscard]] Anchor of_sequence(const Node& node) const;
  [[nodiscard]] Anchor of_alternation(const Node& node) const;

  const Syntax& syntax_;
  const WordSet& common_;
};

std::uint32_t Finder::cost_of(const Atom& atom) const {
  if (atom.negated) return no_anchor;
  switch (atom.kind) {
    case Atom::Kind::word:
    case Atom::Kind::head: {
      std::uint32_t cost = word_cost;
      for (const std::uint64_t word : syntax_.sets[static_cast<std::size_t>(atom.set)])
        cost += std::binary_search(common_.begin(), common_.end(), word) ? common_word_cost : 1;
      return cost;
    }
    case Atom::Kind::cls:
      return class_cost;
    case Atom::Kind::type:
      return type_cost;
    default:
      return no_anchor;
  }
}

bool needs_capital(const Atom& atom) {
  return atom.kind == Atom::Kind::shape && !atom.negated &&
         ((atom.mask >> static_cast<unsigned>(tokens::Shape::lower)) & 1U) == 0;
}

// Every clause needs an atom to select it.
Anchor Finder::of_test(const ItemTest& test) const {
  Anchor out;
  for (const std::vector<Atom>& clause : test.clauses) {
    const auto best = std::min_element(clause.begin(), clause.end(),
                                       [&](const Atom& a, const Atom& b) { return cost_of(a) < cost_of(b); });
    const std::uint32_t cost = cost_of(*best);
    if (cost == no_anchor) {
      out.cost = no_anchor;
      return out;
    }
    out.atoms.push_back(*best);
    if (std::none_of(clause.begin(), clause.end(), needs_capital)) out.small = out.small | best->classes;
    out.cost += cost;
  }
  return out;
}

Anchor Finder::of_sequence(const Node& node) const {
  Anchor best;
  best.cost = no_anchor;
  Length before;
  for (const NodeId child : node.children) {
    Anchor anchor = find(child);
    if (anchor.cost < best.cost) {
      best = std::move(anchor);
      best.least_before += before.least;
      best.most_before += before.most;
    }
    const Length length = length_of(syntax_, child);
    before.least += length.least;
    before.most += length.most;
  }
  return best;
}

Anchor Finder::of_alternation(const Node& node) const {
  Anchor out = find(node.children.front());
  for (std::size_t i = 1; i < node.children.size() && out.cost != no_anchor; ++i) {
    const Anchor other = find(node.children[i]);
    out.cost = other.cost == no_anchor ? no_anchor : out.cost + other.cost;
    out.atoms.insert(out.atoms.end(), other.atoms.begin(), other.atoms.end());
    out.small = out.small | other.small;
    out.least_before = std::min(out.least_before, other.least_before);
    out.most_before = std::max(out.most_before, other.most_before);
  }
  return out;
}

Anchor Finder::find(NodeId id) const {
  const Node& node = syntax_.node(id);
  switch (node.kind) {
    case Node::Kind::test:
      return of_test(syntax_.test(node.test));
    case Node::Kind::capture:
      return find(node.children.front());
    case Node::Kind::sequence:
      return of_sequence(node);
    case Node::Kind::alternation:
      return of_alternation(node);
    case Node::Kind::repeat:
      if (node.min > 0) return find(node.children.front());
      break;
    default:
      break;
  }
  Anchor none;
  none.cost = no_anchor;
  return none;
}

}  // namespace

Length length_of(const Syntax& syntax, NodeId id) {
  const Node& node = syntax.node(id);
  switch (node.kind) {
    case Node::Kind::test:
      return {1, 1};
    case Node::Kind::capture:
      return length_of(syntax, node.children.front());
    case Node::Kind::repeat: {
      const Length one = length_of(syntax, node.children.front());
      return {one.least * node.min, one.most * node.max};
    }
    case Node::Kind::sequence: {
      Length sum;
      for (const NodeId child : node.children) {
        const Length length = length_of(syntax, child);
        sum.least += length.least;
        sum.most += length.most;
      }
      return sum;
    }
    case Node::Kind::alternation: {
      Length out = length_of(syntax, node.children.front());
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        const Length length = length_of(syntax, node.children[i]);
        out.least = std::min(out.least, length.least);
        out.most = std::max(out.most, length.most);
      }
      return out;
    }
    default:
      return {0, 0};
  }
}

Anchor find_anchor(const Syntax& syntax, NodeId id, const WordSet& common) { return Finder(syntax, common).find(id); }

}  // namespace dossier::rules
