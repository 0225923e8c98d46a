// What the fuzz targets share: a check that ends the program, and choices that are read from the input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

namespace dossier::fuzz {

/// Ends the program in the way that fuzzers count as a finding when `condition` is false.
inline void require(bool condition, std::string_view what, std::string_view detail = {}) {
  if (condition) return;
  const std::string line = "broken: " + std::string(what) + (detail.empty() ? "" : ": ") + std::string(detail) + '\n';
  std::fputs(line.c_str(), stderr);
  std::abort();
}

/// The input as it comes from the fuzzer, as characters.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// Decisions read from the input, a byte or two each. An input that is used up decides 0 for ever, so the first of
/// several possibilities must be the one that ends a recursion.
class Choices {
 public:
  explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  [[nodiscard]] bool used_up() const noexcept { return at_ >= bytes_.size(); }
  /// 0 .. limit - 1. REQUIRES: limit > 0.
  std::uint32_t below(std::uint32_t limit) noexcept {
    std::uint32_t value = byte();
    if (limit > 256) value = value << 8U | byte();
    return value % limit;
  }
  template <std::size_t n>
  std::string_view one_of(const std::string_view (&pieces)[n]) noexcept {
    return pieces[below(n)];
  }

 private:
  std::uint8_t byte() noexcept { return used_up() ? std::uint8_t{0} : bytes_[at_++]; }

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

}  // namespace dossier::fuzz
