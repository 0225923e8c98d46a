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

TEST_CASE("a later file replaces entries of the same class, form and canonical form") {
  CHECK(entries_of({dictionary("city", "Rome\t1\nOslo\t2\n", weighted, "a.tsv"),
                    dictionary("city", "ROME\t3\n", weighted, "b.tsv")}) == Entries{"Oslo 2", "ROME 3"});
  CHECK(entries_of({dictionary("city", "Rome\t1\n", weighted, "a.tsv"),
                    dictionary("region", "Rome\t3\n", weighted, "b.tsv")}) == Entries{"Rome 1", "Rome 3"});
  CHECK(entries_of({dictionary("city", "New York\t1\n", weighted, "a.tsv"),
                    dictionary("city", "Big Apple|new  york\t3\n", weighted, "b.tsv")}) ==
        Entries{"New York 1", "Big Apple 3", "new  york 3<Big Apple"});
  CHECK(entries_of({dictionary("city", "New York|Big Apple\t1\n", weighted, "a.tsv"),
                    dictionary("city", "new york|big apple\t3\n", weighted, "b.tsv")}) ==
        Entries{"new york 3", "big apple 3<new york"});
}

TEST_CASE("what a later row leaves empty stays as it was") {
  const std::string columns = "#! columns: form weight flags attributes\n";
  struct Case {
    std::string first;
    std::string second;
    std::string weight_flags_attributes;
  };
  const Case cases[] = {
      {"Kim\t5\tword\tsex=f;code=KR", "Kim", "5 1 sex=f;code=KR"},
      {"Kim\t5\tword\tsex=f;code=KR", "Kim\t7", "7 1 sex=f;code=KR"},
      {"Kim\t5\tword\tsex=f;code=KR", "Kim\t0\tctx", "0 2 sex=f;code=KR"},
      {"Kim\t5\tword\tsex=f;code=KR", "Kim\t\t\tkind=short;sex=m", "5 1 kind=short;sex=m;code=KR"},
      {"Kim\t5\tword\tsex=f", "Kim\t\t\tsex=m", "5 1 sex=m"},
      {"Kim", "Kim\t5\tword\tsex=f", "5 1 sex=f"},
      {"Kim\t5\tword\tsex=f", "-Kim\nKim\t6", "6 0 "},
  };
  for (const Case& each : cases) {
    INFO(each.first << " / " << each.second);
    const Lexicon lexicon = lexicon_of({dictionary("given_name", each.first + "\n", columns, "a.tsv"),
                                        dictionary("given_name", each.second + "\n", columns, "b.tsv")});
    REQUIRE(lexicon.size() == 1);
    const Entry entry = lexicon.entry(EntryId{0});
    CHECK(std::to_string(entry.weight) + ' ' + std::to_string(entry.flags) + ' ' + std::string(entry.attributes) ==
          each.weight_flags_attributes);
    CHECK(entry.file == "b.tsv");
  }
}

TEST_CASE("within a file the later row replaces with a warning") {
  const SourceFile file = dictionary("city", "Rome\t1\nrome\t2\n", weighted);
  CHECK(entries_of({file}) == Entries{"rome 2"});
  CHECK(problems_in(file.bytes) == std::vector<std::string>{"6:1 dict.duplicate-row"});
}

TEST_CASE("an alias of several names keeps all its meanings") {
  const SourceFile file = dictionary("given_name", "Albert|Al\t1\nAlan|Al\t2\nAl\t3\nal\t4\nALAN\t5\n", weighted);
  CHECK(entries_of({file}) == Entries{"Albert 1", "Al 1<Albert", "Al 2<Alan", "al 4", "ALAN 5"});
  CHECK(problems_in(file.bytes) == std::vector<std::string>{"8:1 dict.duplicate-row", "9:1 dict.duplicate-row"});
  CHECK(entries_of({file, dictionary("given_name", "-AL\n", {}, "b.tsv")}) == Entries{"Albert 1", "ALAN 5"});
}

TEST_CASE("a row adds aliases to a name of its file and leaves the name alone") {
  const SourceFile file = dictionary("given_name", "Alexander|Alex\t1\nAlexander|Sandy\t2\n", weighted);
  CHECK(entries_of({file}) == Entries{"Alexander 1", "Alex 1<Alexander", "Sandy 2<Alexander"});
  CHECK(problems_in(file.bytes).empty());
  const SourceFile again = dictionary("given_name", "Alexander|Alex\t1\nAlexander|Alex\t2\n", weighted);
  CHECK(entries_of({again}) == Entries{"Alexander 1", "Alex 2<Alexander"});
  CHECK(problems_in(again.bytes) == std::vector<std::string>{"6:11 dict.duplicate-row"});
  // In a later file it is a row like any other.
  CHECK(entries_of({dictionary("given_name", "Alexander\t1\n", weighted, "a.tsv"),
                    dictionary("given_name", "Alexander|Sandy\t2\n", weighted, "b.tsv")}) ==
        Entries{"Alexander 2", "Sandy 2<Alexander"});
}

TEST_CASE("an alias may have 255 meanings") {
  std::string rows;
  for (int i = 0; i < 255; ++i) rows += std::string("Name").append(std::to_string(i)).append("|Nick\n");
  CHECK(entries_of({dictionary("given_name", rows)}).size() == 2 * 255);
  CHECK(problems_in(dictionary("given_name", rows + "Name255|Nick\n").bytes) ==
        std::vector<std::string>{"259:9 dict.too-many-entries"});
}

TEST_CASE("exact forms of one row that differ in case are entries of their own") {
  const std::string exact = "#! match: exact\n";
  CHECK(entries_of({dictionary("organization", "eBay|EBay|ebay\n", exact)}) ==
        Entries{"eBay 0", "EBay 0<eBay", "ebay 0<eBay"});
  CHECK(entries_of({dictionary("organization", "eBay|EBay\n", exact, "a.tsv"),
                    dictionary("organization", "eBay\n", exact, "b.tsv")}) == Entries{"EBay 0<eBay", "eBay 0"});
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
        Entries{"New York 2", "Oslo 3", "Rome 8"});  // the alias went with the form
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
