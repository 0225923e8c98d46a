// Dictionaries by themselves: images, matches, doubts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/dictionary.hpp>
#include <string>
#include <vector>

#include "base/image.hpp"
#include "folder.hpp"
#include "rules/rules.hpp"

using namespace dossier;
using dossier::test::Folder;

namespace {

using Found = std::vector<std::string>;

const std::string places =
    "#! class: place\n#! columns: form weight flags attributes\n#! source: test\n#! licence: CC0-1.0\n"
    "North Quay\t5\nNorth Quay Old Town\nQuay Old\t\tctx\tid=7\nMünchberg|Munchberg Castle\nБерезань\nΑίγινα\nمرسى\n";

Dictionary load(const Config& config) {
  Diagnostics problems;
  std::optional<Dictionary> out = Dictionary::load(config, problems);
  for (const Diagnostic& it : problems) UNSCOPED_INFO(to_string(it));
  REQUIRE(out);
  return *out;
}

Found found(const Dictionary& dictionary, const std::string& text, Overlap overlap = Overlap::all) {
  Found out;
  for (const DictionaryMatch& it : dictionary.find(text, overlap))
    out.push_back(text.substr(it.span.begin, it.span.size()) + " = " +
                  std::string(dictionary.entry(it.entry).canonical));
  return out;
}

std::vector<std::string> codes_of(const Diagnostics& problems) {
  std::vector<std::string> out;
  for (const Diagnostic& it : problems) out.push_back(std::to_string(it.line) + ' ' + it.code);
  return out;
}

void write_image(const Folder& folder, const std::string& name, const std::vector<std::byte>& image) {
  folder.write(name, {reinterpret_cast<const char*>(image.data()), image.size()});
}

}  // namespace

TEST_CASE("overlapping matches are given as the policy says") {
  const Folder folder("dictionary");
  folder.write("a.tsv", places);
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  const std::string text = "At North Quay Old Town.";
  CHECK(found(dictionary, text) ==
        Found{"North Quay Old Town = North Quay Old Town", "North Quay = North Quay", "Quay Old = Quay Old"});
  CHECK(found(dictionary, text, Overlap::leftmost) == Found{"North Quay Old Town = North Quay Old Town"});
  CHECK(found(dictionary, text, Overlap::longest) == Found{"North Quay Old Town = North Quay Old Town"});
  CHECK(found(dictionary, "North Quay Old", Overlap::leftmost) == Found{"North Quay = North Quay"});
  CHECK(found(dictionary, "Munchberg castle").size() == 1);
  CHECK(found(dictionary, "", Overlap::longest).empty());
  CHECK(dictionary.find(text, Overlap::longest, {"place", "city"}).size() == 1);
  CHECK(dictionary.find(text, Overlap::longest, {"city", "no_such_class"}).empty());
}

TEST_CASE("accents, width, case and scripts fold, and spans are of the text as it is") {
  const Folder folder("folding");
  folder.write("a.tsv", places);
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  CHECK(found(dictionary, "near MUNCHBERG.") == Found{"MUNCHBERG = Münchberg"});
  CHECK(found(dictionary, "Ｎｏｒｔｈ Ｑｕａｙ's gate") == Found{"Ｎｏｒｔｈ Ｑｕａｙ = North Quay"});
  CHECK(found(dictionary, "The ship left early in the morning and came to North\nQuay at noon, when it rained.") ==
        Found{"North\nQuay = North Quay"});
  CHECK(found(dictionary, "остров Березань") == Found{"Березань = Березань"});
  CHECK(found(dictionary, "στην ΑΙΓΙΝΑ") == Found{"ΑΙΓΙΝΑ = Αίγινα"});
  CHECK(found(dictionary, "في مرسى") == Found{"مرسى = مرسى"});
}

TEST_CASE("a dictionary may ask for other ways to write its forms") {
  const Folder folder("variants");
  folder.write("a.tsv",
               "#! class: organization\n#! variants: hyphen dots\n#! source: test\n#! licence: CC0-1.0\n"
               "Al-Noor Trust\nNorth Quay\nU.S. Harbour Service|USHS\nE. F. Stone\n");
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  CHECK(found(dictionary, "Al Noor Trust") == Found{"Al Noor Trust = Al-Noor Trust"});
  CHECK(found(dictionary, "North-Quay") == Found{"North-Quay = North Quay"});
  CHECK(found(dictionary, "US Harbour Service, U.S.H.S.") ==
        Found{"US Harbour Service = U.S. Harbour Service", "U.S.H.S. = U.S. Harbour Service"});
  CHECK(found(dictionary, "E F Stone") == Found{"E F Stone = E. F. Stone"});
  CHECK(found(dictionary, "Al-Noor Trust").size() == 1);
}

TEST_CASE("dots are variants of abbreviations at the end of a name and within") {
  const Folder folder("abbreviations");
  folder.write("a.tsv",
               "#! class: organization\n#! variants: dots\n#! source: test\n#! licence: CC0-1.0\n"
               "Coldharbour Ltd\nColdwater Inc.\nSt Brannoc Bank\n");
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  for (const std::string text : {"They paid Coldharbour Ltd.", "Coldharbour Ltd. paid", "Coldharbour Ltd paid"})
    CHECK(found(dictionary, text).size() == 1);
  CHECK(found(dictionary, "Coldwater Inc paid") == Found{"Coldwater Inc = Coldwater Inc."});
  CHECK(found(dictionary, "They paid Coldwater Inc.") == Found{"Coldwater Inc. = Coldwater Inc."});
  CHECK(found(dictionary, "They left St. Brannoc Bank.") == Found{"St. Brannoc Bank = St Brannoc Bank"});
}

TEST_CASE("names of classes are checked, with the nearest one") {
  const Folder folder("classes");
  folder.write("a.tsv", "#! class: vessel\n#! declare: yes\n#! source: test\n#! licence: CC0-1.0\nGrey Petrel\n");
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  CHECK(dictionary.unknown_classes({"city", "vessel"}).empty());
  const Diagnostics unknown = dictionary.unknown_classes({"citty", "vesel", "company", "zzzzzz"});
  REQUIRE(unknown.size() == 4);
  CHECK(unknown[0].message == "there is no class 'citty'; did you mean 'city'?");
  CHECK(unknown[1].message == "there is no class 'vesel'; did you mean 'vessel'?");
  CHECK(unknown[2].message == "there is no class 'company'; did you mean 'organization'?");
  CHECK(unknown[3].message == "there is no class 'zzzzzz'");
}

TEST_CASE("the text of a dictionary is checked by itself") {
  const std::string head = "#! class: place\n#! source: test\n#! licence: CC0-1.0\n";
  CHECK(check_dictionary_text(head + "North Quay\n").empty());
  const Diagnostics found = check_dictionary_text(head + "North Quay\n||\nQuay\tmany\n");
  REQUIRE(found.size() >= 2);
  CHECK(found.front().line == 5);
  CHECK(found.front().file.empty());
  CHECK(found.back().code == "dict.too-many-columns");
  CHECK(codes_of(check_dictionary_text(std::string("#\0!\0", 4))) == Found{"1 dict.bad-utf8"});
  CHECK(codes_of(check_dictionary_text("\xFF\xFE#")) == Found{"1 dict.bad-utf8"});
}

TEST_CASE("bytes that are not UTF-8 match nothing and hide nothing") {
  const Folder folder("bytes");
  folder.write("a.tsv", places);
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  CHECK(found(dictionary, "North Quay \xFF\xC3 North Quay") ==
        Found{"North Quay = North Quay", "North Quay = North Quay"});
  CHECK(found(dictionary, "North\xFFQuay").empty());
}

TEST_CASE("an entry tells what its row says") {
  const Folder folder("entry");
  folder.write("a.tsv", places);
  const Dictionary dictionary = load({.english = false, .dictionaries = {folder.path()}});
  const DictionaryEntry entry = dictionary.entry(2);
  CHECK(entry.form == "Quay Old");
  CHECK(entry.cls == "place");
  CHECK(entry.match == "name");
  CHECK(entry.flags == "ctx");
  CHECK(entry.attributes == "id=7");
  CHECK(entry.line == 7);
  CHECK(dictionary.entry(0).weight == 5);
  REQUIRE(dictionary.sources().size() == 1);
  CHECK(dictionary.sources()[0].entries == 8);
  CHECK(dictionary.is_intact());
}

TEST_CASE("an image holds English, dictionaries, types and rules, and gives what its sources give") {
  const std::string at_sea = DOSSIER_SOURCE_DIR "/examples/at_sea";
  Diagnostics problems;
  const std::vector<std::byte> image = compile_dictionaries({.dictionaries = {at_sea}}, problems);
  REQUIRE_FALSE(image.empty());
  CHECK(image == compile_dictionaries({.dictionaries = {at_sea}}, problems));
  const Folder folder("image");
  write_image(folder, "sea.image", image);
  const std::string text = "Captain Nora Whitfield of Oslo commanded the HMS Gannet.";
  const Engine one = Engine::build({.dictionaries = {folder.path() + "/sea.image"}});
  const Engine other = Engine::build({.dictionaries = {at_sea}});
  const Document a = one.annotate(text);
  const Document b = other.annotate(text);
  REQUIRE(a.mentions().size() == b.mentions().size());
  for (std::size_t i = 0; i < a.mentions().size(); ++i) CHECK(a.mentions()[i].span == b.mentions()[i].span);
  CHECK(a.relations().size() == b.relations().size());
  CHECK(a.relations().size() >= 1);
  CHECK(one.test_rules().empty());

  folder.write("more.tsv", "#! class: vessel\n#! declare: yes\n#! source: test\n#! licence: CC0-1.0\nGrey Petrel\n");
  const Engine more = Engine::build({.dictionaries = {folder.path() + "/sea.image", folder.path() + "/more.tsv"}});
  const Document c = more.annotate("The Grey Petrel sank.");
  REQUIRE(c.mentions().size() == 1);
  CHECK(c.type_name(c.mentions()[0].type) == "VESSEL");
}

TEST_CASE("an image that cannot be used is refused with the reason") {
  const Folder folder("refused");
  folder.write("a.tsv", places);
  Diagnostics problems;
  const std::vector<std::byte> image =
      compile_dictionaries({.english = false, .dictionaries = {folder.path()}}, problems);
  REQUIRE_FALSE(image.empty());
  write_image(folder, "own.image", image);
  write_image(folder, "cut.image", {image.begin(), image.begin() + 100});
  const std::string own = folder.path() + "/own.image";
  const auto code_of = [](const Config& config) {
    Diagnostics found;
    CHECK_FALSE(Engine::build(config, found));
    return found.empty() ? std::string() : found[0].code;
  };
  CHECK(code_of({.dictionaries = {own}}) == "config.image-without-english");
  write_image(folder, "english.image", compile_dictionaries({.dictionaries = {folder.path() + "/a.tsv"}}, problems));
  CHECK(code_of({.english = false, .dictionaries = {folder.path() + "/english.image"}}) == "config.image-with-english");
  folder.write("a.csv", "name\n");
  CHECK(code_of({.dictionaries = {folder.path() + "/a.csv"}}) == "file.unknown-kind");
  CHECK(code_of({.english = false, .dictionaries = {own, own}}) == "config.two-images");
  CHECK(code_of({.dictionaries = {folder.path() + "/cut.image"}}) == "image.truncated");
  CHECK(Engine::build({.english = false, .dictionaries = {own}}, problems));
}

TEST_CASE("the rules of an image are compiled in it, and refused where they are damaged") {
  const Folder folder("rules");
  folder.write("ships.schema", "type VESSEL node\n");
  folder.write("ships.rules", "stage names\nship: ship name:[title] -> VESSEL weight 3\n");
  Diagnostics problems;
  std::vector<std::byte> image = compile_dictionaries({.english = false, .dictionaries = {folder.path()}}, problems);
  REQUIRE_FALSE(image.empty());
  write_image(folder, "own.image", image);
  const Engine engine = Engine::build({.english = false, .dictionaries = {folder.path() + "/own.image"}});
  const Document one = engine.annotate("We saw the ship Orla.");
  CHECK(one.mentions().size() == 1);
  CHECK(engine.rule_counts(Scratch()).front().source.ends_with("ships.rules:2"));

  folder.write("more.rules", "stage names\nboat: boat name:[title] -> VESSEL weight 3\n");
  const Config both{.english = false, .dictionaries = {folder.path() + "/own.image", folder.path() + "/more.rules"}};
  const Document two = Engine::build(both).annotate("We saw the ship Orla. We saw the boat Gull.");
  CHECK(two.mentions().size() == 2);

  const auto opened = base::Image::open(image, "t", problems);
  REQUIRE(opened);
  const auto compiled = base::Image::open(opened->section(rules::image_section), "t", problems);
  REQUIRE(compiled);
  const auto code = compiled->section(base::section_id("CODE"));
  image[static_cast<std::size_t>(code.data() - image.data()) + 4] ^= std::byte{0x7F};
  write_image(folder, "bad.image", image);
  CHECK_FALSE(Engine::build({.english = false, .dictionaries = {folder.path() + "/bad.image"}}, problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].code == "image.damaged");
  CHECK(problems[0].file.ends_with("bad.image"));
}

TEST_CASE("doubts about dictionaries are told") {
  const Folder folder("doubts");
  folder.write("a.tsv",
               "#! class: person\n#! columns: form class flags match\n#! source: web\n#! licence: CC-BY-SA-4.0\n"
               "Open\nX\t\t\tfold\n4711\njohn doe\nParis\nParis Keller\n\"Lee\nOpen\tsurname\tword\n");
  const std::vector<std::string> codes = codes_of(check_dictionaries({.dictionaries = {folder.path()}}));
  const auto has = [&](const std::string& code) { return std::find(codes.begin(), codes.end(), code) != codes.end(); };
  for (const std::string& code : codes) UNSCOPED_INFO(code);
  CHECK(has("1 dict.licence"));
  CHECK(has("5 dict.common-word"));
  CHECK(has("6 dict.too-short"));
  CHECK(has("7 dict.only-digits"));
  CHECK(has("8 dict.written-small"));
  CHECK(has("9 dict.conflict"));
  CHECK_FALSE(has("10 dict.conflict"));
  CHECK_FALSE(has("12 dict.common-word"));
  folder.write("a.tsv", "#! class: vessl\n#! declare: yes\n#! source: test\n#! licence: CC0-1.0\nGrey Petrel\n");
  folder.write("a.schema", "type VESSEL\n");
  CHECK(codes_of(check_dictionaries({.dictionaries = {folder.path()}})) == Found{"5 dict.unfit"});
  folder.write("a.tsv", "#! class: place\n#! source: test\n#! licence: CC0-1.0\nNorth Quay Old Town\nمرسى\n北京\n");
  CHECK(check_dictionaries({.dictionaries = {folder.path()}}).empty());
}
