// Writers and readers: DOT, JSON, GraphML, GEXF, CSV and FollowTheMoney for graphs; JSON lines and brat for documents.
//
// All writers of graphs take any graph, the empty one as well, escape what their format cannot hold, and give the same
// bytes for the same graph and view: nodes in the order of their keys, edges in the order of EntityGraph::edges(). They
// report nothing; whether writing went well is the stream's to say. docs/formats.md lists the fields.
#pragma once

#include <cstdint>
#include <dossier/document.hpp>
#include <dossier/graph.hpp>
#include <dossier/offsets.hpp>
#include <dossier/query.hpp>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

/// What of a graph is drawn, and how.
struct GraphView {
  std::uint32_t top = 100;  ///< nodes kept: those with most stated edges, then mentions, then by key, that are joined
                            ///< with one another (one more when the last two join); 0: all
  std::uint32_t min_weight = 2;  ///< co-occurrence edges counted less often than this are left out (stated ones never)
  bool stated_only = false;      ///< leave co-occurrence out
  bool isolated = false;         ///< keep nodes without any edge left
  std::uint32_t max_label_bytes = 60;  ///< longer labels are cut at a code point and end in an ellipsis
  std::span<const NodeId> only = {};   ///< these nodes alone may be shown; empty: any. REQUIRES: outlives the view
};

/// Graphviz DOT, always escaped and quoted, sorted: the same graph gives the same bytes. Stated edges are solid with
/// their label, co-occurrence dashed without arrow; roles without object stand under the name; tooltips give the
/// evidence.
void write_dot(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// Node-link JSON as NetworkX and d3 read it: {"directed":true,"multigraph":true,"graph":{},"nodes":[],"links":[]};
/// docs/formats.md lists the fields.
void write_node_link(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// Cytoscape JSON, {"elements":{"nodes":[{"data":{}}],"edges":[{"data":{}}]}}, for Cytoscape, Cytoscape.js and
/// NetworkX (cytoscape_graph).
void write_cytoscape(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// GraphML for yEd, Gephi, NetworkX, igraph, Cytoscape and Neo4j. All edges are directed in the file (NetworkX refuses
/// mixed files); the attribute "directed" says which really are. Characters that XML 1.0 forbids become U+FFFD.
void write_graphml(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

enum class GexfVersion : std::uint8_t {
  v1_2,  ///< the draft that NetworkX before 3.6 reads
  v1_3   ///< keeps parallel edges apart in Gephi
};

/// GEXF for Gephi, Gephi Lite, sigma and NetworkX, with colours by type. Directions and characters as in GraphML.
void write_gexf(std::ostream& out, const EntityGraph& graph, const GraphView& view = {},
                GexfVersion version = GexfVersion::v1_3);

/// A table of the nodes, and one of the edges, as CSV with the headers of `neo4j-admin database import`. Each record is
/// one line; items of lists are joined by ";".
void write_csv_nodes(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});
void write_csv_relationships(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// FollowTheMoney entities, one JSON object a line, for `ftm`, Aleph and nomenklatura. Co-occurrence, denied relations
/// and types of one's own are left out: the model would take them for facts, or has no place for them.
void write_ftm(std::ostream& out, const EntityGraph& graph, const GraphView& view = {});

/// Append the answer of a query as one JSON object with a final "\n" (schema "dossier.answer/1", fields in
/// docs/formats.md). Entities are given by their keys. REQUIRES: the answer is of this graph, values one for each node.
void append_path_json(std::string& out, const EntityGraph& graph, std::span<const Hop> path);
void append_top_json(std::string& out, const EntityGraph& graph, std::span<const NodeId> nodes,
                     std::span<const double> values);
void append_bridges_json(std::string& out, const EntityGraph& graph, std::span<const Bridge> bridges);
void append_communities_json(std::string& out, const EntityGraph& graph, const Communities& communities);
void append_timeline_json(std::string& out, const EntityGraph& graph, std::span<const TimelineItem> items);

/// Appends a document as brat standoff annotations (the .ann file): mentions, relations between mentions, aliases,
/// flags and normal forms of dates as notes. Offsets count code points of Document::text(), which is the .txt file that
/// goes with it. Mentions of more than one line are cut at the line ends, as brat wants it. With `types` only mentions
/// of these entity types, and relations between them; empty: all.
void append_brat(std::string& out, const Document& doc, const std::vector<std::string>& types = {});

/// Appends the annotation.conf that brat needs for what append_brat() writes with that schema.
void append_brat_configuration(std::string& out, const Schema& schema);

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
