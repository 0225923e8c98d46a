// Matching: backtracking that never visits the same instruction at the same item twice, so that the preferred match is
// found in at most program x items steps. Choices wait on an explicit stack; captures are a trail that is cut back with
// them.
#include <algorithm>

#include "rules/parts.hpp"
#include "rules/program.hpp"
#include "rules/rules.hpp"

namespace dossier::rules {
namespace {

using Op = Instruction::Op;

// One sentence.
class Run {
 public:
  Run(const Programs& programs, std::span<const Item> sentence, Matches& out)
      : programs_(programs), sentence_(sentence), out_(out), size_(static_cast<std::uint32_t>(sentence.size())) {}

  void all(Stage stage) {
    const AnchorIndex& index = programs_.anchors[static_cast<std::size_t>(stage)];
    for (std::uint32_t i = 0; i < size_; ++i) {
      const Item& item = sentence_[i];
      if ((item.marks & Marks::wall) != 0) continue;
      if (item.word != WordIndex::none) around(index.words[static_cast<std::size_t>(item.word)], i);
      if (item.head != WordIndex::none) around(index.heads[static_cast<std::size_t>(item.head)], i);
      if (item.type != TypeId::none) around(index.types[static_cast<std::size_t>(item.type)], i);
      if (item.classes.any(index.used_classes)) classes(index, i);
      for (const std::uint32_t rule : index.always) attempt(rule, i);
    }
  }

 private:
  void classes(const AnchorIndex& index, std::uint32_t i) {
    for (std::size_t id = 0; id < index.classes.size(); ++id)
      if (!index.classes[id].empty() && sentence_[i].classes.has(static_cast<lexicon::ClassId>(id)))
        around(index.classes[id], i);
  }

  // Tries the rules at every start from which they could reach their anchor at item i, each start once a rule.
  void around(const std::vector<std::uint32_t>& rules, std::uint32_t i) {
    for (const std::uint32_t rule : rules) {
      const Program& program = programs_.programs[rule];
      if (i < program.least_before) continue;
      const std::uint32_t from = i > program.most_before ? i - program.most_before : 0;
      for (std::uint32_t start = std::max(from, out_.next_start[rule]); start <= i - program.least_before; ++start)
        attempt(rule, start);
    }
  }

  void attempt(std::uint32_t rule, std::uint32_t start) {
    out_.next_start[rule] = start + 1;
    const Program& program = programs_.programs[rule];
    const std::uint32_t columns = std::min(program.max_items, size_ - start) + 1;
    out_.visited.assign((std::size_t{program.size} * columns + 63) / 64, 0);
    out_.steps.clear();
    out_.trail.clear();
    out_.steps.push_back({0, start, 0});
    while (!out_.steps.empty()) {
      const Matches::Step step = out_.steps.back();
      out_.steps.pop_back();
      out_.trail.resize(step.marks);
      if (follow(program, step, start, columns)) return record(rule, program, start);
    }
  }

  // Runs from one choice until it fails or matches.
  bool follow(const Program& program, Matches::Step step, std::uint32_t start, std::uint32_t columns) {
    std::uint32_t pc = step.pc;
    std::uint32_t item = step.item;
    for (;;) {
      const std::size_t bit = std::size_t{pc} * columns + (item - start);
      std::uint64_t& visited = out_.visited[bit / 64];
      if (((visited >> (bit % 64)) & 1U) != 0) return false;
      visited |= std::uint64_t{1} << (bit % 64);
      const Instruction& at = programs_.code[program.first + pc];
      switch (at.op) {
        case Op::item:
          if (item >= size_ || !programs_.passes(at.x, sentence_[item])) return false;
          ++item;
          break;
        case Op::look_ahead:
          if ((item < size_ && programs_.passes(at.x, sentence_[item])) == at.negated) return false;
          break;
        case Op::look_behind:
          if ((item > 0 && programs_.passes(at.x, sentence_[item - 1])) == at.negated) return false;
          break;
        case Op::at_start:
          if (item != 0) return false;
          break;
        case Op::at_end:
          if (item != size_) return false;
          break;
        case Op::open:
        case Op::close:
          out_.trail.push_back({program.first + pc, item});
          break;
        case Op::split:
          out_.steps.push_back({at.y, item, static_cast<std::uint32_t>(out_.trail.size())});
          pc = at.x;
          continue;
        case Op::jump:
          pc = at.x;
          continue;
        case Op::match:
          end_ = item;
          return true;
      }
      ++pc;
    }
  }

  // The trail is well nested: a close belongs to the nearest open capture.
  void record(std::uint32_t rule, const Program&, std::uint32_t start) {
    Match match;
    match.rule = rule;
    match.first = start;
    match.last = end_;
    match.captures = static_cast<std::uint32_t>(out_.captures.size());
    for (const Matches::OpenOrClose& entry : out_.trail) {
      const Instruction& at = programs_.code[entry.slot];
      if (at.op == Op::open) {
        out_.captures.push_back({at.capture, entry.item, open});
        continue;
      }
      for (std::size_t i = out_.captures.size(); i-- > match.captures;) {
        if (out_.captures[i].last != open) continue;
        out_.captures[i].last = entry.item;
        break;
      }
    }
    match.capture_count = static_cast<std::uint32_t>(out_.captures.size()) - match.captures;
    out_.matches.push_back(match);
  }

  static constexpr std::uint32_t open = 0xFFFFFFFF;

  const Programs& programs_;
  std::span<const Item> sentence_;
  Matches& out_;
  std::uint32_t size_;
  std::uint32_t end_ = 0;
};

}  // namespace

void RuleSet::match(Stage stage, std::span<const Item> sentence, Matches& out) const {
  out.matches.clear();
  out.captures.clear();
  out.next_start.assign(parts_->rules.size(), 0);
  Run(parts_->programs, sentence, out).all(stage);
  std::sort(out.matches.begin(), out.matches.end(),
            [](const Match& a, const Match& b) { return a.first != b.first ? a.first < b.first : a.rule < b.rule; });
}

}  // namespace dossier::rules
