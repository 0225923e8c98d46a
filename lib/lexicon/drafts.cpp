// Merging rows: which entries are the same, what a later row changes, and what it deletes.
#include "lexicon/drafts.hpp"

#include <algorithm>
#include <utility>

#include "tokens/tokenizer.hpp"

namespace dossier::lexicon {
namespace {

FileProblems::Place place_of(const SourceForm& form) { return {form.line, form.column}; }

std::uint64_t sequence_of(const std::vector<tokens::Token>& run) noexcept {
  std::uint64_t sequence = 0;
  for (const tokens::Token& token : run) sequence = extended(sequence, token.hash);
  return sequence;
}

// For entries of one class and folded form.
bool are_same(const Draft& a, const Draft& b) {
  const bool differ_in_case = a.match == Match::exact && b.match == Match::exact && a.form != b.form;
  return a.canonical_key == b.canonical_key && !differ_in_case;
}

bool has_key(std::string_view attributes, std::string_view key) {
  while (!attributes.empty()) {
    std::string_view pair = split_off(attributes, ';');
    if (split_off(pair, '=') == key) return true;
  }
  return false;
}

}  // namespace

void Drafts::add(const SourceForm& form, std::uint32_t file, FileProblems& problems) {
  if (!cut(form, problems)) return;
  const std::uint64_t key = extended(sequence_of(cut_.tokens), static_cast<std::uint64_t>(form.cls));
  if (form.removes) return remove(key, form, problems);
  Draft draft = draft_of(form, file);
  if (merge(key, form, draft, problems) == Fate::added) append(key, draft);
}

void Drafts::settle() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < drafts_.size(); ++i)
    if (!dropped_[i]) drafts_[kept++] = drafts_[i];
  drafts_.resize(kept);
  dropped_.assign(kept, false);
  earlier_.assign(kept, nothing);
  last_.clear();
}

// Cuts the form into tokens in cut_; false, and a diagnostic, when there are none or too many.
bool Drafts::cut(const SourceForm& form, FileProblems& problems) {
  tokens::tokenize(form.form, {}, {}, cut_);
  if (cut_.tokens.empty()) {
    problems.error("dict.no-tokens", "the form has nothing that could be found in a text", place_of(form), form.form);
    return false;
  }
  if (cut_.tokens.size() > max_tokens) {
    problems.error("dict.too-many-tokens", "the form has more than 12 tokens", place_of(form), form.form);
    return false;
  }
  return true;
}

void Drafts::remove(std::uint64_t key, const SourceForm& form, FileProblems& problems) {
  std::uint32_t& chain = last_[key];
  if (chain == nothing) {
    problems.warning("dict.deletes-nothing", "no earlier entry of this class has this form", place_of(form), form.form);
    return;
  }
  for (std::uint32_t at = chain; at != nothing; at = earlier_[at]) dropped_[at] = true;
  chain = nothing;
}

// Drops the entries that are the same as the draft, and lets it take over from the latest what its row does not say.
// Dropped entries leave the chain, so that it never holds more than max_same.
Drafts::Fate Drafts::merge(std::uint64_t key, const SourceForm& form, Draft& draft, FileProblems& problems) {
  std::uint32_t& chain = last_[key];
  std::uint32_t others = 0;
  bool is_first = true;
  for (std::uint32_t* link = &chain; *link != nothing;) {
    const Draft& other = drafts_[*link];
    if (!are_same(other, draft)) {
      ++others;
      link = &earlier_[*link];
      continue;
    }
    const bool same_file = other.file == draft.file;
    // Aliases of one row that fold to the same; and a row that gives another row's name further aliases.
    if (same_file && (other.line == draft.line || form.leads)) return Fate::gives_way;
    if (same_file)
      problems.warning("dict.duplicate-row", "line " + std::to_string(other.line) + " has this form and class already",
                       place_of(form), form.form);
    if (is_first) take_from(other, form, draft);
    is_first = false;
    dropped_[*link] = true;
    *link = earlier_[*link];
  }
  if (others < max_same) return Fate::added;
  problems.error("dict.too-many-entries", "this form is an alias of more than 255 others", place_of(form), form.form);
  return Fate::gives_way;
}

// What the row does not say stays as it was.
void Drafts::take_from(const Draft& earlier, const SourceForm& form, Draft& draft) {
  if (!form.has_flags) draft.flags = earlier.flags;
  if (!form.has_weight) draft.weight = earlier.weight;
  std::string merged(draft.attributes);
  std::string_view rest = earlier.attributes;
  while (!rest.empty()) {
    const std::string_view pair = split_off(rest, ';');
    if (has_key(draft.attributes, pair.substr(0, pair.find('=')))) continue;
    if (!merged.empty()) merged += ';';
    merged += pair;
  }
  if (merged.size() == draft.attributes.size()) return;
  attributes_.push_back(std::move(merged));
  draft.attributes = attributes_.back();
}

void Drafts::append(std::uint64_t key, const Draft& draft) {
  const auto index = static_cast<std::uint32_t>(drafts_.size());
  earlier_.push_back(std::exchange(last_[key], index));
  drafts_.push_back(draft);
  dropped_.push_back(false);
  for (const tokens::Token& token : cut_.tokens) {
    hashes_.push_back(token.hash);
    shapes_.push_back(token.shape);
  }
}

Draft Drafts::draft_of(const SourceForm& form, std::uint32_t file) {
  const bool has_capital = std::any_of(cut_.tokens.begin(), cut_.tokens.end(),
                                       [](const tokens::Token& token) { return is_capitalised(token.shape); });
  Draft draft;
  draft.form = form.form;
  draft.canonical = form.canonical;
  const bool is_alias = form.form.data() != form.canonical.data();
  draft.canonical_key = is_alias ? canonical_key(form.canonical) : sequence_of(cut_.tokens);
  draft.attributes = form.attributes;
  draft.file = file;
  draft.line = form.line;
  draft.first_token = static_cast<std::uint32_t>(hashes_.size());
  draft.flags = form.flags;
  draft.weight = form.weight;
  draft.cls = form.cls;
  draft.match = form.match.value_or(has_capital ? Match::name : Match::fold);
  draft.words = static_cast<std::uint8_t>(cut_.tokens.size());
  if (draft.match == Match::exact) draft.spelling = spelling_of(form.form, cut_.tokens);
  return draft;
}

std::uint64_t Drafts::canonical_key(std::string_view canonical) {
  if (canonical != canonical_) {
    tokens::tokenize(canonical, {}, {}, cut_canonical_);
    canonical_ = canonical;
    canonical_key_ = sequence_of(cut_canonical_.tokens);
  }
  return canonical_key_;
}

}  // namespace dossier::lexicon
