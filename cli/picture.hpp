// What the commands that show a graph have in common: its form, what of it is shown, how it is written.
#pragma once

#include <cstdint>
#include <dossier/engine.hpp>
#include <dossier/formats.hpp>
#include <dossier/graph.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "choice.hpp"
#include "output.hpp"

namespace CLI {
class App;
}

namespace dossier::cli {

enum class GraphFormat : std::uint8_t { dot, json, cytoscape, graphml, gexf, csv, ftm, records };

struct Picture {
  GraphFormat format = GraphFormat::dot;
  GraphView view = {};
  GexfVersion gexf = GexfVersion::v1_3;
  std::string relationships = {};  ///< csv: the second file
  std::string decisions = {};      ///< file of decisions
  bool apart = false;              ///< join nothing but equal names
};

/// The formats of a graph by name, and what --help says of them.
[[nodiscard]] Choices<GraphFormat> graph_formats();
inline constexpr const char* graph_formats_help =
    "DOT for Graphviz; node-link JSON for NetworkX and d3; Cytoscape JSON; GraphML; GEXF for Gephi; csv: two tables "
    "with "
    "Neo4j's headers in the folder -o; FollowTheMoney entities";

/// For csv makes of the folder the two files in it; `inputs` must not be the second. The exit code when that cannot be,
/// which is said on standard error.
[[nodiscard]] std::optional<int> choose_files(Picture& picture, std::string& output,
                                              const std::vector<std::string>& inputs);

/// Adds what says who is the same.
void add_identity_options(CLI::App& app, Picture& picture);

/// Adds --top, --min-weight and what else says which part is shown, and what says who is the same.
void add_view_options(CLI::App& app, Picture& picture);

/// How the graph is to be built for the picture. Nothing, and every problem on standard error, when the decisions are
/// not good.
[[nodiscard]] std::optional<GraphOptions> graph_options(const Picture& picture, const Engine& engine,
                                                        const Schema& schema);

/// Says on standard error what was left out of the graph, and which decisions concern nobody.
void report_graph(const EntityGraph& graph, bool quiet);

/// Writes the graph in the form that is wanted, and reports what report_graph() does.
void write_picture(Output& output, const EntityGraph& graph, const Picture& picture, bool quiet);

/// An Output as a stream.
class OutputStream : private std::streambuf, public std::ostream {
 public:
  explicit OutputStream(Output& output) : std::ostream(this), output_(output) {}

 private:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override;
  std::streambuf::int_type overflow(std::streambuf::int_type byte) override;
  Output& output_;
};

}  // namespace dossier::cli
