// The engine's interface: building, annotating, and questions about its rules.
#include <dossier/engine.hpp>
#include <utility>

#include "base/log.hpp"
#include "doc/builder.hpp"
#include "engine/load.hpp"
#include "engine/parts.hpp"
#include "engine/pipeline.hpp"
#include "recognize/examples.hpp"
#include "relate/examples.hpp"

namespace dossier {

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
  std::shared_ptr<const Parts> parts = engine::load(config, found);
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

Diagnostics Engine::test_rules() const {
  Diagnostics problems;
  recognize::test_examples(parts_->recognizers, *parts_->schema, problems);
  relate::test_examples(parts_->recognizers.lexicon, parts_->rules, *parts_->schema, problems);
  return problems;
}

std::vector<RuleCount> Engine::rule_counts(const Scratch& scratch) const {
  std::vector<RuleCount> out;
  const std::span<const rules::Rule> all = parts_->rules.rules();
  for (std::size_t i = 0; i < all.size(); ++i) {
    RuleCount count{all[i].name, all[i].file + ':' + std::to_string(all[i].line)};
    for (const rules::Matches* matches : {&scratch.parts_->work.rule_matches, &scratch.parts_->relating.matches}) {
      if (i >= matches->counts.size()) continue;
      count.tries += matches->counts[i].tries;
      count.hits += matches->counts[i].hits;
    }
    out.push_back(std::move(count));
  }
  return out;
}

Diagnostics lint_rules(const Config& config, bool own_only) { return engine::lint(config, own_only); }

std::string Engine::fingerprint() const { return parts_->fingerprint; }

}  // namespace dossier
