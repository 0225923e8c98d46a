// Tests of merging rows.
#include <string>
#include <vector>

#include "lexicon/drafts.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::Diagnostics;
using dossier::Severity;
using dossier::lexicon::ClassId;
using dossier::lexicon::Entry;
using dossier::lexicon::EntryId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::SourceFile;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::lexicon_of;
using dossier::lexicon::test::problems_in;
using dossier::lexicon::test::summary;

const std::string weighted = "#! columns: form weight\n";

// "form weight", "form<canonical" of every entry, in order.
std::vector<std::string> entries_of(const std::vector<SourceFile>& files) {
  const Lexicon lexicon = lexicon_of(files);
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < lexicon.size(); ++i) {
    const Entry entry = lexicon.entry(EntryId{i});
    out.push_back(std::string(entry.form) + ' ' + std::to_string(entry.weight));
    if (entry.form != entry.canonical) out.back() += '<' + std::string(entry.canonical);
  }
  return out;
}

using Entries = std::vector<std::string>;

TEST_CASE("a later file replaces entries of the same class and folded form") {
  CHECK(entries_of({dictionary("city", "Rome\t1\nOslo\t2\n", weighted, "a.tsv"),
                    dictionary("city", "ROME\t3\n", weighted, "b.tsv")}) == Entries{"Oslo 2", "ROME 3"});
  CHECK(entries_of({dictionary("city", "Rome\t1\n", weighted, "a.tsv"),
                    dictionary("region", "Rome\t3\n", weighted, "b.tsv")}) == Entries{"Rome 1", "Rome 3"});
  CHECK(entries_of({dictionary("city", "New York\t1\n", weighted, "a.tsv"),
                    dictionary("city", "Big Apple|new  york\t3\n", weighted, "b.tsv")}) ==
        Entries{"Big Apple 3", "new  york 3<Big Apple"});
}

TEST_CASE("within a file the later row replaces with a warning") {
  const SourceFile file = dictionary("city", "Rome\t1\nrome\t2\n", weighted);
  CHECK(entries_of({file}) == Entries{"rome 2"});
  CHECK(problems_in(file.bytes) == std::vector<std::string>{"6:1 dict.duplicate-row"});
}

TEST_CASE("an alias gives way to another row of its file, before it or after it") {
  const SourceFile after = dictionary("city", "Springfield\t9\nSpringfield Town|Springfield\t1\n", weighted);
  CHECK(entries_of({after}) == Entries{"Springfield 9", "Springfield Town 1"});
  CHECK(problems_in(after.bytes) == std::vector<std::string>{"6:18 dict.duplicate-row"});
  const SourceFile before = dictionary("city", "Springfield Town|Springfield\t1\nSpringfield\t9\n", weighted);
  CHECK(entries_of({before}) == Entries{"Springfield Town 1", "Springfield 9"});
  CHECK(problems_in(before.bytes) == std::vector<std::string>{"6:1 dict.duplicate-row"});
}

TEST_CASE("aliases of one row that fold to the same are one") {
  const SourceFile file = dictionary("city", "M\u00fcnster|Munster|MUNSTER\t4\n", weighted);
  CHECK(entries_of({file}) == Entries{"M\u00fcnster 4"});
  CHECK(problems_in(file.bytes).empty());
}

TEST_CASE("a row with a hyphen deletes earlier entries of its class") {
  const SourceFile cities = dictionary("city", "Rome|Roma\t1\nNew York\t2\nOslo\t3\n", weighted, "a.tsv");
  const SourceFile regions = dictionary("region", "Rome\t5\n", weighted, "b.tsv");
  CHECK(entries_of({cities, regions, dictionary("city", "-ROME\n-new york\n", weighted, "c.tsv")}) ==
        Entries{"Roma 1<Rome", "Oslo 3", "Rome 5"});
  CHECK(entries_of({cities, dictionary("city", "-Rome|Roma\nRome\t8\n", weighted, "c.tsv")}) ==
        Entries{"New York 2", "Oslo 3", "Rome 8"});
}

TEST_CASE("deleting nothing is a warning") {
  const std::vector<SourceFile> files = {dictionary("city", "Rome\n"),
                                         dictionary("city", "-Rome\n-Rome\n-Bari\n", {}, "b.tsv")};
  Diagnostics problems;
  CHECK_FALSE(dossier::lexicon::compile(files, problems).empty());
  CHECK(summary(problems) == std::vector<std::string>{"5:2 dict.deletes-nothing", "6:2 dict.deletes-nothing"});
  CHECK(problems[0].severity == Severity::warning);
  CHECK(problems[0].piece == "Rome");
}

TEST_CASE("an entry is deleted and comes back") {
  CHECK(entries_of({dictionary("city", "Rome\t1\n-Rome\nRome\t2\n", weighted)}) == Entries{"Rome 2"});
}

TEST_CASE("the policy is by the form where nothing else is said") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "Rome\ncrowded place\nthe Hague\n")});
  using dossier::lexicon::Match;
  CHECK(lexicon.entry(EntryId{0}).match == Match::name);
  CHECK(lexicon.entry(EntryId{1}).match == Match::fold);
  CHECK(lexicon.entry(EntryId{2}).match == Match::name);
}

}  // namespace
