// Tests of how the case of a form and of a text must agree.
#include <string>
#include <vector>

#include "lexicon/case_policy.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::lexicon::allowed_rows;
using dossier::lexicon::ClassId;
using dossier::lexicon::Lexicon;
using dossier::lexicon::Match;
using dossier::lexicon::ShapeRun;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::lexicon_of;
using dossier::lexicon::test::Looked;
using dossier::lexicon::test::phrases_in;
using dossier::tokens::Shape;

struct Case {
  std::string form;
  std::string match;  // "" for the default
  std::vector<std::string> hits;
  std::vector<std::string> misses;
};

const std::vector<Case> cases = {
    // Forms of one token.
    {"adviser", "", {"adviser", "Adviser", "ADVISER"}, {"advisers"}},
    {"Reading", "", {"Reading", "READING"}, {"reading"}},
    {"US", "exact", {"US"}, {"us", "Us"}},
    {"US", "name", {"US", "Us"}, {"us"}},
    {"US", "fold", {"US", "Us", "us"}, {"U.S"}},
    {"WHO", "exact", {"WHO"}, {"who", "Who"}},
    {"Will", "exact", {"Will"}, {"will", "WILL"}},
    {"eBay", "exact", {"eBay"}, {"EBay", "EBAY", "ebay", "Ebay"}},
    {"eBay", "name", {"eBay", "EBay", "Ebay", "EBAY"}, {"ebay"}},
    {"eBay", "fold", {"eBay", "EBAY", "ebay"}, {"e-Bay"}},
    {"dot", "exact", {"dot"}, {"Dot", "DOT"}},
    {"McDonald", "exact", {"McDonald"}, {"MCDonald", "Mcdonald", "MCDONALD", "mcdonald"}},
    {"$", "", {"$"}, {"%"}},
    {"911", "exact", {"911"}, {"912"}},
    {"O'Hara", "", {"O'Hara", "O\u2019Hara", "O'HARA"}, {"o'hara"}},
    {"Andr\u00e9", "", {"Andr\u00e9", "Andre", "ANDRE"}, {"andre"}},
    // Forms of several tokens.
    {"the Hague", "", {"the Hague", "The Hague", "THE HAGUE"}, {"the hague", "Hague"}},
    {"The Hague", "", {"The Hague", "THE HAGUE"}, {"the Hague", "the hague"}},
    {"John Smith", "", {"John Smith", "JOHN SMITH", "John SMITH"}, {"john smith", "John smith", "john Smith"}},
    {"Bank of England", "", {"Bank of England", "Bank Of England", "BANK OF ENGLAND"}, {"bank of England"}},
    {"prime minister", "", {"prime minister", "Prime Minister", "PRIME MINISTER"}, {"prime-minister"}},
    {"IT Crowd", "exact", {"IT Crowd"}, {"It Crowd", "it crowd", "IT CROWD"}},
    {"iPhone Air", "exact", {"iPhone Air"}, {"IPhone Air", "iPHONE Air", "iPhone air", "iphone air"}},
    {"iPhone Air", "name", {"iPhone Air", "IPHONE AIR", "Iphone Air"}, {"iphone Air", "iPhone air"}},
    {"Channel 4", "exact", {"Channel 4"}, {"channel 4", "CHANNEL 4", "Channel 5"}},
};

// Whether the text as a whole is an entry, of one token or of several.
bool matches(const Lexicon& lexicon, const std::string& text) {
  const Looked looked(lexicon, text);
  if (looked.tokens().tokens.size() > 1) return phrases_in(lexicon, text) == std::vector{text + "/organization"};
  const bool has_class = lexicon.classes(looked[0]).has(ClassId::organization);
  CHECK(lexicon.entries(looked[0]).size() == (has_class ? 1 : 0));
  return has_class;
}

TEST_CASE("an entry counts where the case of the text allows it") {
  for (const Case& each : cases) {
    const std::string row = each.match.empty() ? each.form : each.form + '\t' + each.match;
    const Lexicon lexicon = lexicon_of({dictionary("organization", row + '\n', "#! columns: form match\n")});
    for (const std::string& text : each.hits) {
      INFO(each.form << " (" << each.match << ") is to match " << text);
      CHECK(matches(lexicon, text));
    }
    for (const std::string& text : each.misses) {
      INFO(each.form << " (" << each.match << ") is not to match " << text);
      CHECK_FALSE(matches(lexicon, text));
    }
  }
}

TEST_CASE("all entries together allow what each allows alone") {
  std::string rows;
  const std::vector<std::string> classes = {"organization", "city", "surname", "product"};
  const std::vector<std::string> policies = {"exact", "name", "fold"};
  std::vector<dossier::lexicon::SourceFile> files;
  for (std::size_t i = 0; i < policies.size(); ++i)
    files.push_back(
        dictionary(classes[i], "eBay\neBay Live\n", "#! match: " + policies[i] + '\n', policies[i] + ".tsv"));
  files.push_back(dictionary("product", "EBay\nEBay Live\n", "#! match: exact\n", "other.tsv"));
  const Lexicon lexicon = lexicon_of(files);
  struct Seen {
    std::string word;
    std::vector<std::string> classes;
  };
  const Seen table[] = {{"eBay", {"organization", "city", "surname"}},
                        {"EBay", {"city", "surname", "product"}},
                        {"EBAY", {"city", "surname"}},
                        {"Ebay", {"city", "surname"}},
                        {"ebay", {"surname"}}};
  for (const Seen& each : table) {
    INFO(each.word);
    const Looked looked(lexicon, each.word);
    std::vector<std::string> found;
    for (const auto id : lexicon.entries(looked[0])) {
      found.emplace_back(lexicon.class_name(lexicon.entry(id).cls));
      CHECK(lexicon.classes(looked[0]).has(lexicon.entry(id).cls));
    }
    CHECK(found == each.classes);
    std::vector<std::string> phrases;
    for (const std::string& cls : each.classes) phrases.push_back(each.word + " Live/" + cls);
    CHECK(phrases_in(lexicon, each.word + " Live") == phrases);
  }
}

TEST_CASE("rows of shapes follow from policy and form") {
  CHECK(allowed_rows(Match::fold, Shape::upper) == 0b1111);
  CHECK(allowed_rows(Match::name, Shape::lower) == 0b1111);
  CHECK(allowed_rows(Match::name, Shape::none) == 0b1111);
  CHECK(allowed_rows(Match::name, Shape::title) == 0b1110);
  CHECK(allowed_rows(Match::name, Shape::mixed) == 0b1110);
  CHECK(allowed_rows(Match::exact, Shape::lower) == 0b0001);
  CHECK(allowed_rows(Match::exact, Shape::title) == 0b0010);
  CHECK(allowed_rows(Match::exact, Shape::upper) == 0b0100);
  CHECK(allowed_rows(Match::exact, Shape::none) == 0b1000);
}

TEST_CASE("a run of shapes keeps each token's shape") {
  ShapeRun run;
  run.set(0, Shape::title);
  run.set(1, Shape::lower);
  run.set(2, Shape::mixed);
  run.set(11, Shape::upper);
  CHECK(run.capitalised == 0b1000'0000'0101);
  CHECK(run.first(1) == 1);
  CHECK(run.first(3) == 0x301);
  CHECK(run.first(11) == 0x301);
  CHECK(run.first(12) == 0x2000'0000'0301);
}

}  // namespace
