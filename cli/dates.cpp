// dossier dates: the time expressions of each text, one a line with its place, or JSON lines.
#include <CLI/CLI.hpp>
#include <charconv>
#include <dossier/dates.hpp>
#include <dossier/offsets.hpp>
#include <iterator>
#include <memory>

#include "batch.hpp"
#include "choice.hpp"
#include "commands.hpp"
#include "finish.hpp"
#include "output.hpp"

namespace dossier::cli {
namespace {

enum class DatesFormat : std::uint8_t { tsv, jsonl };

struct DatesOptions {
  Common common = {};
  DatesFormat format = DatesFormat::tsv;
  OffsetUnit offsets = OffsetUnit::codepoint;
};

void append_number(std::string& out, char before, std::uint32_t number) {
  char digits[16] = {before};
  out.append(digits, std::to_chars(digits + 1, std::end(digits), number).ptr);
}

void append_row(std::string& out, const Document& doc, const OffsetMap& places, Span span) {
  const LineColumn place = places.line_column(doc.to_source(span).begin);
  append_cell(out, doc.id());
  append_number(out, ':', place.line);
  append_number(out, ':', place.column);
  out += '\t';
  append_cell(out, doc.text(span));
  out += '\t';
}

/// Mentions and the days that do not exist, in the order of the text.
void append_rows(std::string& out, const Document& doc) {
  const OffsetMap places(doc.source());
  const std::vector<Issue>& issues = doc.issues();
  std::size_t next = 0;
  const auto add_impossible = [&](std::uint32_t before) {
    for (; next < issues.size(); ++next) {
      if (issues[next].code != "date.impossible") continue;
      if (issues[next].span.begin >= before) return;
      append_row(out, doc, places, issues[next].span);
      out += "INVALID\t\t\n";
    }
  };
  for (const Mention& mention : doc.mentions()) {
    add_impossible(mention.span.begin);
    append_row(out, doc, places, mention.span);
    out += to_string(mention.time);
    out += '\t';
    out += doc.string(mention.value);
    out += '\t';
    out += to_string(mention.mod);
    out += '\n';
  }
  add_impossible(0xFFFFFFFFU);
}

Result read_one(const DateReader& reader, const DatesOptions& options, const Record& record, Scratch& scratch) {
  Result result;
  result.damaged = !record.error_code.empty();
  if (result.damaged) {
    if (options.format == DatesFormat::jsonl)
      append_error_json(result.out, record.id, record.error_code, record.error);
    else
      message(record.id + ": " + record.error + " [" + record.error_code + "]");
    return result;
  }
  const Document doc = reader.read(to_input(record), scratch);
  if (options.format == DatesFormat::jsonl)
    append_json(result.out, doc, {.offsets = options.offsets, .passthrough = record.passthrough});
  else
    append_rows(result.out, doc);
  result.found = doc.mentions().size();
  return result;
}

std::optional<DateReader> make_reader(const Common& common) {
  if (overwrites_data(common)) return std::nullopt;
  try {
    DateReader reader = DateReader::build(common.dates, common.dictionaries);
    const Document probe = reader.read({.text = {}, .date = common.input.date});
    if (common.input.date.empty() || probe.issues().empty()) return reader;
    message("--date: no such date: " + common.input.date);
  } catch (const LoadError& error) {
    for (const Diagnostic& problem : error.diagnostics()) message(to_string(problem));
  }
  return std::nullopt;
}

int run(const DatesOptions& options) {
  const std::optional<DateReader> reader = make_reader(options.common);
  if (!reader) return ExitCode::usage;
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  Tally tally;
  run_batch(
      inputs,
      {.threads = options.common.threads,
       .at_once = false,
       .progress = !options.common.no_progress && !output.is_terminal()},
      [&](const Record& record, Scratch& scratch) { return read_one(*reader, options, record, scratch); },
      [&](Result&& result) {
        ++tally.records;
        tally.damaged += result.damaged ? 1U : 0U;
        tally.found += result.found;
        output.write(result.out);
        return !output.closed();
      });
  return finish(options.common, inputs, output, tally);
}

}  // namespace

void add_dates(CLI::App& app, int& code) {
  const Choices<DatesFormat> formats = {{"tsv", DatesFormat::tsv}, {"jsonl", DatesFormat::jsonl}};
  const Choices<OffsetUnit> units = {
      {"codepoint", OffsetUnit::codepoint}, {"utf8", OffsetUnit::utf8}, {"utf16", OffsetUnit::utf16}};
  auto options = std::make_shared<DatesOptions>();
  CLI::App* command = app.add_subcommand("dates", "List the dates, times and durations of each text");
  command->footer(
      "Examples:\n"
      "  dossier dates article.txt                              # place, words, type, TIMEX3 value, mod\n"
      "  echo 'See you on Friday at 5pm.' | dossier dates --date 2025-11-26\n"
      "  dossier dates --date-order day-first --format jsonl letters/ > dates.jsonl");
  add_text_options(*command, options->common);
  add_choice(*command, "--format", options->format, formats,
             "One expression a line with tabs between the columns, or the JSON lines of extract with dates alone");
  add_choice(*command, "--offsets", options->offsets, units, "Unit of offsets in JSON (default: codepoint)");
  command->add_flag("--passthrough", options->common.input.fields.passthrough,
                    "Copy the other members of each JSON line to its answer");
  add_batch_options(*command, options->common);
  add_output_options(*command, options->common);
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
