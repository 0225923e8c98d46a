// The public face of dictionaries: loading, looking into them, matching them against texts.
#include <algorithm>
#include <cstddef>
#include <dossier/dictionary.hpp>
#include <span>
#include <utility>

#include "engine/load.hpp"
#include "lexicon/layout.hpp"
#include "lexicon/lexicon.hpp"
#include "lexicon/source.hpp"
#include "text/utf8.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier {

using lexicon::EntryId;
using lexicon::Lexicon;

struct Dictionary::Parts {
  Lexicon lexicon;
};

namespace {

constexpr std::string_view match_names[] = {"fold", "name", "exact"};

/// A match with the tokens that it covers, counted through the whole text.
struct Found {
  DictionaryMatch match;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Appends all matches in well-formed UTF-8 that begins at byte `offset` of the text, and at token `token`; how many
/// tokens it has.
std::uint32_t find_all(const Lexicon& lexicon, lexicon::ClassSet wanted, std::string_view piece, std::uint32_t offset,
                       std::uint32_t token, std::vector<Found>& out) {
  tokens::TokenizedText text;
  tokens::tokenize(piece, {}, {}, text);
  lexicon::Matches matches;
  lexicon.match(text, matches);
  const auto add = [&](std::uint32_t first, std::uint32_t last, EntryId entry) {
    if (!wanted.has(lexicon.class_of(entry))) return;
    const Span span{offset + text.tokens[first].span.begin, offset + text.tokens[last - 1].span.end};
    out.push_back({{span, static_cast<std::uint32_t>(entry)}, token + first, token + last});
  };
  const auto count = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    for (const lexicon::PhraseMatch& phrase : matches.phrases_at(i)) add(i, phrase.last, phrase.entry);
    for (const EntryId entry : lexicon.entries(text.tokens[i])) add(i, i + 1, entry);
  }
  return count;
}

bool same_words(const Found& a, const Found& b) { return a.first == b.first && a.last == b.last; }

/// Keeps, in their order, the matches that the policy prefers. All of the same words are kept or dropped together.
void choose(Overlap overlap, std::vector<Found>& found) {
  if (overlap == Overlap::all) return;
  std::vector<const Found*> order;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (i == 0 || !same_words(found[i - 1], found[i])) order.push_back(&found[i]);
  if (overlap == Overlap::longest)
    std::stable_sort(order.begin(), order.end(),
                     [](const Found* a, const Found* b) { return a->last - a->first > b->last - b->first; });
  std::vector<bool> taken(found.empty() ? 0 : found.back().first + lexicon::max_tokens);
  std::vector<bool> kept(taken.size());  // by first token: the size is that of the one kept there
  std::vector<std::uint32_t> last_of(taken.size());
  for (const Found* it : order) {
    const auto begin = taken.begin() + it->first;
    const auto end = taken.begin() + it->last;
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    kept[it->first] = true;
    last_of[it->first] = it->last;
  }
  found.erase(std::remove_if(found.begin(), found.end(),
                             [&](const Found& it) { return !kept[it.first] || last_of[it.first] != it.last; }),
              found.end());
}

}  // namespace

Dictionary::Dictionary(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

std::optional<Dictionary> Dictionary::load(const Config& config, Diagnostics& problems) {
  std::optional<Lexicon> lexicon = engine::load_lexicon(config, engine::read_own(config, problems), problems);
  if (!lexicon || has_errors(problems)) return std::nullopt;
  return Dictionary(std::make_shared<const Parts>(Parts{std::move(*lexicon)}));
}

std::vector<DictionaryMatch> Dictionary::find(std::string_view text, Overlap overlap,
                                              const std::vector<std::string>& classes) const {
  lexicon::ClassSet wanted;
  if (classes.empty()) wanted = {~std::uint64_t{0}, ~std::uint64_t{0}};
  for (const std::string& name : classes)
    if (const std::optional<lexicon::ClassId> cls = parts_->lexicon.find_class(name)) wanted.add(*cls);
  std::vector<Found> found;
  std::uint32_t token = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = text::find_ill_formed(text.substr(at));
    token += find_all(parts_->lexicon, wanted, text.substr(at, size), static_cast<std::uint32_t>(at), token, found);
    at += size + 1;  // past the bad byte; one that continues it is bad as well
    ++token;
  }
  choose(overlap, found);
  std::vector<DictionaryMatch> out;
  out.reserve(found.size());
  for (const Found& it : found) out.push_back(it.match);
  return out;
}

Diagnostics Dictionary::unknown_classes(const std::vector<std::string>& names) const {
  lexicon::ClassNames classes;
  for (std::size_t i = lexicon::first_user_class;; ++i) {
    const std::string_view name = parts_->lexicon.class_name(static_cast<lexicon::ClassId>(i));
    if (name.empty()) break;
    classes.declare(name);
  }
  Diagnostics problems;
  for (const std::string& name : names)
    if (!classes.find(name))
      problems.push_back(
          {"dict.unknown-class", "there is no class '" + name + '\'' + classes.suggestion(name), {}, 0, 0, name});
  return problems;
}

std::size_t Dictionary::size() const noexcept { return parts_->lexicon.size(); }

std::size_t Dictionary::image_bytes() const noexcept { return parts_->lexicon.image_bytes(); }

DictionaryEntry Dictionary::entry(std::size_t index) const {
  const lexicon::Entry entry = parts_->lexicon.entry(static_cast<EntryId>(index));
  DictionaryEntry out;
  out.form = entry.form;
  out.canonical = entry.canonical;
  out.cls = parts_->lexicon.class_name(entry.cls);
  out.match = match_names[static_cast<std::size_t>(entry.match) % std::size(match_names)];
  out.flags = lexicon::flag_words(entry.flags);
  out.attributes = entry.attributes;
  out.file = entry.file;
  out.line = entry.line;
  out.weight = entry.weight;
  return out;
}

std::vector<DictionarySource> Dictionary::sources() const {
  std::vector<DictionarySource> out;
  for (const lexicon::DictionaryFile& file : parts_->lexicon.files())
    out.push_back({file.name, file.source, file.licence, file.edit, file.entries});
  return out;
}

bool Dictionary::is_intact() const noexcept { return parts_->lexicon.is_intact(); }

std::vector<std::byte> compile_dictionaries(const Config& config, Diagnostics& problems) {
  engine::Folders own = engine::read_own(config, problems);
  const std::optional<Lexicon> below = engine::open_base(config, own, problems);
  std::vector<base::SourceFile> files = std::move(own.dictionaries);
  files.insert(files.end(), own.schemas.begin(), own.schemas.end());
  files.insert(files.end(), own.rules.begin(), own.rules.end());
  std::vector<std::byte> image = engine::compile_on(below, files, problems);
  if (has_errors(problems)) return {};
  const auto parts = engine::assemble(config, Lexicon::open(image, problems), {}, problems);
  if (!parts || has_errors(problems)) return {};
  return parts->rules.rules().empty() ? image : base::with_section(image, rules::image_section, parts->rules.image());
}

Diagnostics check_dictionary_text(std::string text) {
  Diagnostics problems;
  const std::vector<base::SourceFile> files = {{".tsv", std::move(text)}};
  static_cast<void>(lexicon::compile(files, problems));
  for (Diagnostic& problem : problems) problem.file.clear();
  return problems;
}

}  // namespace dossier
