// dossier dict find: which entries stand where in texts, without anything else of the engine.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <dossier/dictionary.hpp>
#include <dossier/offsets.hpp>
#include <memory>
#include <string>

#include "choice.hpp"
#include "commands.hpp"
#include "dict.hpp"
#include "finish.hpp"
#include "output.hpp"

namespace dossier::cli {
namespace {

struct FindOptions {
  Common common = {};
  Overlap overlap = Overlap::longest;
  std::vector<std::string> classes = {};
};

int run(const FindOptions& options) {
  if (overwrites_data(options.common)) return ExitCode::usage;
  Config config;
  config.english = !options.common.no_english;
  config.dictionaries = options.common.dictionaries;
  Diagnostics problems;
  const std::optional<Dictionary> dictionary = Dictionary::load(config, problems);
  for (const Diagnostic& problem : problems)
    if (problem.severity == Severity::error || !options.common.quiet) message(to_string(problem));
  if (!dictionary) return ExitCode::usage;
  const Diagnostics unknown = dictionary->unknown_classes(options.classes);
  for (const Diagnostic& problem : unknown) message("--class: " + problem.message);
  if (!unknown.empty()) return ExitCode::usage;
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  output.write("id\tstart\tend\twords\tcanonical\tclass\tflags\tattributes\tsource\n");
  Tally tally;
  std::string out;
  while (std::optional<Record> record = inputs.next()) {
    ++tally.records;
    if (!record->error_code.empty()) {
      ++tally.damaged;
      continue;
    }
    const OffsetMap offsets(record->text);
    out.clear();
    for (const DictionaryMatch& match : dictionary->find(record->text, options.overlap, options.classes)) {
      ++tally.found;
      const DictionaryEntry entry = dictionary->entry(match.entry);
      append_cell(out, record->id);
      out += '\t' + std::to_string(offsets.convert(match.span.begin, OffsetUnit::codepoint)) + '\t' +
             std::to_string(offsets.convert(match.span.end, OffsetUnit::codepoint));
      const std::string_view words = std::string_view(record->text).substr(match.span.begin, match.span.size());
      for (const std::string_view cell :
           {words, entry.canonical, entry.cls, std::string_view(entry.flags), entry.attributes, entry.file}) {
        out += '\t';
        append_cell(out, cell);
      }
      out += ':' + std::to_string(entry.line) + '\n';
    }
    output.write(out);
  }
  return finish(options.common, inputs, output, tally);
}

}  // namespace

void add_dict_find(CLI::App& dict, int& code) {
  auto options = std::make_shared<FindOptions>();
  CLI::App* command = dict.add_subcommand("find", "Find the entries in texts, as a table; markup is not read");
  add_input_options(*command, options->common);
  add_choice(*command, "--overlap", options->overlap,
             Choices<Overlap>{{"longest", Overlap::longest}, {"leftmost", Overlap::leftmost}, {"all", Overlap::all}},
             "Which matches are kept where several share words (default: longest)");
  command->add_option("--class", options->classes, "Only entries of these classes, separated by commas")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_output_options(*command, options->common);
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
