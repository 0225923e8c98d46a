// Code generation: each node becomes instructions, repetitions are written out, the preferred branch stands first.
#include "rules/program.hpp"

#include <algorithm>
#include <utility>

#include "rules/anchor.hpp"
#include "rules/first.hpp"
#include "rules/needs.hpp"
#include "tokens/tokenizer.hpp"

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

void build_vocabulary(const Parsed& parsed, const std::vector<WordSet>& sets, Programs& out) {
  std::vector<std::uint64_t> hashes;
  for (const WordSet& set : sets) hashes.insert(hashes.end(), set.begin(), set.end());
  for (const WordSet& set : parsed.grammar) hashes.insert(hashes.end(), set.begin(), set.end());
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  out.vocabulary.build(hashes);
  out.stride = static_cast<std::uint32_t>(sets.size() / 64 + 1);
  out.members.resize(hashes.size() * out.stride);
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (const std::uint64_t hash : sets[set]) {
      const auto word = static_cast<std::size_t>(out.vocabulary.find(hash));
      out.members[word * out.stride + set / 64] |= std::uint64_t{1} << (set % 64);
    }
  }
  out.wordlists.resize(hashes.size());
  for (std::size_t list = 0; list < parsed.grammar.size(); ++list)
    for (const std::uint64_t hash : parsed.grammar[list])
      out.wordlists[static_cast<std::size_t>(out.vocabulary.find(hash))].add(static_cast<Wordlist>(list));
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

/// The index of a stage while it is collected.
struct IndexDraft {
  std::vector<std::vector<std::uint32_t>> words;
  std::vector<std::vector<std::uint32_t>> heads;
};

void add_words(const Syntax& syntax, const Programs& programs, const Atom& atom, std::uint32_t rule,
               std::vector<std::vector<std::uint32_t>>& lists, AnchorIndex& index) {
  for (const std::uint64_t hash : syntax.sets[static_cast<std::size_t>(atom.set)]) {
    lists[static_cast<std::size_t>(programs.vocabulary.find(hash))].push_back(rule);
    index.filter.add(hash);
  }
}

void index_rule(const Syntax& syntax, const Anchor& anchor, std::uint32_t rule, IndexDraft& draft, AnchorIndex& index,
                const Programs& programs) {
  index.empty = false;
  if (anchor.cost == no_anchor) {
    index.always.push_back(rule);
    index.filter.every = true;
    return;
  }
  for (const Atom& atom : anchor.atoms) {
    if (atom.kind == Atom::Kind::word) add_words(syntax, programs, atom, rule, draft.words, index);
    if (atom.kind == Atom::Kind::head) add_words(syntax, programs, atom, rule, draft.heads, index);
    for (std::size_t i = 0; i < index.types.size(); ++i)
      if (atom.types.has(static_cast<TypeId>(i))) index.types[i].push_back(rule);
    for (std::size_t i = 0; i < index.classes.size(); ++i)
      if (atom.classes.has(static_cast<lexicon::ClassId>(i))) index.classes[i].push_back(rule);
    index.filter.classes = index.filter.classes | atom.classes;
  }
}

// Words that stand in nearly every sentence: a name is a better anchor than one of them.
WordSet common_words(const Parsed& parsed) {
  WordSet out;
  for (const Wordlist list : {Wordlist::determiner, Wordlist::preposition, Wordlist::subordinator,
                              Wordlist::coordinator, Wordlist::relative, Wordlist::be, Wordlist::have}) {
    const WordSet& words = parsed.grammar[static_cast<std::size_t>(list)];
    out.insert(out.end(), words.begin(), words.end());
  }
  for (const std::string_view mark : {",", "."}) out.push_back(tokens::hash_folded(mark));
  std::sort(out.begin(), out.end());
  return out;
}

void set_first(FirstItem first, std::vector<WordSet>& sets, Program& program) {
  program.first_types = first.types;
  program.first_untyped = first.untyped;
  if (!first.needs_word || sets.size() >= static_cast<std::size_t>(SetId::none)) return;
  program.first_words = static_cast<SetId>(sets.size());
  sets.push_back(std::move(first.words));
}

void set_needs(std::vector<FirstItem> needs, std::vector<WordSet>& sets, Program& program, std::vector<Need>& out) {
  program.first_need = static_cast<std::uint32_t>(out.size());
  for (FirstItem& item : needs) {
    Need need{item.types, SetId::none};
    if (item.needs_word) {
      if (sets.size() >= static_cast<std::size_t>(SetId::none)) continue;
      const auto known = std::find(sets.begin(), sets.end(), item.words);
      need.words = static_cast<SetId>(known - sets.begin());
      if (known == sets.end()) sets.push_back(std::move(item.words));
    }
    out.push_back(need);
  }
  program.needs = static_cast<std::uint32_t>(out.size()) - program.first_need;
}

}  // namespace

void Buckets::build(const std::vector<std::vector<std::uint32_t>>& lists) {
  begin_.assign(1, 0);
  rules_.clear();
  for (const std::vector<std::uint32_t>& list : lists) {
    rules_.insert(rules_.end(), list.begin(), list.end());
    begin_.push_back(static_cast<std::uint32_t>(rules_.size()));
  }
}

void Vocabulary::build(const std::vector<std::uint64_t>& hashes) {
  std::size_t capacity = 1;
  while (capacity < hashes.size() * 4 + 1) capacity *= 2;
  slots_.assign(capacity, {});
  mask_ = capacity - 1;
  size_ = hashes.size();
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    std::size_t slot = hashes[i] & mask_;
    while (slots_[slot].word != WordIndex::none) slot = (slot + 1) & mask_;
    slots_[slot] = {hashes[i], static_cast<WordIndex>(i)};
  }
}

Programs build_programs(const Parsed& parsed, Reporter& report) {
  Programs out;
  std::vector<WordSet> sets = parsed.syntax.sets;
  out.programs.resize(parsed.rules.size());
  for (std::size_t rule = 0; rule < parsed.rules.size(); ++rule) {
    const NodeId pattern = parsed.rules[rule].pattern;
    set_first(find_first(parsed.syntax, pattern), sets, out.programs[rule]);
    set_needs(find_needs(parsed.syntax, pattern), sets, out.programs[rule], out.needs);
  }
  build_vocabulary(parsed, sets, out);
  build_tests(parsed.syntax, out);
  out.regexes = parsed.syntax.regexes;
  const WordSet common = common_words(parsed);
  std::array<IndexDraft, stages> drafts;
  for (IndexDraft& draft : drafts) {
    draft.words.resize(out.vocabulary.size());
    draft.heads.resize(out.vocabulary.size());
  }
  for (std::size_t rule = 0; rule < parsed.rules.size(); ++rule) {
    const ParsedRule& source = parsed.rules[rule];
    const Length length = length_of(parsed.syntax, source.pattern);
    Program& program = out.programs[rule];
    program.first = static_cast<std::uint32_t>(out.code.size());
    program.max_items = length.most;
    if (length.least == 0)
      report.error("rules.empty-match", "this pattern could match nothing at all", source.place, source.rule.name);
    Generator generator(parsed.syntax, out);
    if (!generator.run(source.pattern) || length.most > max_items)
      report.error("rules.too-large", "this pattern covers more than 60 items or 2000 steps", source.place,
                   source.rule.name);
    program.size = static_cast<std::uint32_t>(out.code.size()) - program.first;
    program.splits = generator.splits();
    const Anchor anchor = find_anchor(parsed.syntax, source.pattern, common);
    program.least_before = anchor.least_before;
    program.most_before = anchor.most_before;
    const auto stage = static_cast<std::size_t>(source.rule.stage);
    index_rule(parsed.syntax, anchor, static_cast<std::uint32_t>(rule), drafts[stage], out.anchors[stage], out);
  }
  static_assert(2 * stages <= 16);
  out.anchors_of.resize(out.vocabulary.size());
  for (std::size_t stage = 0; stage < stages; ++stage) {
    out.anchors[stage].words.build(drafts[stage].words);
    out.anchors[stage].heads.build(drafts[stage].heads);
    for (std::size_t word = 0; word < out.vocabulary.size(); ++word) {
      const unsigned bits =
          (drafts[stage].words[word].empty() ? 0U : 1U) | (drafts[stage].heads[word].empty() ? 0U : 2U);
      out.anchors_of[word] = static_cast<std::uint16_t>(out.anchors_of[word] | (bits << (2 * stage)));
    }
  }
  return out;
}

}  // namespace dossier::rules
