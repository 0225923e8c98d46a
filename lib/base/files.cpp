// Reading files and folders, with a diagnostic for all that can go wrong.
#include "base/files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace dossier::base {
namespace {

namespace fs = std::filesystem;

void report(Diagnostics& problems, std::string_view path, std::string_view code, std::string message) {
  Diagnostic problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.file = path;
  problems.push_back(std::move(problem));
}

// What the path leads to; reports it when it leads nowhere.
fs::file_type type_of(const std::string& path, Diagnostics& problems) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  if (type == fs::file_type::not_found)
    report(problems, path, "file.not-found", "there is no such file or folder");
  else if (error)
    report(problems, path, "file.unreadable", "the file cannot be reached: " + error.message());
  return error ? fs::file_type::not_found : type;
}

// Until the end of the file, whatever its size was a moment ago.
bool read_all(std::ifstream& in, std::string& bytes) {
  std::array<char, 1 << 16> block{};
  while (in && bytes.size() <= max_file_bytes) {
    in.read(block.data(), block.size());
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  return !in.bad();
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return path.ends_with(extension); });
}

// Paths of the wanted files below a folder, sorted.
std::vector<std::string> list_folder(const std::string& folder, std::initializer_list<std::string_view> extensions,
                                     Diagnostics& problems) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error);
  while (!error && at != fs::recursive_directory_iterator()) {
    std::error_code unreadable;
    if (is_hidden(at->path())) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(unreadable) && has_extension(at->path().generic_string(), extensions)) {
      paths.push_back(at->path().generic_string());
    }
    at.increment(error);
  }
  if (error) report(problems, folder, "file.unreadable", "the folder cannot be read: " + error.message());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

std::optional<SourceFile> read_file(const std::string& path, Diagnostics& problems) {
  const fs::file_type type = type_of(path, problems);
  if (type == fs::file_type::not_found) return std::nullopt;
  if (type != fs::file_type::regular) {
    report(problems, path, "file.not-regular", "this is not a regular file");
    return std::nullopt;
  }
  SourceFile file{path, {}};
  std::ifstream in(path, std::ios::binary);
  if (!in || !read_all(in, file.bytes)) {
    report(problems, path, "file.unreadable", "the file cannot be read");
    return std::nullopt;
  }
  if (file.bytes.size() > max_file_bytes) {
    report(problems, path, "file.too-large", "the file is larger than 1 GiB");
    return std::nullopt;
  }
  return file;
}

std::vector<SourceFile> read_files(const std::string& path, std::initializer_list<std::string_view> extensions,
                                   Diagnostics& problems) {
  std::vector<std::string> paths = {path};
  const fs::file_type type = type_of(path, problems);
  if (type == fs::file_type::not_found) return {};
  if (type == fs::file_type::directory) {
    const std::size_t before = problems.size();
    paths = list_folder(path, extensions, problems);
    if (paths.empty() && problems.size() == before) {
      report(problems, path, "file.none", "the folder has no file with a known extension");
      problems.back().severity = Severity::warning;
    }
  }
  std::vector<SourceFile> files;
  for (const std::string& each : paths)
    if (std::optional<SourceFile> file = read_file(each, problems)) files.push_back(std::move(*file));
  return files;
}

}  // namespace dossier::base
