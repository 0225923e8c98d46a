// The tests that see the first, second and third item of a match, and what they have in common. Looks around are left
// out: they only narrow it.
#include "rules/opening.hpp"

#include <utility>
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

}  // namespace

Opening find_opening(const Syntax& syntax, std::span<const Instruction> program) {
  Opening out;
  Front front(program);
  front.add(0);
  bool ended = false;
  for (ItemKinds& kinds : out) {
    ended = ended || front.ends;
    Front next(program);
    for (const std::uint32_t at : front.items) {
      for (const std::vector<Atom>& clause : syntax.test(static_cast<TestId>(program[at].x)).clauses)
        kinds |= kinds_of(clause);
      next.add(at + 1);
    }
    if (ended) kinds.set();
    front = std::move(next);
  }
  return out;
}

}  // namespace dossier::rules
