// dossier_compile_image: compiles dictionaries and rules to an image while the library is built. Runs on the building
// machine and carries no image itself.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "base/image.hpp"
#include "lexicon/lexicon.hpp"
#include "rules/rules.hpp"

namespace {

constexpr const char* usage =
    "usage: dossier_compile_image IMAGE ROOT PATH...\n"
    "Compiles the dictionaries (.tsv) and the rules (.rules) of the files and folders PATH to IMAGE.\n"
    "Names in the image are relative to the folder ROOT.\n";

// Reads everything; names become relative to the root, so that the image does not depend on where it was made.
std::vector<dossier::base::SourceFile> read_all(const std::string& root, const std::vector<std::string>& paths,
                                                dossier::Diagnostics& problems) {
  std::vector<dossier::base::SourceFile> files;
  for (const std::string& path : paths)
    for (dossier::base::SourceFile& file : dossier::base::read_files(path, {".tsv", ".rules"}, problems)) {
      file.name = std::filesystem::path(file.name).lexically_proximate(root).generic_string();
      files.push_back(std::move(file));
    }
  return files;
}

// An image of the files, with their rules as they are and compiled; empty when something is wrong.
std::vector<std::byte> compile(const std::vector<dossier::base::SourceFile>& files, dossier::Diagnostics& problems) {
  std::vector<std::byte> image = dossier::lexicon::compile(files, problems);
  if (dossier::has_errors(problems)) return {};
  const auto lexicon = dossier::lexicon::Lexicon::open(image, problems);
  if (!lexicon) return {};
  const std::vector<dossier::base::SourceFile> rule_files = lexicon->raw_files(".rules");
  if (rule_files.empty()) return image;
  const auto rules = dossier::rules::RuleSet::compile(rule_files, dossier::Schema(), problems, &*lexicon);
  if (!rules) return {};
  return dossier::base::with_section(image, dossier::rules::image_section, rules->image());
}

bool write(const std::string& path, const std::vector<std::byte>& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3) {
    std::fputs(usage, stderr);
    return 1;
  }
  dossier::Diagnostics problems;
  const std::vector<dossier::base::SourceFile> files =
      read_all(arguments[1], {arguments.begin() + 2, arguments.end()}, problems);
  const std::vector<std::byte> image = compile(files, problems);
  for (const dossier::Diagnostic& problem : problems) std::fprintf(stderr, "%s\n", to_string(problem).c_str());
  if (dossier::has_errors(problems)) return 1;
  if (write(arguments[0], image)) return 0;
  std::fprintf(stderr, "%s: error: the image cannot be written\n", arguments[0].c_str());
  return 1;
}

}  // namespace

int main(int count, char** values) try {
  return run(std::vector<std::string>(values + std::min(count, 1), values + count));
} catch (const std::exception& error) {
  std::fprintf(stderr, "dossier_compile_image: error: %s\n", error.what());
  return 1;
}
