// A walk in depth over the imports, so that files stand behind those they need.
#include "engine/imports.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "rules/imports.hpp"

namespace dossier::engine {
namespace {

namespace fs = std::filesystem;
constexpr int max_depth = 100;

class Importer {
 public:
  Importer(std::vector<base::SourceFile> files, Diagnostics& problems) : problems_(problems) {
    for (base::SourceFile& file : files) {
      std::string key = key_of(file.name);
      if (!given_.contains(key)) order_.push_back(key);
      given_.emplace(std::move(key), std::move(file));
    }
  }

  std::vector<base::SourceFile> run() {
    for (const std::string& key : order_) take(key, 0);
    return std::move(out_);
  }

 private:
  /// The same for all ways to write a file's path.
  static std::string key_of(const std::string& path) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(path, error);
    return error ? path : canonical.generic_string();
  }

  // Puts a given file into the result, behind those that it imports.
  void take(const std::string& key, int depth) {
    const auto found = given_.find(key);
    if (found == given_.end() || !found->second) return;
    base::SourceFile file = std::move(*std::exchange(found->second, std::nullopt));
    for (const rules::Import& import : rules::find_imports(file.bytes)) {
      const std::string path = (fs::path(file.name).parent_path() / import.path).lexically_normal().generic_string();
      const std::string other = key_of(path);
      if (!given_.contains(other)) {
        Diagnostics reading;
        std::optional<base::SourceFile> bytes;
        if (depth < max_depth) bytes = base::read_file(path, reading);
        if (!bytes) report(file, import, reading);
        given_.emplace(other, std::move(bytes));
      }
      take(other, depth + 1);
    }
    out_.push_back(std::move(file));
  }

  void report(const base::SourceFile& file, const rules::Import& import, const Diagnostics& reading) {
    problems_.push_back({"rules.unknown-import",
                         reading.empty() ? "imports are nested more than " + std::to_string(max_depth) + " deep"
                                         : reading.front().message,
                         file.name, import.line, 9, std::string(import.path)});
  }

  std::map<std::string, std::optional<base::SourceFile>> given_;  // by key; emptied when it is taken
  std::vector<std::string> order_;
  std::vector<base::SourceFile> out_;
  Diagnostics& problems_;
};

}  // namespace

std::vector<base::SourceFile> with_imports(std::vector<base::SourceFile> files, Diagnostics& problems) {
  return Importer(std::move(files), problems).run();
}

}  // namespace dossier::engine
