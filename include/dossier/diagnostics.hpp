// What is wrong with a dictionary, a rule file or a configuration: one record a problem, all problems at once.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace dossier {

enum class Severity : std::uint8_t { warning, error };

/// One problem found while loading. `code` is stable across versions ("dict.unknown-class"); `message` is one sentence
/// for people. `line` and `column` are 1-based, the column counted in code points; 0 where there is none.
struct Diagnostic {
  std::string code;
  std::string message;
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string piece;  ///< the offending piece of the file, as it stands there
  Severity severity = Severity::error;
};

/// Problems in the order of files as they were named, then of lines.
using Diagnostics = std::vector<Diagnostic>;

/// "file:line:column: error: message [code]" without a newline; parts that are unknown are left out.
[[nodiscard]] std::string to_string(const Diagnostic& problem);

/// True when at least one problem is an error rather than a warning.
[[nodiscard]] bool has_errors(const Diagnostics& problems) noexcept;

/// Thrown by loading functions; carries every problem of every file. what() holds all of them, one a line.
class LoadError : public std::runtime_error {
 public:
  explicit LoadError(Diagnostics problems);
  /// Owned by this error object.
  [[nodiscard]] const Diagnostics& diagnostics() const& noexcept { return problems_; }
  const Diagnostics& diagnostics() const&& = delete;

 private:
  Diagnostics problems_;
};

}  // namespace dossier
