// dossier graph: one entity graph of all texts, in DOT or JSON, or the records of which it is made.
#include <CLI/CLI.hpp>
#include <dossier/graph.hpp>
#include <dossier/records.hpp>
#include <memory>

#include "batch.hpp"
#include "choice.hpp"
#include "commands.hpp"
#include "finish.hpp"
#include "overwrite.hpp"
#include "picture.hpp"

namespace dossier::cli {
namespace {

struct GraphCommand {
  Common common = {};
  Picture picture = {};
  std::string partial = {};
};

/// Annotates all texts and hands their records over in the order of the input.
void read_texts(const GraphCommand& options, const Engine& engine, Inputs& inputs, Tally& tally,
                const std::function<void(DocumentRecord&&)>& take) {
  run_batch(
      inputs, {.threads = options.common.threads, .progress = !options.common.no_progress},
      [&](const Record& record, Scratch& scratch) {
        Result result;
        result.damaged = !record.error_code.empty();
        if (result.damaged)
          result.out = record.id + ": " + record.error;
        else
          result.record = to_record(engine.annotate(to_input(record), scratch));
        return result;
      },
      [&](Result&& result) {
        ++tally.records;
        tally.damaged += result.damaged ? 1U : 0U;
        if (!result.damaged)
          take(std::move(result.record));
        else if (!options.common.quiet)
          message(result.out);
        return true;
      });
}

void write_partial(const GraphCommand& options, const Engine& engine, Inputs& inputs, Output& output, Tally& tally) {
  RecordSorter sorter;
  read_texts(options, engine, inputs, tally, [&](DocumentRecord&& record) { sorter.add(std::move(record)); });
  tally.found = tally.records - tally.damaged;
  OutputStream out(output);
  sorter.write(out, engine.schema());
}

void write_graph(const GraphCommand& options, const Engine& engine, EntityGraph& graph, Inputs& inputs, Output& output,
                 Tally& tally) {
  read_texts(options, engine, inputs, tally,
             [&](DocumentRecord&& record) { graph.add(std::move(record), engine.schema()); });
  graph.freeze();
  tally.found = graph.nodes().size();
  if (tally.records != 0) write_picture(output, graph, options.picture, options.common.quiet);
}

int run(GraphCommand& options) {
  if (!options.partial.empty()) options.common.output = options.partial;
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  const std::optional<GraphOptions> how = graph_options(options.picture, *engine, engine->schema());
  if (!how || would_overwrite(options.common.output, {options.picture.decisions})) return ExitCode::usage;
  EntityGraph graph(*how);
  Output output(options.common.output);
  if (!options.partial.empty() && output.is_terminal()) {
    message("--partial: records are no text for a terminal");
    return ExitCode::usage;
  }
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  Tally tally;
  if (options.partial.empty())
    write_graph(options, *engine, graph, inputs, output, tally);
  else
    write_partial(options, *engine, inputs, output, tally);
  return finish(options.common, inputs, output, tally);
}

}  // namespace

void add_graph(CLI::App& app, int& code) {
  auto options = std::make_shared<GraphCommand>();
  CLI::App* command = app.add_subcommand("graph", "Write one entity graph of all texts (the default command)");
  command->footer(
      "Examples:\n"
      "  dossier article.txt | dot -Tsvg -o article.svg\n"
      "  dossier graph --stated-only letters/ | dot -Tpdf -o letters.pdf\n"
      "  dossier graph --top 200 --min-weight 5 -j 8 archive/ > archive.dot\n"
      "  dossier graph --format json article.md | jq '.links[] | select(.stated)'\n"
      "  dossier graph --partial monday.records monday/ && dossier merge sunday.records monday.records --format dot");
  add_input_options(*command, options->common);
  add_choice(*command, "--format", options->picture.format, {{"dot", GraphFormat::dot}, {"json", GraphFormat::json}},
             "DOT for Graphviz, or node-link JSON for NetworkX and d3");
  add_view_options(*command, options->picture);
  add_batch_options(*command, options->common);
  add_output_options(*command, options->common);
  command
      ->add_option("--partial", options->partial,
                   "Write the records of the texts to this file instead, for dossier merge")
      ->excludes("--output")
      ->excludes("--format");
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
