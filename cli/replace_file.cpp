// What the path leads to decides: regular files are renamed over, all else is written where it stands.
#include "replace_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "output.hpp"

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

std::string reason(const std::string& path) { return path + ": " + std::strerror(errno); }

/// What the links lead to, there or not: the path itself when it is no link.
std::string without_links(const std::string& path) {
  fs::path at = path;
  std::error_code fault;
  for (int links = 0; links < 40 && fs::is_symlink(fs::symlink_status(at, fault)); ++links) {
    const fs::path target = fs::read_symlink(at, fault);
    if (fault) break;
    at = target.is_absolute() ? target : at.parent_path() / target;
  }
  return at.string();
}

bool write_all(int file, const std::vector<std::byte>& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written = ::write(file, bytes.data() + done, bytes.size() - done);
    if (written >= 0)
      done += static_cast<std::size_t>(written);
    else if (errno != EINTR)
      return false;
  }
  return true;
}

std::string write_in_place(const std::string& path, const std::vector<std::byte>& bytes) {
  Output output(path);
  if (output.error().empty()) output.start();
  output.write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  output.flush();
  return output.error();
}

/// Gives the new file the mode of the old one, and its owner where that is allowed.
bool take_over(int file, const struct ::stat& old) {
  if (::fchown(file, old.st_uid, old.st_gid) != 0) errno = 0;
  return ::fchmod(file, old.st_mode & 07777U) == 0;
}

}  // namespace

std::string replace_file(const std::string& path, const std::vector<std::byte>& bytes) {
  struct ::stat old = {};
  const bool exists = path != "-" && ::stat(path.c_str(), &old) == 0;
  if (!exists && path != "-" && errno != ENOENT) return reason(path);  // links in a circle
  if (path == "-" || (exists && !S_ISREG(old.st_mode))) return write_in_place(path, bytes);
  const std::string target = without_links(path);
  if (exists && ::access(target.c_str(), W_OK) != 0) return reason(path);
  const std::string beside = target + ".new" + std::to_string(::getpid());
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return reason(path);
  std::string problem;
  if (!write_all(file, bytes) || (exists && !take_over(file, old))) problem = reason(path);
  if (::close(file) != 0 && problem.empty()) problem = reason(path);
  if (problem.empty() && std::rename(beside.c_str(), target.c_str()) != 0) problem = reason(path);
  if (!problem.empty()) std::remove(beside.c_str());
  return problem;
}

}  // namespace dossier::cli
