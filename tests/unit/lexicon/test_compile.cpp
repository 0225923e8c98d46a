// Tests of compiling as a whole: the same files give the same bytes, and an image can be extended.
#include <string>
#include <vector>

#include "lexicon/extract.hpp"
#include "lexicon/lexicon.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::Diagnostics;
using dossier::lexicon::ClassId;
using dossier::lexicon::EntryId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::SourceFile;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::image_of;
using dossier::lexicon::test::lexicon_of;
using dossier::lexicon::test::Looked;
using dossier::lexicon::test::phrases_in;

const std::string columns = "#! columns: form weight flags attributes match\n";

std::vector<SourceFile> base_files() {
  return {
      dictionary("city", "New York|Big Apple\t9\tword\tcode=NY\nRome\t8\nNice\t5\tword\t\texact\n", columns, "a.tsv"),
      dictionary("vessel", "eSail\t1\t\t\texact\neSail Two\t1\t\t\texact\n", columns + "#! declare: yes\n", "b.tsv"),
      {"x.rules", "old"},
      {"weights.tsv", "#! raw: yes\n1\n"}};
}

std::vector<SourceFile> more_files() {
  return {dictionary("city", "-Rome\nNew York\t3\nOslo\t2\n", columns, "c.tsv"),
          dictionary("raft", "Kon-Tiki\n", "#! declare: yes\n", "d.tsv"),
          dictionary("vessel", "Fram\n", {}, "e.tsv"),
          {"x.rules", "new"},
          {"y.rules", "more"}};
}

Lexicon extended(const Lexicon& lexicon, const std::vector<SourceFile>& files) {
  Diagnostics problems;
  std::vector<std::byte> image = extend(lexicon, files, problems);
  for (const auto& problem : problems) UNSCOPED_INFO(to_string(problem));
  REQUIRE(problems.empty());
  auto out = Lexicon::adopt(std::move(image), problems);
  REQUIRE(out);
  return *out;
}

TEST_CASE("the same files give the same bytes") {
  CHECK(image_of(base_files()) == image_of(base_files()));
  CHECK(image_of({}) == image_of({}));
  CHECK(image_of(base_files()) != image_of({base_files()[0]}));
}

TEST_CASE("a part of an image has the entries of its classes as they were, and no rules") {
  Diagnostics problems;
  const Lexicon whole = lexicon_of(base_files());
  const auto part = Lexicon::adopt(extract(whole, dossier::lexicon::set_of(ClassId::city), problems), problems);
  REQUIRE(part);
  CHECK(problems.empty());
  const auto york = part->find(ClassId::city, "Big Apple");
  REQUIRE(york);
  CHECK(part->entry(*york).canonical == "New York");
  CHECK(part->flags_of(*york) == whole.flags_of(*whole.find(ClassId::city, "Big Apple")));
  CHECK(part->attribute(*york, "code") == "NY");
  CHECK(part->raw_files({}).empty());
  const auto vessel = part->find_class("vessel");
  CHECK((!vessel || !part->find(*vessel, "eSail")));
}

TEST_CASE("an error gives no image, a warning does") {
  Diagnostics problems;
  const std::vector<SourceFile> bad = {dictionary("city", "Rome\textra\n")};
  CHECK(dossier::lexicon::compile(bad, problems).empty());
  CHECK(has_errors(problems));
  // What was wrong before is none of this call's business.
  const std::vector<SourceFile> good = {dictionary("city", "Rome\nRome\n")};
  CHECK_FALSE(dossier::lexicon::compile(good, problems).empty());
  CHECK(problems.size() == 2);
}

TEST_CASE("the last raw file of a name is kept") {
  const Lexicon lexicon = lexicon_of({{"x.rules", "1"}, {"y.rules", "2"}, {"x.rules", "3"}});
  const auto files = lexicon.raw_files("");
  REQUIRE(files.size() == 2);
  CHECK(files[0].name == "y.rules");
  CHECK(files[1].name == "x.rules");
  CHECK(files[1].bytes == "3");
}

TEST_CASE("extending an image is like compiling all files at once") {
  std::vector<SourceFile> all = base_files();
  for (SourceFile& file : more_files()) all.push_back(std::move(file));
  const Lexicon at_once = lexicon_of(all);
  const Lexicon in_steps = extended(lexicon_of(base_files()), more_files());
  REQUIRE(at_once.size() == 8);
  REQUIRE(in_steps.size() == at_once.size());
  for (std::uint32_t i = 0; i < at_once.size(); ++i) {
    const auto a = at_once.entry(EntryId{i});
    const auto b = in_steps.entry(EntryId{i});
    INFO(a.form);
    CHECK(a.form == b.form);
    CHECK(a.canonical == b.canonical);
    CHECK(a.attributes == b.attributes);
    CHECK(a.file == b.file);
    CHECK(a.line == b.line);
    CHECK(a.cls == b.cls);
    CHECK(a.flags == b.flags);
    CHECK(a.weight == b.weight);
    CHECK(a.match == b.match);
  }
  const std::string text = "New York Big Apple Rome Nice nice eSail ESail eSail Two Kon-Tiki Fram";
  CHECK(phrases_in(at_once, text) == phrases_in(in_steps, text));
  const Looked first(at_once, text);
  const Looked second(in_steps, text);
  for (std::size_t i = 0; i < first.tokens().tokens.size(); ++i)
    CHECK(at_once.classes(first[i]) == in_steps.classes(second[i]));
  CHECK(in_steps.raw_file("x.rules") == "new");
  CHECK(in_steps.raw_file("weights.tsv") == "#! raw: yes\n1\n");
  CHECK(in_steps.files().size() == 5);
  CHECK(in_steps.files()[0].source == "made up");
  CHECK(in_steps.find_class("raft") == at_once.find_class("raft"));
}

TEST_CASE("extending with nothing changes nothing") {
  const Lexicon lexicon = lexicon_of(base_files());
  CHECK(extended(lexicon, {}).content_hash() == lexicon.content_hash());
}

TEST_CASE("what is wrong with the files that extend is said") {
  Diagnostics problems;
  const std::vector<SourceFile> files = {dictionary("city", "Rome\textra\n", {}, "bad.tsv")};
  CHECK(extend(lexicon_of(base_files()), files, problems).empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].file == "bad.tsv");
}

}  // namespace
