// Reading and writing the sectioned container.
#include "base/image.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>
#include <string>
#include <tuple>
#include <utility>

namespace dossier::base {
namespace {

constexpr std::uint32_t format_version = 1;
constexpr std::uint32_t max_sections = 64;

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::uint32_t sections = 0;
  std::uint64_t size = 0;
  std::uint64_t content_hash = 0;
  std::uint64_t table_hash = 0;
};
static_assert(sizeof(Header) == 40 && std::is_trivially_copyable_v<Header>);

constexpr std::uint64_t rounded_up(std::uint64_t size) { return (size + 7) & ~std::uint64_t{7}; }

std::uint64_t word_at(const std::byte* bytes) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

constexpr std::uint64_t round_of(std::uint64_t lane, std::uint64_t word) noexcept {
  return std::rotl(lane + word * 0xC2B2AE3D27D4EB4FULL, 31) * 0x9E3779B185EBCA87ULL;
}

// The header up to its own checksum, and the table.
std::uint64_t table_hash(const Header& header, std::span<const std::byte> table) noexcept {
  std::array<std::byte, sizeof(Header)> raw{};
  std::memcpy(raw.data(), &header, sizeof header);
  const std::span<const std::byte> checked = std::span<const std::byte>(raw).first(offsetof(Header, table_hash));
  return checksum(checked) ^ std::rotl(checksum(table), 1);
}

Diagnostic problem(std::string_view name, std::string code, std::string message) {
  Diagnostic found;
  found.code = std::move(code);
  found.message = std::move(message);
  found.file = name;
  return found;
}

}  // namespace

// Four lanes of multiply and rotate, as in xxHash (Collet, 2012), so that it runs at the speed of memory.
std::uint64_t checksum(std::span<const std::byte> bytes) noexcept {
  std::array<std::uint64_t, 4> lanes = {0x60EA27EEADC0B5D6ULL, 0xC2B2AE3D27D4EB4FULL, 0, 0x61C8864E7A143579ULL};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32)
    for (std::size_t lane = 0; lane < 4; ++lane) lanes[lane] = round_of(lanes[lane], word_at(&bytes[at + 8 * lane]));
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = round_of(sum, lane);
  for (; at + 8 <= bytes.size(); at += 8) sum = round_of(sum, word_at(&bytes[at]));
  for (; at < bytes.size(); ++at) sum = round_of(sum, std::to_integer<std::uint64_t>(bytes[at]));
  sum = (sum ^ (sum >> 33)) * 0xC2B2AE3D27D4EB4FULL;
  sum = (sum ^ (sum >> 29)) * 0x165667B19E3779F9ULL;
  return sum ^ (sum >> 32);
}

// The checks of open(), in the order in which later ones may rely on earlier ones.
struct ImageCheck {
  using Section = Image::Section;
  static_assert(sizeof(Section) == 24);

  // Empty when the header and the table may be read; else code and sentence.
  static std::pair<std::string, std::string> header(std::span<const std::byte> bytes, Header& header) {
    if constexpr (std::endian::native != std::endian::little)
      return {"image.byte-order", "images are little-endian and cannot be read on this machine"};
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0)
      return {"image.alignment", "the image must lie at an address that is a multiple of 8"};
    if (bytes.size() < sizeof header) return {"image.truncated", "too short to be a dictionary image"};
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != image_magic) return {"image.magic", "not a dictionary image"};
    if (header.version != format_version)
      return {"image.version", "image format " + std::to_string(header.version) + " where " +
                                   std::to_string(format_version) + " is expected; compile the dictionaries again"};
    if (header.size != bytes.size())
      return {"image.truncated", "the image says it has " + std::to_string(header.size) + " bytes but has " +
                                     std::to_string(bytes.size())};
    if (header.sections > max_sections) return {"image.sections", "more sections than an image may have"};
    if (bytes.size() < sizeof header + header.sections * sizeof(Section))
      return {"image.truncated", "the table of sections is cut off"};
    return {};
  }

  static std::pair<std::string, std::string> table(std::span<const std::byte> bytes, const Header& header) {
    const std::span<const std::byte> raw = bytes.subspan(sizeof header, header.sections * sizeof(Section));
    if (table_hash(header, raw) != header.table_hash)
      return {"image.damaged", "the table of sections does not have its checksum"};
    std::uint64_t free_from = sizeof header + raw.size();
    const std::span sections(reinterpret_cast<const Section*>(raw.data()), header.sections);
    for (std::size_t i = 0; i < sections.size(); ++i) {
      const Section& section = sections[i];
      if (section.offset % 8 != 0 || section.offset < free_from || section.offset > bytes.size() ||
          section.size > bytes.size() - section.offset)
        return {"image.section-range", "a section lies outside of the image or across another one"};
      free_from = section.offset + section.size;
      const auto earlier = sections.first(i);
      if (std::any_of(earlier.begin(), earlier.end(), [&](const Section& other) { return other.id == section.id; }))
        return {"image.sections", "two sections have the same name"};
    }
    return {};
  }
};

std::optional<Image> Image::open(std::span<const std::byte> bytes, std::string_view name, Diagnostics& problems) {
  Header header;
  auto [code, message] = ImageCheck::header(bytes, header);
  if (code.empty()) std::tie(code, message) = ImageCheck::table(bytes, header);
  if (!code.empty()) {
    problems.push_back(problem(name, std::move(code), std::move(message)));
    return std::nullopt;
  }
  Image image;
  image.bytes_ = bytes;
  image.sections_ = {reinterpret_cast<const Section*>(bytes.data() + sizeof header), header.sections};
  image.content_hash_ = header.content_hash;
  return image;
}

bool Image::intact() const noexcept { return checksum(bytes_.subspan(sizeof(Header))) == content_hash_; }

bool Image::has(SectionId id) const noexcept {
  return std::any_of(sections_.begin(), sections_.end(),
                     [&](const Section& section) { return SectionId{section.id} == id; });
}

std::span<const std::byte> Image::section(SectionId id) const noexcept {
  for (const Section& section : sections_)
    if (SectionId{section.id} == id) return bytes_.subspan(section.offset, section.size);
  return {};
}

void ImageWriter::add(SectionId id, std::vector<std::byte> bytes) {
  assert(parts_.size() < max_sections);
  parts_.push_back({id, std::move(bytes)});
}

std::vector<std::byte> ImageWriter::finish() const {
  std::vector<Image::Section> table;
  std::uint64_t end = sizeof(Header) + parts_.size() * sizeof(Image::Section);
  for (const Part& part : parts_) {
    table.push_back({static_cast<std::uint32_t>(part.id), 0, end, part.bytes.size()});
    end += rounded_up(part.bytes.size());
  }
  std::vector<std::byte> out(end);
  if (!table.empty()) std::memcpy(&out[sizeof(Header)], table.data(), table.size() * sizeof(Image::Section));
  for (std::size_t i = 0; i < parts_.size(); ++i)
    if (!parts_[i].bytes.empty()) std::memcpy(&out[table[i].offset], parts_[i].bytes.data(), parts_[i].bytes.size());

  Header header{image_magic, format_version, static_cast<std::uint32_t>(parts_.size()), end, 0, 0};
  header.content_hash = checksum(std::span<const std::byte>(out).subspan(sizeof header));
  header.table_hash = table_hash(header, std::as_bytes(std::span(table)));
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

std::vector<std::byte> with_section(std::span<const std::byte> image, SectionId id, std::span<const std::byte> bytes) {
  Diagnostics none;
  const std::optional<Image> opened = Image::open(image, {}, none);
  assert(opened && !opened->has(id));
  ImageWriter out;
  out.add(id, {bytes.begin(), bytes.end()});
  for (const Image::Section& section : opened->sections_) {
    const auto part = image.subspan(section.offset, section.size);
    out.add(SectionId{section.id}, {part.begin(), part.end()});
  }
  return out.finish();
}

}  // namespace dossier::base
