// Merging rows: what replaces what, and what gives way.
#include "lexicon/drafts.hpp"

#include <algorithm>
#include <utility>

#include "tokens/tokenizer.hpp"

namespace dossier::lexicon {
namespace {

FileProblems::Place place_of(const SourceForm& form) { return {form.line, form.column}; }

}  // namespace

void Drafts::add(const SourceForm& form, std::uint32_t file, FileProblems& problems) {
  if (!cut(form, problems)) return;
  const std::uint64_t key = key_of_cut(form.cls);
  if (form.removes) return remove(key, form, problems);
  const Draft draft = draft_of(form, file);
  if (place(key, draft, form, problems) == Place::gives_way) return;
  by_key_[key] = static_cast<std::uint32_t>(drafts_.size());
  drafts_.push_back(draft);
  dropped_.push_back(false);
  for (const tokens::Token& token : scratch_.tokens) {
    hashes_.push_back(token.hash);
    shapes_.push_back(token.shape);
  }
}

void Drafts::settle() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < drafts_.size(); ++i)
    if (!dropped_[i]) drafts_[kept++] = drafts_[i];
  drafts_.resize(kept);
  dropped_.assign(kept, false);
  by_key_.clear();
}

// Cuts the form into tokens in scratch_; false, and a diagnostic, when there are none or too many.
bool Drafts::cut(const SourceForm& form, FileProblems& problems) {
  tokens::tokenize(form.form, {}, {}, scratch_);
  if (scratch_.tokens.empty()) {
    problems.error("dict.no-tokens", "the form has nothing that could be found in a text", place_of(form), form.form);
    return false;
  }
  if (scratch_.tokens.size() > max_tokens) {
    problems.error("dict.too-many-tokens", "the form has more than 12 tokens", place_of(form), form.form);
    return false;
  }
  return true;
}

std::uint64_t Drafts::key_of_cut(ClassId cls) const noexcept {
  std::uint64_t sequence = scratch_.tokens.front().hash;
  for (std::size_t i = 1; i < scratch_.tokens.size(); ++i) sequence = extended(sequence, scratch_.tokens[i].hash);
  return extended(sequence, static_cast<std::uint64_t>(cls));
}

void Drafts::remove(std::uint64_t key, const SourceForm& form, FileProblems& problems) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    problems.warning("dict.deletes-nothing", "no earlier entry of this class has this form", place_of(form), form.form);
    return;
  }
  dropped_[found->second] = true;
  by_key_.erase(found);
}

Drafts::Place Drafts::place(std::uint64_t key, const Draft& draft, const SourceForm& form, FileProblems& problems) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return Place::free;
  const Draft& earlier = drafts_[found->second];
  if (earlier.file == draft.file) {
    if (earlier.line == draft.line) return Place::gives_way;  // aliases of one row that fold to the same
    problems.warning("dict.duplicate-row", "line " + std::to_string(earlier.line) + " has this form and class already",
                     place_of(form), form.form);
    if (draft.alias) return Place::gives_way;
  }
  dropped_[found->second] = true;
  return Place::replaces;
}

Draft Drafts::draft_of(const SourceForm& form, std::uint32_t file) const noexcept {
  const bool has_capital = std::any_of(scratch_.tokens.begin(), scratch_.tokens.end(),
                                       [](const tokens::Token& token) { return is_capitalised(token.shape); });
  Draft draft;
  draft.form = form.form;
  draft.canonical = form.canonical;
  draft.attributes = form.attributes;
  draft.file = file;
  draft.line = form.line;
  draft.first_token = static_cast<std::uint32_t>(hashes_.size());
  draft.flags = form.flags;
  draft.weight = form.weight;
  draft.cls = form.cls;
  draft.match = form.match.value_or(has_capital ? Match::name : Match::fold);
  draft.words = static_cast<std::uint8_t>(scratch_.tokens.size());
  draft.alias = form.alias;
  if (draft.match == Match::exact) draft.spelling = spelling_of(form.form, scratch_.tokens);
  return draft;
}

}  // namespace dossier::lexicon
