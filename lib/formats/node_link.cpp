// Writes a graph as node-link JSON, as NetworkX, igraph and d3 read it. The fields are listed in docs/formats.md.
#include <ostream>

#include "formats/json_flags.hpp"
#include "formats/json_identity.hpp"
#include "formats/json_text.hpp"
#include "formats/view.hpp"

namespace dossier {
namespace {

using formats::append_json_string;
using formats::append_json_string_or_null;
using formats::append_number;

class NodeLinkWriter {
 public:
  NodeLinkWriter(const EntityGraph& graph, const GraphView& view) : graph_(graph), view_(view) {}
  std::string run();

 private:
  void add_head(const formats::Selection& selection);
  void add_node(const Node& node);
  void add_roles(const Node& node);
  void add_link(const Edge& edge, std::size_t number);
  void add_evidence(const Evidence& item);
  void add_member(std::string_view name, std::string_view value) {
    out_ += name;
    append_json_string(out_, value);
  }
  void add_member(std::string_view name, std::uint32_t value) {
    out_ += name;
    append_number(out_, value);
  }
  [[nodiscard]] const std::string& key(NodeId id) const { return graph_.nodes()[static_cast<std::size_t>(id)].key; }

  const EntityGraph& graph_;
  const GraphView& view_;
  std::string out_;
};

std::string NodeLinkWriter::run() {
  const formats::Selection selection = formats::select(graph_, view_);
  add_head(selection);
  out_ += "\"nodes\":[";
  for (std::size_t i = 0; i < selection.nodes.size(); ++i) {
    out_ += i == 0 ? "\n" : ",\n";
    add_node(graph_.nodes()[static_cast<std::size_t>(selection.nodes[i])]);
  }
  out_ += "\n],\n\"links\":[";
  for (std::size_t i = 0; i < selection.edges.size(); ++i) {
    out_ += i == 0 ? "\n" : ",\n";
    add_link(graph_.edges()[static_cast<std::size_t>(selection.edges[i])], i);
  }
  out_ += "\n]}\n";
  return std::move(out_);
}

void NodeLinkWriter::add_head(const formats::Selection& selection) {
  out_ += "{\"directed\":true,\"multigraph\":true,\"graph\":{\"schema\":\"dossier.graph/1\",\"hidden_nodes\":";
  append_number(out_, selection.hidden_nodes);
  out_ += ",\"hidden_links\":";
  append_number(out_, selection.hidden_edges);
  out_ += ",\"dropped_pairs\":";
  append_number(out_, graph_.dropped_pairs());
  out_ += "},\n";
}

void NodeLinkWriter::add_node(const Node& node) {
  add_member("{\"id\":", node.key);
  add_member(",\"type\":", graph_.schema().name(node.type));
  add_member(",\"name\":", node.name);
  out_ += ",\"aliases\":[";
  for (const std::string& alias : node.aliases) {
    if (out_.back() != '[') out_ += ',';
    append_json_string(out_, alias);
  }
  out_ += ']';
  add_roles(node);
  add_member(",\"mentions\":", node.mentions);
  add_member(",\"documents\":", node.documents);
  formats::append_identity(out_, node);
  out_ += '}';
}

void NodeLinkWriter::add_roles(const Node& node) {
  out_ += ",\"roles\":[";
  for (const NodeRole& role : node.roles) {
    if (out_.back() != '[') out_ += ',';
    add_member("{\"label\":", role.label);
    out_ += ",\"flags\":";
    formats::append_flags(out_, role.flags);
    add_member(",\"count\":", role.count);
    out_ += '}';
  }
  out_ += ']';
}

void NodeLinkWriter::add_link(const Edge& edge, std::size_t number) {
  add_member("{\"source\":", key(edge.source));
  add_member(",\"target\":", key(edge.target));
  out_ += ",\"key\":";
  append_number(out_, number);
  add_member(",\"type\":", edge.stated ? graph_.schema().name(edge.type) : std::string_view("co_occurs"));
  out_ += edge.stated ? ",\"stated\":true" : ",\"stated\":false";
  out_ += edge.directed ? ",\"directed\":true" : ",\"directed\":false";
  out_ += ",\"label\":";
  append_json_string_or_null(out_, edge.label);
  out_ += ",\"flags\":";
  formats::append_flags(out_, edge.flags);
  add_member(",\"count\":", edge.count);
  add_member(",\"documents\":", edge.documents);
  out_ += ",\"evidence\":[";
  for (const Evidence& item : edge.evidence) {
    if (out_.back() != '[') out_ += ',';
    add_evidence(item);
  }
  out_ += "]}";
}

void NodeLinkWriter::add_evidence(const Evidence& item) {
  add_member("{\"document\":", item.document);
  add_member(",\"start\":", item.codepoints.begin);
  add_member(",\"end\":", item.codepoints.end);
  add_member(",\"start_byte\":", item.span.begin);
  add_member(",\"end_byte\":", item.span.end);
  add_member(",\"quote\":", item.quote);
  out_ += ",\"label\":";
  append_json_string_or_null(out_, item.label);
  out_ += ",\"flags\":";
  formats::append_flags(out_, item.flags);
  out_ += ",\"place\":";
  append_json_string_or_null(out_, item.place);
  out_ += ",\"date\":";
  append_json_string_or_null(out_, item.date);
  out_ += ",\"rule\":";
  append_json_string_or_null(out_, item.rule);
  out_ += '}';
}

}  // namespace

void write_node_link(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  const std::string text = NodeLinkWriter(graph, view).run();
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
}

}  // namespace dossier
