// Brings in the rule files that rule files import.
#pragma once

#include <dossier/diagnostics.hpp>
#include <vector>

#include "base/files.hpp"

namespace dossier::engine {

/// The files with those that they import, each file once, an imported one before the first that names it. Paths are
/// relative to the folder of the importing file. What cannot be read is the error "rules.unknown-import" with the place
/// of the import. A circle of imports ends where it would begin anew.
[[nodiscard]] std::vector<base::SourceFile> with_imports(std::vector<base::SourceFile> files, Diagnostics& problems);

}  // namespace dossier::engine
