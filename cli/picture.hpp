// What the commands that show a graph have in common: its form, what of it is shown, how it is written.
#pragma once

#include <cstdint>
#include <dossier/engine.hpp>
#include <dossier/formats.hpp>
#include <dossier/graph.hpp>
#include <optional>
#include <ostream>
#include <string>

#include "output.hpp"

namespace CLI {
class App;
}

namespace dossier::cli {

enum class GraphFormat : std::uint8_t { dot, json, records };

struct Picture {
  GraphFormat format = GraphFormat::dot;
  GraphView view = {};
  std::string decisions = {};  ///< file of decisions
  bool apart = false;          ///< join nothing but equal names
};

/// Adds --top, --min-weight and what else says which part is shown, and what says who is the same.
void add_view_options(CLI::App& app, Picture& picture);

/// How the graph is to be built for the picture. Nothing, and every problem on standard error, when the decisions are
/// not good.
[[nodiscard]] std::optional<GraphOptions> graph_options(const Picture& picture, const Engine& engine,
                                                        const Schema& schema);

/// Writes the graph in the form that is wanted, and says on standard error what was left out of it.
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
