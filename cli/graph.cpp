// dossier graph: one entity graph of all texts, in DOT or JSON.
#include <CLI/CLI.hpp>
#include <dossier/graph.hpp>
#include <memory>
#include <sstream>

#include "batch.hpp"
#include "choice.hpp"
#include "commands.hpp"
#include "finish.hpp"

namespace dossier::cli {
namespace {

enum class GraphFormat : std::uint8_t { dot, json };

struct GraphCommand {
  Common common = {};
  GraphView view = {};
  GraphFormat format = GraphFormat::dot;
};

int run(const GraphCommand& options) {
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  Tally tally;
  EntityGraph graph({.cooccurrence = !options.view.stated_only});
  run_batch(
      inputs, {.threads = options.common.threads, .progress = !options.common.no_progress},
      [&](const Record& record, Scratch& scratch) {
        Result result;
        result.damaged = !record.error_code.empty();
        if (!result.damaged)
          result.doc = engine->annotate(to_input(record), scratch);
        else
          result.out = record.id + ": " + record.error;
        return result;
      },
      [&](Result&& result) {
        ++tally.records;
        if (result.damaged) {
          ++tally.damaged;
          if (!options.common.quiet) message(result.out);
        } else {
          graph.add(result.doc);
        }
        return true;
      });
  graph.freeze();
  tally.found = graph.nodes().size();
  if (tally.records != 0) {
    std::ostringstream text;
    if (options.format == GraphFormat::dot)
      write_dot(text, graph, options.view);
    else
      write_node_link(text, graph, options.view);
    output.write(text.str());
  }
  if (graph.dropped_pairs() != 0 && !options.common.quiet)
    message(std::to_string(graph.dropped_pairs()) +
            " sentences name more entities than are paired; see docs/formats.md");
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
      "  dossier graph --format json article.md | jq '.links[] | select(.stated)'");
  add_input_options(*command, options->common);
  add_choice(*command, "--format", options->format, {{"dot", GraphFormat::dot}, {"json", GraphFormat::json}},
             "DOT for Graphviz, or node-link JSON for NetworkX and d3");
  command->add_option("--top", options->view.top, "Keep this many nodes, the best connected; 0 keeps all")
      ->capture_default_str();
  command->add_option("--min-weight", options->view.min_weight, "Leave out co-occurrences seen in fewer sentences")
      ->capture_default_str();
  command->add_flag("--stated-only", options->view.stated_only, "Only what the texts state, no co-occurrence");
  command->add_flag("--isolated", options->view.isolated, "Keep nodes without edges");
  add_batch_options(*command, options->common);
  add_output_options(*command, options->common);
  command->callback([options, &code] { code = run(*options); });
}

}  // namespace dossier::cli
