// Rules as bits: rows of those that a word, type or class selects, and of those that an item may begin.
#include "rules/index.hpp"

#include <algorithm>

#include "rules/anchor.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::rules {
namespace {

/// The index of a stage while it is collected.
class IndexDraft {
 public:
  IndexDraft(const Programs& programs, std::vector<std::uint32_t> rules) : programs_(programs) {
    index.rules = std::move(rules);
    index.width = static_cast<std::uint32_t>((index.rules.size() + 63) / 64);
    words_.resize(programs.vocabulary.size());
    heads_.resize(programs.vocabulary.size());
    types_.resize(ItemKind::untyped);
    classes_.resize(2 * 64);  // as many as a ClassSet holds
    for (std::vector<std::uint64_t>& allowed : index.opening) allowed.resize(ItemKind::count * index.width);
  }

  /// The rule of a bit.
  void add(std::size_t bit, const Syntax& syntax, const Anchor& anchor,
           const Opening& opening) {
    for (std::size_t place = 0; place < opening_items; ++place)
      for (std::size_t kind = 0; kind < ItemKind::count; ++kind)
        if (opening[place].test(kind)) index.opening[place][bit / 64 * ItemKind::count + kind] |= std::uint64_t{1} << (bit % 64);
    if (anchor.cost == no_anchor) {
      index.always.resize(index.width);
      set(index.always.data(), bit);
      index.filter.every = true;
      return;
    }
    index.filter.classes = index.filter.classes | anchor.small;
    for (const Atom& atom : anchor.atoms) {
      if (atom.kind == Atom::Kind::word) add_words(syntax, atom, words_, bit, anchor);
      if (atom.kind == Atom::Kind::head) add_words(syntax, atom, heads_, bit, anchor);
      for (std::size_t i = 0; i < types_.size(); ++i)
        if (atom.types.has(static_cast<TypeId>(i))) add_rows(types_[i], bit, anchor);
      index.anchored.bits |= atom.types.bits;
      for (std::size_t i = 0; i < classes_.size(); ++i)
        if (atom.classes.has(static_cast<lexicon::ClassId>(i))) add_rows(classes_[i], bit, anchor);
      index.filter.capital_classes = index.filter.capital_classes | atom.classes;
    }
  }

  AnchorIndex finish() {
    index.words.build(words_);
    index.heads.build(heads_);
    index.types.build(types_);
    index.classes.build(classes_);
    return std::move(index);
  }

  [[nodiscard]] bool has_word(std::size_t word) const { return !words_[word].empty(); }
  [[nodiscard]] bool has_head(std::size_t word) const { return !heads_[word].empty(); }

  AnchorIndex index;

 private:
  static void set(std::uint64_t* bits, std::size_t bit) { bits[bit / 64] |= std::uint64_t{1} << (bit % 64); }

  void add_words(const Syntax& syntax, const Atom& atom, AnchorRows::Draft& rows, std::size_t bit,
                 const Anchor& anchor) {
    for (const std::uint64_t hash : syntax.sets[static_cast<std::size_t>(atom.set)]) {
      add_rows(rows[static_cast<std::size_t>(programs_.vocabulary.index_of(hash))], bit, anchor);
      index.filter.add(hash);
    }
  }

  void add_rows(AnchorRows::Draft::value_type& rows, std::size_t bit, const Anchor& anchor) const {
    for (std::uint32_t before = anchor.least_before; before <= anchor.most_before; ++before) {
      std::vector<std::uint64_t>& bits = rows[before];
      bits.resize(index.width);
      set(bits.data(), bit);
    }
  }

  const Programs& programs_;
  AnchorRows::Draft words_;
  AnchorRows::Draft heads_;
  AnchorRows::Draft types_;
  AnchorRows::Draft classes_;
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

}  // namespace

void AnchorRows::build(const Draft& draft) {
  begin_.assign(1, 0);
  rows_.clear();
  any_.clear();
  bits_.clear();
  for (const auto& rows : draft) {
    std::vector<std::uint64_t> any;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
      rows_.push_back({row->first, static_cast<std::uint32_t>(bits_.size())});
      bits_.insert(bits_.end(), row->second.begin(), row->second.end());
      any.resize(row->second.size());
      for (std::size_t word = 0; word < any.size(); ++word) any[word] |= row->second[word];
    }
    begin_.push_back(static_cast<std::uint32_t>(rows_.size()));
    any_.push_back(static_cast<std::uint32_t>(bits_.size()));
    bits_.insert(bits_.end(), any.begin(), any.end());
  }
}

void build_indexes(const Parsed& parsed, const std::vector<Opening>& openings,
                   Programs& out) {
  const WordSet common = common_words(parsed);
  static_assert(2 * stages <= 16);
  for (std::size_t stage = 0; stage < stages; ++stage) {
    std::vector<std::uint32_t> rules;
    for (std::size_t rule = 0; rule < parsed.rules.size(); ++rule)
      if (static_cast<std::size_t>(parsed.rules[rule].rule.stage) == stage)
        rules.push_back(static_cast<std::uint32_t>(rule));
    IndexDraft draft(out, rules);
    for (std::size_t bit = 0; bit < rules.size(); ++bit)
      draft.add(bit, parsed.syntax, find_anchor(parsed.syntax, parsed.rules[rules[bit]].pattern, common),
                openings[rules[bit]]);
    for (std::size_t word = 0; word < out.vocabulary.size(); ++word) {
      const unsigned bits = (draft.has_word(word) ? 1U : 0U) | (draft.has_head(word) ? 2U : 0U);
      std::uint16_t& anchors = out.vocabulary[word].anchors;
      anchors = static_cast<std::uint16_t>(anchors | (bits << (2 * stage)));
    }
    out.anchors[stage] = draft.finish();
  }
}

}  // namespace dossier::rules
