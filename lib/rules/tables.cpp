// Code generation: each node becomes instructions, repetitions are written out, the preferred branch stands first.
#include "rules/tables.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <iterator>
#include <utility>

#include "rules/anchor.hpp"
#include "rules/first.hpp"
#include "rules/index.hpp"
#include "rules/needs.hpp"
#include "rules/opening.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::rules {
namespace {

// Writes one rule's instructions; targets are relative to its first one.
class Generator {
 public:
  Generator(const Syntax& syntax, TableDraft& out, TextWriter& texts)
      : syntax_(syntax), code_(out.code), elements_(out.elements), texts_(texts), first_(size()) {}

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
    const Text source = texts_.add(it.source);
    const bool same =
        !elements_.empty() && elements_.back().begin == source.begin && elements_.back().size == source.size;
    if (!same) elements_.push_back(source);
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
  std::vector<Text>& elements_;
  TextWriter& texts_;
  std::uint32_t first_;
  std::uint32_t splits_ = 0;
};

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

void sort_out(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

// One rule set on its way into tables.
class Builder {
 public:
  Builder(const Parsed& parsed, Reporter& report) : parsed_(parsed), report_(report), sets_(parsed.syntax.sets) {}

  TableDraft run(std::span<const Example> examples) {
    out_.meta.emplace_back();
    const WordSet common = common_words(parsed_);
    for (const ParsedRule& rule : parsed_.rules) {
      program(rule);
      describe(rule.rule);
      anchors_.push_back(find_anchor(parsed_.syntax, rule.pattern, common));
    }
    for (const Example& example : examples) describe(example);
    vocabulary();
    tests();
    return std::move(out_);
  }

 private:
  void program(const ParsedRule& source) {
    const Syntax& syntax = parsed_.syntax;
    const Length length = length_of(syntax, source.pattern);
    Program program;
    program.first = static_cast<std::uint32_t>(out_.code.size());
    program.max_items = length.most;
    if (length.least == 0)
      report_.error("rules.empty-match", "this pattern could match nothing at all", source.place, source.rule.name);
    Generator generator(syntax, out_, texts_);
    const bool complete = generator.run(source.pattern);
    if (!complete || length.most > max_items)
      report_.error("rules.too-large", "this pattern covers more than 60 items or 2000 steps", source.place,
                    source.rule.name);
    program.size = static_cast<std::uint32_t>(out_.code.size()) - program.first;
    program.splits = generator.splits();
    const auto code = std::span(out_.code).subspan(program.first, program.size);
    openings_.push_back(complete ? find_opening(syntax, code) : Opening{});
    needs(source.pattern, program);
    out_.programs.push_back(program);
  }

  void needs(NodeId pattern, Program& program) {
    FirstItem first = find_first(parsed_.syntax, pattern);
    if (first.needs_word) program.first_words = keep(std::move(first.words));
    program.first_need = static_cast<std::uint32_t>(out_.needs.size());
    for (FirstItem& item : find_needs(parsed_.syntax, pattern)) {
      Need need{item.types};
      if (item.needs_word) {
        need.words = keep(std::move(item.words));
        if (need.words == SetId::none) continue;
      }
      out_.needs.push_back(need);
    }
    program.needs = static_cast<std::uint32_t>(out_.needs.size()) - program.first_need;
  }

  // Numbers of the sets that the words of first items make; `none` when there are too many.
  SetId keep(WordSet words) {
    const auto known = std::find(sets_.begin(), sets_.end(), words);
    if (known != sets_.end()) return static_cast<SetId>(known - sets_.begin());
    if (sets_.size() >= static_cast<std::size_t>(SetId::none)) return SetId::none;
    sets_.push_back(std::move(words));
    return static_cast<SetId>(sets_.size() - 1);
  }

  void describe(const Rule& rule) {
    RuleRecord record;
    record.name = texts_.add(rule.name);
    record.file = texts_.add(rule.file);
    record.line = rule.line;
    record.weight = std::bit_cast<std::uint32_t>(rule.weight);
    record.stage = rule.stage;
    record.relation = rule.relation;
    record.mention = rule.mention;
    record.flags = rule.flags;
    record.marks = (rule.hint ? RuleRecord::hint : 0) | (rule.past ? RuleRecord::past : 0) |
                   (rule.absorb ? RuleRecord::absorb : 0);
    out_.rules.push_back(record);
  }

  void describe(const Example& example) {
    const auto rule = std::find_if(parsed_.rules.begin(), parsed_.rules.end(),
                                   [&](const ParsedRule& it) { return it.declaration == example.rule; });
    if (rule == parsed_.rules.end()) return;  // it has a problem
    ExampleRecord record;
    record.rule = static_cast<std::uint32_t>(rule - parsed_.rules.begin());
    record.line = example.line;
    record.text = texts_.add(example.text);
    record.expected = texts_.add(example.expected);
    record.counter = example.counter ? 1 : 0;
    out_.examples.push_back(record);
  }

  // Words that select rules come first, so that the tables of those rules end with them.
  void vocabulary() {
    std::vector<std::uint64_t> hashes;
    for (const Anchor& anchor : anchors_) {
      if (anchor.cost == no_anchor) continue;
      for (const Atom& atom : anchor.atoms) {
        if (atom.set == SetId::none) continue;
        const WordSet& set = sets_[static_cast<std::size_t>(atom.set)];
        hashes.insert(hashes.end(), set.begin(), set.end());
      }
    }
    sort_out(hashes);
    std::vector<std::uint64_t> others;
    for (const WordSet& set : sets_) others.insert(others.end(), set.begin(), set.end());
    for (const WordSet& set : parsed_.grammar) others.insert(others.end(), set.begin(), set.end());
    sort_out(others);
    const std::vector<std::uint64_t> selecting = hashes;
    std::set_difference(others.begin(), others.end(), selecting.begin(), selecting.end(), std::back_inserter(hashes));
    WordWriter words(hashes, out_);
    if (words.has_failed()) {
      report_.error("rules.too-large", "the words of the rules have hashes that are too much alike", {}, {});
      return;
    }
    members(words);
    build_indexes(parsed_, {anchors_, openings_, selecting.size()}, words, out_);
  }

  void members(WordWriter& words) {
    const std::size_t stride = sets_.size() / 64 + 1;
    out_.meta.front().stride = static_cast<std::uint32_t>(stride);
    out_.members.resize(words.size() * stride);
    for (std::size_t set = 0; set < sets_.size(); ++set)
      for (const std::uint64_t hash : sets_[set])
        out_.members[words.index_of(hash) * stride + set / 64] |= std::uint64_t{1} << (set % 64);
    for (std::size_t list = 0; list < parsed_.grammar.size(); ++list)
      for (const std::uint64_t hash : parsed_.grammar[list])
        words[words.index_of(hash)].lists.add(static_cast<Wordlist>(list));
  }

  void tests() {
    for (const ItemTest& test : parsed_.syntax.tests) {
      out_.clause_begin.push_back(static_cast<std::uint32_t>(out_.atom_begin.size()));
      for (const std::vector<Atom>& clause : test.clauses) {
        out_.atom_begin.push_back(static_cast<std::uint32_t>(out_.atoms.size()));
        out_.atoms.insert(out_.atoms.end(), clause.begin(), clause.end());
      }
    }
    out_.clause_begin.push_back(static_cast<std::uint32_t>(out_.atom_begin.size()));
    out_.atom_begin.push_back(static_cast<std::uint32_t>(out_.atoms.size()));
    constexpr std::uint32_t seen = Marks::seen_person | Marks::seen_organization | Marks::seen_place;
    const bool remembers = std::any_of(out_.atoms.begin(), out_.atoms.end(), [](const Atom& atom) {
      return atom.kind == Atom::Kind::mark && (atom.mask & seen) != 0;
    });
    out_.meta.front().remembers = remembers ? 1 : 0;
    for (const Expression& it : parsed_.syntax.regexes)
      out_.regexes.push_back({texts_.add(it.text), it.either_case ? 1U : 0U});
  }

  const Parsed& parsed_;
  Reporter& report_;
  TableDraft out_;
  TextWriter texts_{out_.strings};
  std::vector<WordSet> sets_;
  std::vector<Opening> openings_;  // by rule
  std::vector<Anchor> anchors_;
};

}  // namespace

Text TextWriter::add(std::string_view text) {
  const auto [known, added] = known_.try_emplace(
      std::string(text), Text{static_cast<std::uint32_t>(out_.size()), static_cast<std::uint32_t>(text.size())});
  if (added) out_.insert(out_.end(), text.begin(), text.end());
  return known->second;
}

WordWriter::WordWriter(const std::vector<std::uint64_t>& hashes, TableDraft& out) : out_(out) {
  std::vector<std::uint64_t> keys;
  keys.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) keys.push_back(WordSlot::key_of(hash));
  base::PerfectHashTable table = base::make_perfect_hash(keys);
  out.words.assign(table.places, {});
  out.word_tags.assign(table.places, 0);
  out.word_places = std::move(table.displacements);
  if (has_failed()) return;
  const base::PerfectHash places(out.word_places, table.places);
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::uint32_t slot = places.place_of(keys[i]);
    out.words[slot].hash = hashes[i];
    out.word_tags[slot] = WordSlot::tag_of(hashes[i]);
    out.words[slot].facts.word = static_cast<WordIndex>(i);
    slot_of_.push_back(slot);
  }
}

std::size_t WordWriter::index_of(std::uint64_t hash) const noexcept {
  const base::PerfectHash places(out_.word_places, static_cast<std::uint32_t>(out_.words.size()));
  const WordSlot& slot = out_.words[places.place_of(WordSlot::key_of(hash))];
  assert(slot.hash == hash && slot.facts.word != WordIndex::none);
  return static_cast<std::size_t>(slot.facts.word);
}

TableDraft build_tables(const Parsed& parsed, std::span<const Example> examples, Reporter& report) {
  return Builder(parsed, report).run(examples);
}

}  // namespace dossier::rules
