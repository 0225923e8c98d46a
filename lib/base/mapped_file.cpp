// Mapping by POSIX mmap.
#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace dossier::base {
namespace {

void report(Diagnostics& problems, const std::string& path, std::string_view code, std::string message) {
  Diagnostic problem;
  problem.code = code;
  problem.message = std::move(message);
  problem.file = path;
  problems.push_back(std::move(problem));
}

}  // namespace

std::optional<MappedFile> MappedFile::open(const std::string& path, Diagnostics& problems) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe without a writer must not wait
  if (file < 0) {
    report(problems, path, errno == ENOENT ? "file.not-found" : "file.unreadable",
           std::string("the file cannot be opened: ") + std::strerror(errno));
    return std::nullopt;
  }
  struct stat status {};
  const bool regular = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  void* data = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  const int fault = errno;
  ::close(file);  // the mapping stays
  if (!regular) {
    report(problems, path, "file.not-regular", "this is not a regular file");
    return std::nullopt;
  }
  if (data == MAP_FAILED) {
    report(problems, path, "file.unreadable", std::string("the file cannot be mapped: ") + std::strerror(fault));
    return std::nullopt;
  }
  return MappedFile(static_cast<const std::byte*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

void read_ahead(std::span<const std::byte> bytes) noexcept {
  const long page = ::sysconf(_SC_PAGESIZE);
  if (bytes.empty() || page <= 0) return;
  const auto before = reinterpret_cast<std::uintptr_t>(bytes.data()) % static_cast<std::uintptr_t>(page);
  static_cast<void>(
      ::posix_madvise(const_cast<std::byte*>(bytes.data()) - before, bytes.size() + before, POSIX_MADV_WILLNEED));
}

}  // namespace dossier::base
