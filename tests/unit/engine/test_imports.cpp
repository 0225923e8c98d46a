// Rule files that import others.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>
#include <vector>

#include "engine/imports.hpp"
#include "folder.hpp"

using namespace dossier;
using dossier::test::Folder;

namespace {

/// The names of the files behind the last slash, in their order.
std::vector<std::string> order_of(std::vector<base::SourceFile> files, Diagnostics& problems) {
  std::vector<std::string> out;
  for (const base::SourceFile& file : engine::with_imports(std::move(files), problems))
    out.push_back(file.name.substr(file.name.rfind('/') + 1));
  return out;
}

}  // namespace

TEST_CASE("an imported file stands before the one that names it, once") {
  const Folder folder("imports");
  folder.write("main.rules", "import \"lib/words.rules\"\nimport \"more.rules\"  \n");
  folder.write("more.rules", "import \"lib/../lib/words.rules\"\n");
  folder.write("lib/words.rules", "list mentor = mentored\n");
  Diagnostics problems;
  CHECK(order_of(base::read_files(folder.path() + "/main.rules", {".rules"}, problems), problems) ==
        std::vector<std::string>{"words.rules", "more.rules", "main.rules"});
  CHECK(order_of(base::read_files(folder.path(), {".rules"}, problems), problems) ==
        std::vector<std::string>{"words.rules", "more.rules", "main.rules"});
  CHECK(problems.empty());
}

TEST_CASE("a name that an imported file declares, too, is an error with both places") {
  const Folder folder("twice");
  folder.write("lib/words.rules",
               "list mentor = mentored\nlet who = PERSON\na.rule: subject:$who label:$mentor object:$who -> met\n");
  folder.write("main.rules",
               "import \"lib/words.rules\"\nlist mentor = taught\nlet who = ORGANIZATION\n"
               "a.rule: subject:$who met object:$who -> met\n");
  Diagnostics problems;
  CHECK_FALSE(Engine::build({.rules = {folder.path() + "/main.rules"}}, problems));
  REQUIRE(problems.size() == 3);
  for (std::uint32_t i = 0; i < 3; ++i) {
    INFO(to_string(problems[i]));
    CHECK(problems[i].code == "rules.double-name");
    CHECK(problems[i].file.ends_with("main.rules"));
    CHECK(problems[i].line == i + 2);
    CHECK(problems[i].message.find("lib/words.rules:" + std::to_string(i + 1)) != std::string::npos);
  }
}

TEST_CASE("a circle of imports ends") {
  const Folder folder("circle");
  folder.write("a.rules", "import \"b.rules\"\n");
  folder.write("b.rules", "import \"a.rules\"\nimport \"b.rules\"\n");
  Diagnostics problems;
  CHECK(order_of(base::read_files(folder.path() + "/a.rules", {".rules"}, problems), problems) ==
        std::vector<std::string>{"b.rules", "a.rules"});
  CHECK(problems.empty());
}

TEST_CASE("an import that leads nowhere is reported with its place, once") {
  const Folder folder("nowhere");
  folder.write("a.rules", "# first\nimport \"b.rules\"\nimport \"b.rules\"\n");
  Diagnostics problems;
  CHECK(order_of(base::read_files(folder.path() + "/a.rules", {".rules"}, problems), problems) ==
        std::vector<std::string>{"a.rules"});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "rules.unknown-import");
  CHECK(problems[0].line == 2);
  CHECK(problems[0].piece == "b.rules");
}

TEST_CASE("what an imported file declares can be used") {
  const Folder folder("use");
  folder.write("a.rules",
               "import \"sub/words.rules\"\n"
               "mentor: subject:PERSON label:$mentor object:PERSON -> met\n"
               "  + [PERSON#1 Ann Lee] mentored [PERSON#2 Bob Ray]. => #1 met #2\n");
  folder.write("sub/words.rules", "verbs mentor = mentored\n");
  const Engine engine = Engine::build({.rules = {folder.path() + "/a.rules"}});
  CHECK(engine.test_rules().empty());
  const Document doc = engine.annotate("Nora Whitfield mentored Peter Falk.");
  CHECK(doc.relations().size() == 1);
}
