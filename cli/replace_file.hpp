// Replaces a file at one stroke, so that whoever has the old one open keeps it whole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dossier::cli {

/// Writes the bytes beside the file and renames them over it. Links are followed; a file that is there already keeps
/// its mode. "-" is standard output; devices and pipes are written in place. Empty when all went well, else what went
/// wrong, and the old file is as it was.
[[nodiscard]] std::string replace_file(const std::string& path, const std::vector<std::byte>& bytes);

}  // namespace dossier::cli
