// Each part of a pattern that cannot be left out begins with some item: what that must be is a need.
#include "rules/needs.hpp"

#include <algorithm>
#include <bit>

#include "rules/anchor.hpp"
#include "rules/parts.hpp"

namespace dossier::rules {
namespace {

void collect(const Syntax& syntax, NodeId id, std::vector<FirstItem>& out) {
  const Node& node = syntax.node(id);
  if (node.kind == Node::Kind::sequence || node.kind == Node::Kind::capture) {
    for (const NodeId child : node.children) collect(syntax, child, out);
    return;
  }
  if (length_of(syntax, id).least == 0) return;
  FirstItem need = find_first(syntax, id);
  if (need.needs_word || !need.untyped) out.push_back(std::move(need));
}

// One sentence.
class Check {
 public:
  /// `repeated`: items with a type may stand again before others.
  Check(const Programs& programs, const ItemSpan& sentence, bool repeated)
      : programs_(programs), sentence_(sentence), repeated_(repeated) {}

  [[nodiscard]] bool any(const AnchorIndex& index, unsigned bits) {
    if (index.empty()) return false;
    if (index.always != nullptr) return true;
    lexicon::ClassSet classes;
    for (std::size_t i = 0; i < sentence_.size(); ++i) {
      if (sentence_[i].type != TypeId::none) {
        types_.add(sentence_[i].type);
        ++typed_;
      }
      classes = classes | sentence_[i].classes;
    }
    const lexicon::ClassSet wanted = index.filter.classes | index.filter.capital_classes;
    if (of_classes(index, classes.low & wanted.low, 0) || of_classes(index, classes.high & wanted.high, 64))
      return true;
    for (std::uint64_t rest = types_.bits & index.anchored.bits; rest != 0; rest &= rest - 1)
      if (one_of(index, index.types, static_cast<std::size_t>(std::countr_zero(rest)))) return true;
    for (std::size_t i = 0; i < sentence_.size(); ++i) {
      const Item& item = sentence_[i];
      if ((item.anchors & bits) == 0) continue;
      if ((item.anchors & bits & ~unsigned{Programs::head_anchors}) != 0 &&
          one_of(index, index.words, static_cast<std::size_t>(item.word)))
        return true;
      if ((item.anchors & bits & Programs::head_anchors) != 0 &&
          one_of(index, index.heads, static_cast<std::size_t>(item.head)))
        return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool of_classes(const AnchorIndex& index, std::uint64_t classes, std::size_t first) const {
    for (; classes != 0; classes &= classes - 1)
      if (one_of(index, index.classes, first + static_cast<std::size_t>(std::countr_zero(classes)))) return true;
    return false;
  }
  [[nodiscard]] bool one_of(const AnchorIndex& index, const AnchorRows& rows, std::size_t key) const {
    const std::uint64_t* const rules = rows.any(key);
    if (rules == nullptr) return false;
    for (std::uint32_t word = 0; word < index.width; ++word)
      for (std::uint64_t left = rules[word]; left != 0; left &= left - 1)
        if (fulfils(index.rules[word * 64 + static_cast<std::uint32_t>(std::countr_zero(left))])) return true;
    return false;
  }
  [[nodiscard]] bool fulfils(std::uint32_t rule) const {
    const Program& program = programs_.programs[rule];
    const auto needs = programs_.needs.subspan(program.first_need, program.needs);
    std::uint32_t of_types = 0;
    for (const Need& need : needs) {
      if (need.words != SetId::none) continue;
      if ((need.types.bits & types_.bits) == 0) return false;
      if (++of_types > 1 && typed_ == 1) return false;
    }
    std::size_t i = 0;  // what fulfils a need stands behind what fulfils the one before
    for (const Need& need : needs) {
      if (repeated_ && need.words == SetId::none && &need != &needs.back()) continue;
      while (i < sentence_.size() && !is(sentence_[i], need)) ++i;
      if (i++ == sentence_.size()) return false;
    }
    return true;
  }
  [[nodiscard]] bool is(const Item& item, const Need& need) const {
    if (need.words != SetId::none) return programs_.in_set(item.word, need.words);
    return item.type != TypeId::none && need.types.has(item.type);
  }

  const Programs& programs_;
  const ItemSpan& sentence_;
  const bool repeated_;
  TypeSet types_;
  std::uint32_t typed_ = 0;  // items that have a type
};

}  // namespace

std::vector<FirstItem> find_needs(const Syntax& syntax, NodeId pattern) {
  std::vector<FirstItem> out;
  collect(syntax, pattern, out);
  return out;
}

bool RuleSet::may_match(Stage stage, ItemSpan sentence) const {
  const auto number = static_cast<std::size_t>(stage);
  return Check(parts_->programs, sentence, stage == Stage::clauses)
      .any(parts_->programs.anchors[number], 3U << (2 * number));
}

}  // namespace dossier::rules
