// dossier rules: tests, doubts and costs of rule files.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>

#include "batch.hpp"
#include "commands.hpp"
#include "finish.hpp"

namespace dossier::cli {
namespace {

struct RulesOptions {
  Common common = {};
  bool all = false;
};

Config config_of(const Common& common) {
  Config config;
  config.english = !common.no_english;
  config.dictionaries = common.dictionaries;
  config.rules = common.rules;
  return config;
}

int show(const Diagnostics& problems, const std::string& nothing) {
  for (const Diagnostic& problem : problems) message(to_string(problem));
  if (problems.empty()) return print(nothing);
  return ExitCode::usage;
}

int test(const RulesOptions& options) {
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  return show(engine->test_rules(), "every example holds\n");
}

int lint(const RulesOptions& options) {
  const bool own = !options.all && (!options.common.dictionaries.empty() || !options.common.rules.empty());
  return show(lint_rules(config_of(options.common), own), "nothing to say against the rules\n");
}

int list(const RulesOptions& options) {
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  std::string out;
  for (const RuleCount& it : engine->rule_counts(Scratch())) out += it.name + "  (" + it.source + ")\n";
  return print(out);
}

int profile(const RulesOptions& options) {
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  Tally tally;
  Scratch scratch;
  while (std::optional<Record> record = inputs.next()) {
    ++tally.records;
    if (!record->error_code.empty()) {
      ++tally.damaged;
      continue;
    }
    const Document doc = engine->annotate(to_input(*record), scratch);
    tally.found += doc.relations().size();
  }
  std::vector<RuleCount> counts = engine->rule_counts(scratch);
  std::stable_sort(counts.begin(), counts.end(),
                   [](const RuleCount& a, const RuleCount& b) { return a.tries > b.tries; });
  std::string out = "tries\thits\trule\tsource\n";
  for (const RuleCount& it : counts)
    out += std::to_string(it.tries) + '\t' + std::to_string(it.hits) + '\t' + it.name + '\t' + it.source + '\n';
  output.write(out);
  return finish(options.common, inputs, output, tally);
}

void add_data_options(CLI::App& app, RulesOptions& options) {
  app.add_option("--dict", options.common.dictionaries, "Folder with dictionaries, types and rules (repeatable)")
      ->allow_extra_args(false);
  app.add_option("--rules", options.common.rules, "Rule file or folder (repeatable)")->allow_extra_args(false);
  app.add_flag("--no-english", options.common.no_english, "Do without the built-in English dictionaries and rules");
}

}  // namespace

void add_rules(CLI::App& app, int& code) {
  auto options = std::make_shared<RulesOptions>();
  CLI::App* command = app.add_subcommand("rules", "Test, check, list and profile rules");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n"
      "  dossier rules test --dict my-folder        # runs the examples written below the rules\n"
      "  dossier rules lint --dict my-folder        # rules without example, shadowed, never matching; unused lists\n"
      "  dossier rules list                         # every rule with its file and line\n"
      "  dossier rules profile article.txt          # how often each rule was tried, and matched");
  CLI::App* test_command = command->add_subcommand("test", "Run the examples that rule files carry");
  add_data_options(*test_command, *options);
  test_command->callback([options, &code] { code = test(*options); });
  CLI::App* lint_command = command->add_subcommand("lint", "Say what is doubtful in rule files");
  add_data_options(*lint_command, *options);
  lint_command->add_flag("--all", options->all, "The built-in rules as well as one's own");
  lint_command->callback([options, &code] { code = lint(*options); });
  CLI::App* list_command = command->add_subcommand("list", "Name every rule, with its file and line");
  add_data_options(*list_command, *options);
  list_command->callback([options, &code] { code = list(*options); });
  CLI::App* profile_command = command->add_subcommand("profile", "Count how often each rule is tried and matches");
  add_input_options(*profile_command, options->common);
  add_output_options(*profile_command, options->common);
  profile_command->callback([options, &code] { code = profile(*options); });
}

}  // namespace dossier::cli
