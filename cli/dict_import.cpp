// Dictionaries of tables and of FollowTheMoney entities (JSON lines, read with simdjson).
#include <simdjson.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csv_table.hpp"
#include "dict.hpp"
#include "dictionary_writer.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "overwrite.hpp"

namespace dossier::cli {
namespace {

struct ImportOptions {
  std::string file = {};
  std::string output = "-";
  DictionaryHead head = {};
  std::string delimiter = ",";
  std::string split = {};
  std::vector<std::string> forms = {};
  std::string weight = {};
  std::vector<std::string> attributes = {};
  bool strict = false;
};

/// A file, or standard input for "-".
std::optional<std::string> read(const std::string& path) {
  std::error_code fault;
  if (path != "-" && std::filesystem::is_directory(path, fault)) {
    message(path + ": is a folder, not a file");
    return std::nullopt;
  }
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  std::string bytes;
  if (in) bytes = read_all(in);
  if (in.bad() || !in.eof()) {
    message(path + ": the file cannot be read");
    return std::nullopt;
  }
  return bytes;
}

/// The line of the file that is read, as messages name it.
std::string place_in(const ImportOptions& options) { return options.file == "-" ? "standard input" : options.file; }

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

/// Says what is wrong with the origin of the names, without which no dictionary loads.
bool has_origin(const ImportOptions& options) {
  for (const auto& [name, value] :
       {std::pair<std::string, std::string_view>{"--source", options.head.source}, {"--licence", options.head.licence}})
    if (value.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      message(name + ": must not be empty");
      return false;
    }
  return true;
}

/// True when the dictionary loads, with what cannot be held left out; else says why not.
bool settle(const ImportOptions& options, DictionaryWriter& rows) {
  const Diagnostics problems = rows.settle();
  for (const std::string& report : problems.empty() ? rows.reports() : std::vector<std::string>())
    message(place_in(options) + ':' + report);
  for (const Diagnostic& problem : problems)
    message(problem.message + (problem.piece.empty() ? "" : " '" + problem.piece + "'") + " [" + problem.code + ']');
  return problems.empty();
}

int write(const ImportOptions& options, DictionaryWriter& rows) {
  if (!settle(options, rows)) return ExitCode::usage;
  Output output(options.output);
  if (output.error().empty()) output.start();
  output.write(rows.file());
  output.flush();
  if (!output.error().empty()) {
    message(output.error());
    return ExitCode::io;
  }
  std::string words = std::to_string(rows.names()) + " names";
  const auto tell = [&](std::uint64_t count, std::string_view what) {
    if (count != 0) words.append("; ").append(std::to_string(count)).append(" ").append(what);
  };
  tell(rows.rows_left_out(), "rows left out");
  tell(rows.aliases_left_out(), "aliases left out");
  tell(rows.values_left_out(), "values left out");
  message(words);
  return ExitCode::ok;
}

/// The place of the named column; says which there are when it is none of them.
std::optional<std::size_t> column_of(const std::vector<std::string>& head, const std::string& name) {
  const auto found = std::find(head.begin(), head.end(), name);
  if (found != head.end()) return static_cast<std::size_t>(found - head.begin());
  std::string known;
  for (const std::string& it : head) known += (known.empty() ? "" : ", ") + it;
  message("no column is called '" + name + "'; there are " + known);
  return std::nullopt;
}

/// Where a table has what a dictionary needs.
struct Columns {
  std::vector<std::size_t> forms;
  std::vector<std::pair<std::string, std::size_t>> attributes;
  std::optional<std::size_t> weight;
};

bool is_key(std::string_view text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

std::optional<Columns> find_columns(const ImportOptions& options, const std::vector<std::string>& head) {
  Columns out;
  for (const std::string& name : options.forms) {
    const auto column = column_of(head, name);
    if (!column) return std::nullopt;
    out.forms.push_back(*column);
  }
  for (const std::string& pair : options.attributes) {
    const std::size_t equals = pair.find('=');
    const auto column = column_of(head, equals == std::string::npos ? pair : pair.substr(equals + 1));
    if (!column) return std::nullopt;
    const std::string key = pair.substr(0, equals);
    if (!is_key(key)) {
      message("--attribute: a key has small letters, digits and _ only: '" + key + "'; write KEY=" + head[*column]);
      return std::nullopt;
    }
    if (std::any_of(out.attributes.begin(), out.attributes.end(), [&](const auto& it) { return it.first == key; })) {
      message("--attribute: '" + key + "' is given twice");
      return std::nullopt;
    }
    out.attributes.emplace_back(key, *column);
  }
  if (!options.weight.empty() && !(out.weight = column_of(head, options.weight))) return std::nullopt;
  return out;
}

/// The forms of a cell: one, or several where cells are split.
void add_forms(std::string_view cell, const std::string& split, std::vector<std::string>& out) {
  for (std::size_t end = 0; !split.empty() && (end = cell.find(split)) != std::string_view::npos;) {
    out.emplace_back(cell.substr(0, end));
    cell.remove_prefix(end + split.size());
  }
  out.emplace_back(cell);
}

std::optional<std::vector<CsvRow>> read_table(const ImportOptions& options, std::string_view bytes) {
  std::string problem;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::optional<std::vector<CsvRow>> table;
  if (is_utf16(bytes))
    problem = "this file is UTF-16; save it as UTF-8";
  else
    table = read_csv(bytes, options.delimiter == "tab" ? '\t' : options.delimiter.front(), problem);
  if (table && table->empty()) problem = "the file is empty";
  if (problem.empty()) return table;
  message(place_in(options) + ": " + problem);
  return std::nullopt;
}

int import_csv(const ImportOptions& options) {
  if (would_overwrite(options.output, {options.file}) || !has_origin(options)) return ExitCode::usage;
  if (options.delimiter != "tab" && options.delimiter.size() != 1) {
    message("--delimiter: one character, or 'tab'");
    return ExitCode::usage;
  }
  const std::optional<std::string> bytes = read(options.file);
  if (!bytes) return ExitCode::io;
  const std::optional<std::vector<CsvRow>> table = read_table(options, *bytes);
  if (!table) return ExitCode::usage;
  const std::optional<Columns> columns = find_columns(options, table->front().cells);
  if (!columns) return ExitCode::usage;
  DictionaryWriter out(options.head);
  for (std::size_t i = 1; i < table->size(); ++i) {
    const CsvRow& row = (*table)[i];
    const auto cell = [&](std::size_t column) { return column < row.cells.size() ? row.cells[column] : std::string(); };
    ImportedName name{.cls = options.head.cls, .line = row.line};
    for (const std::size_t column : columns->forms) add_forms(cell(column), options.split, name.forms);
    if (columns->weight) name.weight = cell(*columns->weight);
    for (const auto& [key, column] : columns->attributes) name.attributes.emplace_back(key, cell(column));
    out.add(name);
  }
  return write(options, out);
}

/// Schemata of FollowTheMoney (followthemoney.tech) that dictionaries have a class for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> ftm_classes = {
    {{"Person", "person"},
     {"Company", "organization"},
     {"Organization", "organization"},
     {"PublicBody", "organization"},
     {"LegalEntity", "organization"}}};

void add_values(simdjson::dom::element properties, const char* key, std::vector<std::string>& out) {
  simdjson::dom::array values;
  if (properties[key].get(values) != simdjson::SUCCESS) return;
  for (const simdjson::dom::element value : values) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) out.emplace_back(text);
  }
}

/// A person may have a first and a last name and no whole one.
void add_parts_of_name(simdjson::dom::element properties, std::vector<std::string>& out) {
  std::vector<std::string> first;
  std::vector<std::string> last;
  add_values(properties, "firstName", first);
  add_values(properties, "lastName", last);
  if (!first.empty() && !last.empty()) out.push_back(first.front() + ' ' + last.front());
}

int import_ftm(const ImportOptions& options) {
  if (would_overwrite(options.output, {options.file}) || !has_origin(options)) return ExitCode::usage;
  const std::optional<std::string> bytes = read(options.file);
  if (!bytes) return ExitCode::io;
  simdjson::dom::parser parser;
  DictionaryHead head = options.head;
  head.cls = "person";
  DictionaryWriter out(head);
  std::uint64_t line_number = 0;
  std::uint64_t bad = 0;
  std::uint64_t other = 0;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++line_number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    simdjson::dom::element entity;
    std::string_view schema;
    simdjson::dom::element properties;
    if (parser.parse(line).get(entity) != simdjson::SUCCESS || entity["schema"].get(schema) != simdjson::SUCCESS ||
        entity["properties"].get(properties) != simdjson::SUCCESS) {
      if (++bad == 1)
        message(place_in(options) + ":" + std::to_string(line_number) + ": not an entity of FollowTheMoney");
      continue;
    }
    const auto* const known =
        std::find_if(ftm_classes.begin(), ftm_classes.end(), [&](const auto& it) { return it.first == schema; });
    if (known == ftm_classes.end()) {
      ++other;
      continue;
    }
    ImportedName name{.cls = std::string(known->second), .line = line_number};
    std::string_view caption;
    if (entity["caption"].get(caption) == simdjson::SUCCESS) name.forms.emplace_back(caption);
    add_values(properties, "name", name.forms);
    if (name.forms.empty()) add_parts_of_name(properties, name.forms);
    add_values(properties, "alias", name.forms);
    add_values(properties, "weakAlias", name.weak_forms);
    std::string_view id;
    if (entity["id"].get(id) == simdjson::SUCCESS) name.attributes.emplace_back("id", id);
    std::vector<std::string> countries;
    add_values(properties, "country", countries);
    if (!countries.empty()) name.attributes.emplace_back("country", countries.front());
    out.add(name);
  }
  if (bad != 0) message(std::to_string(bad) + " of " + std::to_string(line_number) + " lines could not be read");
  if (other != 0) message(std::to_string(other) + " entities are neither people nor organizations and were left out");
  const int code = write(options, out);
  return code == ExitCode::ok && bad != 0 && options.strict ? ExitCode::damaged : code;
}

void add_common(CLI::App& app, ImportOptions& options) {
  app.add_option("file", options.file, "File to read, - for standard input")->required();
  app.add_option("-o,--output", options.output, "Dictionary to write; - for standard output");
  app.add_option("--source", options.head.source, "Where the names come from")->required();
  app.add_option("--licence", options.head.licence, "Their licence, as SPDX writes it")->required();
}

}  // namespace

void add_dict_import(CLI::App& dict, int& code) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* import = dict.add_subcommand("import", "Make a dictionary of a table or of entities");
  import->require_subcommand(1);
  CLI::App* csv = import->add_subcommand("csv", "Of a CSV file with a head line");
  add_common(*csv, *options);
  csv->add_option("--class", options->head.cls, "Class of all names, as dictionaries/FORMAT.md lists them")->required();
  csv->add_flag("--declare", options->head.declare, "The class is a new one");
  csv->add_option("--form", options->forms, "Column with the name; further ones have aliases (repeatable)")
      ->required()
      ->allow_extra_args(false);
  csv->add_option("--split", options->split, "What stands between the names of one cell: ';'");
  csv->add_option("--variants", options->head.variants,
                  "Other ways to write the names that match as well: hyphen, dots, or both");
  csv->add_option("--weight", options->weight, "Column with a whole number from 0 to 1000");
  csv->add_option("--attribute", options->attributes, "KEY=COLUMN or COLUMN (repeatable)")->allow_extra_args(false);
  csv->add_option("--delimiter", options->delimiter, "One character, or 'tab'");
  csv->callback([options, &code] { code = import_csv(*options); });
  CLI::App* ftm = import->add_subcommand("ftm", "Of FollowTheMoney entities, one JSON object a line");
  add_common(*ftm, *options);
  ftm->add_flag("--strict", options->strict, "End with 3 when a line could not be read");
  ftm->callback([options, &code] { code = import_ftm(*options); });
}

}  // namespace dossier::cli
