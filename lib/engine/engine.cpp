// Building an engine: dictionaries, rules and weights are loaded and checked, all problems at once.
#include <cmath>
#include <dossier/engine.hpp>
#include <utility>

#include "base/files.hpp"
#include "base/log.hpp"
#include "doc/builder.hpp"
#include "engine/english.hpp"
#include "engine/parts.hpp"
#include "engine/pipeline.hpp"
#include "schema/schema_file.hpp"

namespace dossier {
namespace {

using lexicon::Lexicon;

constexpr std::string_view weights_file = "en/evidence.tsv";

void report(Diagnostics& problems, std::string code, std::string message) {
  problems.push_back({std::move(code), std::move(message), {}, 0, 0, {}});
}

/// What the caller's files and folders hold, by kind.
struct Folders {
  std::vector<base::SourceFile> dictionaries;
  std::vector<base::SourceFile> schemas;
  std::vector<base::SourceFile> rules;
};

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
  for (const std::string& path : config.dictionaries)
    sort_in(base::read_files(path, {".tsv", ".schema", ".rules"}, problems), out.dictionaries);
  for (const std::string& path : config.rules) sort_in(base::read_files(path, {".rules", ".schema"}, problems), out.rules);
  return out;
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

/// The built-in lexicon, with the caller's dictionaries on top of it.
std::optional<Lexicon> load_lexicon(const Config& config, const std::vector<base::SourceFile>& files,
                                    Diagnostics& problems) {
  std::optional<Lexicon> built_in;
  if (config.english) {
    if (engine::english_image().empty()) {
      report(problems, "engine.no-english", "the library was built without English dictionaries");
      return std::nullopt;
    }
    built_in = Lexicon::open(engine::english_image(), problems);
    if (!built_in || files.empty()) return built_in;
  }
  if (has_errors(problems)) {
    // Go on compiling what could be read, so that its problems are seen as well.
    (void)(built_in ? lexicon::extend(*built_in, files, problems) : lexicon::compile(files, problems));
    return std::nullopt;
  }
  std::vector<std::byte> image =
      built_in ? lexicon::extend(*built_in, files, problems) : lexicon::compile(files, problems);
  if (has_errors(problems)) return std::nullopt;
  return Lexicon::adopt(std::move(image), problems);
}

/// Weights come with the dictionaries; without any, those of the built-in English serve.
recognize::Weights load_weights(const Lexicon& lexicon, Diagnostics& problems) {
  std::optional<std::string_view> bytes = lexicon.raw_file(weights_file);
  std::optional<Lexicon> english;
  if (!bytes && !engine::english_image().empty()) {
    english = Lexicon::open(engine::english_image(), problems);
    if (english) bytes = english->raw_file(weights_file);
  }
  if (!bytes) {
    report(problems, "engine.no-weights", "no weights of evidence (en/evidence.tsv) were found");
    return {};
  }
  return recognize::Weights::parse(weights_file, *bytes, problems);
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

std::string make_fingerprint(const Lexicon& lexicon, const std::vector<base::SourceFile>& rule_files) {
  std::uint64_t hash = lexicon.content_hash();
  for (const base::SourceFile& file : rule_files)
    for (char c : file.name + '\n' + file.bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  std::string digits;
  for (unsigned shift = 64; shift > 0; shift -= 4) digits += "0123456789abcdef"[(hash >> (shift - 4)) & 15U];
  return "dossier " + std::string(version()) + ' ' + digits;
}

std::shared_ptr<const Engine::Parts> load(const Config& config, Diagnostics& problems) {
  if (!(config.min_score >= 0.0F && config.min_score < 1.0F))
    report(problems, "config.min-score", "the least score must be at least 0 and below 1");
  Folders own = read_own(config, problems);
  auto schema = std::make_shared<const Schema>(read_schema(Schema(), own.schemas, problems));
  std::optional<Lexicon> lexicon = load_lexicon(config, own.dictionaries, problems);
  std::vector<base::SourceFile> rule_files;
  if (lexicon) rule_files = lexicon->raw_files(".rules");
  for (base::SourceFile& file : own.rules) rule_files.push_back(std::move(file));
  std::optional<rules::RuleSet> rules =
      rules::RuleSet::compile(rule_files, *schema, problems, lexicon ? &*lexicon : nullptr);
  if (!lexicon || !rules) return nullptr;
  const recognize::Weights weights = load_weights(*lexicon, problems);
  if (has_errors(problems)) return nullptr;
  const float floor = std::max(config.min_score, 0.001F);
  recognize::Recognizers recognizers{
      .lexicon = *lexicon, .weights = weights, .threshold = std::log(floor / (1.0F - floor))};
  recognizers.rules = *rules;
  recognizers.own_names = own_names(*lexicon, *schema);
  auto names = name_rules(*rules);
  std::string fingerprint = make_fingerprint(*lexicon, rule_files);
  return std::make_shared<const Engine::Parts>(Engine::Parts{.config = config,
                                                             .schema = std::move(schema),
                                                             .recognizers = std::move(recognizers),
                                                             .rules = std::move(*rules),
                                                             .names = std::move(names),
                                                             .fingerprint = std::move(fingerprint)});
}

}  // namespace

Scratch::Scratch() : parts_(std::make_unique<Parts>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

Engine::Engine(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Engine Engine::english() { return build(Config{}); }

Engine Engine::build(const Config& config) {
  Diagnostics problems;
  std::optional<Engine> engine = build(config, problems);
  if (!engine) throw LoadError(std::move(problems));
  return *std::move(engine);
}

std::optional<Engine> Engine::build(const Config& config, Diagnostics& problems) {
  const base::Log log(config.log);
  Diagnostics found;
  std::shared_ptr<const Parts> parts = load(config, found);
  log.write(found);
  for (Diagnostic& problem : found) problems.push_back(std::move(problem));
  if (!parts) return std::nullopt;
  return Engine(std::move(parts));
}

Document Engine::annotate(const Input& input, Scratch& scratch) const {
  Document doc;
  DocumentBuilder builder(doc);
  engine::Job job{*parts_, *scratch.parts_, builder};
  engine::annotate(job, input);
  return doc;
}

Document Engine::annotate(const Input& input) const {
  Scratch scratch;
  return annotate(input, scratch);
}

const Schema& Engine::schema() const& noexcept { return *parts_->schema; }

std::string Engine::fingerprint() const { return parts_->fingerprint; }

}  // namespace dossier
