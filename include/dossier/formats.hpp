// Writers and readers: DOT and node-link JSON for graphs, JSON lines for documents.
#pragma once

#include <cstdint>
#include <dossier/document.hpp>
#include <dossier/graph.hpp>
#include <dossier/offsets.hpp>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// What of a graph is drawn, and how.
struct GraphView {
  std::uint32_t top = 60;        ///< nodes kept: those with most stated edges, then mentions, then by key; 0: all
  std::uint32_t min_weight = 2;  ///< co-occurrence edges counted less often than this are left out (stated ones never)
  bool stated_only = false;      ///< leave co-occurrence out
  bool isolated = false;         ///< keep nodes without any edge left
  std::uint32_t max_label_bytes = 60;  ///< longer labels are cut at a code point and end in an ellipsis
};

/// Graphviz DOT, always escaped and quoted, sorted: the same graph gives the same bytes. Stated edges are solid with
/// their label, co-occurrence dashed without arrow; roles without object stand under the name; tooltips give the
/// evidence.
void write_dot(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// Node-link JSON as NetworkX and d3 read it: {"directed":true,"multigraph":true,"graph":{},"nodes":[],"links":[]};
/// docs/formats.md lists the fields.
void write_node_link(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// How documents are written as JSON lines.
struct JsonOptions {
  OffsetUnit offsets = OffsetUnit::codepoint;
  std::vector<std::string> types = {};  ///< entity types to keep among mentions and entities; empty: all
  std::string_view passthrough =
      {};  ///< JSON members to copy into the object, without braces: "\"lang\":\"en\",\"n\":3".
           ///< REQUIRES: valid JSON, as JsonRecord::passthrough is
};

/// Appends one document as one line of JSON with a final "\n" (schema "dossier.document/1", fields in docs/formats.md).
/// Offsets index the source's characters (Document::source()). Valid JSON for any document.
void append_json(std::string& out, const Document& doc, const JsonOptions& options = {});

/// Appends the record that stands in the place of a document that could not be read:
/// {"schema":"dossier.document/1","id":...,"errors":[{"code","message","start":null,"end":null}]}, all lists empty.
void append_error_json(std::string& out, std::string_view id, std::string_view code, std::string_view message);

/// One line of JSON-lines input, read.
struct JsonRecord {
  std::string id;
  std::string text;
  std::string date;         ///< as given; empty when null or absent
  std::string passthrough;  ///< all other members, as JSON without braces; empty when none. Members that a document
                            ///< line has itself ("mentions") are left out
  std::string error_code;   ///< empty when the line is good: "json.invalid", "json.not-an-object", "json.no-text",
                            ///< "json.bad-type"
  std::string error;        ///< one sentence
};

/// Which members hold what; dots reach into objects ("body.content"). Of members with one name the last counts.
struct JsonFields {
  std::string text = "text";
  std::string id = "id";
  std::string date = "date";
  bool passthrough = false;  ///< fill JsonRecord::passthrough
};

/// Reads lines of JSON. Reuses its buffers; for one thread.
class JsonLineReader {
 public:
  explicit JsonLineReader(JsonFields fields = {});
  ~JsonLineReader();
  JsonLineReader(JsonLineReader&&) noexcept;
  JsonLineReader& operator=(JsonLineReader&&) noexcept;
  /// Reads one line (without its "\n"). A missing id gives "line-N" with the given number. Never throws on content.
  [[nodiscard]] JsonRecord read(std::string_view line, std::uint64_t line_number);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace dossier
