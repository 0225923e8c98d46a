// Building a rule set out of files, and asking it.
#include "rules/rules.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "rules/names.hpp"
#include "rules/parser.hpp"
#include "rules/parts.hpp"
#include "rules/scanner.hpp"
#include "rules/source.hpp"

namespace dossier::rules {

RuleSet::RuleSet(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

std::optional<RuleSet> RuleSet::compile(std::span<const lexicon::SourceFile> files, const Schema& schema,
                                        Diagnostics& problems, const lexicon::Lexicon* lexicon) {
  std::vector<std::string> names;
  for (const lexicon::SourceFile& file : files) names.push_back(file.name);
  Diagnostics found;
  Reporter report(std::move(names), found);
  const Source source = read_source(files, report);
  Parsed parsed = parse(source, schema, lexicon, report);
  auto parts = std::make_shared<Parts>();
  parts->programs = build_programs(parsed, report);
  const bool failed = has_errors(found);
  sort_by_file(found, files);
  problems.insert(problems.end(), found.begin(), found.end());
  if (failed) return std::nullopt;

  std::unordered_map<std::uint32_t, std::uint32_t> rule_of_declaration;
  for (ParsedRule& rule : parsed.rules) {
    rule_of_declaration[rule.declaration] = static_cast<std::uint32_t>(parts->rules.size());
    parts->rules.push_back(std::move(rule.rule));
  }
  for (Example example : source.examples) {
    example.rule = rule_of_declaration.at(example.rule);
    parts->examples.push_back(std::move(example));
  }
  return RuleSet(std::move(parts));
}

void RuleSet::set_head(Item& item, std::uint64_t hash) const noexcept {
  set_word(item, hash);
  item.word = WordIndex::none;
  item.lists = {};
  item.anchors &= Programs::head_anchors;
}

void RuleSet::set_word(Item& item, std::uint64_t hash) const noexcept {
  const WordFacts& facts = parts_->programs.vocabulary.find(hash);
  item.word = item.head = facts.word;
  item.lists = item.head_lists = facts.lists;
  item.anchors = facts.anchors;
}

WordIndex RuleSet::look_up(std::uint64_t hash) const noexcept { return parts_->programs.vocabulary.index_of(hash); }

WordlistSet RuleSet::lists_of(WordIndex word) const noexcept {
  return word == WordIndex::none ? WordlistSet{} : parts_->programs.vocabulary[static_cast<std::size_t>(word)].lists;
}

bool RuleSet::has(Stage stage) const noexcept {
  return !parts_->programs.anchors[static_cast<std::size_t>(stage)].empty();
}

const StageFilter& RuleSet::filter(Stage stage) const noexcept {
  return parts_->programs.anchors[static_cast<std::size_t>(stage)].filter;
}

bool RuleSet::remembers() const noexcept { return parts_->programs.remembers; }

std::span<const Rule> RuleSet::rules() const noexcept { return parts_->rules; }

std::span<const Example> RuleSet::examples() const noexcept { return parts_->examples; }

std::string_view to_string(CaptureName name) noexcept { return capture_names[static_cast<std::size_t>(name)]; }

}  // namespace dossier::rules
