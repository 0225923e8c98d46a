// Tests of the sectioned container: what is written is read, and nothing that is damaged is trusted.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "base/image.hpp"

namespace {

using dossier::Diagnostics;
using dossier::base::Image;
using dossier::base::ImageWriter;
using dossier::base::section_id;

using Bytes = std::vector<std::byte>;

Bytes bytes_of(std::string_view text) {
  const auto view = std::as_bytes(std::span(text));
  return Bytes(view.begin(), view.end());
}

Bytes sample() {
  ImageWriter writer;
  writer.add(section_id("TEXT"), bytes_of("thirteen byte"));
  writer.add_table(section_id("NUMS"), std::vector<std::uint32_t>{7, 11, 13});
  writer.add(section_id("NONE"), {});
  return writer.finish();
}

void put(Bytes& image, std::size_t at, std::uint64_t value, std::size_t size) { std::memcpy(&image[at], &value, size); }

// The code of the first problem, empty when the image opens.
std::string code_of(std::span<const std::byte> image) {
  Diagnostics problems;
  const bool opened = Image::open(image, "an image", problems).has_value();
  CHECK(opened == problems.empty());
  return problems.empty() ? std::string() : problems.front().code;
}

TEST_CASE("sections come back as they were put in") {
  const Bytes bytes = sample();
  Diagnostics problems;
  const auto image = Image::open(bytes, "an image", problems);
  REQUIRE(image);
  CHECK(problems.empty());
  CHECK(image->intact());
  const auto text = image->section(section_id("TEXT"));
  CHECK(Bytes(text.begin(), text.end()) == bytes_of("thirteen byte"));
  const auto numbers = image->table<std::uint32_t>(section_id("NUMS"));
  CHECK(std::vector<std::uint32_t>(numbers.begin(), numbers.end()) == std::vector<std::uint32_t>{7, 11, 13});
  CHECK(image->has(section_id("NONE")));
  CHECK(image->section(section_id("NONE")).empty());
  CHECK_FALSE(image->has(section_id("MISS")));
  CHECK(image->section(section_id("MISS")).empty());
}

TEST_CASE("sections lie at multiples of eight") {
  const Bytes bytes = sample();
  Diagnostics problems;
  const auto image = Image::open(bytes, "an image", problems);
  REQUIRE(image);
  for (const auto id : {section_id("TEXT"), section_id("NUMS")})
    CHECK((image->section(id).data() - bytes.data()) % 8 == 0);
}

TEST_CASE("a table whose records do not fit is empty") {
  const Bytes bytes = sample();
  Diagnostics problems;
  const auto image = Image::open(bytes, "an image", problems);
  REQUIRE(image);
  CHECK(image->table<std::uint64_t>(section_id("NUMS")).empty());
}

TEST_CASE("the same sections give the same bytes, others another hash") {
  CHECK(sample() == sample());
  ImageWriter other;
  other.add(section_id("TEXT"), bytes_of("thirteen bite"));
  Diagnostics problems;
  const Bytes a = sample();
  const Bytes b = other.finish();
  CHECK(Image::open(a, "a", problems)->content_hash() != Image::open(b, "b", problems)->content_hash());
}

TEST_CASE("an image without sections is an image") {
  const Bytes bytes = ImageWriter().finish();
  CHECK(code_of(bytes).empty());
}

TEST_CASE("what is wrong with the header is said") {
  struct Case {
    std::size_t at;
    std::uint64_t value;
    std::size_t size;
    std::string code;
  };
  const Case cases[] = {
      {0, 'D', 1, "image.magic"},
      {8, 99, 4, "image.version"},
      {12, 65, 4, "image.sections"},
      {12, 64, 4, "image.truncated"},
      {16, 100000, 8, "image.truncated"},
      {16, 8, 8, "image.truncated"},
      {24, 0, 8, "image.damaged"},
      {32, 0, 8, "image.damaged"},
      {40 + 8, 0xFFFFFFFFFFFFFFF8, 8, "image.damaged"},
      {40 + 16, 0xFFFFFFFF, 8, "image.damaged"},
  };
  for (const Case& each : cases) {
    Bytes image = sample();
    put(image, each.at, each.value, each.size);
    INFO("offset " << each.at << " value " << each.value);
    CHECK(code_of(image) == each.code);
  }
  CHECK(code_of({}) == "image.truncated");
  const Bytes image = sample();
  CHECK(code_of(std::span(image).subspan(1)) == "image.alignment");
}

// Somebody who writes a wrong table can also write its checksum: the offsets are checked for themselves.
TEST_CASE("offsets that lead outside are refused even with a right checksum") {
  struct Case {
    std::size_t at;
    std::uint64_t value;
    std::string code;
  };
  const std::size_t first = 40;
  const std::size_t second = 40 + 24;
  const Case cases[] = {
      {first + 8, 0xFFFFFFFFFFFFFFF8, "image.section-range"},
      {first + 8, 0, "image.section-range"},
      {first + 8, 113, "image.section-range"},
      {first + 16, 0xFFFFFFFFFFFFFFFF, "image.section-range"},
      {first + 16, 1000, "image.section-range"},
      {second + 8, 112, "image.section-range"},
      {second, 0x54584554, "image.sections"},
  };
  for (const Case& each : cases) {
    Bytes image = sample();
    put(image, each.at, each.value, each.at == second ? 4 : 8);
    const auto bytes = std::span<const std::byte>(image);
    const std::uint64_t sum =
        dossier::base::checksum(bytes.first(32)) ^ std::rotl(dossier::base::checksum(bytes.subspan(40, 3 * 24)), 1);
    put(image, 32, sum, 8);
    INFO("offset " << each.at << " value " << each.value);
    CHECK(code_of(image) == each.code);
  }
}

TEST_CASE("an image cut off anywhere is refused") {
  const Bytes whole = sample();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    INFO("size " << size);
    CHECK_FALSE(code_of(part).empty());
  }
}

TEST_CASE("a section can be added to a finished image") {
  const Bytes whole = sample();
  const Bytes added(5, std::byte{7});
  const Bytes more = dossier::base::with_section(whole, dossier::base::section_id("MORE"), added);
  Diagnostics problems;
  const auto before = Image::open(whole, "an image", problems);
  const auto after = Image::open(more, "an image", problems);
  REQUIRE(before);
  REQUIRE(after);
  CHECK(after->intact());
  const auto section = after->section(dossier::base::section_id("MORE"));
  CHECK(Bytes(section.begin(), section.end()) == added);
  for (const auto id : {dossier::base::section_id("TEXT"), dossier::base::section_id("NUMS")}) {
    CHECK(after->has(id) == before->has(id));
    CHECK(std::ranges::equal(after->section(id), before->section(id)));
  }
}

TEST_CASE("no flipped bit goes unnoticed") {
  const Bytes whole = sample();
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    Bytes image = whole;
    image[bit / 8] ^= std::byte{1} << (bit % 8);
    Diagnostics problems;
    const auto opened = Image::open(image, "an image", problems);
    INFO("bit " << bit);
    CHECK((!opened || !opened->intact()));
  }
}

TEST_CASE("checksums of near texts differ, whatever their length") {
  const unsigned seed = 20240607;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::set<std::uint64_t> seen;
  Bytes bytes;
  for (std::size_t size = 0; size < 300; ++size) {
    CHECK(seen.insert(dossier::base::checksum(bytes)).second);
    bytes.push_back(static_cast<std::byte>(random() & 1U));
  }
  const std::uint64_t before = dossier::base::checksum(bytes);
  for (std::byte& each : bytes) {
    each ^= std::byte{0x20};
    CHECK(dossier::base::checksum(bytes) != before);
    each ^= std::byte{0x20};
  }
  CHECK(dossier::base::checksum(bytes) == before);
}

}  // namespace
