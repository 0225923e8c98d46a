// The operators of patterns, and what is wrong with a pattern.
#include "rules/pattern.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

struct Case {
  std::string_view pattern;
  std::string_view line;
  std::string_view match;  // of the first that begins, "" when none
};

TEST_CASE("every operator matches what it says") {
  const Case cases[] = {
      // words, folded and quoted
      {"met", "Ann MET", "1-2"},
      {"\"U.S.\"", "the u.s. said", "1-2"},
      {",", "a , b", "1-2"},
      {"'s", "Ann 's", "1-2"},
      {"met", "meets", ""},
      // types, any item, edges
      {"PERSON met", "PERSON met", "0-2"},
      {"PERSON met", "LOCATION met", ""},
      {"met ANY", "met x", "0-2"},
      {"met ANY", "met", ""},
      {"START met", "met met", "0-1"},
      {"met END", "met met", "1-2"},
      {"met ANY", "met #", ""},
      // sequence, alternation, groups
      {"met (with|alongside) PERSON", "met alongside PERSON", "0-3"},
      {"(sat down|met) with", "sat down with", "0-3"},
      {"met|(sat down)", "sat down met", "0-2"},
      // optional and repeated, as much or as little as possible
      {"met with? PERSON", "met PERSON", "0-2"},
      {"met with? PERSON", "met with PERSON", "0-3"},
      {"met ANY?", "met a b", "0-2"},
      {"met ANY??", "met a b", "0-1"},
      {"met ANY{1,2}", "met a b c", "0-3"},
      {"met ANY{1,2}?", "met a b c", "0-2"},
      {"met ANY{0,3}? with", "met a b with with", "0-4"},
      {"met ANY{0,3} with", "met a b with with", "0-5"},
      {"(very){2} old", "very very old", "0-3"},
      {"(very){2} old", "very old", ""},
      // look-around at one item
      {"met !PERSON", "met PERSON", ""},
      {"met !PERSON", "met with", "0-1"},
      {"met !PERSON", "met", "0-1"},
      {"met &PERSON", "met PERSON", "0-1"},
      {"met &PERSON", "met", ""},
      {"<!not met", "not met", ""},
      {"<!not met", "met", "0-1"},
      {"<&not met", "not met", "1-2"},
      {"met !(PERSON|with)", "met with", ""},
      // brackets
      {"[PERSON !owner] met", "PERSON+ met", ""},
      {"[PERSON owner] met", "PERSON+ met", "0-2"},
      {"[PERSON several] met", "PERSON* met", "0-2"},
      {"[PERSON one] met", "PERSON* met", ""},
      {"[PERSON pronoun] met", "PERSON~ met", "0-2"},
      {"[PERSON name] met", "PERSON~ met", ""},
      {"[lower !\"met\"] met", "met met", ""},
      {"[lower !\"met\"] met", "has met", "0-2"},
      {"[title] met", "Ann met", "0-2"},
      {"[capital] met", "Ann met", "0-2"},
      {"met [punctuation]", "met .", "0-2"},
      {"met [!PERSON !word]", "met .", "0-2"},
      // captures
      {"subject:PERSON label:met object:PERSON", "PERSON met PERSON", "0-3 subject=0-1 label=1-2 object=2-3"},
      {"subject:(PERSON and PERSON) met", "PERSON and PERSON met", "0-4 subject=0-3"},
      {"subject:PERSON (and subject:PERSON){0,2} met", "PERSON and PERSON met", "0-4 subject=0-1 subject=2-3"},
      {"label:subject:ROLE met", "ROLE met", "0-2 label=0-1 subject=0-1"},
      {"(subject:PERSON|object:ROLE) met", "ROLE met", "0-2 object=0-1"},
      {"subject:PERSON{1,3} met", "PERSON PERSON met", "0-3 subject=0-2"},
      {"subject:PERSON met label:with? object:PERSON?", "PERSON met PERSON", "0-3 subject=0-1 object=2-3"},
      {"subject:PERSON met (object:PERSON)?", "PERSON met with", "0-2 subject=0-1"},
  };
  for (const Case& it : cases) {
    INFO(it.pattern << " in " << it.line);
    CHECK(first_match(it.pattern, it.line) == it.match);
  }
}

TEST_CASE("of two ways to match the first alternative is preferred") {
  CHECK(first_match("met (a|a b)", "met a b") == "0-2");
  CHECK(first_match("met (a b|a)", "met a b") == "0-3");
}

struct Fault {
  std::string_view rule;
  std::string_view problem;
};

TEST_CASE("every fault of a pattern is reported where it stands") {
  const Fault faults[] = {
      {"x: PERSON met -> mett", "1:18 rules.unknown-relation"},
      {"x: PERSO met -> met", "1:4 rules.unknown-type"},
      {"x: %kinn met -> met", "1:4 rules.unknown-class"},
      {"x: $nothing met -> met", "1:4 rules.unknown-name"},
      {"x: subjekt:PERSON met -> met", "1:4 rules.unknown-capture"},
      {"x: [PERSON several-of] met -> met", "1:12 rules.unknown-attribute"},
      {"x: PERSON met -> met plannd", "1:22 rules.unknown-flag"},
      {"x: PERSON met", "1:14 rules.syntax"},
      {"x: (PERSON met -> met", "1:16 rules.syntax"},
      {"x: PERSON | -> met", "1:13 rules.syntax"},
      {"x: PERSON) met -> met", "1:10 rules.syntax"},
      {"x: [] met -> met", "1:7 rules.syntax"},
      {"x: met* -> met", "1:7 rules.syntax"},
      {"x: met ~ -> met", "1:8 rules.syntax"},
      {"x: \"met -> met", "1:4 rules.syntax"},
      {"x: $ met -> met", "1:4 rules.syntax"},
      {"x: < met -> met", "1:6 rules.syntax"},
      {"x: met{3,1} -> met", "1:7 rules.bad-repeat"},
      {"x: met{0,99} -> met", "1:7 rules.bad-repeat"},
      {"x: met{ -> met", "1:7 rules.syntax"},
      {"x: met !(a b) -> met", "1:9 rules.look-too-long"},
      {"x: met? -> met", "1:1 rules.empty-match"},
      {"x: (ANY{30}){30} -> met", "1:1 rules.too-large"},
      {"x: ((((((((((((((((((((((((((a)))))))))))))))))))))))))) -> met", "1:28 rules.too-deep"},
  };
  for (const Fault& it : faults) {
    INFO(it.rule);
    const std::vector<std::string> problems = problems_of(it.rule);
    REQUIRE(!problems.empty());
    CHECK(problems.front() == it.problem);
  }
}

TEST_CASE("a misspelt name brings the nearest known one") {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"a.rules", "list meet = met\nx: PERSONS $met -> mett\n"}};
  static_cast<void>(RuleSet::compile(files, Schema(), problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "no entity type has this name; did you mean 'PERSON'?");
  CHECK(problems[0].piece == "PERSONS");
  CHECK(problems[0].file == "a.rules");
}

}  // namespace
}  // namespace dossier::rules::test
