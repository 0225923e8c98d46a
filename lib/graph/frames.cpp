// The frames of a record file: pieces with their length and checksum.
#include "graph/frames.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

#include "base/image.hpp"

namespace dossier::graph {
namespace {

constexpr std::size_t head_bytes = 12;
constexpr std::size_t piece_bytes = std::size_t{1} << 20;  // so that a damaged length takes no memory

std::uint64_t checksum_of(std::string_view bytes) noexcept { return base::checksum(std::as_bytes(std::span(bytes))); }

void put_fixed(char* to, std::uint64_t number, std::size_t bytes) noexcept {
  for (std::size_t i = 0; i < bytes; ++i) to[i] = static_cast<char>((number >> (8 * i)) & 0xFFU);
}

std::uint64_t fixed_at(std::string_view bytes) noexcept {
  std::uint64_t number = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) number = number << 8U | static_cast<unsigned char>(bytes[i - 1]);
  return number;
}

}  // namespace

void write_frame(std::ostream& out, FrameKind kind, std::string_view payload) {
  if (payload.size() >= max_frame_bytes) throw std::length_error("a record of more than 1 GiB");
  std::string bytes(1, static_cast<char>(kind));
  bytes += payload;
  std::array<char, head_bytes> head{};
  put_fixed(head.data(), bytes.size(), 4);
  put_fixed(head.data() + 4, checksum_of(bytes), 8);
  out.write(head.data(), head.size());
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

bool FrameReader::read(std::size_t size) {
  buffer_.clear();
  while (buffer_.size() < size) {
    const std::size_t old = buffer_.size();
    const std::size_t wanted = std::min(size - old, piece_bytes);
    buffer_.resize(old + wanted);
    in_.read(buffer_.data() + old, static_cast<std::streamsize>(wanted));
    const auto got = static_cast<std::size_t>(in_.gcount());
    if (got < wanted) return false;
  }
  next_place_ += size;
  return true;
}

bool FrameReader::read_magic() { return read(file_magic.size()) && buffer_ == file_magic; }

std::optional<std::string_view> FrameReader::next() {
  if (fault_ != FrameFault::none) return std::nullopt;
  place_ = next_place_;
  if (!read(head_bytes)) {
    fault_ = FrameFault::cut_off;
    return std::nullopt;
  }
  const std::uint64_t size = fixed_at(std::string_view(buffer_).substr(0, 4));
  const std::uint64_t checksum = fixed_at(std::string_view(buffer_).substr(4, 8));
  if (size == 0 || size > max_frame_bytes) {
    fault_ = FrameFault::damaged;
  } else if (!read(size)) {
    fault_ = FrameFault::cut_off;
  } else if (checksum_of(buffer_) != checksum) {
    fault_ = FrameFault::damaged;
  }
  if (fault_ != FrameFault::none) return std::nullopt;
  return buffer_;
}

}  // namespace dossier::graph
