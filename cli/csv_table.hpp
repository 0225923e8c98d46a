// Tables in CSV (RFC 4180).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::cli {

struct CsvRow {
  std::uint64_t line = 0;  ///< where it begins, 1-based
  std::vector<std::string> cells;
};

/// The rows in order, blank lines left out; nothing, and what is wrong in `problem`, when this is no such table.
[[nodiscard]] std::optional<std::vector<CsvRow>> read_csv(std::string_view bytes, char delimiter, std::string& problem);

}  // namespace dossier::cli
