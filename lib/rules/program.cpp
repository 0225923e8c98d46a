// Code generation: each node becomes instructions, repetitions are written out, the preferred branch stands first.
#include "rules/program.hpp"

#include <algorithm>
#include <utility>

#include "rules/anchor.hpp"
#include "rules/first.hpp"
#include "rules/index.hpp"
#include "rules/needs.hpp"
#include "rules/opening.hpp"

namespace dossier::rules {
namespace {

constexpr std::uint32_t max_code = 2000;
constexpr std::uint32_t max_items = 60;

// Writes one rule's instructions; targets are relative to its first one.
class Generator {
 public:
  Generator(const Syntax& syntax, Programs& out)
      : syntax_(syntax), code_(out.code), elements_(out.elements), first_(size()) {}

  [[nodiscard]] std::uint32_t splits() const noexcept { return splits_; }
  /// False when the program grew too large.
  bool run(NodeId pattern) {
    node(pattern);
    add(Instruction::Op::match);
    return size() - first_ <= max_code;
  }

 private:
  using Op = Instruction::Op;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(code_.size()); }
  [[nodiscard]] std::uint32_t here() const { return size() - first_; }
  std::uint32_t add(Op op, std::uint32_t x = 0) {
    Instruction instruction;
    instruction.op = op;
    instruction.x = x;
    if (op == Op::split) instruction.split = splits_++;
    code_.push_back(instruction);
    return size() - 1;
  }

  void node(NodeId id) {
    if (size() - first_ > max_code) return;
    const Node& it = syntax_.node(id);
    switch (it.kind) {
      case Node::Kind::test:
        name(add(Op::item, static_cast<std::uint32_t>(it.test)), it);
        break;
      case Node::Kind::start:
        add(Op::at_start);
        break;
      case Node::Kind::end:
        add(Op::at_end);
        break;
      case Node::Kind::look:
        code_[add(it.behind ? Op::look_behind : Op::look_ahead, static_cast<std::uint32_t>(it.test))].negated =
            it.negated;
        name(size() - 1, it);
        break;
      case Node::Kind::sequence:
        for (const NodeId child : it.children) node(child);
        break;
      case Node::Kind::capture:
        code_[add(Op::open)].capture = it.capture;
        node(it.children.front());
        code_[add(Op::close)].capture = it.capture;
        break;
      case Node::Kind::alternation:
        alternation(it);
        break;
      case Node::Kind::repeat:
        repeat(it);
        break;
    }
  }

  // Keeps the words of an element; a repetition is written out and has the same ones again and again.
  void name(std::uint32_t at, const Node& it) {
    if (elements_.empty() || elements_.back() != it.source) elements_.push_back(it.source);
    code_[at].element = static_cast<std::uint32_t>(elements_.size() - 1);
  }

  void alternation(const Node& it) {
    std::vector<std::uint32_t> exits;
    for (std::size_t i = 0; i < it.children.size(); ++i) {
      const bool last = i + 1 == it.children.size();
      const std::uint32_t split = last ? 0 : add(Op::split);
      if (!last) code_[split].x = here();
      node(it.children[i]);
      if (last) break;
      exits.push_back(add(Op::jump));
      code_[split].y = here();
    }
    for (const std::uint32_t exit : exits) code_[exit].x = here();
  }

  void repeat(const Node& it) {
    for (std::uint32_t i = 0; i < it.min; ++i) node(it.children.front());
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = it.min; i < it.max; ++i) {
      splits.push_back(add(Op::split));
      (it.greedy ? code_[splits.back()].x : code_[splits.back()].y) = here();
      node(it.children.front());
    }
    for (const std::uint32_t split : splits) (it.greedy ? code_[split].y : code_[split].x) = here();
  }

  const Syntax& syntax_;
  std::vector<Instruction>& code_;
  std::vector<std::string>& elements_;
  std::uint32_t first_;
  std::uint32_t splits_ = 0;
};

bool build_vocabulary(const Parsed& parsed, const std::vector<WordSet>& sets, Programs& out) {
  std::vector<std::uint64_t> hashes;
  for (const WordSet& set : sets) hashes.insert(hashes.end(), set.begin(), set.end());
  for (const WordSet& set : parsed.grammar) hashes.insert(hashes.end(), set.begin(), set.end());
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (!out.vocabulary.build(hashes)) return false;
  out.stride = static_cast<std::uint32_t>(sets.size() / 64 + 1);
  out.members.resize(hashes.size() * out.stride);
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (const std::uint64_t hash : sets[set]) {
      const auto word = static_cast<std::size_t>(out.vocabulary.index_of(hash));
      out.members[word * out.stride + set / 64] |= std::uint64_t{1} << (set % 64);
    }
  }
  for (std::size_t list = 0; list < parsed.grammar.size(); ++list)
    for (const std::uint64_t hash : parsed.grammar[list])
      out.vocabulary[static_cast<std::size_t>(out.vocabulary.index_of(hash))].lists.add(static_cast<Wordlist>(list));
  return true;
}

void build_tests(const Syntax& syntax, Programs& out) {
  for (const ItemTest& test : syntax.tests) {
    out.clause_begin.push_back(static_cast<std::uint32_t>(out.atom_begin.size()));
    for (const std::vector<Atom>& clause : test.clauses) {
      out.atom_begin.push_back(static_cast<std::uint32_t>(out.atoms.size()));
      out.atoms.insert(out.atoms.end(), clause.begin(), clause.end());
    }
  }
  out.clause_begin.push_back(static_cast<std::uint32_t>(out.atom_begin.size()));
  out.atom_begin.push_back(static_cast<std::uint32_t>(out.atoms.size()));
  constexpr std::uint32_t seen = Marks::seen_person | Marks::seen_organization | Marks::seen_place;
  out.remembers = std::any_of(out.atoms.begin(), out.atoms.end(), [](const Atom& atom) {
    return atom.kind == Atom::Kind::mark && (atom.mask & seen) != 0;
  });
}

// Numbers of the sets that the words of first items make; `none` when there are too many.
SetId keep(WordSet words, std::vector<WordSet>& sets) {
  const auto known = std::find(sets.begin(), sets.end(), words);
  if (known != sets.end()) return static_cast<SetId>(known - sets.begin());
  if (sets.size() >= static_cast<std::size_t>(SetId::none)) return SetId::none;
  sets.push_back(std::move(words));
  return static_cast<SetId>(sets.size() - 1);
}

void set_needs(const Syntax& syntax, NodeId pattern, std::vector<WordSet>& sets, Program& program,
               std::vector<Need>& out) {
  FirstItem first = find_first(syntax, pattern);
  if (first.needs_word) program.first_words = keep(std::move(first.words), sets);
  program.first_need = static_cast<std::uint32_t>(out.size());
  for (FirstItem& item : find_needs(syntax, pattern)) {
    Need need{item.types, SetId::none};
    if (item.needs_word) {
      need.words = keep(std::move(item.words), sets);
      if (need.words == SetId::none) continue;
    }
    out.push_back(need);
  }
  program.needs = static_cast<std::uint32_t>(out.size()) - program.first_need;
}

}  // namespace

bool Vocabulary::build(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::uint64_t> keys;
  keys.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) keys.push_back(key_of(hash));
  base::PerfectHashTable table = base::make_perfect_hash(keys);
  if (table.displacements.empty()) return false;
  displacements_ = std::move(table.displacements);
  slots_.assign(table.places, {});
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::uint32_t slot = places().place_of(keys[i]);
    slots_[slot].hash = hashes[i];
    slots_[slot].facts.word = static_cast<WordIndex>(i);
    slot_of_.push_back(slot);
  }
  return true;
}

Programs build_programs(const Parsed& parsed, Reporter& report) {
  Programs out;
  std::vector<WordSet> sets = parsed.syntax.sets;
  std::vector<Opening> openings;
  for (const ParsedRule& source : parsed.rules) {
    const Length length = length_of(parsed.syntax, source.pattern);
    Program& program = out.programs.emplace_back();
    program.first = static_cast<std::uint32_t>(out.code.size());
    program.max_items = length.most;
    if (length.least == 0)
      report.error("rules.empty-match", "this pattern could match nothing at all", source.place, source.rule.name);
    Generator generator(parsed.syntax, out);
    const bool complete = generator.run(source.pattern);
    if (!complete || length.most > max_items)
      report.error("rules.too-large", "this pattern covers more than 60 items or 2000 steps", source.place,
                   source.rule.name);
    program.size = static_cast<std::uint32_t>(out.code.size()) - program.first;
    program.splits = generator.splits();
    const auto code = std::span(out.code).subspan(program.first, program.size);
    openings.push_back(complete ? find_opening(parsed.syntax, code) : Opening{});
    set_needs(parsed.syntax, source.pattern, sets, program, out.needs);
  }
  if (!build_vocabulary(parsed, sets, out)) {
    report.error("rules.too-large", "the words of the rules have hashes that are too much alike", {}, {});
    return out;
  }
  build_tests(parsed.syntax, out);
  out.regexes = parsed.syntax.regexes;
  build_indexes(parsed, openings, out);
  return out;
}

}  // namespace dossier::rules
