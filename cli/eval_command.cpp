// dossier eval: precision, recall and F1 of predictions against gold.
#include <CLI/CLI.hpp>
#include <dossier/eval.hpp>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "overwrite.hpp"

namespace dossier::cli {
namespace {

struct EvalOptions {
  std::string gold = {};
  std::string predicted = {};
  std::string map = {};
  std::string output = "-";
  bool json = false;
};

std::optional<std::string> read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  if (file) text = read_all(file);
  if (file.eof() && !file.bad()) return text;
  message(path + ": cannot be read");
  return std::nullopt;
}

int run(const EvalOptions& options) {
  std::vector<std::string> inputs = {options.gold, options.predicted};
  if (!options.map.empty()) inputs.push_back(options.map);
  if (would_overwrite(options.output, inputs)) return ExitCode::usage;
  const std::optional<std::string> gold = read(options.gold);
  const std::optional<std::string> predicted = read(options.predicted);
  const std::optional<std::string> map = options.map.empty() ? std::string() : read(options.map);
  if (!gold || !predicted || !map) return ExitCode::io;
  Diagnostics problems;
  const std::optional<Evaluation> result = evaluate(
      {.gold = {options.gold, *gold}, .predicted = {options.predicted, *predicted}, .map = {options.map, *map}},
      problems);
  for (const Diagnostic& problem : problems) message(to_string(problem));
  if (!result) return ExitCode::usage;
  Output output(options.output);
  output.start();
  output.write(options.json ? to_json(*result) : to_text(*result));
  output.flush();
  if (!output.error().empty()) message(output.error());
  return output.error().empty() ? ExitCode::ok : ExitCode::io;
}

}  // namespace

void add_eval(CLI::App& app, int& code) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Measure predictions against gold: precision, recall, F1");
  command->footer(
      "Examples:\n"
      "  dossier extract --input-format jsonl gold.jsonl > predicted.jsonl\n"
      "  dossier eval gold.jsonl predicted.jsonl\n"
      "  dossier eval gold.jsonl predicted.jsonl --map map.json --json");
  command->add_option("GOLD", options->gold, "Gold, one JSON object a line")->required();
  command
      ->add_option("PREDICTED", options->predicted, "Predictions in the same format, or what `dossier extract` writes")
      ->required();
  command->add_option("--map", options->map, "How types correspond (docs/eval.md)");
  command->add_flag("--json", options->json, "Write JSON");
  command->add_option("-o,--output", options->output, "File to write, - for standard output");
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
