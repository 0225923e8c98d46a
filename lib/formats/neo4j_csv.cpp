// Writes a graph as two CSV tables whose headers are those of neo4j-admin; spreadsheets and databases read them as
// well.
//
// A record is a line: no field holds a line end, which neo4j-admin would refuse. Strings are quoted, quotes doubled.
#include <algorithm>

#include "formats/columns.hpp"
#include "formats/pieces.hpp"
#include "formats/view.hpp"
#include "text/utf8.hpp"

namespace dossier {
namespace {

using formats::Column;
using formats::ColumnKind;

constexpr char list_separator = ';';

std::string_view suffix(ColumnKind kind) noexcept {
  switch (kind) {
    case ColumnKind::list:
      return ":string[]";
    case ColumnKind::integer:
      return ":long";
    case ColumnKind::real:
      return ":double";
    case ColumnKind::boolean:
      return ":boolean";
    default:
      return {};
  }
}

// Sentences hold the separator of lists too often to be items of one.
template <typename Item>
bool is_list(const Column<Item>& column) noexcept {
  return column.kind == ColumnKind::list && column.name != "evidence";
}

// REQUIRES: valid UTF-8.
void append_valid_cell(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"')
      out += "\"\"";
    else if (static_cast<unsigned char>(c) < ' ' || c == '\x7F')
      out += ' ';
    else
      out += c;
  }
  out += '"';
}

void append_cell(std::string& out, std::string_view text) {
  if (text::find_ill_formed(text) == text.size())
    append_valid_cell(out, text);
  else
    append_valid_cell(out, text::decode(text, Encoding::utf8).text);
}

template <typename Item>
void append_value(std::string& out, const Column<Item>& column, std::vector<std::string> values) {
  if (values.empty()) return;
  if (column.kind != ColumnKind::text && column.kind != ColumnKind::list) {
    out += values.front();
  } else if (is_list(column)) {
    std::string items;
    for (std::string& value : values) {
      std::replace(value.begin(), value.end(), list_separator, ',');
      if (!items.empty()) items += list_separator;
      items += value;
    }
    append_cell(out, items);
  } else {
    append_cell(out, formats::joined(values));
  }
}

// "type" is the label of a node and the type of a relationship, which stand at the end.
template <typename Item>
void add_header(std::string& out, std::span<const Column<Item>> columns, std::string_view type) {
  for (const Column<Item>& column : columns) {
    if (column.name == "type") continue;
    out += ',';
    out += column.name;
    if (column.kind != ColumnKind::list || is_list(column)) out += suffix(column.kind);
  }
  out.append(",").append(type).append("\n");
}

template <typename Item>
void add_row(std::string& out, const EntityGraph& graph, const Item& item, std::span<const Column<Item>> columns) {
  std::vector<std::string> type;
  for (const Column<Item>& column : columns) {
    if (column.name == "type") {
      type = column.values(graph, item);
      continue;
    }
    out += ',';
    append_value(out, column, column.values(graph, item));
  }
  out += ',';
  append_cell(out, type.empty() ? std::string_view() : std::string_view(type.front()));
  out += '\n';
}

}  // namespace

void write_csv_nodes(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  formats::Pieces pieces(out);
  pieces.text = "key:ID";
  add_header(pieces.text, formats::node_columns(), ":LABEL");
  formats::select(graph, view).each_node([&](const Node& node) {
    append_cell(pieces.text, node.key);
    add_row(pieces.text, graph, node, formats::node_columns());
    pieces.pass();
  });
  pieces.finish();
}

void write_csv_relationships(std::ostream& out, const EntityGraph& graph, const GraphView& view) {
  formats::Pieces pieces(out);
  pieces.text = ":START_ID,:END_ID";
  add_header(pieces.text, formats::edge_columns(), ":TYPE");
  formats::select(graph, view).each_edge([&](const Edge& edge, std::size_t) {
    append_cell(pieces.text, formats::key_of(graph, edge.source));
    pieces.text += ',';
    append_cell(pieces.text, formats::key_of(graph, edge.target));
    add_row(pieces.text, graph, edge, formats::edge_columns());
    pieces.pass();
  });
  pieces.finish();
}

}  // namespace dossier
