// From a configuration to the frozen parts of an engine.
#pragma once

#include <dossier/engine.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "engine/parts.hpp"
#include "rules/lint.hpp"

namespace dossier::engine {

/// What the caller's files and folders hold, by kind.
struct Folders {
  std::vector<std::string> images;  ///< paths of compiled dictionaries
  std::vector<base::SourceFile> dictionaries;
  std::vector<base::SourceFile> schemas;
  std::vector<base::SourceFile> rules;
};

/// Reads them all; what cannot be read is reported.
[[nodiscard]] Folders read_own(const Config& config, Diagnostics& problems);

/// What the caller's dictionaries stand on: his image, or the built-in English, or nothing. Nothing as well, and an
/// error, when it cannot be opened.
[[nodiscard]] std::optional<lexicon::Lexicon> open_base(const Config& config, const Folders& own,
                                                        Diagnostics& problems);
/// The image of the base and the caller's dictionaries on top of it; empty after an error.
[[nodiscard]] std::vector<std::byte> compile_on(const std::optional<lexicon::Lexicon>& base,
                                                const std::vector<base::SourceFile>& files, Diagnostics& problems);

/// The base with the caller's dictionaries on top of it.
[[nodiscard]] std::optional<lexicon::Lexicon> load_lexicon(const Config& config, const Folders& own,
                                                           Diagnostics& problems);

/// The schema files of the lexicon, if there is one, and then the caller's.
[[nodiscard]] std::vector<base::SourceFile> schema_files_of(const std::optional<lexicon::Lexicon>& lexicon,
                                                            const Folders& own);
/// The rule files of the lexicon, if there is one, and then the caller's.
[[nodiscard]] std::vector<base::SourceFile> rule_files_of(const std::optional<lexicon::Lexicon>& lexicon,
                                                          const Folders& own);

/// Null when something is wrong; every problem of every file is appended.
[[nodiscard]] std::shared_ptr<const Engine::Parts> assemble(const Config& config,
                                                            std::optional<lexicon::Lexicon> lexicon, const Folders& own,
                                                            Diagnostics& problems);
/// The same from the beginning.
[[nodiscard]] std::shared_ptr<const Engine::Parts> load(const Config& config, Diagnostics& problems);

/// The parts that dates alone need: the dictionaries, without rules and weights. Null when something is wrong.
[[nodiscard]] std::shared_ptr<const Engine::Parts> load_dates(const Config& config, Diagnostics& problems);

/// What lint_rules() says.
[[nodiscard]] Diagnostics lint(const Config& config, bool own_only);

}  // namespace dossier::engine
