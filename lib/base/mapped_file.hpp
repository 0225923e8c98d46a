// A file in memory that is read when it is used: mapped, not copied, and shared by all processes that map it.
#pragma once

#include <cstddef>
#include <dossier/diagnostics.hpp>
#include <optional>
#include <span>
#include <string>

namespace dossier::base {

/// Const and safe for many threads. REQUIRES: nobody shortens the file meanwhile (the system would end the program);
/// whoever replaces it writes a new file and renames it.
class MappedFile {
 public:
  /// Nothing, and a diagnostic ("file.*"), when the path names no regular file, or it cannot be read.
  [[nodiscard]] static std::optional<MappedFile> open(const std::string& path, Diagnostics& problems);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// Aligned to the size of a page.
  [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {data_, size_}; }

 private:
  MappedFile(const std::byte* data, std::size_t size) noexcept : data_(data), size_(size) {}
  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Tells the system that these bytes of a mapped file will be used soon, all of them: it reads them from the disk in
/// large pieces and meanwhile goes on. Only a hint; the bytes may lie anywhere.
void read_ahead(std::span<const std::byte> bytes) noexcept;

}  // namespace dossier::base
