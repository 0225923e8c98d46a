// dossier graph: one entity graph of all texts, in the format that is asked for.
#include <CLI/CLI.hpp>
#include <dossier/graph.hpp>
#include <memory>
#include <sstream>

#include "choice.hpp"
#include "commands.hpp"
#include "finish.hpp"
#include "folder.hpp"
#include "overwrite.hpp"
#include "read_graph.hpp"

namespace dossier::cli {
namespace {

enum class GraphFormat : std::uint8_t { dot, json, cytoscape, graphml, gexf, csv, ftm };

struct GraphCommand {
  Common common = {};
  GraphView view = {};
  GraphFormat format = GraphFormat::dot;
  GexfVersion gexf = GexfVersion::v1_3;
};

void write_graph(std::ostream& out, const EntityGraph& graph, const GraphCommand& options) {
  switch (options.format) {
    case GraphFormat::dot:
      return write_dot(out, graph, options.view);
    case GraphFormat::json:
      return write_node_link(out, graph, options.view);
    case GraphFormat::cytoscape:
      return write_cytoscape(out, graph, options.view);
    case GraphFormat::graphml:
      return write_graphml(out, graph, options.view);
    case GraphFormat::gexf:
      return write_gexf(out, graph, options.view, options.gexf);
    case GraphFormat::csv:
      return write_csv_nodes(out, graph, options.view);
    case GraphFormat::ftm:
      return write_ftm(out, graph, options.view);
  }
}

/// The table that goes with the one of nodes. Empty when all went well.
std::string write_relationships(const std::string& path, const EntityGraph& graph, const GraphCommand& options) {
  Output output(path);
  if (!output.error().empty()) return output.error();
  output.start();
  std::ostringstream text;
  write_csv_relationships(text, graph, options.view);
  output.write(text.str());
  output.flush();
  return output.error();
}

int run(GraphCommand options) {
  const bool csv = options.format == GraphFormat::csv;
  const std::string folder = options.common.output;
  const std::string relationships = folder + "/relationships.csv";
  if (csv) {
    if (!make_folder(folder, "csv")) return folder == "-" ? ExitCode::usage : ExitCode::io;
    if (would_overwrite(relationships, options.common.input.paths)) return ExitCode::usage;
    options.common.output = folder + "/nodes.csv";
  }
  const std::optional<Engine> engine = make_engine(options.common);
  if (!engine) return ExitCode::usage;
  Output output(options.common.output);
  Inputs inputs(options.common.input, output);
  if (const std::optional<int> code = start(inputs, output)) return *code;
  Tally tally;
  EntityGraph graph({.cooccurrence = !options.view.stated_only});
  read_graph(options.common, *engine, inputs, graph, tally);
  if (tally.records != 0) {
    std::ostringstream text;
    write_graph(text, graph, options);
    output.write(text.str());
    const std::string error = csv ? write_relationships(relationships, graph, options) : std::string();
    if (!error.empty()) {
      message(error);
      return ExitCode::io;
    }
  }
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
      "  dossier graph --format csv -o tables archive/                    # tables/nodes.csv, tables/relationships.csv\n"
      "  dossier graph --format ftm letters/ | ftm validate -i -");
  add_input_options(*command, options->common);
  const Choices<GraphFormat> formats = {{"dot", GraphFormat::dot},
                                        {"json", GraphFormat::json},
                                        {"cytoscape", GraphFormat::cytoscape},
                                        {"graphml", GraphFormat::graphml},
                                        {"gexf", GraphFormat::gexf},
                                        {"csv", GraphFormat::csv},
                                        {"ftm", GraphFormat::ftm}};
  add_choice(*command, "--format", options->format, formats,
             "DOT for Graphviz; node-link JSON for NetworkX and d3; Cytoscape JSON; GraphML; GEXF for Gephi; csv: two "
             "tables with Neo4j's headers in the folder -o; FollowTheMoney entities");
  add_choice(*command, "--gexf-version", options->gexf, {{"1.3", GexfVersion::v1_3}, {"1.2", GexfVersion::v1_2}},
             "GEXF as newer programs want it (1.3), or as NetworkX before 3.6 does");
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
