// Schema files: further entity and relation types, declared in text.
//
//   type VESSEL node
//   type WEAPON
//   relation supplies: ORGANIZATION | LOCATION -> WEAPON | VESSEL
//   relation collided_with: VESSEL -> VESSEL symmetric
#pragma once

#include <dossier/diagnostics.hpp>
#include <dossier/schema.hpp>
#include <span>

#include "base/files.hpp"

namespace dossier {

/// The schema with the types that the files declare, in the order of files and lines. Types may be used before and
/// across files. Appends every problem of every file (codes "schema.*"); a line with a problem declares nothing.
[[nodiscard]] Schema read_schema(const Schema& base, std::span<const base::SourceFile> files, Diagnostics& problems);

}  // namespace dossier
