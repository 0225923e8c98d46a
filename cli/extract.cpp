// dossier extract: mentions, entities and relations of each text, readable on a terminal, JSON lines in a pipe.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "batch.hpp"
#include "brat.hpp"
#include "choice.hpp"
#include "commands.hpp"
#include "finish.hpp"
#include "pretty.hpp"

namespace dossier::cli {
namespace {

enum class ExtractFormat : std::uint8_t { automatic, text, jsonl, brat };

struct ExtractOptions {
  Common common = {};
  ExtractFormat format = ExtractFormat::automatic;
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::vector<std::string> types = {};
  bool flush = false;
};

/// The names that are no entity types of the schema.
std::string unknown_types(const Engine& engine, const std::vector<std::string>& types) {
  std::string unknown;
  for (const std::string& type : types)
    if (!engine.schema().find_type(type)) unknown += (unknown.empty() ? "" : ", ") + type;
  return unknown;
}

/// How many mentions have one of the types; all when none is named.
std::uint64_t count_mentions(const Document& doc, const std::vector<std::string>& types) {
  const auto wanted = [&](const Mention& mention) {
    return types.empty() || std::find(types.begin(), types.end(), doc.type_name(mention.type)) != types.end();
  };
  return static_cast<std::uint64_t>(std::count_if(doc.mentions().begin(), doc.mentions().end(), wanted));
}

Result extract_one(const Engine& engine, const ExtractOptions& options, bool colour, const Record& record,
                   Scratch& scratch) {
  Result result;
  result.damaged = !record.error_code.empty();
  if (result.damaged) {
    if (options.format == ExtractFormat::jsonl)
      append_error_json(result.out, record.id, record.error_code, record.error);
    else
      result.out = "== " + record.id + "\n  ! " + record.error + " [" + record.error_code + "]\n\n";
    return result;
  }
  const Document doc = engine.annotate(to_input(record), scratch);
  if (options.format == ExtractFormat::jsonl)
    append_json(result.out, doc,
                {.offsets = options.offsets, .types = options.types, .passthrough = record.passthrough});
  else
    append_pretty(result.out, doc, {.colour = colour, .types = options.types});
  result.found = count_mentions(doc, options.types);
  return result;
}

int run(ExtractOptions& options) {
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  const std::string unknown = unknown_types(*engine, options.types);
  if (!unknown.empty()) {
    message("--types: no such entity type: " + unknown);
    return ExitCode::usage;
  }
  if (options.format == ExtractFormat::brat) return write_brat(options.common, *engine, options.types);
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  if (options.format == ExtractFormat::automatic)
    options.format = output.is_terminal() ? ExtractFormat::text : ExtractFormat::jsonl;
  const bool colour = use_colour(options.common.colour, output);
  Tally tally;
  run_batch(
      inputs,
      {.threads = options.common.threads,
       .at_once = options.flush,
       .progress = !options.common.no_progress && !output.is_terminal()},
      [&](const Record& record, Scratch& scratch) { return extract_one(*engine, options, colour, record, scratch); },
      [&](Result&& result) {
        ++tally.records;
        tally.damaged += result.damaged ? 1U : 0U;
        tally.found += result.found;
        output.write(result.out);
        if (options.flush || options.common.threads == 1) output.flush();
        return !output.closed();
      });
  return finish(options.common, inputs, output, tally);
}

}  // namespace

void add_extract(CLI::App& app, int& code) {
  const Choices<ExtractFormat> formats = {{"auto", ExtractFormat::automatic},
                                          {"text", ExtractFormat::text},
                                          {"jsonl", ExtractFormat::jsonl},
                                          {"brat", ExtractFormat::brat}};
  const Choices<OffsetUnit> units = {
      {"codepoint", OffsetUnit::codepoint}, {"utf8", OffsetUnit::utf8}, {"utf16", OffsetUnit::utf16}};
  const Choices<Colour> colours = {{"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};
  auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = app.add_subcommand("extract", "Write mentions, entities and relations of each text");
  command->footer(
      "Examples:\n"
      "  dossier extract article.txt                                    # readable, in colour on a terminal\n"
      "  dossier extract --format jsonl article.md | jq .relations\n"
      "  zcat docs.jsonl.gz | dossier extract --input-format jsonl --format jsonl -j 8 > out.jsonl\n"
      "  dossier extract --types PERSON,ROLE --min-score 0.8 letters/\n"
      "  dossier extract --format brat -o letters.brat letters/         # to correct by hand");
  add_input_options(*command, options->common);
  add_choice(
      *command, "--format", options->format, formats,
      "Readable text, JSON lines, or brat standoff into the folder -o; auto: text on a terminal, else JSON lines");
  command->add_option("--types", options->types, "Only these entity types, separated by commas: PERSON,ROLE")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_choice(*command, "--offsets", options->offsets, units, "Unit of offsets in JSON (default: codepoint)");
  command->add_flag("--nested", options->common.nested, "Give mentions inside other mentions as well");
  command->add_flag("--extents", options->common.extents,
                    "Give the noun phrase of each name, and the places (seldom people) named in other names");
  command->add_flag("--passthrough", options->common.input.fields.passthrough,
                    "Copy the other members of each JSON line to its answer");
  command->add_flag("--flush", options->flush, "Answer each record as soon as it is there (always so with one thread)");
  add_choice(*command, "--color", options->common.colour, colours,
             "Colours in text (auto: on a terminal, unless NO_COLOR is set)");
  add_batch_options(*command, options->common);
  add_output_options(*command, options->common);
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
