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
  Check(const Programs& programs, const ItemSpan& sentence) : programs_(programs), sentence_(sentence) {}

  [[nodiscard]] bool any(const AnchorIndex& index, unsigned bits) {
    if (index.empty()) return false;
    if (index.always != nullptr) return true;
    lexicon::ClassSet classes;
    for (std::size_t i = 0; i < sentence_.size(); ++i) {
      if (sentence_[i].type != TypeId::none) types_.add(sentence_[i].type);
      classes = classes | sentence_[i].classes;
    }
    if (classes.any(index.filter.classes | index.filter.capital_classes)) return true;
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
    return std::all_of(needs.begin(), needs.end(), [&](const Need& need) {
      return need.words == SetId::none ? (need.types.bits & types_.bits) != 0 : has_word(need.words);
    });
  }
  [[nodiscard]] bool has_word(SetId words) const {
    for (std::size_t i = 0; i < sentence_.size(); ++i)
      if (programs_.in_set(sentence_[i].word, words)) return true;
    return false;
  }

  const Programs& programs_;
  const ItemSpan& sentence_;
  TypeSet types_;
};

}  // namespace

std::vector<FirstItem> find_needs(const Syntax& syntax, NodeId pattern) {
  std::vector<FirstItem> out;
  collect(syntax, pattern, out);
  // What takes no search through the sentence is asked first.
  std::stable_partition(out.begin(), out.end(), [](const FirstItem& need) { return !need.needs_word; });
  return out;
}

bool RuleSet::may_match(Stage stage, ItemSpan sentence) const {
  const auto number = static_cast<std::size_t>(stage);
  return Check(parts_->programs, sentence).any(parts_->programs.anchors[number], 3U << (2 * number));
}

}  // namespace dossier::rules
