// What the commands that show a graph have in common: its form, what of it is shown, how it is written.
#include "picture.hpp"

#include <CLI/CLI.hpp>
#include <dossier/records.hpp>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "folder.hpp"
#include "inputs.hpp"
#include "overwrite.hpp"

namespace dossier::cli {

namespace {

/// Throws when the file cannot be written, which ends the program with the code for that.
void write_relationships(const EntityGraph& graph, const Picture& picture) {
  Output file(picture.relationships);
  if (file.error().empty()) file.start();
  OutputStream out(file);
  write_csv_relationships(out, graph, picture.view);
  file.flush();
  if (!file.error().empty()) throw std::runtime_error(file.error());
}

}  // namespace

Choices<GraphFormat> graph_formats() {
  return {{"dot", GraphFormat::dot},         {"json", GraphFormat::json}, {"cytoscape", GraphFormat::cytoscape},
          {"graphml", GraphFormat::graphml}, {"gexf", GraphFormat::gexf}, {"csv", GraphFormat::csv},
          {"ftm", GraphFormat::ftm}};
}

std::optional<int> choose_files(Picture& picture, std::string& output, const std::vector<std::string>& inputs) {
  if (picture.format != GraphFormat::csv) return std::nullopt;
  if (!make_folder(output, "csv")) return output == "-" ? ExitCode::usage : ExitCode::io;
  picture.relationships = output + "/relationships.csv";
  output += "/nodes.csv";
  if (would_overwrite(picture.relationships, inputs)) return ExitCode::usage;
  return std::nullopt;
}

void add_view_options(CLI::App& app, Picture& picture) {
  app.add_option("--top", picture.view.top, "Keep this many nodes, the best connected; 0 keeps all")
      ->capture_default_str();
  app.add_option("--min-weight", picture.view.min_weight, "Leave out co-occurrences seen in fewer sentences")
      ->capture_default_str();
  app.add_flag("--stated-only", picture.view.stated_only, "Only what the texts state, no co-occurrence");
  app.add_flag("--isolated", picture.view.isolated, "Keep nodes without edges");
  add_choice(app, "--gexf-version", picture.gexf, {{"1.3", GexfVersion::v1_3}, {"1.2", GexfVersion::v1_2}},
             "GEXF as newer programs want it (1.3), or as NetworkX before 3.6 does");
  add_identity_options(app, picture);
}

void add_identity_options(CLI::App& app, Picture& picture) {
  app.add_option("--decisions", picture.decisions,
                 "File of what you know better: same, not-same, rename, retype, drop (docs/formats.md)");
  app.add_flag("--apart", picture.apart, "Join equal names only, not \"J. Keller\" and \"Jonas Keller\"");
}

std::optional<GraphOptions> graph_options(const Picture& picture, const Engine& engine, const Schema& schema) {
  GraphOptions options;
  options.cooccurrence = !picture.view.stated_only;
  options.join_names = !picture.apart;
  if (!picture.apart) options.names = std::make_shared<const NameKnowledge>(engine.names());
  if (picture.decisions.empty()) return options;
  std::ifstream in(picture.decisions, std::ios::binary);
  if (!in) {
    message(picture.decisions + ": cannot be read");
    return std::nullopt;
  }
  Diagnostics problems;
  options.decisions = read_decisions(read_all(in), picture.decisions, schema, problems);
  for (const Diagnostic& problem : problems) message(to_string(problem));
  if (!problems.empty()) return std::nullopt;
  return options;
}

void report_graph(const EntityGraph& graph, bool quiet) {
  if (quiet) return;
  for (const Diagnostic& problem : graph.decision_problems()) message(to_string(problem));
  if (graph.dropped_pairs() != 0)
    message(std::to_string(graph.dropped_pairs()) +
            " sentences name more entities than are paired; see docs/formats.md");
}

void write_picture(Output& output, const EntityGraph& graph, const Picture& picture, bool quiet) {
  OutputStream out(output);
  switch (picture.format) {
    case GraphFormat::dot:
      write_dot(out, graph, picture.view);
      break;
    case GraphFormat::json:
      write_node_link(out, graph, picture.view);
      break;
    case GraphFormat::cytoscape:
      write_cytoscape(out, graph, picture.view);
      break;
    case GraphFormat::graphml:
      write_graphml(out, graph, picture.view);
      break;
    case GraphFormat::gexf:
      write_gexf(out, graph, picture.view, picture.gexf);
      break;
    case GraphFormat::csv:
      write_csv_nodes(out, graph, picture.view);
      write_relationships(graph, picture);
      break;
    case GraphFormat::ftm:
      write_ftm(out, graph, picture.view);
      break;
    case GraphFormat::records:
      write_records(out, graph);
      return;
  }
  report_graph(graph, quiet);
}

std::streamsize OutputStream::xsputn(const char* bytes, std::streamsize size) {
  output_.write(std::string_view(bytes, static_cast<std::size_t>(size)));
  return size;
}

std::streambuf::int_type OutputStream::overflow(std::streambuf::int_type byte) {
  if (byte == std::streambuf::traits_type::eof()) return std::streambuf::traits_type::not_eof(byte);
  const char one = std::streambuf::traits_type::to_char_type(byte);
  output_.write(std::string_view(&one, 1));
  return byte;
}

}  // namespace dossier::cli
