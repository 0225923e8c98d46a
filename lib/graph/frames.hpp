// The frames of a record file: pieces with their length and checksum.
//
//   file:   "dossier records 1\n", then frames; numbers little-endian
//   frame:  u32 size of the payload, u64 checksum of the payload, payload; its first byte is its kind
//   'S'     the declared types; the first frame
//   'D'     one document: id, then its contents (contents.hpp); ascending by id, then bytes
//   'E'     the number of documents; the last frame
#pragma once

#include <cstdint>
#include <dossier/schema.hpp>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace dossier::graph {

inline constexpr std::string_view file_magic = "dossier records 1\n";
inline constexpr std::uint32_t max_frame_bytes = std::uint32_t{1} << 30U;

enum class FrameKind : char { schema = 'S', document = 'D', end = 'E' };

/// Writes a frame: the kind, then the rest of its payload. Throws std::length_error when no reader would take it.
void write_frame(std::ostream& out, FrameKind kind, std::string_view payload);

enum class FrameFault : std::uint8_t { none, cut_off, damaged };

/// Reads frames; counts the bytes. For one thread.
class FrameReader {
 public:
  explicit FrameReader(std::istream& in) : in_(in) {}
  /// True when the file begins as a record file does.
  [[nodiscard]] bool read_magic();
  /// The payload with its kind, valid until the next call; nothing when the file ends or is damaged.
  [[nodiscard]] std::optional<std::string_view> next();
  [[nodiscard]] FrameFault fault() const noexcept { return fault_; }
  /// Where the last frame begins.
  [[nodiscard]] std::uint64_t place() const noexcept { return place_; }
  [[nodiscard]] bool at_end() { return in_.peek() == std::istream::traits_type::eof(); }

 private:
  // Reads so many bytes into the buffer; false when there are fewer.
  bool read(std::size_t size);

  std::istream& in_;
  std::string buffer_;
  std::uint64_t place_ = 0;
  std::uint64_t next_place_ = 0;
  FrameFault fault_ = FrameFault::none;
};

}  // namespace dossier::graph
