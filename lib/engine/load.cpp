// Dictionaries, types, rules and weights are loaded and checked, all problems at once.
#include "engine/load.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <utility>

#include "base/image.hpp"
#include "base/mapped_file.hpp"
#include "dates/classes.hpp"
#include "engine/english.hpp"
#include "engine/imports.hpp"
#include "lexicon/extract.hpp"
#include "schema/schema_file.hpp"

namespace dossier::engine {
namespace {

using lexicon::Lexicon;

constexpr std::string_view weights_file = "en/evidence.tsv";
constexpr std::string_view pronouns_file = "en/pronouns.tsv";

void report(Diagnostics& problems, std::string code, std::string message) {
  problems.push_back({std::move(code), std::move(message), {}, 0, 0, {}});
}

/// A dictionary's class whose name in capitals is an entity type names entities of that type.
std::vector<recognize::OwnNames> own_names(const Lexicon& lexicon, const Schema& schema) {
  std::vector<recognize::OwnNames> out;
  for (std::size_t i = lexicon::first_user_class;; ++i) {
    const auto cls = static_cast<lexicon::ClassId>(i);
    std::string name(lexicon.class_name(cls));
    if (name.empty()) return out;
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (const std::optional<TypeId> type = schema.find_type(name)) out.push_back({cls, *type});
  }
}

/// Weights come with the dictionaries; without any, those of the built-in English serve.
template <typename Weights>
Weights load_weights(const Lexicon& lexicon, std::string_view file, Diagnostics& problems) {
  std::optional<std::string_view> bytes = lexicon.raw_file(file);
  std::optional<Lexicon> english;
  if (!bytes && !english_image().empty()) {
    english = Lexicon::open(english_image(), problems);
    if (english) bytes = english->raw_file(file);
  }
  if (!bytes) {
    report(problems, "engine.no-weights", "no weights of evidence (" + std::string(file) + ") were found");
    return {};
  }
  return Weights::parse(file, *bytes, problems);
}

bool is_image(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;  // opening a pipe would wait
  std::ifstream file(path, std::ios::binary);
  std::array<char, base::image_magic.size()> begin{};
  return file.read(begin.data(), begin.size()) && begin == base::image_magic;
}

/// False, with the reason, for a file that is named and that nothing here can read.
bool has_known_kind(const std::string& path, Diagnostics& problems) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return true;  // what else is wrong is said where it is read
  for (const std::string_view extension : {".tsv", ".schema", ".rules"})
    if (path.ends_with(extension)) return true;
  problems.push_back({"file.unknown-kind",
                      "this is no image, and its name does not end in .tsv (a dictionary), .rules or .schema",
                      path,
                      0,
                      0,
                      {}});
  return false;
}

std::shared_ptr<const RuleNames> name_rules(const rules::RuleSet& rules) {
  RuleNames names;
  for (std::string_view name : recognize::proposal_names) {
    names.names.emplace_back(name);
    names.sources.emplace_back();
  }
  for (const rules::Rule& rule : rules.rules()) {
    names.names.push_back(rule.name);
    names.sources.push_back(rule.file + ':' + std::to_string(rule.line));
  }
  return std::make_shared<const RuleNames>(std::move(names));
}

/// Those that the image holds compiled where they are all there is, else all of them compiled now.
std::optional<rules::RuleSet> load_rules(const std::optional<Lexicon>& lexicon, const Folders& own,
                                         const Schema& schema, Diagnostics& problems) {
  const Lexicon* const dictionaries = lexicon ? &*lexicon : nullptr;
  Diagnostics found;
  if (lexicon && own.rules.empty() && !lexicon->section(rules::image_section).empty()) {
    auto rules = rules::RuleSet::open(lexicon->section(rules::image_section), schema, found, dictionaries);
    if (rules) return rules;
    for (Diagnostic& problem : found) {
      if (!own.images.empty()) problem.file = own.images.front();
      problems.push_back(std::move(problem));
    }
    if (!found.empty()) return std::nullopt;  // else they are of another version or for other types
  }
  auto rules = rules::RuleSet::compile(rule_files_of(lexicon, own), schema, found, dictionaries);
  for (Diagnostic& problem : found)  // without dictionaries their classes are unknown, too
    if (lexicon || problem.code != "rules.unknown-class") problems.push_back(std::move(problem));
  return rules;
}

// The rules and types that an image holds are in its hash.
std::string make_fingerprint(const Lexicon& lexicon, const Folders& own) {
  std::uint64_t hash = lexicon.content_hash();
  for (const auto* files : {&own.rules, &own.schemas})
    for (const base::SourceFile& file : *files)
      for (char c : file.name + '\n' + file.bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  std::string digits;
  for (unsigned shift = 64; shift > 0; shift -= 4) digits += "0123456789abcdef"[(hash >> (shift - 4)) & 15U];
  return "dossier " + std::string(version()) + ' ' + digits;
}

}  // namespace

Folders read_own(const Config& config, Diagnostics& problems) {
  Folders out;
  const auto sort_in = [&](std::vector<base::SourceFile> files, std::vector<base::SourceFile>& others) {
    for (base::SourceFile& file : files) {
      std::vector<base::SourceFile>& to = file.name.ends_with(".schema")  ? out.schemas
                                          : file.name.ends_with(".rules") ? out.rules
                                                                          : others;
      to.push_back(std::move(file));
    }
  };
  for (const std::string& path : config.dictionaries) {
    if (is_image(path)) {
      out.images.push_back(path);
      continue;
    }
    if (has_known_kind(path, problems))
      sort_in(base::read_files(path, {".tsv", ".schema", ".rules"}, problems), out.dictionaries);
  }
  for (const std::string& path : config.rules)
    sort_in(base::read_files(path, {".rules", ".schema"}, problems), out.rules);
  out.rules = with_imports(std::move(out.rules), problems);
  return out;
}

std::optional<Lexicon> open_base(const Config& config, const Folders& own, Diagnostics& problems) {
  if (own.images.size() > 1) {
    report(problems, "config.two-images", "only one compiled dictionary can be used; build one of all sources");
    return std::nullopt;
  }
  if (!own.images.empty()) {
    std::optional<Lexicon> image = Lexicon::open_file(own.images.front(), problems);
    if (!image || config.english == image->raw_file(weights_file).has_value()) return image;
    problems.push_back(
        config.english
            ? Diagnostic{"config.image-without-english",
                         "this dictionary was built without English; build it with English, or do without English here",
                         own.images.front(),
                         0,
                         0,
                         {}}
            : Diagnostic{"config.image-with-english",
                         "this dictionary was built with English; build it without English, or do with English here",
                         own.images.front(),
                         0,
                         0,
                         {}});
    return std::nullopt;
  }
  if (!config.english) return std::nullopt;
  if (english_image().empty()) {
    report(problems, "engine.no-english", "the library was built without English dictionaries");
    return std::nullopt;
  }
  base::read_ahead(english_image());  // even a short text uses pages of all its parts, and one by one they take longer
  return Lexicon::open(english_image(), problems);
}

std::vector<std::byte> compile_on(const std::optional<Lexicon>& base, const std::vector<base::SourceFile>& files,
                                  Diagnostics& problems) {
  return base ? lexicon::extend(*base, files, problems) : lexicon::compile(files, problems);
}

std::optional<Lexicon> load_lexicon(const Config& config, const Folders& own, Diagnostics& problems) {
  std::optional<Lexicon> base = open_base(config, own, problems);
  if (base && own.dictionaries.empty()) return base;
  std::vector<std::byte> image = compile_on(base, own.dictionaries, problems);  // also after errors, to find more
  if (has_errors(problems)) return std::nullopt;
  return Lexicon::adopt(std::move(image), problems);
}

std::vector<base::SourceFile> schema_files_of(const std::optional<Lexicon>& lexicon, const Folders& own) {
  std::vector<base::SourceFile> files;
  if (lexicon) files = lexicon->raw_files(".schema");
  files.insert(files.end(), own.schemas.begin(), own.schemas.end());
  return files;
}

std::vector<base::SourceFile> rule_files_of(const std::optional<Lexicon>& lexicon, const Folders& own) {
  std::vector<base::SourceFile> files;
  if (lexicon) files = lexicon->raw_files(".rules");
  files.insert(files.end(), own.rules.begin(), own.rules.end());
  return files;
}

std::shared_ptr<const Engine::Parts> load(const Config& config, Diagnostics& problems) {
  if (!(config.min_score >= 0.0F && config.min_score < 1.0F))
    report(problems, "config.min-score", "the least score must be at least 0 and below 1");
  const Folders own = read_own(config, problems);
  return assemble(config, load_lexicon(config, own, problems), own, problems);
}

std::shared_ptr<const Engine::Parts> assemble(const Config& config, std::optional<Lexicon> lexicon, const Folders& own,
                                              Diagnostics& problems) {
  auto schema = std::make_shared<const Schema>(read_schema(Schema(), schema_files_of(lexicon, own), problems));
  std::optional<rules::RuleSet> rules = load_rules(lexicon, own, *schema, problems);
  if (!lexicon || !rules) return nullptr;
  const auto weights = load_weights<recognize::Weights>(*lexicon, weights_file, problems);
  const auto pronouns = load_weights<corefer::Weights>(*lexicon, pronouns_file, problems);
  if (has_errors(problems)) return nullptr;
  const float floor = std::max(config.min_score, 0.001F);
  recognize::Recognizers recognizers{
      .lexicon = *lexicon, .weights = weights, .dates = config.dates, .threshold = std::log(floor / (1.0F - floor))};
  recognizers.rules = *rules;
  recognizers.own_names = own_names(*lexicon, *schema);
  recognizers.nouns = recognize::Nouns::of(*lexicon);
  auto names = name_rules(*rules);
  std::string fingerprint = make_fingerprint(*lexicon, own);
  return std::make_shared<const Engine::Parts>(Engine::Parts{.config = config,
                                                             .schema = std::move(schema),
                                                             .recognizers = std::move(recognizers),
                                                             .pronouns = pronouns,
                                                             .rules = std::move(*rules),
                                                             .names = std::move(names),
                                                             .fingerprint = std::move(fingerprint)});
}

std::shared_ptr<const Engine::Parts> load_dates(const Config& config, Diagnostics& problems) {
  const Folders own = read_own(config, problems);
  auto schema = std::make_shared<const Schema>();
  std::optional<Lexicon> lexicon = load_lexicon(config, own, problems);
  if (lexicon)  // a few kilobytes instead of megabytes: they stay in the cache
    lexicon = Lexicon::adopt(lexicon::extract(*lexicon, dates::time_classes, problems), problems);
  std::optional<rules::RuleSet> rules = rules::RuleSet::compile({}, *schema, problems, nullptr);
  if (!lexicon || !rules || has_errors(problems)) return nullptr;
  auto names = name_rules(*rules);
  return std::make_shared<const Engine::Parts>(
      Engine::Parts{.config = config,
                    .schema = std::move(schema),
                    .recognizers = {.lexicon = *lexicon, .weights = {}, .dates = config.dates},
                    .pronouns = {},
                    .rules = std::move(*rules),
                    .names = std::move(names),
                    .fingerprint = {}});
}

Diagnostics lint(const Config& config, bool own_only) {
  Diagnostics problems;
  const Folders own = read_own(config, problems);
  const std::optional<Lexicon> lexicon = load_lexicon(config, own, problems);
  const Schema schema = read_schema(Schema(), schema_files_of(lexicon, own), problems);
  if (has_errors(problems)) return problems;
  Diagnostics found;
  rules::lint(rule_files_of(lexicon, own), schema, lexicon ? &*lexicon : nullptr, found);
  for (Diagnostic& problem : found) {
    const bool of_own = std::any_of(own.rules.begin(), own.rules.end(),
                                    [&](const base::SourceFile& file) { return file.name == problem.file; });
    if (of_own || !own_only) problems.push_back(std::move(problem));
  }
  return problems;
}

}  // namespace dossier::engine
