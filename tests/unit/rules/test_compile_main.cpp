// Tests of the host tool that compiles dictionaries: it is run as the build runs it.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "base/files.hpp"
#include "rules/rules.hpp"
#include "unit/lexicon/make_lexicon.hpp"

namespace {

namespace fs = std::filesystem;
using dossier::Diagnostics;
using dossier::lexicon::EntryId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::test::dictionary;

using dossier::rules::RuleSet;

const std::string rule = "met.verb: subject:PERSON label:met object:PERSON -> met\n";

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / std::string("dossier-compile-").append(std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "en/rules");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(path_ / name, std::ios::binary).rdbuf();
    return out.str();
  }
  // Runs the tool with the folder as working directory; what it prints is in "errors".
  [[nodiscard]] bool run(const std::string& arguments) const {
    return std::system(("cd '" + path_.string() + "' && '" COMPILE_IMAGE "' " + arguments + " 2> errors").c_str()) == 0;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

TEST_CASE("the tool writes an image with names relative to the root") {
  const Folder folder;
  folder.write("en/cities.tsv", dictionary("city", "Rome\n").bytes);
  folder.write("en/rules/met.rules", rule);
  folder.write("en/notes.md", "no dictionary");
  REQUIRE(folder.run("out.image . en"));
  CHECK(folder.read("errors").empty());
  Diagnostics problems;
  const std::string bytes = folder.read("out.image");
  const auto view = std::as_bytes(std::span(bytes));
  const auto lexicon = Lexicon::adopt({view.begin(), view.end()}, problems);
  REQUIRE(lexicon);
  REQUIRE(lexicon->size() == 1);
  CHECK(lexicon->entry(EntryId{0}).file == "en/cities.tsv");
  CHECK(lexicon->raw_files("").size() == 1);
  CHECK(lexicon->raw_file("en/rules/met.rules") == rule);
  const auto rules =
      RuleSet::open(lexicon->section(dossier::rules::image_section), dossier::Schema(), problems, &*lexicon);
  REQUIRE(rules);
  REQUIRE(rules->rules().size() == 1);
  CHECK(rules->rules()[0].file == "en/rules/met.rules");
}

TEST_CASE("the image does not depend on where the files are") {
  const Folder folder;
  folder.write("en/cities.tsv", dictionary("city", "Rome\n").bytes);
  REQUIRE(folder.run("a.image . en"));
  REQUIRE(folder.run("b.image '" + folder.path() + "' '" + folder.path() + "/en'"));
  CHECK(folder.read("a.image") == folder.read("b.image"));
}

TEST_CASE("problems are printed, and an error leaves no image") {
  const Folder folder;
  folder.write("en/cities.tsv", dictionary("city", "Rome\nRome\nOslo\textra\n").bytes);
  CHECK_FALSE(folder.run("out.image . en"));
  const std::string errors = folder.read("errors");
  CHECK(errors.find("en/cities.tsv:5:1: warning: ") != std::string::npos);
  CHECK(errors.find("en/cities.tsv:6:6: error: ") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() + "/out.image"));
}

TEST_CASE("rules that do not compile are found while the image is made") {
  const Folder folder;
  folder.write("en/cities.tsv", dictionary("city", "Rome\n").bytes);
  folder.write("en/rules/met.rules", "met.verb: subject:PERSON label:met object:PERSN -> met\n");
  CHECK_FALSE(folder.run("out.image . en"));
  CHECK(folder.read("errors").find("en/rules/met.rules:1:43: error: ") != std::string::npos);
  CHECK_FALSE(fs::exists(folder.path() + "/out.image"));
}

TEST_CASE("a missing folder, a missing argument and an unwritable image are errors") {
  const Folder folder;
  folder.write("en/cities.tsv", dictionary("city", "Rome\n").bytes);
  CHECK_FALSE(folder.run("out.image . gone"));
  CHECK(folder.read("errors").find("file.not-found") != std::string::npos);
  CHECK_FALSE(folder.run("out.image ."));
  CHECK(folder.read("errors").starts_with("usage: "));
  CHECK_FALSE(folder.run("no/such/folder/out.image . en"));
  CHECK(folder.read("errors").find("cannot be written") != std::string::npos);
}

}  // namespace
