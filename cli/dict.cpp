// dossier dict: compiling, checking and looking into dictionaries.
#include "dict.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <dossier/dictionary.hpp>
#include <map>
#include <memory>
#include <string>

#include "commands.hpp"
#include "output.hpp"
#include "overwrite.hpp"
#include "replace_file.hpp"

namespace dossier::cli {
namespace {

struct DictOptions {
  std::vector<std::string> sources = {};
  std::string output = {};
  bool no_english = false;
  bool all = false;
  std::vector<std::string> words = {};
};

Config config_of(const DictOptions& options) {
  Config config;
  config.english = !options.no_english;
  config.dictionaries = options.sources;
  return config;
}

/// Says what is wrong; true when nothing keeps the work from going on.
bool report(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) message(to_string(problem));
  return !has_errors(problems);
}

std::string in_words(std::size_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  if (bytes < 999'500) return std::to_string((bytes + 500) / 1000) + " kB";
  const std::size_t tenths = (bytes + 50'000) / 100'000;
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " MB";
}

int build(const DictOptions& options) {
  if (options.sources.empty()) {
    message("dict build needs dictionaries, or folders with them");
    return ExitCode::usage;
  }
  if (would_overwrite(options.output, options.sources)) return ExitCode::usage;
  Diagnostics problems;
  const std::vector<std::byte> image = compile_dictionaries(config_of(options), problems);
  if (!report(problems)) return ExitCode::usage;
  if (const std::string problem = replace_file(options.output, image); !problem.empty()) {
    message(problem);
    return ExitCode::io;
  }
  message(options.output + ": " + in_words(image.size()));
  return ExitCode::ok;
}

int check(const DictOptions& options) {
  const Diagnostics problems = check_dictionaries(config_of(options), !options.all && !options.sources.empty());
  if (!report(problems)) return ExitCode::usage;
  return problems.empty() ? print("nothing to say against the dictionaries\n") : ExitCode::usage;
}

int look_up(const DictOptions& options) {
  Diagnostics problems;
  const std::optional<Dictionary> dictionary = Dictionary::load(config_of(options), problems);
  if (!report(problems) || !dictionary) return ExitCode::usage;
  std::string out = "words\tform\tcanonical\tclass\tweight\tflags\tattributes\tmatch\tsource\n";
  std::size_t found = 0;
  for (const std::string& words : options.words)
    for (const DictionaryMatch& match : dictionary->find(words, Overlap::all)) {
      ++found;
      const DictionaryEntry entry = dictionary->entry(match.entry);
      out += words.substr(match.span.begin, match.span.size());
      for (const std::string_view cell : {entry.form, entry.canonical, entry.cls}) out.append("\t").append(cell);
      out += '\t' + std::to_string(entry.weight) + '\t' + entry.flags;
      for (const std::string_view cell : {entry.attributes, entry.match, entry.file}) out.append("\t").append(cell);
      out += ':' + std::to_string(entry.line) + '\n';
    }
  const int code = print(out);
  return code != ExitCode::ok ? code : found == 0 ? ExitCode::nothing_found : ExitCode::ok;
}

int stats(const DictOptions& options) {
  Diagnostics problems;
  const std::optional<Dictionary> dictionary = Dictionary::load(config_of(options), problems);
  if (!report(problems) || !dictionary) return ExitCode::usage;
  std::map<std::string, std::size_t> classes;
  for (std::size_t i = 0; i < dictionary->size(); ++i) ++classes[std::string(dictionary->entry(i).cls)];
  std::string out = "entries\t" + std::to_string(dictionary->size()) + "\nimage\t" +
                    in_words(dictionary->image_bytes()) + '\t' +
                    std::to_string(dictionary->image_bytes() / std::max<std::size_t>(1, dictionary->size())) +
                    " bytes an entry\n\nclass\tentries\n";
  for (const auto& [name, count] : classes) out += name + '\t' + std::to_string(count) + '\n';
  out += "\nfile\tentries\tlicence\tsource\n";
  for (const DictionarySource& it : dictionary->sources()) {
    out.append(it.file).append("\t").append(std::to_string(it.entries)).append("\t");
    out.append(it.licence).append("\t").append(it.source).append("\n");
  }
  return print(out);
}

void add_sources(CLI::App& app, DictOptions& options) {
  app.add_option("--dict,sources", options.sources,
                 "Dictionaries (.tsv), folders with dictionaries, types and rules, or an image");
  app.add_flag("--no-english", options.no_english, "Without the built-in English");
}

}  // namespace

void add_dict(CLI::App& app, int& code) {
  auto options = std::make_shared<DictOptions>();
  CLI::App* command = app.add_subcommand("dict", "Compile, check, import and look into dictionaries");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n"
      "  dossier dict build ships.tsv -o ships.image        # English and the ships; opens in milliseconds: --dict "
      "ships.image\n"
      "  dossier dict check ships.tsv                       # entries that match too much, never, or against others\n"
      "  dossier dict lookup 'Washington' 'the Hague'       # which entries match, from which file and line\n"
      "  dossier dict find letters/ --class city --dict ships.image    # a table of all that matches, without any "
      "judging\n"
      "  dossier dict stats                                 # how many entries of which class, from which sources\n"
      "  dossier dict import csv people.csv --class person --form name --source 'our register' --licence CC0-1.0 -o "
      "people.tsv\n"
      "  dossier dict import ftm targets.jsonl --source OpenSanctions --licence CC-BY-4.0 -o targets.tsv");
  CLI::App* build_command = command->add_subcommand("build", "Compile dictionaries, types and rules to one image");
  add_sources(*build_command, *options);
  build_command->add_option("-o,--output", options->output, "Image to write, - for standard output")->required();
  build_command->callback([options, &code] { code = build(*options); });
  CLI::App* check_command = command->add_subcommand("check", "Say what is doubtful in dictionaries");
  add_sources(*check_command, *options);
  check_command->add_flag("--all", options->all, "The built-in dictionaries as well as one's own");
  check_command->callback([options, &code] { code = check(*options); });
  CLI::App* lookup_command = command->add_subcommand("lookup", "Show the entries that match in some words");
  lookup_command->add_option("words", options->words, "Words or sentences")->required();
  lookup_command->add_option("--dict", options->sources, "Dictionaries, folders, or an image (repeatable)")
      ->allow_extra_args(false);
  lookup_command->add_flag("--no-english", options->no_english, "Without the built-in English");
  lookup_command->callback([options, &code] { code = look_up(*options); });
  CLI::App* stats_command = command->add_subcommand("stats", "Count entries by class and file");
  add_sources(*stats_command, *options);
  stats_command->callback([options, &code] { code = stats(*options); });
  add_dict_find(*command, code);
  add_dict_import(*command, code);
}

}  // namespace dossier::cli
