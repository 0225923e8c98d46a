// What a command reads must not be what it writes.
#pragma once

#include <string>
#include <vector>

namespace dossier::cli {

/// True, and said on standard error, when the output is a regular file that one of the paths leads to, or that is read
/// from one of the folders (dictionaries, types and rules). To be asked before anything is read. "-" is standard
/// output.
[[nodiscard]] bool would_overwrite(const std::string& output, const std::vector<std::string>& inputs);

}  // namespace dossier::cli
