// Reads CSV (RFC 4180) with libcsv and FollowTheMoney entities (JSON lines) with simdjson.
#include "dict.hpp"

#include <csv.h>
#include <simdjson.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dictionary_writer.hpp"
#include "output.hpp"
#include "overwrite.hpp"

namespace dossier::cli {
namespace {

struct ImportOptions {
  std::string file;
  std::string output = "-";
  std::string source;
  std::string licence;
  std::string cls;
  bool declare = false;
  std::string delimiter = ",";
  std::vector<std::string> forms;
  std::string weight;
  std::vector<std::string> attributes;
};

std::optional<std::string> read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad() || !in.is_open()) {
    message(path + ": the file cannot be read");
    return std::nullopt;
  }
  return bytes;
}

int write(const ImportOptions& options, const DictionaryWriter& rows, std::string_view cls) {
  Output output(options.output);
  if (output.error().empty()) output.start();
  output.write(rows.file(cls, options.source, options.licence, options.declare));
  output.flush();
  if (!output.error().empty()) {
    message(output.error());
    return ExitCode::io;
  }
  std::string words = std::to_string(rows.names()) + " names";
  const auto tell = [&](std::uint64_t count, std::string_view what) {
    if (count != 0) words.append("; ").append(std::to_string(count)).append(" ").append(what);
  };
  tell(rows.without_form(), "rows without a usable name left out");
  tell(rows.dropped_forms(), "names left out that a dictionary cannot hold");
  tell(rows.dropped_values(), "values left out that a dictionary cannot hold");
  message(words);
  return ExitCode::ok;
}

/// The rows of a CSV file as its parser finds them.
struct Table {
  std::vector<std::vector<std::string>> rows = {{}};
};

bool read_table(const std::string& bytes, char delimiter, Table& table, std::string& problem) {
  csv_parser parser{};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
    problem = "the CSV reader cannot start";
    return false;
  }
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  const auto cell = [](void* text, std::size_t size, void* data) {
    static_cast<Table*>(data)->rows.back().emplace_back(static_cast<const char*>(text), size);
  };
  const auto row = [](int, void* data) { static_cast<Table*>(data)->rows.emplace_back(); };
  const std::size_t done = csv_parse(&parser, bytes.data(), bytes.size(), cell, row, &table);
  if (done == bytes.size()) csv_fini(&parser, cell, row, &table);
  if (const int fault = csv_error(&parser); fault != CSV_SUCCESS || done != bytes.size())
    problem = "line " + std::to_string(1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(done), '\n')) +
              ": " + csv_strerror(fault);
  csv_free(&parser);
  if (table.rows.back().empty()) table.rows.pop_back();
  return problem.empty();
}

/// The place of each named column; says which there is not.
std::optional<std::size_t> column_of(const std::vector<std::string>& head, const std::string& name) {
  const auto found = std::find(head.begin(), head.end(), name);
  if (found != head.end()) return static_cast<std::size_t>(found - head.begin());
  std::string known;
  for (const std::string& it : head) known += (known.empty() ? "" : ", ") + it;
  message("no column is called '" + name + "'; there are " + known);
  return std::nullopt;
}

int import_csv(const ImportOptions& options) {
  if (would_overwrite(options.output, {options.file})) return ExitCode::usage;
  const std::optional<std::string> bytes = read(options.file);
  if (!bytes) return ExitCode::io;
  if (options.delimiter != "tab" && options.delimiter.size() != 1) {
    message("--delimiter: one character, or 'tab'");
    return ExitCode::usage;
  }
  const char delimiter = options.delimiter == "tab" ? '\t' : options.delimiter.front();
  Table table;
  std::string problem;
  std::string_view text = *bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!read_table(std::string(text), delimiter, table, problem) || table.rows.empty()) {
    message(options.file + ": " + (problem.empty() ? "the file is empty" : problem));
    return ExitCode::usage;
  }
  const std::vector<std::string> head = table.rows.front();
  std::vector<std::size_t> forms;
  std::vector<std::pair<std::string, std::size_t>> attributes;
  std::optional<std::size_t> weight;
  for (const std::string& name : options.forms) {
    const auto column = column_of(head, name);
    if (!column) return ExitCode::usage;
    forms.push_back(*column);
  }
  for (const std::string& pair : options.attributes) {
    const std::size_t equals = pair.find('=');
    const auto column = column_of(head, equals == std::string::npos ? pair : pair.substr(equals + 1));
    if (!column) return ExitCode::usage;
    attributes.emplace_back(pair.substr(0, equals), *column);
  }
  if (!options.weight.empty() && !(weight = column_of(head, options.weight))) return ExitCode::usage;
  DictionaryWriter out;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const std::vector<std::string>& row = table.rows[i];
    const auto cell = [&](std::size_t column) { return column < row.size() ? row[column] : std::string(); };
    ImportedName name{.cls = options.cls};
    for (const std::size_t column : forms) name.forms.push_back(cell(column));
    if (weight) name.weight = cell(*weight);
    for (const auto& [key, column] : attributes) name.attributes.emplace_back(key, cell(column));
    out.add(name);
  }
  return write(options, out, options.cls);
}

/// Schemata of FollowTheMoney (followthemoney.tech) that dictionaries have a class for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> ftm_classes = {{{"Person", "person"},
                                                                                       {"Company", "organization"},
                                                                                       {"Organization", "organization"},
                                                                                       {"PublicBody", "organization"},
                                                                                       {"LegalEntity", "organization"},
                                                                                       {"Address", ""}}};

void add_values(simdjson::dom::element properties, const char* key, std::vector<std::string>& out) {
  simdjson::dom::array values;
  if (properties[key].get(values) != simdjson::SUCCESS) return;
  for (const simdjson::dom::element value : values) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) out.emplace_back(text);
  }
}

int import_ftm(const ImportOptions& options) {
  if (would_overwrite(options.output, {options.file})) return ExitCode::usage;
  const std::optional<std::string> bytes = read(options.file);
  if (!bytes) return ExitCode::io;
  simdjson::dom::parser parser;
  DictionaryWriter out;
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
      if (++bad == 1) message(options.file + ":" + std::to_string(line_number) + ": not an entity of FollowTheMoney");
      continue;
    }
    const auto* const known =
        std::find_if(ftm_classes.begin(), ftm_classes.end(), [&](const auto& it) { return it.first == schema; });
    if (known == ftm_classes.end() || known->second.empty()) {
      ++other;
      continue;
    }
    ImportedName name{.cls = std::string(known->second)};
    std::string_view caption;
    if (entity["caption"].get(caption) == simdjson::SUCCESS) name.forms.emplace_back(caption);
    add_values(properties, "name", name.forms);
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
  const int code = write(options, out, "person");
  return code == ExitCode::ok && bad != 0 ? ExitCode::damaged : code;
}

void add_common(CLI::App& app, ImportOptions& options) {
  app.add_option("file", options.file, "File to read")->required();
  app.add_option("-o,--output", options.output, "Dictionary to write; - for standard output");
  app.add_option("--source", options.source, "Where the names come from")->required();
  app.add_option("--licence", options.licence, "Their licence, as SPDX writes it")->required();
}

}  // namespace

void add_dict_import(CLI::App& dict, int& code) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* import = dict.add_subcommand("import", "Make a dictionary of a table or of entities");
  import->require_subcommand(1);
  CLI::App* csv = import->add_subcommand("csv", "Of a CSV file with a head line");
  add_common(*csv, *options);
  csv->add_option("--class", options->cls, "Class of all names, as dictionaries/FORMAT.md lists them")->required();
  csv->add_flag("--declare", options->declare, "The class is a new one");
  csv->add_option("--form", options->forms, "Column with the name; further ones have aliases (repeatable)")
      ->required()
      ->allow_extra_args(false);
  csv->add_option("--weight", options->weight, "Column with a whole number from 0 to 1000");
  csv->add_option("--attribute", options->attributes, "KEY=COLUMN or COLUMN (repeatable)")->allow_extra_args(false);
  csv->add_option("--delimiter", options->delimiter, "One character, or 'tab'");
  csv->callback([options, &code] { code = import_csv(*options); });
  CLI::App* ftm = import->add_subcommand("ftm", "Of FollowTheMoney entities, one JSON object a line");
  add_common(*ftm, *options);
  ftm->callback([options, &code] { code = import_ftm(*options); });
}

}  // namespace dossier::cli
