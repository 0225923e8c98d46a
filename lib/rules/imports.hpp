// `import "file.rules"`: the lines of a rule file that name other files. Finding them is this floor's, reading them the
// caller's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dossier::rules {

struct Import {
  std::string_view path;  ///< as it stands between the quotes
  std::uint32_t line = 0;
};

/// The path of a line "import "file.rules"", without blanks at its ends; nothing for a line that does not say it so.
[[nodiscard]] std::optional<std::string_view> read_import(std::string_view line);

/// Those of a file, in its order; lines that are not well formed are left out (RuleSet::compile() reports them). Views
/// point into the bytes.
[[nodiscard]] std::vector<Import> find_imports(std::string_view bytes);

}  // namespace dossier::rules
