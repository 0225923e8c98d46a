// Rules as bits: rows of those that a word, type or class selects, and of those that an item may begin.
#include "rules/index.hpp"

#include <algorithm>
#include <map>

namespace dossier::rules {
namespace {

// Sets of rules, by key and items before.
using Rows = std::map<std::uint32_t, std::vector<std::uint64_t>>;
using RowDraft = std::vector<Rows>;

/// The index of a stage while it is collected.
class IndexDraft {
 public:
  IndexDraft(const Parsed& parsed, const Selection& selection, const WordWriter& words, TableDraft& out)
      : syntax_(parsed.syntax), selection_(selection), vocabulary_(words), out_(out) {
    words_.resize(selection.words);
    heads_.resize(selection.words);
    types_.resize(ItemKind::untyped);
    classes_.resize(2 * 64);  // as many as a ClassSet holds
  }

  StageRecord run(const std::vector<std::uint32_t>& rules) {
    record_.rules = static_cast<std::uint32_t>(rules.size());
    width_ = record_.width();
    if (rules.empty()) return record_;
    for (std::uint32_t& place : record_.opening) place = add_bits(width_ * ItemKind::count);
    record_.rule_of_bit = add_numbers(rules);
    out_.numbers.resize(out_.numbers.size() + width_ * 64 - rules.size(), rules.front());
    for (std::size_t bit = 0; bit < rules.size(); ++bit) {
      open(bit, selection_.openings[rules[bit]]);
      anchor(bit, selection_.anchors[rules[bit]]);
    }
    record_.words = add_rows(words_);
    record_.heads = add_rows(heads_);
    record_.types = add_rows(types_);
    record_.classes = add_rows(classes_);
    return record_;
  }

  [[nodiscard]] bool has_word(std::size_t word) const { return !words_[word].empty(); }
  [[nodiscard]] bool has_head(std::size_t word) const { return !heads_[word].empty(); }

 private:
  static void set(std::uint64_t* bits, std::size_t bit) { bits[bit / 64] |= std::uint64_t{1} << (bit % 64); }

  void open(std::size_t bit, const Opening& opening) {
    for (std::size_t place = 0; place < opening_items; ++place)
      for (std::size_t kind = 0; kind < ItemKind::count; ++kind)
        if (opening[place].test(kind))
          out_.bits[record_.opening[place] + bit / 64 * ItemKind::count + kind] |= std::uint64_t{1} << (bit % 64);
  }

  void anchor(std::size_t bit, const Anchor& anchor) {
    if (anchor.cost == no_anchor) {
      if (record_.always == nowhere) record_.always = add_bits(width_);
      set(&out_.bits[record_.always], bit);
      record_.filter.every = true;
      return;
    }
    record_.filter.classes = record_.filter.classes | anchor.small;
    for (const Atom& atom : anchor.atoms) {
      if (atom.kind == Atom::Kind::word) add_words(atom, words_, bit, anchor);
      if (atom.kind == Atom::Kind::head) add_words(atom, heads_, bit, anchor);
      for (std::size_t i = 0; i < types_.size(); ++i)
        if (atom.types.has(static_cast<TypeId>(i))) add(types_[i], bit, anchor);
      record_.anchored.bits |= atom.types.bits;
      for (std::size_t i = 0; i < classes_.size(); ++i)
        if (atom.classes.has(static_cast<lexicon::ClassId>(i))) add(classes_[i], bit, anchor);
      record_.filter.capital_classes = record_.filter.capital_classes | atom.classes;
    }
  }

  void add_words(const Atom& atom, RowDraft& rows, std::size_t bit, const Anchor& anchor) {
    for (const std::uint64_t hash : syntax_.sets[static_cast<std::size_t>(atom.set)]) {
      add(rows[vocabulary_.index_of(hash)], bit, anchor);
      record_.filter.add(hash);
    }
  }

  void add(Rows& rows, std::size_t bit, const Anchor& anchor) const {
    for (std::uint32_t before = anchor.least_before; before <= anchor.most_before; ++before) {
      std::vector<std::uint64_t>& bits = rows[before];
      bits.resize(width_);
      set(bits.data(), bit);
    }
  }

  // Places of what is appended.
  std::uint32_t add_bits(std::size_t count) {
    out_.bits.resize(out_.bits.size() + count);
    return static_cast<std::uint32_t>(out_.bits.size() - count);
  }
  std::uint32_t add_bits(const std::vector<std::uint64_t>& bits) {
    out_.bits.insert(out_.bits.end(), bits.begin(), bits.end());
    return static_cast<std::uint32_t>(out_.bits.size() - bits.size());
  }
  std::uint32_t add_numbers(const std::vector<std::uint32_t>& numbers) {
    out_.numbers.insert(out_.numbers.end(), numbers.begin(), numbers.end());
    return static_cast<std::uint32_t>(out_.numbers.size() - numbers.size());
  }

  // The earliest start of a key first. No keys where no key has rows: nobody asks for one then.
  RowsRecord add_rows(const RowDraft& draft) {
    if (std::all_of(draft.begin(), draft.end(), [](const Rows& rows) { return rows.empty(); })) return {};
    std::vector<std::uint32_t> begin = {static_cast<std::uint32_t>(out_.rows.size())};
    std::vector<std::uint32_t> any;
    for (const Rows& rows : draft) {
      std::vector<std::uint64_t> all(width_);
      for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        out_.rows.push_back({row->first, add_bits(row->second)});
        for (std::size_t word = 0; word < all.size(); ++word) all[word] |= row->second[word];
      }
      begin.push_back(static_cast<std::uint32_t>(out_.rows.size()));
      any.push_back(rows.empty() ? 0 : add_bits(all));
    }
    return {static_cast<std::uint32_t>(draft.size()), add_numbers(begin), add_numbers(any)};
  }

  const Syntax& syntax_;
  const Selection& selection_;
  const WordWriter& vocabulary_;
  TableDraft& out_;
  StageRecord record_;
  std::size_t width_ = 0;
  RowDraft words_;
  RowDraft heads_;
  RowDraft types_;
  RowDraft classes_;
};

}  // namespace

void build_indexes(const Parsed& parsed, const Selection& selection, WordWriter& words, TableDraft& out) {
  static_assert(2 * stages <= 16);
  for (std::size_t stage = 0; stage < stages; ++stage) {
    std::vector<std::uint32_t> rules;
    for (std::size_t rule = 0; rule < parsed.rules.size(); ++rule)
      if (static_cast<std::size_t>(parsed.rules[rule].rule.stage) == stage)
        rules.push_back(static_cast<std::uint32_t>(rule));
    IndexDraft draft(parsed, selection, words, out);
    out.indexes.push_back(draft.run(rules));
    for (std::size_t word = 0; word < selection.words; ++word) {
      const unsigned bits = (draft.has_word(word) ? 1U : 0U) | (draft.has_head(word) ? 2U : 0U);
      std::uint16_t& anchors = words[word].anchors;
      anchors = static_cast<std::uint16_t>(anchors | (bits << (2 * stage)));
    }
  }
}

}  // namespace dossier::rules
