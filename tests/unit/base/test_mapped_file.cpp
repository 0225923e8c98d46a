// Tests of mapped files.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>

#include "base/mapped_file.hpp"

namespace {

using dossier::Diagnostics;
using dossier::base::MappedFile;

TEST_CASE("a file is mapped with its bytes, also an empty one") {
  const std::string path = (std::filesystem::temp_directory_path() / "dossier_test_mapped_file").string();
  for (const std::string& bytes : {std::string("some\0bytes", 10), std::string()}) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    Diagnostics problems;
    std::optional<MappedFile> file = MappedFile::open(path, problems);
    REQUIRE(file);
    CHECK(problems.empty());
    const MappedFile moved = std::move(*file);
    CHECK(std::string(reinterpret_cast<const char*>(moved.bytes().data()), moved.bytes().size()) == bytes);
  }
  std::filesystem::remove(path);
}

TEST_CASE("what cannot be mapped is reported") {
  Diagnostics problems;
  CHECK_FALSE(MappedFile::open("/nonexistent/file", problems));
  CHECK_FALSE(MappedFile::open("/tmp", problems));
  CHECK_FALSE(MappedFile::open("/dev/null", problems));
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "file.not-found");
  CHECK(problems[1].code == "file.not-regular");
  CHECK(problems[2].code == "file.not-regular");
}

TEST_CASE("bytes that were asked for ahead stay what they are") {
  const std::string bytes(20000, 'x');
  dossier::base::read_ahead(std::as_bytes(std::span(bytes)).subspan(5, 9000));
  dossier::base::read_ahead({});
  CHECK(bytes == std::string(20000, 'x'));
}

}  // namespace
