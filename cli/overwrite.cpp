// Files are the same when device and number are, whatever their names.
#include "overwrite.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "output.hpp"

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;
using Status = struct ::stat;

bool is_same(const Status& a, const std::string& path) {
  Status b = {};
  return ::stat(path.c_str(), &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

bool is_read_from_folders(const fs::path& path) {
  static const fs::path known[] = {".tsv", ".schema", ".rules"};
  return std::find(std::begin(known), std::end(known), path.extension()) != std::end(known);
}

/// The file of the folder that is the output; empty when there is none.
std::string find_in_folder(const std::string& folder, const Status& output) {
  std::error_code fault;
  auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, fault);
  for (; !fault && it != fs::recursive_directory_iterator(); it.increment(fault)) {
    const std::string path = it->path().string();
    if (is_read_from_folders(it->path()) && is_same(output, path)) return path;
  }
  return {};
}

}  // namespace

bool would_overwrite(const std::string& output, const std::vector<std::string>& inputs) {
  Status status = {};
  const bool standard = output.empty() || output == "-";
  if ((standard ? ::fstat(STDOUT_FILENO, &status) : ::stat(output.c_str(), &status)) != 0) return false;
  if (!S_ISREG(status.st_mode)) return false;
  for (const std::string& input : inputs) {
    std::error_code fault;
    std::string same;
    if (fs::is_directory(input, fault))
      same = find_in_folder(input, status);
    else if (is_same(status, input))
      same = input;
    if (same.empty()) continue;
    message(same + ": is to be read and to be written");
    return true;
  }
  return false;
}

}  // namespace dossier::cli
