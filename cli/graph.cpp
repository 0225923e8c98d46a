// dossier graph: one entity graph of all texts, or the records of which it is made.
#include <CLI/CLI.hpp>
#include <dossier/graph.hpp>
#include <dossier/records.hpp>
#include <memory>

#include "choice.hpp"
#include "commands.hpp"
#include "finish.hpp"
#include "overwrite.hpp"
#include "picture.hpp"
#include "read_graph.hpp"

namespace dossier::cli {
namespace {

struct GraphCommand {
  Common common = {};
  Picture picture = {};
  std::string partial = {};
};

void write_partial(const GraphCommand& options, const Engine& engine, Inputs& inputs, Output& output, Tally& tally) {
  RecordSorter sorter;
  read_texts(options.common, engine, inputs, tally, [&](DocumentRecord&& record) { sorter.add(std::move(record)); });
  tally.found = tally.records - tally.damaged;
  OutputStream out(output);
  sorter.write(out, engine.schema());
}

void write_graph(const GraphCommand& options, const Engine& engine, EntityGraph& graph, Inputs& inputs, Output& output,
                 Tally& tally) {
  read_graph(options.common, engine, inputs, graph, tally);
  if (tally.records != 0) write_picture(output, graph, options.picture, options.common.quiet);
}

int run(GraphCommand& options) {
  if (const std::optional<int> code = choose_files(options.picture, options.common.output, options.common.input.paths))
    return *code;
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
      "  dossier graph --format gexf --top 0 archive/ -o archive.gexf     # all of it, for Gephi\n"
      "  dossier graph --format csv -o tables archive/                    # tables/nodes.csv, "
      "tables/relationships.csv\n"
      "  dossier graph --format ftm letters/ | ftm validate -i -\n"
      "  dossier graph --partial monday.records monday/ && dossier merge sunday.records monday.records --format dot");
  add_input_options(*command, options->common);
  add_choice(*command, "--format", options->picture.format, graph_formats(), graph_formats_help);
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
