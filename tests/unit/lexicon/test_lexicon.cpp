// Tests of opening an image and of what can be asked of entries and files.
#include <string>
#include <thread>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::Diagnostics;
using dossier::lexicon::ClassId;
using dossier::lexicon::Entry;
using dossier::lexicon::EntryId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::Match;
using dossier::lexicon::SourceFile;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::image_of;
using dossier::lexicon::test::lexicon_of;
using dossier::lexicon::test::Looked;

const std::string columns = "#! columns: form weight flags attributes match\n";

Lexicon sample() {
  return lexicon_of(
      {dictionary("country", "Norway|Kingdom of Norway\t40\tword,person\tcode=NO;capital=Oslo\n", columns, "en/a.tsv"),
       dictionary("vessel", "Fram\t\t\tcode=F\texact\n", columns + "#! declare: yes\n#! note: ships\n", "en/b.tsv"),
       {"en/evidence.tsv", "#! raw: yes\nperson.title\t1.5\n"},
       {"en/rules/met.rules", "rule met"},
       {"en/rules/a.rules", ""}});
}

TEST_CASE("an entry comes back with all that its row says") {
  const Lexicon lexicon = sample();
  REQUIRE(lexicon.size() == 3);
  const auto id = lexicon.find(ClassId::country, "kingdom of norway");
  REQUIRE(id);
  const Entry entry = lexicon.entry(*id);
  CHECK(entry.cls == ClassId::country);
  CHECK(entry.flags == (dossier::lexicon::word | dossier::lexicon::is_person));
  CHECK(entry.weight == 40);
  CHECK(entry.match == Match::name);
  CHECK(entry.words == 3);
  CHECK(entry.form == "Kingdom of Norway");
  CHECK(entry.canonical == "Norway");
  CHECK(entry.attributes == "code=NO;capital=Oslo");
  CHECK(entry.file == "en/a.tsv");
  CHECK(entry.line == 5);
  CHECK(lexicon.entry(EntryId{0}).canonical == lexicon.entry(EntryId{0}).form);
}

TEST_CASE("an attribute is found by its whole key") {
  const Lexicon lexicon = sample();
  CHECK(lexicon.attribute(EntryId{0}, "code") == "NO");
  CHECK(lexicon.attribute(EntryId{1}, "capital") == "Oslo");
  for (const char* key : {"cod", "ode", "apital", "", "NO", "code=NO", "codes"})
    CHECK(lexicon.attribute(EntryId{0}, key).empty());
}

TEST_CASE("an entry is found by class and folded words, whatever its case policy") {
  const Lexicon lexicon = sample();
  const auto vessel = lexicon.find_class("vessel");
  REQUIRE(vessel);
  CHECK(lexicon.find(*vessel, "fram") == EntryId{2});
  CHECK(lexicon.find(ClassId::country, "  NORWAY ") == EntryId{0});
  CHECK_FALSE(lexicon.find(ClassId::city, "Norway"));
  CHECK_FALSE(lexicon.find(ClassId::country, "Kingdom of"));
  CHECK_FALSE(lexicon.find(ClassId::country, "Kingdom"));
  CHECK_FALSE(lexicon.find(ClassId::country, ""));
  CHECK_FALSE(lexicon.find(ClassId::country, "a b c d e f g h i j k l m n o p q r s t u v w x y z"));
  const Lexicon spelled = lexicon_of({dictionary("product", "eBay\n", "#! match: exact\n")});
  CHECK(spelled.find(ClassId::product, "EBAY") == EntryId{0});
}

TEST_CASE("ids that do not exist give empty answers") {
  const Lexicon lexicon = sample();
  for (const EntryId id : {EntryId{3}, EntryId::none}) {
    CHECK(lexicon.entry(id).cls == ClassId::count);
    CHECK(lexicon.entry(id).form.empty());
    CHECK(lexicon.attribute(id, "code").empty());
  }
  dossier::tokens::Token token;
  token.word = dossier::tokens::WordId{12345678};
  CHECK(lexicon.classes(token).empty());
  CHECK(lexicon.entries(token).empty());
  CHECK_FALSE(lexicon.begins_phrase(token));
  CHECK(lexicon.class_name(ClassId{200}).empty());
  CHECK(lexicon.class_name(ClassId::count).empty());
}

TEST_CASE("classes are known by their names") {
  const Lexicon lexicon = sample();
  CHECK(lexicon.class_name(ClassId::city) == "city");
  CHECK(lexicon.find_class("pronoun") == ClassId::pronoun);
  const auto vessel = lexicon.find_class("vessel");
  REQUIRE(vessel);
  CHECK(lexicon.class_name(*vessel) == "vessel");
  CHECK_FALSE(lexicon.find_class("ship"));
  CHECK_FALSE(lexicon.find_class(""));
  const Looked looked(lexicon, "Fram");
  CHECK(lexicon.classes(looked[0]).has(*vessel));
}

TEST_CASE("the files are listed with what their headers say") {
  const auto lexicon = sample();
  const auto files = lexicon.files();
  REQUIRE(files.size() == 2);
  CHECK(files[0].name == "en/a.tsv");
  CHECK(files[0].source == "made up");
  CHECK(files[0].licence == "CC0-1.0");
  CHECK(files[0].entries == 2);
  CHECK(files[1].note == "ships");
  CHECK(files[1].entries == 1);
}

TEST_CASE("raw files come back as they were") {
  const Lexicon lexicon = sample();
  CHECK(lexicon.raw_file("en/evidence.tsv") == "#! raw: yes\nperson.title\t1.5\n");
  CHECK(lexicon.raw_file("en/rules/a.rules") == "");
  CHECK_FALSE(lexicon.raw_file("evidence.tsv"));
  const auto rules = lexicon.raw_files(".rules");
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].name == "en/rules/met.rules");
  CHECK(rules[0].bytes == "rule met");
  CHECK(rules[1].name == "en/rules/a.rules");
  CHECK(lexicon.raw_files("").size() == 3);
}

TEST_CASE("an image that is opened is not copied") {
  const std::vector<std::byte> image = image_of({dictionary("city", "Rome\n")});
  Diagnostics problems;
  const auto lexicon = Lexicon::open(image, problems);
  REQUIRE(lexicon);
  const auto* form = reinterpret_cast<const std::byte*>(lexicon->entry(EntryId{0}).form.data());
  CHECK(form > image.data());
  CHECK(form < image.data() + image.size());
}

TEST_CASE("a lexicon outlives the one it was copied from") {
  std::optional<Lexicon> first = lexicon_of({dictionary("city", "Rome\n")});
  const Lexicon copy = *first;
  first.reset();
  CHECK(copy.entry(EntryId{0}).form == "Rome");
  CHECK(copy.content_hash() == lexicon_of({dictionary("city", "Rome\n")}).content_hash());
  CHECK(copy.content_hash() != lexicon_of({dictionary("city", "Roma\n")}).content_hash());
}

TEST_CASE("a lexicon without entries knows nothing") {
  const Lexicon lexicon = lexicon_of({});
  CHECK(lexicon.size() == 0);
  CHECK(lexicon.files().empty());
  const Looked looked(lexicon, "nothing to be found here");
  CHECK(lexicon.classes(looked[0]).empty());
  CHECK(looked.phrases().empty());
  CHECK_FALSE(lexicon.find(ClassId::city, "Rome"));
}

TEST_CASE("many threads may ask at once") {
  const Lexicon lexicon = lexicon_of({dictionary("city", "New York\nRome\n")});
  std::vector<std::size_t> found(4);
  std::vector<std::thread> threads;
  for (std::size_t& each : found)
    threads.emplace_back([&lexicon, &each] {
      for (int i = 0; i < 200; ++i) {
        dossier::tokens::TokenizedText text;
        dossier::tokens::tokenize("from Rome to New York", {}, {}, text);
        dossier::lexicon::Matches matches;
        lexicon.match(text, matches);
        each += matches.phrases.size() + lexicon.entries(text.tokens[1]).size();
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(found == std::vector<std::size_t>(4, 400));
}

}  // namespace
