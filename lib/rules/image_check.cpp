// Every index that matching follows is looked at once, so that matching need not: an image may be damaged, or made to
// do harm.
//
// Programs go forward only, so one pass in their order knows for every instruction how many items a match can have
// taken before it, how many it must have taken, and how many captures are open there.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "rules/image.hpp"
#include "rules/program.hpp"

namespace dossier::rules {
namespace {

using Op = Instruction::Op;

// A byte of an image need not be what a bool may be.
bool is_bool(const bool& flag) noexcept { return *reinterpret_cast<const unsigned char*>(&flag) <= 1; }

// True when [begin, begin + size) lies in a list of `count`.
constexpr bool inside(std::uint64_t begin, std::uint64_t size, std::size_t count) noexcept {
  return begin <= count && size <= count - begin;
}

// REQUIRES: the list is not empty.
bool is_ascending(std::span<const std::uint32_t> places, std::size_t most) {
  return std::is_sorted(places.begin(), places.end()) && places.back() <= most;
}

class Check {
 public:
  explicit Check(const TableView& tables) : it_(tables), meta_(tables.meta.front()) {}

  std::string_view problem() {
    if (!vocabulary()) return "the words of the rules are damaged";
    if (!tests()) return "the item tests of the rules are damaged";
    if (!std::all_of(it_.rules.begin(), it_.rules.end(), [this](const RuleRecord& rule) { return describes(rule); }) ||
        !texts())
      return "the names of the rules are damaged";
    if (it_.programs.size() != it_.rules.size() ||
        !std::all_of(it_.programs.begin(), it_.programs.end(), [this](const Program& it) { return program(it); }))
      return "the programs of the rules are damaged";
    if (it_.indexes.size() != stages) return "the index of the rules is damaged";
    for (std::size_t stage = 0; stage < stages; ++stage)
      if (!index(it_.indexes[stage], stage)) return "the index of the rules is damaged";
    return {};
  }

 private:
  [[nodiscard]] bool is_set(SetId set) const { return static_cast<std::size_t>(set) < std::size_t{meta_.stride} * 64; }
  [[nodiscard]] bool is_set_or_none(SetId set) const { return set == SetId::none || is_set(set); }
  [[nodiscard]] bool is_text(Text text) const { return inside(text.begin, text.size, it_.strings.size()); }

  bool vocabulary() {
    if (meta_.stride == 0 || it_.members.size() % meta_.stride != 0 || it_.words.empty() || it_.word_places.empty() ||
        it_.words.size() > 0xFFFFFFFF || it_.word_places.size() > 0xFFFFFFFF ||
        it_.word_tags.size() != it_.words.size())
      return false;
    words_ = it_.members.size() / meta_.stride;
    for (const WordSlot& slot : it_.words) {
      if (slot.facts.word == WordIndex::none) continue;
      const auto word = static_cast<std::size_t>(slot.facts.word);
      if (word >= words_) return false;
      for (std::size_t kind = 0; kind < last_.size(); ++kind)
        if ((slot.facts.anchors >> kind & 1U) != 0) last_[kind] = std::max(last_[kind], word + 1);
    }
    return slot_anchors_end();
  }
  // Only as many bits as there are stages are asked.
  [[nodiscard]] bool slot_anchors_end() const {
    return std::all_of(last_.begin() + 2 * stages, last_.end(), [](std::size_t last) { return last == 0; });
  }

  bool tests() {
    if (it_.clause_begin.empty() || it_.atom_begin.empty() ||
        !is_ascending(it_.clause_begin, it_.atom_begin.size() - 1) || !is_ascending(it_.atom_begin, it_.atoms.size()))
      return false;
    return std::all_of(it_.atoms.begin(), it_.atoms.end(), [this](const Atom& atom) {
      if (atom.kind > Atom::Kind::regex || !is_bool(atom.negated)) return false;
      if (atom.kind == Atom::Kind::word || atom.kind == Atom::Kind::head) return is_set(atom.set);
      return atom.kind != Atom::Kind::regex || atom.mask < it_.regexes.size();
    });
  }

  [[nodiscard]] bool describes(const RuleRecord& rule) const {
    const bool names = rule.stage == Stage::names;
    const bool relates = static_cast<std::size_t>(rule.relation) < meta_.relations;
    const bool gives = static_cast<std::size_t>(rule.mention) < meta_.types;
    const bool joins = rule.relation == RelationTypeId::none && (rule.marks & RuleRecord::absorb) != 0;
    return static_cast<std::size_t>(rule.stage) < stages && is_text(rule.name) && is_text(rule.file) &&
           (names ? gives && rule.relation == RelationTypeId::none
                  : (relates || joins) && rule.mention == TypeId::none);
  }

  [[nodiscard]] bool texts() const {
    const auto is_here = [this](Text text) { return is_text(text); };
    return std::all_of(it_.elements.begin(), it_.elements.end(), is_here) &&
           std::all_of(it_.regexes.begin(), it_.regexes.end(),
                       [&](const RegexRecord& it) { return is_here(it.text); }) &&
           std::all_of(it_.examples.begin(), it_.examples.end(), [&](const ExampleRecord& it) {
             return it.rule < it_.rules.size() && is_here(it.text) && is_here(it.expected);
           });
  }

  [[nodiscard]] bool program(const Program& program) {
    if (program.size == 0 || program.size > max_code + 1 || !inside(program.first, program.size, it_.code.size()) ||
        program.splits > program.size || program.max_items > max_items ||
        !inside(program.first_need, program.needs, it_.needs.size()) || !is_set_or_none(program.first_words))
      return false;
    const auto needs = it_.needs.subspan(program.first_need, program.needs);
    if (!std::all_of(needs.begin(), needs.end(), [this](const Need& need) { return is_set_or_none(need.words); }))
      return false;
    const auto code = it_.code.subspan(program.first, program.size);
    const auto names = it_.rules[static_cast<std::size_t>(&program - it_.programs.data())].stage == Stage::names;
    reached_.assign(code.size(), {});
    reached_.front().known = true;
    for (std::uint32_t at = 0; at < code.size(); ++at)
      if (reached_[at].known && !step(code, at, program, names)) return false;
    return true;
  }

  // What is known of a match that stands before an instruction.
  struct State {
    bool known = false;
    std::uint32_t least = 0;  // items
    std::uint32_t most = 0;
    std::uint32_t open = 0;
  };

  [[nodiscard]] bool step(std::span<const Instruction> code, std::uint32_t at, const Program& program, bool names) {
    const Instruction& it = code[at];
    State after = reached_[at];
    switch (it.op) {
      case Op::item:
        ++after.least;
        ++after.most;
        return is_test(it) && after.most <= program.max_items && go(at, at + 1, after);
      case Op::look_ahead:
      case Op::look_behind:
        return is_test(it) && go(at, at + 1, after);
      case Op::at_start:
      case Op::at_end:
        return go(at, at + 1, after);
      case Op::open:
        ++after.open;
        return it.capture <= CaptureName::name && (it.capture == CaptureName::name) == names && go(at, at + 1, after);
      case Op::close:
        return after.open-- > 0 && go(at, at + 1, after);
      case Op::jump:
        return go(at, it.x, after);
      case Op::split:
        return it.split < program.splits && go(at, it.x, after) && go(at, it.y, after);
      case Op::match:
        return after.open == 0 && after.least > 0;
    }
    return false;
  }

  [[nodiscard]] bool is_test(const Instruction& it) const {
    return is_bool(it.negated) && it.x < it_.clause_begin.size() - 1 && it.element < it_.elements.size();
  }

  // Several ways may lead there; as many captures are open on all of them.
  [[nodiscard]] bool go(std::uint32_t from, std::uint32_t to, State state) {
    if (to <= from || to >= reached_.size()) return false;
    State& there = reached_[to];
    if (there.known) {
      if (there.open != state.open) return false;
      state.least = std::min(state.least, there.least);
      state.most = std::max(state.most, there.most);
    }
    there = state;
    return true;
  }

  [[nodiscard]] bool index(const StageRecord& stage, std::size_t number) const {
    if (!is_bool(stage.filter.every)) return false;
    if (stage.rules == 0) return last_[2 * number] == 0 && last_[2 * number + 1] == 0;
    const std::uint64_t width = stage.width();
    if (stage.rules > it_.rules.size() || !inside(stage.rule_of_bit, width * 64, it_.numbers.size())) return false;
    const auto rules = it_.numbers.subspan(stage.rule_of_bit, width * 64);
    if (!std::all_of(rules.begin(), rules.end(), [&](std::uint32_t rule) {
          return rule < it_.rules.size() && static_cast<std::size_t>(it_.rules[rule].stage) == number;
        }))
      return false;
    const bool opens = std::all_of(stage.opening.begin(), stage.opening.end(), [&](std::uint32_t bits) {
      return inside(bits, width * ItemKind::count, it_.bits.size());
    });
    const lexicon::ClassSet classes = stage.filter.classes | stage.filter.capital_classes;
    return opens && (stage.always == nowhere || inside(stage.always, width, it_.bits.size())) &&
           rows(stage.words, last_[2 * number], width) && rows(stage.heads, last_[2 * number + 1], width) &&
           rows(stage.types, stage.anchored.bits == 0 ? 0 : ItemKind::untyped, width) &&
           rows(stage.classes, classes.empty() ? 0 : 2 * 64, width);
  }

  // True when the rows of `keys` keys and more can be asked for.
  [[nodiscard]] bool rows(const RowsRecord& record, std::size_t keys, std::uint64_t width) const {
    if (record.keys < keys) return false;
    if (record.keys == 0) return true;
    if (!inside(record.begin, std::uint64_t{record.keys} + 1, it_.numbers.size()) ||
        !inside(record.any, record.keys, it_.numbers.size()))
      return false;
    const auto begin = it_.numbers.subspan(record.begin, record.keys + std::size_t{1});
    const auto any = it_.numbers.subspan(record.any, record.keys);
    if (!is_ascending(begin, it_.rows.size())) return false;
    const auto rows = it_.rows.subspan(begin.front(), begin.back() - begin.front());
    return std::all_of(any.begin(), any.end(),
                       [&](std::uint32_t bits) { return inside(bits, width, it_.bits.size()); }) &&
           std::all_of(rows.begin(), rows.end(),
                       [&](const AnchorRow& row) { return inside(row.bits, width, it_.bits.size()); });
  }

  const TableView& it_;
  const Meta& meta_;
  std::size_t words_ = 0;
  std::array<std::size_t, 16> last_{};  // by bit of WordFacts::anchors: keys that may be asked for
  std::vector<State> reached_;          // by instruction of a program
};

}  // namespace

std::string_view problem_of(const TableView& tables) { return Check(tables).problem(); }

}  // namespace dossier::rules
