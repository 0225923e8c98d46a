// Costs are guesses from English text: a listed word is rarer than a dictionary class, a class rarer than a type.
#include "rules/anchor.hpp"

#include <algorithm>
#include <utility>

namespace dossier::rules {
namespace {

constexpr std::uint32_t type_cost = 1000;
constexpr std::uint32_t class_cost = 500;
constexpr std::uint32_t word_cost = 10;
constexpr std::uint32_t common_word_cost = 600;

// Words so common that a name is the better anchor: one is often the whole of a one-word set.
std::uint32_t cost_of(const Syntax& syntax, const Atom& atom) {
  if (atom.negated) return no_anchor;
  switch (atom.kind) {
    case Atom::Kind::word:
    case Atom::Kind::head: {
      const std::size_t size = syntax.sets[static_cast<std::size_t>(atom.set)].size();
      return size == 1 ? common_word_cost : word_cost + static_cast<std::uint32_t>(size);
    }
    case Atom::Kind::cls:
      return class_cost;
    case Atom::Kind::type:
      return type_cost;
    default:
      return no_anchor;
  }
}

// Every clause needs an atom to select it.
Anchor anchor_of(const Syntax& syntax, const ItemTest& test) {
  Anchor out;
  for (const std::vector<Atom>& clause : test.clauses) {
    const auto best = std::min_element(clause.begin(), clause.end(), [&](const Atom& a, const Atom& b) {
      return cost_of(syntax, a) < cost_of(syntax, b);
    });
    const std::uint32_t cost = cost_of(syntax, *best);
    if (cost == no_anchor) {
      out.cost = no_anchor;
      return out;
    }
    out.atoms.push_back(*best);
    out.cost += cost;
  }
  return out;
}

Anchor anchor_of_sequence(const Syntax& syntax, const Node& node) {
  Anchor best;
  best.cost = no_anchor;
  Length before;
  for (const NodeId child : node.children) {
    Anchor anchor = find_anchor(syntax, child);
    if (anchor.cost < best.cost) {
      best = std::move(anchor);
      best.least_before += before.least;
      best.most_before += before.most;
    }
    const Length length = length_of(syntax, child);
    before.least += length.least;
    before.most += length.most;
  }
  return best;
}

Anchor anchor_of_alternation(const Syntax& syntax, const Node& node) {
  Anchor out = find_anchor(syntax, node.children.front());
  for (std::size_t i = 1; i < node.children.size() && out.cost != no_anchor; ++i) {
    const Anchor other = find_anchor(syntax, node.children[i]);
    out.cost = other.cost == no_anchor ? no_anchor : out.cost + other.cost;
    out.atoms.insert(out.atoms.end(), other.atoms.begin(), other.atoms.end());
    out.least_before = std::min(out.least_before, other.least_before);
    out.most_before = std::max(out.most_before, other.most_before);
  }
  return out;
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
      for (const NodeId child : node.children) {
        const Length length = length_of(syntax, child);
        out.least = std::min(out.least, length.least);
        out.most = std::max(out.most, length.most);
      }
      return out;
    }
    default:
      return {0, 0};
  }
}

Anchor find_anchor(const Syntax& syntax, NodeId id) {
  const Node& node = syntax.node(id);
  switch (node.kind) {
    case Node::Kind::test:
      return anchor_of(syntax, syntax.test(node.test));
    case Node::Kind::capture:
      return find_anchor(syntax, node.children.front());
    case Node::Kind::sequence:
      return anchor_of_sequence(syntax, node);
    case Node::Kind::alternation:
      return anchor_of_alternation(syntax, node);
    case Node::Kind::repeat:
      if (node.min > 0) return find_anchor(syntax, node.children.front());
      break;
    default:
      break;
  }
  Anchor none;
  none.cost = no_anchor;
  return none;
}

}  // namespace dossier::rules
