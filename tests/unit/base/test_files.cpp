// Tests of reading files and folders.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/files.hpp"

namespace {

namespace fs = std::filesystem;
using dossier::Diagnostics;
using dossier::Severity;
using dossier::base::read_file;
using dossier::base::read_files;
using dossier::base::SourceFile;

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / std::string("dossier-files-").append(std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string path(const std::string& name = {}) const {
    return name.empty() ? path_.generic_string() : (path_ / name).generic_string();
  }

 private:
  fs::path path_;
};

std::vector<std::string> names_of(const std::vector<SourceFile>& files, const Folder& folder) {
  std::vector<std::string> names;
  for (const SourceFile& file : files) names.push_back(file.name.substr(folder.path().size() + 1));
  return names;
}

std::string only_code(const Diagnostics& problems) { return problems.size() == 1 ? problems.front().code : "?"; }

TEST_CASE("a file is read as a whole, whatever its bytes and its extension") {
  const Folder folder;
  std::string bytes(200000, 'x');
  bytes[0] = '\0';
  bytes[70000] = '\xFF';
  folder.write("some.bin", bytes);
  folder.write("empty", "");
  Diagnostics problems;
  const auto file = read_file(folder.path("some.bin"), problems);
  REQUIRE(file);
  CHECK(file->bytes == bytes);
  CHECK(file->name == folder.path("some.bin"));
  CHECK(read_file(folder.path("empty"), problems)->bytes.empty());
  CHECK(read_files(folder.path("some.bin"), {".tsv"}, problems).size() == 1);
  CHECK(problems.empty());
}

TEST_CASE("a folder gives its files and those below it, sorted, with the wanted extensions") {
  const Folder folder;
  for (const char* name :
       {"b.tsv", "a/z.tsv", "a.tsv", "a/b/c.rules", "README.md", ".hidden.tsv", ".git/x.tsv", "B.tsv"})
    folder.write(name, name);
  Diagnostics problems;
  const auto files = read_files(folder.path(), {".tsv", ".rules"}, problems);
  CHECK(problems.empty());
  CHECK(names_of(files, folder) == std::vector<std::string>{"B.tsv", "a.tsv", "a/b/c.rules", "a/z.tsv", "b.tsv"});
  for (const SourceFile& file : files) CHECK(folder.path(file.bytes) == file.name);
}

TEST_CASE("a path that leads nowhere, to a folder or to a device is a problem") {
  const Folder folder;
  fs::create_directory(folder.path("sub"));
  Diagnostics problems;
  CHECK_FALSE(read_file(folder.path("gone"), problems));
  CHECK(only_code(problems) == "file.not-found");
  CHECK(problems.front().file == folder.path("gone"));
  problems.clear();
  CHECK_FALSE(read_file(folder.path("sub"), problems));
  CHECK(only_code(problems) == "file.not-regular");
  problems.clear();
  CHECK_FALSE(read_file("/dev/null", problems));
  CHECK(only_code(problems) == "file.not-regular");
  problems.clear();
  CHECK(read_files(folder.path("gone"), {".tsv"}, problems).empty());
  CHECK(only_code(problems) == "file.not-found");
}

TEST_CASE("links to files are followed, links to folders are not") {
  const Folder folder;
  folder.write("real/a.tsv", "a");
  fs::create_symlink("real/a.tsv", folder.path("link.tsv"));
  fs::create_directory_symlink(".", folder.path("loop"));
  fs::create_symlink("nowhere", folder.path("dangling.tsv"));
  Diagnostics problems;
  CHECK(names_of(read_files(folder.path(), {".tsv"}, problems), folder) ==
        std::vector<std::string>{"link.tsv", "real/a.tsv"});
  CHECK(problems.empty());
}

TEST_CASE("a folder without a file that could be read is a warning") {
  const Folder folder;
  folder.write("notes.txt", "nothing here");
  Diagnostics problems;
  CHECK(read_files(folder.path(), {".tsv"}, problems).empty());
  CHECK(only_code(problems) == "file.none");
  CHECK(problems.front().severity == Severity::warning);
}

TEST_CASE("a file without permission is reported and the others are read") {
  const Folder folder;
  folder.write("a.tsv", "a");
  folder.write("b.tsv", "b");
  fs::permissions(folder.path("a.tsv"), fs::perms::none);
  if (std::ifstream(folder.path("a.tsv")).good()) return;  // the superuser may read everything
  Diagnostics problems;
  CHECK(names_of(read_files(folder.path(), {".tsv"}, problems), folder) == std::vector<std::string>{"b.tsv"});
  CHECK(only_code(problems) == "file.unreadable");
}

}  // namespace
