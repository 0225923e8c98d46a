// Files as a whole in memory: one file, or those of a folder in the order of their names.
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::base {

/// A file's name, as it is to be shown to people, and its bytes.
struct SourceFile {
  std::string name;
  std::string bytes;
};

/// A text without the byte order mark that some editors put before UTF-8.
[[nodiscard]] constexpr std::string_view without_mark(std::string_view bytes) noexcept {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

/// Larger files are refused.
inline constexpr std::uint64_t max_file_bytes = std::uint64_t{1} << 30;

/// Reads a regular file (or a symbolic link to one). Nothing, and a diagnostic ("file.*"), when it is missing, is a
/// folder, a device or a pipe, cannot be read or is too large. Its name is `path`.
[[nodiscard]] std::optional<SourceFile> read_file(const std::string& path, Diagnostics& problems);

/// A file as it is named, whatever its extension; or the regular files in a folder and the folders below it that have
/// one of the extensions (".tsv"), sorted by the bytes of their paths, which begin with `path` and have "/" between the
/// parts. Names that begin with "." are passed over, folders behind symbolic links are not entered. A folder without
/// any such file is a warning. Files that could be read are returned even when others could not.
[[nodiscard]] std::vector<SourceFile> read_files(const std::string& path,
                                                 std::initializer_list<std::string_view> extensions,
                                                 Diagnostics& problems);

}  // namespace dossier::base
