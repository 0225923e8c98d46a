// How problems found while loading are put into words.
#include <dossier/diagnostics.hpp>

#include <algorithm>
#include <utility>

namespace dossier {
namespace {

std::string joined(const Diagnostics& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) {
    if (!out.empty()) out += '\n';
    out += to_string(problem);
  }
  return out;
}

}  // namespace

std::string to_string(const Diagnostic& problem) {
  std::string out = problem.file;
  if (problem.line != 0) out += ':' + std::to_string(problem.line);
  if (problem.line != 0 && problem.column != 0) out += ':' + std::to_string(problem.column);
  if (!out.empty()) out += ": ";
  out += problem.severity == Severity::error ? "error: " : "warning: ";
  out += problem.message;
  if (!problem.piece.empty()) out += " '" + problem.piece + "'";
  if (!problem.code.empty()) out += " [" + problem.code + ']';
  return out;
}

bool has_errors(const Diagnostics& problems) noexcept {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Diagnostic& problem) { return problem.severity == Severity::error; });
}

LoadError::LoadError(Diagnostics problems) : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

}  // namespace dossier
