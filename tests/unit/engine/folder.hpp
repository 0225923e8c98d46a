// A folder of files for a test.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace dossier::test {

/// A folder that is removed with the object.
class Folder {
 public:
  explicit Folder(std::string name)
      : path_(std::filesystem::temp_directory_path() / ("dossier_test_engine_" + std::move(name))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << bytes;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace dossier::test
