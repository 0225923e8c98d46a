// Read with libcsv, strictly: what it would repair is mostly a wrong delimiter.
#include "csv_table.hpp"

#include <csv.h>

#include <algorithm>

namespace dossier::cli {
namespace {

/// Takes what the parser finds, and counts lines: it tells of every line end outside of cells.
struct Reader {
  std::vector<CsvRow> rows = {{}};
  std::uint64_t line = 1;
  bool after_return = false;

  void cell(std::string_view text) {
    if (rows.back().cells.empty()) rows.back().line = line;
    rows.back().cells.emplace_back(text);
    line += static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
    after_return = false;
  }
  void end_of_row(int c) {
    if (c == '\r' || !after_return) ++line;
    after_return = c == '\r';
    if (!rows.back().cells.empty()) rows.emplace_back();
  }
};

std::string words_of(int fault) {
  if (fault != CSV_EPARSE) return csv_strerror(fault);
  return "a quote stands inside of a cell, or words behind a closing quote; is the --delimiter right? Quotes stand "
         "around the whole cell, and those within it are doubled";
}

}  // namespace

std::optional<std::vector<CsvRow>> read_csv(std::string_view bytes, char delimiter, std::string& problem) {
  csv_parser parser{};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL) != 0) {
    problem = "the CSV reader cannot start";
    return std::nullopt;
  }
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  Reader reader;
  const auto cell = [](void* text, std::size_t size, void* data) {
    static_cast<Reader*>(data)->cell({static_cast<const char*>(text), size});
  };
  const auto row = [](int c, void* data) { static_cast<Reader*>(data)->end_of_row(c); };
  const std::size_t done = csv_parse(&parser, bytes.data(), bytes.size(), cell, row, &reader);
  if (done == bytes.size()) csv_fini(&parser, cell, row, &reader);
  if (const int fault = csv_error(&parser); fault != CSV_SUCCESS || done != bytes.size()) {
    const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(done);
    problem = "line " + std::to_string(1 + std::count(bytes.begin(), at, '\n')) + ": " + words_of(fault);
  }
  csv_free(&parser);
  if (!problem.empty()) return std::nullopt;
  if (reader.rows.back().cells.empty()) reader.rows.pop_back();
  return std::move(reader.rows);
}

}  // namespace dossier::cli
