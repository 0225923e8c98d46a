// Texts into a folder of brat: for each a .txt and an .ann file, and the configuration.
#pragma once

#include <dossier/engine.hpp>
#include <string>
#include <vector>

#include "options.hpp"

namespace dossier::cli {

/// Runs `dossier extract --format brat`; the exit code.
[[nodiscard]] int write_brat(const Common& common, const Engine& engine, const std::vector<std::string>& types);

}  // namespace dossier::cli
