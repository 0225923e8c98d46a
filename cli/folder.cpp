// A folder that a command writes into.
#include "folder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "output.hpp"

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_name = 120;  // file systems take 255 bytes; a number and an extension come behind

bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

// True when `inner` is `outer` or lies in it. Both absolute, without links.
bool is_inside(const fs::path& inner, const fs::path& outer) {
  const auto [a, b] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  (void)b;
  return a == outer.end() || (a->empty() && std::next(a) == outer.end());
}

}  // namespace

bool make_folder(const std::string& path, std::string_view format) {
  if (path.empty() || path == "-") {
    message("--format " + std::string(format) + " writes a folder: name it with -o FOLDER");
    return false;
  }
  std::error_code error;
  fs::create_directories(path, error);
  if (fs::is_directory(path)) return true;
  message(path + ": " + (error ? error.message() : "is no folder"));
  return false;
}

bool reads_folder(const std::string& folder, const std::vector<std::string>& inputs) {
  std::error_code error;
  const fs::path ours = fs::weakly_canonical(folder, error);
  for (const std::string& input : inputs) {
    if (input == "-") continue;
    const fs::path theirs = fs::weakly_canonical(input, error);
    if (!is_inside(theirs, ours) && !is_inside(ours, theirs)) continue;
    message("-o " + folder + ": would be read as part of " + input + "; write to a folder outside of what is read");
    return true;
  }
  return false;
}

std::string FileNames::name(std::string_view id) {
  id.remove_prefix(std::min(id.find_first_not_of("./-"), id.size()));  // of "../letters/a.txt", and no hidden files
  std::string base;
  for (const char c : id.substr(0, max_name)) base += is_plain(c) ? c : '_';
  if (base.empty()) base = "_";
  std::string name = base;
  for (std::size_t number = 2;; ++number) {
    const std::string key = lower(name);
    const auto at = std::lower_bound(taken_.begin(), taken_.end(), key);
    if (at == taken_.end() || *at != key) {
      taken_.insert(at, key);
      return name;
    }
    name = base + '-' + std::to_string(number);
  }
}

}  // namespace dossier::cli
