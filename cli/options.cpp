// Shared options and the engine they ask for.
#include "options.hpp"

#include <CLI/CLI.hpp>

#include <map>

namespace dossier::cli {

void add_input_options(CLI::App& app, Common& common) {
  static const std::map<std::string, InputFormat> formats = {{"auto", InputFormat::automatic}, {"plain", InputFormat::plain},
                                                             {"markdown", InputFormat::markdown}, {"html", InputFormat::html},
                                                             {"jsonl", InputFormat::jsonl}};
  static const std::map<std::string, Encoding> encodings = {{"detect", Encoding::detect}, {"utf-8", Encoding::utf8},
                                                            {"utf-16le", Encoding::utf16le}, {"utf-16be", Encoding::utf16be},
                                                            {"windows-1252", Encoding::windows1252}};
  app.add_option("FILE", common.input.paths, "Texts: files, folders, or - for standard input (the default)");
  app.add_option("--input-format", common.input.format,
                 "auto (by extension), plain, markdown, html, or jsonl: one JSON object a line with id, text, date")
      ->transform(CLI::CheckedTransformer(formats, CLI::ignore_case));
  app.add_option("--encoding", common.input.encoding, "detect (by byte order mark, else UTF-8), utf-8, utf-16le, utf-16be, windows-1252")
      ->transform(CLI::CheckedTransformer(encodings, CLI::ignore_case));
  app.add_option("--date", common.input.date, "Date of texts that bring none, YYYY-MM-DD: what \"on Wednesday\" is counted from");
  app.add_option("--text-field", common.input.fields.text, "JSON member that holds the text; dots reach into objects")->capture_default_str();
  app.add_option("--id-field", common.input.fields.id, "JSON member that holds the id")->capture_default_str();
  app.add_option("--date-field", common.input.fields.date, "JSON member that holds the date")->capture_default_str();
  app.add_option("--dict", common.dictionaries, "Dictionary file or folder loaded over the built-in ones (repeatable)")->allow_extra_args(false);
  app.add_option("--rules", common.rules, "Rule file or folder loaded after the built-in ones (repeatable)")->allow_extra_args(false);
  app.add_flag("--no-english", common.no_english, "Do without the built-in English dictionaries and rules");
  app.add_option("--min-score", common.min_score, "Leave out mentions that are less sure than this, 0 to 1")
      ->check(CLI::Range(0.0, 0.999))->capture_default_str();
}

void add_output_options(CLI::App& app, Common& common) {
  static const std::map<std::string, Colour> colours = {{"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
  app.add_option("-o,--output", common.output, "File to write, - for standard output");
  app.add_option("-j,--threads", common.threads, "Threads; the output is the same for any number")->check(CLI::Range(1, 256));
  app.add_option("--color", common.colour, "auto, always or never")->transform(CLI::CheckedTransformer(colours, CLI::ignore_case));
  app.add_flag("--no-progress", common.no_progress, "Show no progress on the terminal");
  app.add_flag("-q,--quiet", common.quiet, "Say nothing but errors");
  app.add_flag("-e,--exit-status", common.exit_status, "End with 1 when nothing was found");
  app.add_flag("--strict", common.strict, "End with 3 when a record was bad");
}

std::optional<Engine> make_engine(const Common& common) {
  Config config;
  config.english = !common.no_english;
  config.dictionaries = common.dictionaries;
  config.rules = common.rules;
  config.min_score = common.min_score;
  config.nested = common.nested;
  Diagnostics problems;
  std::optional<Engine> engine = Engine::build(config, problems);
  for (const Diagnostic& problem : problems)
    if (problem.severity == Severity::error || !common.quiet) message(to_string(problem));
  return engine;
}

}  // namespace dossier::cli
