// How a command over many records ends: what went wrong is said once, and becomes the exit code.
#pragma once

#include <cstdint>
#include <optional>

#include "inputs.hpp"
#include "options.hpp"
#include "output.hpp"

namespace dossier::cli {

/// Counts kept while a command runs.
struct Tally {
  std::uint64_t records = 0;
  std::uint64_t damaged = 0;  ///< records that could not be read
  std::uint64_t found = 0;    ///< what the command looked for
};

/// Begins to write, or says why that cannot be and gives the exit code. To be called when the inputs are known.
[[nodiscard]] inline std::optional<int> start(const Inputs& inputs, Output& output) {
  if (inputs.reads_output()) return ExitCode::usage;
  if (output.error().empty()) output.start();
  if (output.error().empty()) return std::nullopt;
  message(output.error());
  return ExitCode::io;
}

/// Reports and decides: output errors and unreadable files 4, bad records 3 if strict, nothing found 1 if asked, else
/// 0.
[[nodiscard]] inline int finish(const Common& common, const Inputs& inputs, Output& output, const Tally& tally) {
  output.flush();
  if (!output.error().empty()) {
    message(output.error());
    return ExitCode::io;
  }
  if (tally.damaged != 0 && !common.quiet)
    message(std::to_string(tally.damaged) + " of " + std::to_string(tally.records) + " records could not be read");
  if (inputs.failures() != 0) return ExitCode::io;
  if (common.strict && tally.damaged != 0) return ExitCode::damaged;
  return common.exit_status && tally.found == 0 ? ExitCode::nothing_found : ExitCode::ok;
}

}  // namespace dossier::cli
