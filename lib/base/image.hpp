// A sectioned container of bytes: what compiled dictionaries and rules are stored in, read in place from memory.
//
// Layout, all numbers little-endian:
//   header, 40 bytes: magic "dossier\n", u32 format version, u32 number of sections, u64 size of the whole image,
//                     u64 checksum of everything after the header, u64 checksum of the header before this field and the
//                     section table
//   section table:    per section u32 id (four characters), u32 zero, u64 offset, u64 size
//   sections:         in the order of the table, each at a multiple of 8, the gaps zero
//
// Opening checks the header, the table and every offset, O(sections): a page of the contents is read when it is first
// used. The contents are checked only by intact(); whoever reads them checks the indices he finds there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dossier::base {

/// Four characters that name a section; section_id("WORD").
enum class SectionId : std::uint32_t {};
[[nodiscard]] constexpr SectionId section_id(const char (&name)[5]) noexcept {
  std::uint32_t id = 0;
  for (unsigned i = 0; i < 4; ++i) id |= std::uint32_t{static_cast<unsigned char>(name[i])} << (8 * i);
  return SectionId{id};
}

/// The bytes that every image begins with.
inline constexpr std::array<char, 8> image_magic = {'d', 'o', 's', 's', 'i', 'e', 'r', '\n'};

/// 64 bits that differ when a few bytes do; same on every machine. Not safe against somebody who wants a collision.
[[nodiscard]] std::uint64_t checksum(std::span<const std::byte> bytes) noexcept;

/// An image in memory that somebody else owns: REQUIRES the bytes to outlive it. Const and safe for many threads.
class Image {
 public:
  /// Nothing, and a diagnostic ("image.*"), when the bytes are not an image of this format or an offset leads outside.
  /// `name` is the file to speak of in the diagnostic. The bytes must be aligned to 8.
  [[nodiscard]] static std::optional<Image> open(std::span<const std::byte> bytes, std::string_view name,
                                                 Diagnostics& problems);

  /// True when the contents have the checksum that was stored with them. O(size).
  [[nodiscard]] bool intact() const noexcept;

  [[nodiscard]] bool has(SectionId id) const noexcept;
  /// Bytes of a section, empty when there is none. Aligned to 8.
  [[nodiscard]] std::span<const std::byte> section(SectionId id) const noexcept;
  /// A section as a table of records; empty when its size is no multiple of the record's.
  template <typename Record>
  [[nodiscard]] std::span<const Record> table(SectionId id) const noexcept {
    static_assert(std::is_trivially_copyable_v<Record> && alignof(Record) <= 8);
    const std::span<const std::byte> bytes = section(id);
    if (bytes.size() % sizeof(Record) != 0) return {};
    return {reinterpret_cast<const Record*>(bytes.data()), bytes.size() / sizeof(Record)};
  }

  /// Number of bytes.
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }
  /// The stored checksum of the contents.
  [[nodiscard]] std::uint64_t content_hash() const noexcept { return content_hash_; }

 private:
  struct Section {
    std::uint32_t id = 0;
    std::uint32_t zero = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };
  friend class ImageWriter;
  friend std::vector<std::byte> with_section(std::span<const std::byte>, SectionId, std::span<const std::byte>);
  friend struct ImageCheck;

  std::span<const std::byte> bytes_;
  std::span<const Section> sections_;
  std::uint64_t content_hash_ = 0;
};

/// Puts sections together. For one thread.
class ImageWriter {
 public:
  /// REQUIRES: no section of this id yet, and at most 64 in all.
  void add(SectionId id, std::vector<std::byte> bytes);
  template <typename Record>
  void add_table(SectionId id, const std::vector<Record>& records) {
    static_assert(std::is_trivially_copyable_v<Record> && alignof(Record) <= 8);
    const auto* first = reinterpret_cast<const std::byte*>(records.data());
    add(id, std::vector<std::byte>(first, first + records.size() * sizeof(Record)));
  }
  /// The image. The same sections in the same order give the same bytes.
  [[nodiscard]] std::vector<std::byte> finish() const;

 private:
  struct Part {
    SectionId id{};
    std::vector<std::byte> bytes;
  };
  std::vector<Part> parts_;
};

/// An image with one more section, before the others. REQUIRES: the bytes are an image that opens, without a section of
/// this id and with fewer than 64 in all.
[[nodiscard]] std::vector<std::byte> with_section(std::span<const std::byte> image, SectionId id,
                                                  std::span<const std::byte> bytes);

}  // namespace dossier::base
