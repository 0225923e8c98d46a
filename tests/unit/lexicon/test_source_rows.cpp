// Tests of the rows, and of ten faults in one file.
#include <string>
#include <vector>

#include "lexicon/source.hpp"
#include "make_lexicon.hpp"

namespace {

using dossier::Diagnostic;
using dossier::Diagnostics;
using dossier::lexicon::ClassId;
using dossier::lexicon::EntryFlags;
using dossier::lexicon::FileProblems;
using dossier::lexicon::Match;
using dossier::lexicon::SourceForm;
using dossier::lexicon::test::dictionary;
using dossier::lexicon::test::problems_in;

using Found = std::vector<std::string>;

const std::string all_columns = "#! columns: form class weight flags attributes match\n";

std::vector<SourceForm> forms_of(std::string_view rows) {
  static const dossier::lexicon::ClassNames classes;
  FileProblems problems("f.tsv");
  dossier::lexicon::SourceHeader header;
  header.cls = "city";
  header.columns = {dossier::lexicon::Column::form,       dossier::lexicon::Column::cls,
                    dossier::lexicon::Column::weight,     dossier::lexicon::Column::flags,
                    dossier::lexicon::Column::attributes, dossier::lexicon::Column::match};
  std::vector<SourceForm> forms = dossier::lexicon::read_rows(rows, header, classes, problems);
  CHECK(problems.take().empty());
  return forms;
}

TEST_CASE("a row gives one form for each of its names") {
  const auto forms =
      forms_of("# comment\n\n Bombay | Mumbai\tregion\t70\tword, ctx,weak\tcode=IN;n=2\texact\r\nRome\n");
  REQUIRE(forms.size() == 3);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(forms[i].form == (i == 0 ? "Bombay" : "Mumbai"));
    CHECK(forms[i].canonical == "Bombay");
    CHECK(forms[i].cls == ClassId::region);
    CHECK(forms[i].weight == 70);
    CHECK(forms[i].flags == (EntryFlags::word | EntryFlags::needs_context | EntryFlags::weak));
    CHECK(forms[i].attributes == "code=IN;n=2");
    CHECK(forms[i].match == Match::exact);
    CHECK(forms[i].has_flags);
    CHECK(forms[i].has_weight);
    CHECK(forms[i].line == 3);
    CHECK(forms[i].column == (i == 0 ? 2 : 11));
    CHECK_FALSE(forms[i].removes);
  }
  CHECK(forms[2].form == "Rome");
  CHECK(forms[2].cls == ClassId::city);
  CHECK(forms[2].weight == 0);
  CHECK_FALSE(forms[2].has_weight);
  CHECK_FALSE(forms[2].has_flags);
  CHECK(forms[2].flags == 0);
  CHECK_FALSE(forms[2].match);
}

TEST_CASE("every flag has its name") {
  const auto forms = forms_of("X\t\t\tword,ctx,person,place,org,weak\n");
  REQUIRE(forms.size() == 1);
  CHECK(forms[0].flags == 63);
}

TEST_CASE("a row that deletes keeps its forms and its class") {
  const auto forms = forms_of("-Rome | Roma\tregion\tten\n- Bari\n");
  REQUIRE(forms.size() == 3);
  CHECK(forms[0].form == "Rome");
  CHECK(forms[1].form == "Roma");
  CHECK(forms[2].form == "Bari");
  for (const SourceForm& form : forms) CHECK(form.removes);
  CHECK(forms[1].cls == ClassId::region);
  CHECK(forms[2].cls == ClassId::city);
}

TEST_CASE("what is wrong with a row is said, and where") {
  struct Case {
    std::string row;
    Found found;
  };
  const std::string long_name(1001, 'x');
  // The headers take four lines.
  const Case cases[] = {
      {"Rome\ttown", {"5:6 dict.unknown-class"}},
      {"Rome\t\t1001", {"5:7 dict.bad-weight"}},
      {"Rome\t\t-1", {"5:7 dict.bad-weight"}},
      {"Rome\t\t7x", {"5:7 dict.bad-weight"}},
      {"Rome\t\t99999999999999999999", {"5:7 dict.bad-weight"}},
      {"Rome\t\t\tword,big", {"5:13 dict.unknown-flag"}},
      {"Rome\t\t\tword,,ctx", {"5:13 dict.unknown-flag"}},
      {"Rome\t\t\t\tcode", {"5:9 dict.bad-attribute"}},
      {"Rome\t\t\t\tcode=", {"5:9 dict.bad-attribute"}},
      {"Rome\t\t\t\t=IT", {"5:9 dict.bad-attribute"}},
      {"Rome\t\t\t\tCode=IT", {"5:9 dict.bad-attribute"}},
      {"Rome\t\t\t\ta=1;;b=2", {"5:13 dict.bad-attribute"}},
      {"Rome\t\t\t\ta=1=2", {"5:9 dict.bad-attribute"}},
      {"Rome\t\t\t\ta=1;b=2;a=3", {"5:9 dict.bad-attribute"}},
      {"Rome\t\t\t\t\tfuzzy", {"5:10 dict.bad-match"}},
      {"Rome\t\t\t\t\t\tmore", {"5:11 dict.too-many-columns"}},
      {"Rome\t\t\t\t\t\t", {"5:11 dict.too-many-columns"}},
      {"Rome||Roma", {"5:6 dict.empty-form"}},
      {"Rome|", {"5:6 dict.empty-form"}},
      {"\tcity", {"5:1 dict.empty-form"}},
      {"-", {"5:2 dict.empty-form"}},
      {"\t", {"5:1 dict.empty-form"}},
      {long_name, {"5:1 dict.too-long"}},
      {"R\u00f4me \xFF", {"5:6 dict.bad-utf8"}},
      {"# \xFF", {"5:3 dict.bad-utf8"}},
      {"a b c d e f g h i j k l m", {"5:1 dict.too-many-tokens"}},
      {"a b c d e f g h i j k l", {}},
      {"\u00a0|Rome", {"5:1 dict.no-tokens"}},
      {"R\u00f4me\ttown\tmany\tbig", {"5:6 dict.unknown-class", "5:11 dict.bad-weight", "5:16 dict.unknown-flag"}},
      {"", {}},
      {"   ", {}},
  };
  for (const Case& each : cases) {
    INFO(each.row);
    CHECK(problems_in(dictionary("city", each.row + "\n", all_columns).bytes) == each.found);
  }
}

TEST_CASE("ten faults in one file are ten diagnostics, each with place and piece") {
  const std::string bytes =
      "#! class: city\n"                                   // 1
      "#! columns: form weight flags attributes height\n"  // 2: unknown column
      "#! source: invented\n"                              // 3
      "#! mood: bad\n"                                     // 4: unknown header; and no licence
      "# Towns of nowhere.\n"                              // 5
      "Nord\xFF"
      "burg\t5\n"                             // 6: not UTF-8
      "S\u00fcdburg\tlots\n"                  // 7: bad weight
      "Ostburg\t5\thuge\n"                    // 8: unknown flag
      "Westburg\t5\tword\tcode\n"             // 9: bad attribute
      "\t5\n"                                 // 10: empty form
      "Mittelburg\t5\tword\tcode=XX\tmuch\n"  // 11: too many columns
      "Neuburg\n"                             // 12
      "NEUBURG\n";                            // 13: duplicate
  Diagnostics problems;
  const std::vector<dossier::lexicon::SourceFile> files = {{"towns.tsv", bytes}};
  CHECK(dossier::lexicon::compile(files, problems).empty());
  struct Expected {
    std::string place_and_code;
    std::string piece;
  };
  const Expected expected[] = {{"1:1 dict.missing-licence", ""},        {"2:42 dict.unknown-column", "height"},
                               {"4:4 dict.unknown-header", "mood"},     {"6:5 dict.bad-utf8", "\\xFF"},
                               {"7:9 dict.bad-weight", "lots"},         {"8:11 dict.unknown-flag", "huge"},
                               {"9:17 dict.bad-attribute", "code"},     {"10:1 dict.empty-form", ""},
                               {"11:27 dict.too-many-columns", "much"}, {"13:1 dict.duplicate-row", "NEUBURG"}};
  REQUIRE(problems.size() == 10);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK(dossier::lexicon::test::summary({problems[i]}).front() == expected[i].place_and_code);
    CHECK(problems[i].piece == expected[i].piece);
    CHECK(problems[i].file == "towns.tsv");
    CHECK_FALSE(problems[i].message.empty());
  }
}

TEST_CASE("problems of several files come in the order of the files") {
  Diagnostics problems;
  const std::vector<dossier::lexicon::SourceFile> files = {dictionary("city", "A\tB\n", {}, "z.tsv"),
                                                           dictionary("town", "A\n", {}, "a.tsv"),
                                                           dictionary("city", "A|\n", {}, "m.tsv")};
  CHECK(dossier::lexicon::compile(files, problems).empty());
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].file == "z.tsv");
  CHECK(problems[1].file == "a.tsv");
  CHECK(problems[2].file == "m.tsv");
}

}  // namespace
