// Opening an image, and reading from it what belongs to a word or an entry. Every index that comes out of the image is
// checked before it is followed: opening takes the contents on trust, so that it need not read them.
#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "lexicon/case_policy.hpp"
#include "lexicon/view.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::lexicon {
namespace {

constexpr std::string_view image_name = "dictionary image";

// Why the sections cannot be used, empty when they can.
std::string_view problem_of(const base::Image& image, const Lexicon::Image& view) {
  for (const base::SectionId id :
       {sections::meta, sections::words, sections::word_places, sections::profiles, sections::phrases,
        sections::phrase_places, sections::lists, sections::entries,
        sections::canonical_blocks, sections::canonical, sections::attribute_blocks, sections::attributes,
        sections::exact_blocks, sections::exact, sections::strings, sections::files, sections::classes,
        sections::raw_files, sections::raw_bytes})
    if (!image.has(id)) return "a section is missing";
  if (view.user_classes.size() > max_user_classes) return "there are more classes than possible";
  if (view.entries.size() >= static_cast<std::uint32_t>(EntryId::none)) return "there are more entries than possible";
  return {};
}

// Of one table: its slots are the places.
template <typename Slot>
bool open_places(const base::Image& from, base::SectionId id, std::span<const Slot> slots, base::PerfectHash& out) {
  const std::span<const base::Displacement> displacements = from.table<base::Displacement>(id);
  if (displacements.empty() || slots.empty() || slots.size() > 0xFFFFFFFF || displacements.size() > 0xFFFFFFFF)
    return false;
  out = {displacements, static_cast<std::uint32_t>(slots.size())};
  return true;
}

void report(Diagnostics& problems, std::string_view code, std::string_view message, std::string_view name) {
  Diagnostic problem;
  problem.code = code;
  problem.message = message;
  problem.file = name;
  problems.push_back(std::move(problem));
}

}  // namespace

std::uint64_t fingerprint() noexcept {
  std::uint64_t sum = extended(layout_version, tokens::hash_folded("dossier"));
  for (const std::string_view name : class_names) sum = extended(sum, base::checksum(std::as_bytes(std::span(name))));
  return sum;
}

bool Lexicon::Image::read(const base::Image& from, std::string_view name, Diagnostics& problems) {
  const std::span<const Meta> metas = from.table<Meta>(sections::meta);
  if (metas.size() != 1) {
    report(problems, "image.foreign", "this image holds no dictionaries", name);
    return false;
  }
  meta = metas.front();
  if (meta.layout != layout_version || meta.build != fingerprint()) {
    report(problems, "image.version", "the image was compiled for another version of the library; compile it again",
           name);
    return false;
  }
  words = from.table<WordSlot>(sections::words);
  profiles = from.table<Profile>(sections::profiles);
  phrases = from.table<PhraseSlot>(sections::phrases);
  lists = from.table<EntryId>(sections::lists);
  entries = from.table<EntryRecord>(sections::entries);
  canonical = {from.table<ColumnBlock>(sections::canonical_blocks), from.table<std::uint32_t>(sections::canonical)};
  attributes = {from.table<ColumnBlock>(sections::attribute_blocks), from.table<std::uint32_t>(sections::attributes)};
  exact = {from.table<ColumnBlock>(sections::exact_blocks), from.table<ExactRecord>(sections::exact)};
  strings = from.section(sections::strings);
  files = from.table<FileRecord>(sections::files);
  user_classes = from.table<std::uint32_t>(sections::classes);
  raw_files = from.table<RawRecord>(sections::raw_files);
  raw_bytes = from.section(sections::raw_bytes);
  content_hash = from.content_hash();
  container = from;
  std::string_view problem = problem_of(from, *this);
  if (problem.empty() && !(open_places(from, sections::word_places, words, word_places) &&
                            open_places(from, sections::phrase_places, phrases, phrase_places)))
    problem = "a table has not the size it says";
  if (!problem.empty()) report(problems, "image.damaged", problem, name);
  if (problem.empty()) make_filter();
  return problem.empty();
}

void Lexicon::Image::make_filter() {
  constexpr std::size_t most_words = filter_bits / 8;
  if (words.size() > most_words) return;
  filter.assign(filter_bits / 64, 0);
  for (const WordSlot& slot : words)
    if (slot.key != empty_key) filter[filter_place(slot.key) / 64] |= std::uint64_t{1} << (filter_place(slot.key) % 64);
}

std::string_view Lexicon::Image::string(std::uint32_t offset) const noexcept {
  std::uint64_t size = 0;
  std::size_t at = offset;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    if (at >= strings.size()) return {};
    const auto byte = std::to_integer<std::uint64_t>(strings[at++]);
    size |= (byte & 0x7FU) << shift;
    if ((byte & 0x80U) != 0) continue;
    const std::span<const std::byte> rest = strings.subspan(at);
    return {reinterpret_cast<const char*>(rest.data()), std::min<std::size_t>(size, rest.size())};
  }
  return {};
}

std::size_t Lexicon::Image::file_of(std::size_t entry) const noexcept {
  const auto behind = std::upper_bound(files.begin(), files.end(), entry,
                                       [](std::size_t id, const FileRecord& file) { return id < file.first; });
  // Files without entries have the same first entry as the one behind them: the last of these has it.
  return behind == files.begin() ? files.size() : static_cast<std::size_t>(behind - files.begin()) - 1;
}

std::span<const EntryId> Lexicon::Image::list(std::uint64_t begin, std::uint64_t size) const noexcept {
  if (begin > lists.size() || size > lists.size() - begin) return {};
  return lists.subspan(begin, size);
}

Lexicon::Lexicon(std::shared_ptr<const Image> image) : image_(std::move(image)) {}

std::optional<Lexicon> Lexicon::open(std::span<const std::byte> image, Diagnostics& problems) {
  const std::optional<base::Image> container = base::Image::open(image, image_name, problems);
  auto view = std::make_shared<Image>();
  if (!container || !view->read(*container, image_name, problems)) return std::nullopt;
  return Lexicon(std::move(view));
}

std::optional<Lexicon> Lexicon::open_file(const std::string& path, Diagnostics& problems) {
  std::optional<base::MappedFile> file = base::MappedFile::open(path, problems);
  if (!file) return std::nullopt;
  auto view = std::make_shared<Image>();
  view->mapped = std::move(file);
  const std::optional<base::Image> container = base::Image::open(view->mapped->bytes(), path, problems);
  if (!container || !view->read(*container, path, problems)) return std::nullopt;
  return Lexicon(std::move(view));
}

bool Lexicon::is_intact() const noexcept { return image_->container && image_->container->intact(); }

std::optional<Lexicon> Lexicon::adopt(std::vector<std::byte> image, Diagnostics& problems) {
  auto view = std::make_shared<Image>();
  view->owned = std::move(image);
  const std::optional<base::Image> container = base::Image::open(view->owned, image_name, problems);
  if (!container) return std::nullopt;
  if (!container->intact()) {
    report(problems, "image.damaged", "the contents do not have their checksum", image_name);
    return std::nullopt;
  }
  if (!view->read(*container, image_name, problems)) return std::nullopt;
  return Lexicon(std::move(view));
}

ClassSet Lexicon::classes(const tokens::Token& token) const noexcept {
  const auto word = static_cast<std::size_t>(token.word);
  if (word >= image_->words.size()) return {};
  const Profile* profile = image_->profile(image_->words[word]);
  return profile == nullptr ? ClassSet{} : profile->classes[shape_row(token.shape)];
}

bool Lexicon::begins_phrase(tokens::WordId word) const noexcept {
  const auto index = static_cast<std::size_t>(word);
  return index < image_->words.size() && image_->words[index].begins() != 0;
}

bool Lexicon::begins_phrase(const tokens::Token& token) const noexcept { return image_->begins(token); }

std::span<const EntryId> Lexicon::entries(const tokens::Token& token) const noexcept {
  const auto word = static_cast<std::size_t>(token.word);
  if (word >= image_->words.size()) return {};
  const WordSlot& slot = image_->words[word];
  const Profile* profile = image_->profile(slot);
  if (profile == nullptr) return {};
  const std::size_t row = shape_row(token.shape);
  return image_->list(std::uint64_t{slot.list} + profile->begin[row], profile->size[row]);
}

Entry Lexicon::entry(EntryId id) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  if (index >= image_->entries.size()) return {};
  const EntryRecord& record = image_->entries[index];
  const auto string_of = [&](const std::uint32_t* offset) {
    return offset == nullptr ? std::string_view() : image_->string(*offset);
  };
  Entry out;
  out.cls = static_cast<ClassId>(record.cls());
  out.flags = record.flags();
  out.weight = record.weight();
  out.match = static_cast<Match>(record.match());
  out.words = record.words();
  out.form = image_->string(record.form);
  out.canonical = string_of(image_->canonical.find(index));
  if (out.canonical.empty()) out.canonical = out.form;
  out.attributes = string_of(image_->attributes.find(index));
  out.line = record.line();
  const std::size_t file = image_->file_of(index);
  if (file < image_->files.size()) out.file = image_->string(image_->files[file].name);
  return out;
}

ClassId Lexicon::class_of(EntryId id) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  return index < image_->entries.size() ? static_cast<ClassId>(image_->entries[index].cls()) : ClassId::count;
}

std::uint16_t Lexicon::flags_of(EntryId id) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  return index < image_->entries.size() ? image_->entries[index].flags() : std::uint16_t{0};
}

std::uint16_t Lexicon::weight_of(EntryId id) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  return index < image_->entries.size() ? image_->entries[index].weight() : std::uint16_t{0};
}

std::string_view Lexicon::canonical_of(EntryId id) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  if (index >= image_->entries.size()) return {};
  const std::uint32_t* canonical = image_->canonical.find(index);
  return image_->string(canonical == nullptr ? image_->entries[index].form : *canonical);
}

std::string_view Lexicon::attribute(EntryId id, std::string_view key) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  const std::uint32_t* attributes = image_->attributes.find(index);
  std::string_view rest = attributes == nullptr ? std::string_view() : image_->string(*attributes);
  while (rest.size() > key.size()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    if (rest[key.size()] == '=' && rest.starts_with(key)) return rest.substr(key.size() + 1, end - key.size() - 1);
    if (end == rest.size()) break;
    rest.remove_prefix(end + 1);
  }
  return {};
}

std::optional<EntryId> Lexicon::find(ClassId cls, std::string_view form) const {
  tokens::TokenizedText text;
  tokens::tokenize(form, {}, {}, text);
  if (text.tokens.empty() || text.tokens.size() > max_tokens) return std::nullopt;
  std::uint64_t sequence = key_of(text.tokens.front().hash);
  std::span<const EntryId> found;
  if (text.tokens.size() == 1) {
    const std::uint32_t word = image_->find_word(sequence);
    const Profile* profile = word == Image::missing ? nullptr : image_->profile(image_->words[word]);
    if (profile != nullptr) found = image_->list(image_->words[word].list, profile->total);
  } else {
    sequence = text.tokens.front().hash;
    for (std::size_t i = 1; i < text.tokens.size(); ++i) sequence = extended(sequence, text.tokens[i].hash);
    if (const PhraseSlot* slot = image_->find_phrase(sequence)) found = image_->ends_at(*slot);
  }
  const auto at = std::find_if(found.begin(), found.end(), [&](EntryId id) { return entry(id).cls == cls; });
  return at == found.end() ? std::nullopt : std::optional(*at);
}

std::size_t Lexicon::size() const noexcept { return image_->entries.size(); }

std::string_view Lexicon::class_name(ClassId id) const noexcept {
  const auto index = static_cast<std::size_t>(id);
  if (index < built_in_classes) return class_names[index];
  const std::size_t declared = index - first_user_class;  // wraps around for ClassId::count
  return declared < image_->user_classes.size() ? image_->string(image_->user_classes[declared]) : std::string_view();
}

std::optional<ClassId> Lexicon::find_class(std::string_view name) const noexcept {
  if (const std::optional<ClassId> built_in = lexicon::find_class(name)) return built_in;
  for (std::size_t i = 0; i < image_->user_classes.size(); ++i)
    if (image_->string(image_->user_classes[i]) == name) return static_cast<ClassId>(first_user_class + i);
  return std::nullopt;
}

std::vector<DictionaryFile> Lexicon::files() const {
  std::vector<DictionaryFile> out;
  for (const FileRecord& file : image_->files)
    out.push_back({image_->string(file.name), image_->string(file.source), image_->string(file.licence),
                   image_->string(file.edit), image_->string(file.note), file.entries});
  return out;
}

std::optional<std::string_view> Lexicon::raw_file(std::string_view name) const noexcept {
  for (const RawRecord& file : image_->raw_files)
    if (image_->string(file.name) == name) return image_->raw(file);
  return std::nullopt;
}

std::vector<base::SourceFile> Lexicon::raw_files(std::string_view ending) const {
  std::vector<base::SourceFile> out;
  for (const RawRecord& file : image_->raw_files) {
    const std::string_view name = image_->string(file.name);
    if (name.ends_with(ending)) out.push_back({std::string(name), std::string(image_->raw(file))});
  }
  return out;
}

std::span<const std::byte> Lexicon::section(base::SectionId id) const noexcept {
  return image_->container ? image_->container->section(id) : std::span<const std::byte>();
}

std::size_t Lexicon::image_bytes() const noexcept { return image_->container ? image_->container->size() : 0; }

std::uint64_t Lexicon::content_hash() const noexcept { return image_->content_hash; }

}  // namespace dossier::lexicon
