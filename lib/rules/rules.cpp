// Building a rule set out of files, and asking it.
#include "rules/rules.hpp"

#include <bit>
#include <utility>

#include "rules/image.hpp"
#include "rules/names.hpp"
#include "rules/parser.hpp"
#include "rules/parts.hpp"
#include "rules/scanner.hpp"
#include "rules/source.hpp"
#include "rules/tables.hpp"

namespace dossier::rules {
namespace {

Rule rule_of(const Programs& programs, const RuleRecord& record) {
  Rule rule;
  rule.name = programs.string(record.name);
  rule.file = programs.string(record.file);
  rule.line = record.line;
  rule.stage = record.stage;
  rule.relation = record.relation;
  rule.mention = record.mention;
  rule.weight = std::bit_cast<float>(record.weight);
  rule.hint = (record.marks & RuleRecord::hint) != 0;
  rule.flags = record.flags;
  rule.past = (record.marks & RuleRecord::past) != 0;
  rule.absorb = (record.marks & RuleRecord::absorb) != 0;
  return rule;
}

AnchorIndex index_of(const TableView& tables, const StageRecord& record) {
  AnchorIndex out;
  out.width = record.width();
  out.filter = record.filter;
  if (record.rules == 0) return out;
  out.rules = tables.numbers.data() + record.rule_of_bit;
  out.words = {tables, record.words};
  out.heads = {tables, record.heads};
  out.types = {tables, record.types};
  out.anchored = record.anchored;
  out.classes = {tables, record.classes};
  if (record.always != nowhere) out.always = tables.bits.data() + record.always;
  for (std::size_t place = 0; place < opening_items; ++place)
    out.opening[place] = tables.bits.data() + record.opening[place];
  return out;
}

}  // namespace

Programs::Programs(const TableView& tables)
    : TableView(tables),
      stride(tables.meta.front().stride),
      vocabulary(tables.word_places, tables.word_tags, tables.words) {
  for (std::size_t stage = 0; stage < stages; ++stage) anchors[stage] = index_of(tables, tables.indexes[stage]);
  for (const RegexRecord& it : tables.regexes)
    expressions.push_back(std::make_unique<const Regex>(Expression{std::string(string(it.text)), it.either_case != 0}));
}

RuleSet::RuleSet(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

std::optional<RuleSet> RuleSet::compile(std::span<const lexicon::SourceFile> files, const Schema& schema,
                                        Diagnostics& problems, const lexicon::Lexicon* lexicon) {
  std::vector<std::string> names;
  for (const lexicon::SourceFile& file : files) names.push_back(file.name);
  Diagnostics found;
  Reporter report(std::move(names), found);
  const Source source = read_source(files, report);
  const Parsed parsed = parse(source, schema, lexicon, report);
  TableDraft draft = build_tables(parsed, source.examples, report);
  const bool failed = has_errors(found);
  sort_by_file(found, files);
  problems.insert(problems.end(), found.begin(), found.end());
  if (failed) return std::nullopt;
  return open(write_image(std::move(draft), {schema, lexicon}), {}, {schema, lexicon}, problems);
}

std::optional<RuleSet> RuleSet::open(std::span<const std::byte> image, const Schema& schema, Diagnostics& problems,
                                     const lexicon::Lexicon* lexicon) {
  return open({}, image, {schema, lexicon}, problems);
}

// Of the bytes that the rule set is to own or, where there are none, of the image.
std::optional<RuleSet> RuleSet::open(std::vector<std::byte> owned, std::span<const std::byte> image, const Names& names,
                                     Diagnostics& problems) {
  constexpr std::string_view name = "compiled rules";
  if (!owned.empty()) image = owned;
  const std::optional<base::Image> container = base::Image::open(image, name, problems);
  if (!container) return std::nullopt;
  const TableView tables = view_of(*container);
  if (!fits(tables, names)) return std::nullopt;
  if (const std::string_view problem = problem_of(tables); !problem.empty()) {
    problems.push_back({"image.damaged", std::string(problem), std::string(name), 0, 0, {}});
    return std::nullopt;
  }
  auto parts = std::make_shared<Parts>(Parts{std::move(owned), image, Programs(tables), {}});
  parts->rules.reserve(tables.rules.size());
  for (const RuleRecord& record : tables.rules) parts->rules.push_back(rule_of(parts->programs, record));
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

bool RuleSet::has(Stage stage) const noexcept {
  return !parts_->programs.anchors[static_cast<std::size_t>(stage)].empty();
}

const StageFilter& RuleSet::filter(Stage stage) const noexcept {
  return parts_->programs.anchors[static_cast<std::size_t>(stage)].filter;
}

bool RuleSet::remembers() const noexcept { return parts_->programs.meta.front().remembers != 0; }

std::span<const Rule> RuleSet::rules() const noexcept { return parts_->rules; }

std::vector<Example> RuleSet::examples() const {
  const Programs& programs = parts_->programs;
  std::vector<Example> out;
  for (const ExampleRecord& record : programs.examples)
    out.push_back({record.rule, record.line, record.counter != 0, std::string(programs.string(record.text)),
                   std::string(programs.string(record.expected))});
  return out;
}

std::span<const std::byte> RuleSet::image() const noexcept { return parts_->image; }

std::string_view to_string(CaptureName name) noexcept { return capture_names[static_cast<std::size_t>(name)]; }

}  // namespace dossier::rules
