// Import lines.
#include "rules/imports.hpp"

#include "base/files.hpp"

namespace dossier::rules {

std::optional<std::string_view> read_import(std::string_view line) {
  constexpr std::string_view word = "import \"";
  constexpr std::string_view ending = ".rules\"";
  if (!line.starts_with(word) || !line.ends_with(ending) || line.size() < word.size() + ending.size())
    return std::nullopt;
  const std::string_view path = line.substr(word.size(), line.size() - word.size() - 1);
  return path.find('"') == std::string_view::npos ? std::optional(path) : std::nullopt;
}

std::vector<Import> find_imports(std::string_view bytes) {
  std::vector<Import> out;
  bytes = base::without_mark(bytes);
  std::uint32_t number = 0;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    ++number;
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
    if (const auto path = read_import(line)) out.push_back({*path, number});
  }
  return out;
}

}  // namespace dossier::rules
