// The tests that see the first, second and third item of a match, and what they have in common. Looks around are left
// out: they only narrow it.
#include "rules/opening.hpp"

#include <algorithm>
#include <vector>

namespace dossier::rules {
namespace {

using Op = Instruction::Op;

/// The instructions that are reached at one place, without taking an item.
class Front {
 public:
  explicit Front(std::span<const Instruction> program) : program_(program), seen_(program.size()) {}

  void add(std::uint32_t from) {
    std::vector<std::uint32_t> waiting = {from};
    while (!waiting.empty()) {
      const std::uint32_t at = waiting.back();
      waiting.pop_back();
      if (seen_[at]) continue;
      seen_[at] = true;
      const Instruction& it = program_[at];
      if (it.op == Op::item) {
        items.push_back(at);
      } else if (it.op == Op::match) {
        ends = true;
      } else {
        waiting.push_back(it.op == Op::split || it.op == Op::jump ? it.x : at + 1);
        if (it.op == Op::split) waiting.push_back(it.y);
      }
    }
  }

  std::vector<std::uint32_t> items;  // that take the item of this place
  bool ends = false;                 // the match may end before it

 private:
  std::span<const Instruction> program_;
  std::vector<bool> seen_;
};

ItemKinds kinds_of(const std::vector<Atom>& clause) {
  ItemKinds kinds;
  kinds.set();
  kinds.reset(ItemKind::nothing);
  for (const Atom& atom : clause) {
    if (atom.kind != Atom::Kind::type) continue;
    for (std::size_t type = 0; type < ItemKind::untyped; ++type)
      if (atom.types.has(static_cast<TypeId>(type)) == atom.negated) kinds.reset(type);
    if (!atom.negated) kinds.reset(ItemKind::untyped);
  }
  return kinds;
}

void add_words(const Syntax& syntax, const std::vector<Atom>& clause, Opening& out) {
  const auto it = std::find_if(clause.rbegin(), clause.rend(),
                               [](const Atom& atom) { return atom.kind == Atom::Kind::word && !atom.negated; });
  out.needs_word = out.needs_word && it != clause.rend();
  if (!out.needs_word) return;
  const WordSet& words = syntax.sets[static_cast<std::size_t>(it->set)];
  out.words.insert(out.words.end(), words.begin(), words.end());
}

}  // namespace

Opening find_opening(const Syntax& syntax, std::span<const Instruction> program) {
  Opening out;
  Front front(program);
  front.add(0);
  bool ended = false;
  for (std::size_t place = 0; place < opening_items; ++place) {
    ended = ended || front.ends;
    Front next(program);
    for (const std::uint32_t at : front.items) {
      for (const std::vector<Atom>& clause : syntax.test(static_cast<TestId>(program[at].x)).clauses) {
        out.kinds[place] |= kinds_of(clause);
        if (place == 0) add_words(syntax, clause, out);
      }
      next.add(at + 1);
    }
    if (ended) out.kinds[place].set();
    front = std::move(next);
  }
  if (!out.needs_word) out.words.clear();
  std::sort(out.words.begin(), out.words.end());
  out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
  return out;
}

}  // namespace dossier::rules
