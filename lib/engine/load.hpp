// From a configuration to the frozen parts of an engine.
#pragma once

#include <dossier/engine.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "base/files.hpp"
#include "engine/parts.hpp"
#include "rules/lint.hpp"

namespace dossier::engine {

/// What the caller's files and folders hold, by kind.
struct Folders {
  std::vector<base::SourceFile> dictionaries;
  std::vector<base::SourceFile> schemas;
  std::vector<base::SourceFile> rules;
};

/// Reads them all; what cannot be read is reported.
[[nodiscard]] Folders read_own(const Config& config, Diagnostics& problems);

/// The built-in rule files, if there is a lexicon that brings them, and then the caller's.
[[nodiscard]] std::vector<base::SourceFile> rule_files_of(const std::optional<lexicon::Lexicon>& lexicon,
                                                          const Folders& own);

/// Null when something is wrong; every problem of every file is appended.
[[nodiscard]] std::shared_ptr<const Engine::Parts> load(const Config& config, Diagnostics& problems);

/// The parts that dates alone need: the dictionaries, without rules and weights. Null when something is wrong.
[[nodiscard]] std::shared_ptr<const Engine::Parts> load_dates(const Config& config, Diagnostics& problems);

/// What lint_rules() says.
[[nodiscard]] Diagnostics lint(const Config& config, bool own_only);

}  // namespace dossier::engine
