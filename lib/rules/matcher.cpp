// Matching: backtracking that never takes the same choice at the same item twice, so that the preferred match is found
// in at most choices x items x program steps; programs have no loops. Choices wait on an explicit stack; captures are a
// trail that is cut back with them. Most attempts fail before their first choice and cost a test or two.
#include <algorithm>
#include <bit>
#include <utility>

#include "rules/parts.hpp"
#include "rules/program.hpp"

namespace dossier::rules {
namespace {

using Op = Instruction::Op;

bool holds(const Programs& programs, const Atom& atom, const ItemSpan& sentence, const Item& item) {
  if (atom.kind == Atom::Kind::type) return atom.types.has(item.type);  // the commonest ones first
  if (atom.kind == Atom::Kind::mark) return (item.marks & atom.mask) != 0;
  switch (atom.kind) {
    case Atom::Kind::any:
      return true;
    case Atom::Kind::word:
      return programs.in_set(item.word, atom.set);
    case Atom::Kind::head:
      return programs.in_set(item.head, atom.set);
    case Atom::Kind::cls:
      return item.classes.any(atom.classes);
    case Atom::Kind::type:
      return atom.types.has(item.type);
    case Atom::Kind::reference:
      return item.mention != MentionId::none && ((atom.mask >> static_cast<unsigned>(item.reference)) & 1U) != 0;
    case Atom::Kind::shape:
      return ((atom.mask >> static_cast<unsigned>(item.shape)) & 1U) != 0;
    case Atom::Kind::kind:
      return ((atom.mask >> static_cast<unsigned>(item.kind)) & 1U) != 0;
    case Atom::Kind::flag:
      return (item.flags & atom.mask) != 0;
    case Atom::Kind::mark:
      return (item.marks & atom.mask) != 0;
    case Atom::Kind::regex:
      return programs.expressions[atom.mask]->matches(sentence.words(item));
  }
  return false;
}

}  // namespace

bool passes(const Programs& programs, std::uint32_t test, const ItemSpan& sentence, std::size_t index) {
  const Item& item = sentence[index];
  if ((item.marks & Marks::wall) != 0) return false;
  const std::uint32_t* clause = &programs.clause_begin[test];
  for (std::uint32_t c = clause[0]; c < clause[1]; ++c) {
    const std::uint32_t end = programs.atom_begin[c + 1];
    std::uint32_t atom = programs.atom_begin[c];
    while (atom < end && holds(programs, programs.atoms[atom], sentence, item) != programs.atoms[atom].negated) ++atom;
    if (atom == end) return true;
  }
  return false;
}

namespace {

// One sentence.
class Run {
 public:
  Run(const Programs& programs, ItemSpan sentence, Matches& out)
      : programs_(programs), sentence_(sentence), out_(out), size_(static_cast<std::uint32_t>(sentence.size())) {}

  void all(const AnchorIndex& index, Stage stage) {
    const unsigned word_bit = 1U << (2 * static_cast<unsigned>(stage));
    const unsigned head_bit = word_bit << 1U;
    const lexicon::ClassSet classes = index.filter.classes | index.filter.capital_classes;
    const bool by_class = !classes.empty();
    const bool always = index.always != nullptr;
    for (std::uint32_t i = 0; i < size_; ++i) {
      const Item& item = sentence_[i];
      const bool listed = (item.anchors & (word_bit | head_bit)) != 0;
      const bool typed = index.anchored.has(item.type);
      const bool classed = by_class & item.classes.any(classes);
      const bool free = (item.marks & Marks::wall) == 0;
      if (!((listed | typed | classed | always) & free)) continue;  // no branch for each: they cannot be foreseen
      if ((item.anchors & word_bit) != 0) around(index, index.words, static_cast<std::size_t>(item.word), i);
      if ((item.anchors & head_bit) != 0) around(index, index.heads, static_cast<std::size_t>(item.head), i);
      if (typed) around(index, index.types, static_cast<std::size_t>(item.type), i);
      if (classed) around_classes(index, i);
      if (always) start(index, index.always, i);
    }
  }

 private:
  void around_classes(const AnchorIndex& index, std::uint32_t i) {
    const lexicon::ClassSet& have = sentence_[i].classes;
    const lexicon::ClassSet wanted = index.filter.classes | index.filter.capital_classes;
    for (std::uint64_t left = have.low & wanted.low; left != 0; left &= left - 1)
      around(index, index.classes, static_cast<std::size_t>(std::countr_zero(left)), i);
    for (std::uint64_t left = have.high & wanted.high; left != 0; left &= left - 1)
      around(index, index.classes, 64 + static_cast<std::size_t>(std::countr_zero(left)), i);
  }

  // Tries the rules at every start from which they could reach their anchor at item i.
  void around(const AnchorIndex& index, const AnchorRows& rows, std::size_t key, std::uint32_t i) {
    for (const AnchorRow& row : rows[key])
      if (row.before <= i) start(index, rows.bits(row), i - row.before);
  }

  // Tries those of some rules of which the first items of a match may stand here, each start once a rule.
  void start(const AnchorIndex& index, const std::uint64_t* rules, std::uint32_t start) {
    const auto kind = [&](std::size_t place) {
      return start + place < size_ ? ItemKind::of(sentence_[start + place]) : ItemKind::nothing;
    };
    static_assert(opening_items == 3);
    const std::size_t first = kind(0);
    for (std::uint32_t word = 0; word < index.width; ++word) {
      std::uint64_t left = rules[word] & index.allowed(0, word)[first];
      // Who wants to know how far a rule comes is told from the first item on.
      if (left != 0 && out_.trace == nullptr)
        left &= index.allowed(1, word)[kind(1)] & index.allowed(2, word)[kind(2)];
      for (; left != 0; left &= left - 1) {
        const std::uint32_t rule = index.rules[word * 64 + static_cast<std::uint32_t>(std::countr_zero(left))];
        const SetId words = programs_.programs[rule].first_words;
        if (words != SetId::none && !programs_.in_set(sentence_[start].word, words)) continue;
        if (out_.starts_before + start >= out_.next_start[rule]) attempt(rule, start);
      }
    }
  }

  void attempt(std::uint32_t rule, std::uint32_t start) {
    out_.next_start[rule] = out_.starts_before + start + 1;
    ++out_.counts[rule].tries;
    traced_ = out_.trace != nullptr && out_.trace->wanted[rule] != 0;
    rule_ = rule;
    start_ = start;
    const Program& program = programs_.programs[rule];
    out_.steps.clear();
    out_.trail.clear();
    marked_ = false;
    Matches::Step step{0, start, 0};
    while (!follow(program, step, start)) {
      if (out_.steps.empty()) return;
      step = out_.steps.back();
      out_.steps.pop_back();
      out_.trail.resize(step.marks);
    }
    record(rule, start);
  }

  // Marks that this choice is taken at the item; false when it was before.
  bool mark(const Program& program, std::uint32_t split, std::uint32_t item, std::uint32_t start) {
    const std::uint32_t columns = std::min(program.max_items, size_ - start) + 1;
    if (!marked_) {
      out_.visited.assign((std::size_t{program.splits} * columns + 63) / 64, 0);
      marked_ = true;
    }
    const std::size_t bit = std::size_t{split} * columns + (item - start);
    std::uint64_t& visited = out_.visited[bit / 64];
    if (((visited >> (bit % 64)) & 1U) != 0) return false;
    visited |= std::uint64_t{1} << (bit % 64);
    return true;
  }

  // Notes the failure when somebody wants to know it; always false.
  bool fail(const Instruction& at, std::uint32_t item) {
    if (!traced_) return false;
    NearMiss& best = out_.trace->misses[rule_];
    if (item == start_ || item - start_ < best.matched) return false;
    std::string needed = at.op == Op::item ? "" : at.op == Op::look_behind ? "<" : "";
    if (at.op != Op::item) needed += at.negated ? '!' : '&';
    needed += programs_.string(programs_.elements[at.element]);
    if (item - start_ == best.matched) {  // another way to go on from there
      const bool same = best.start == start_ && best.needed.find(needed) == std::string::npos;
      if (same) best.needed += " or " + needed;
      return false;
    }
    best.matched = item - start_;
    best.start = start_;
    best.needed = std::move(needed);
    best.words.clear();
    for (std::uint32_t i = start_; i < item; ++i) {
      if (i > start_) best.words += ' ';
      best.words += sentence_.words(sentence_[i]);
    }
    best.found = item < size_ ? sentence_.words(sentence_[item]) : std::string_view();
    return false;
  }

  // Runs from one choice until it fails or matches.
  bool follow(const Program& program, Matches::Step step, std::uint32_t start) {
    std::uint32_t pc = step.pc;
    std::uint32_t item = step.item;
    for (;;) {
      const Instruction& at = programs_.code[program.first + pc];
      if (at.op == Op::item) {  // by far the commonest
        if (item >= size_ || !passes(programs_, at.x, sentence_, item)) return fail(at, item);
        ++item;
        ++pc;
        continue;
      }
      switch (at.op) {
        case Op::item:
          break;  // done above
        case Op::look_ahead:
          if ((item < size_ && passes(programs_, at.x, sentence_, item)) == at.negated) return fail(at, item);
          break;
        case Op::look_behind:
          if ((item > 0 && passes(programs_, at.x, sentence_, item - 1)) == at.negated) return fail(at, item);
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
          if (!mark(program, at.split, item, start)) return false;
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
  void record(std::uint32_t rule, std::uint32_t start) {
    ++out_.counts[rule].hits;
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
    // An optional part that took nothing is not there.
    out_.captures.erase(std::remove_if(out_.captures.begin() + match.captures, out_.captures.end(),
                                       [](const Capture& capture) { return capture.first == capture.last; }),
                        out_.captures.end());
    match.capture_count = static_cast<std::uint32_t>(out_.captures.size()) - match.captures;
    out_.matches.push_back(match);
  }

  static constexpr std::uint32_t open = 0xFFFFFFFF;

  const Programs& programs_;
  ItemSpan sentence_;
  Matches& out_;
  std::uint32_t size_;
  std::uint32_t end_ = 0;
  bool marked_ = false;  // the attempt has met a choice
  bool traced_ = false;  // the attempt is of interest to out_.trace
  std::uint32_t rule_ = 0;
  std::uint32_t start_ = 0;
};

}  // namespace

void RuleSet::match(Stage stage, ItemSpan sentence, Matches& out) const {
  out.matches.clear();
  out.captures.clear();
  const AnchorIndex& index = parts_->programs.anchors[static_cast<std::size_t>(stage)];
  if (index.empty()) return;
  if (out.counts.size() < parts_->rules.size()) out.counts.resize(parts_->rules.size());
  constexpr std::uint32_t most_starts = 0x7FFFFFFF;
  const auto size = static_cast<std::uint32_t>(sentence.size());
  if (out.next_start.size() < parts_->rules.size() || out.starts_before > most_starts || size > most_starts) {
    out.next_start.assign(parts_->rules.size(), 0);
    out.starts_before = 0;
  }
  Run(parts_->programs, sentence, out).all(index, stage);
  out.starts_before += size;
  std::sort(out.matches.begin(), out.matches.end(),
            [](const Match& a, const Match& b) { return a.first != b.first ? a.first < b.first : a.rule < b.rule; });
}

}  // namespace dossier::rules
