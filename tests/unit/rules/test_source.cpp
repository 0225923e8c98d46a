// The lines of rule files.
#include "rules/source.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

TEST_CASE("comments, continued lines and Windows line ends are read") {
  const RuleSet rules = rules_of(
      "# a comment\r\n"
      "list meet = met\r\n"
      "  meets\r\n"
      "\r\n"
      "x: PERSON\r\n"
      "  $meet\r\n"
      "  -> met\r\n");
  CHECK(matches_in(rules, "PERSON meets") == std::vector<std::string>{"x@0-2"});
  CHECK(rules.rules()[0].line == 5);
}

TEST_CASE("examples belong to the rule above them") {
  const RuleSet rules = rules_of(
      "a: met -> met\n"
      "  + [PERSON#1 Ann] met [PERSON#2 Bob]. => #1 met #2\n"
      "b: met -> met\n"
      "  - [PERSON#1 Ann] met nobody.\n"
      "  - [PERSON#1 Ann] met [PERSON#2 Bob]. => #1 supports #2\n");
  const auto examples = rules.examples();
  REQUIRE(examples.size() == 3);
  CHECK(examples[0].rule == 0);
  CHECK_FALSE(examples[0].counter);
  CHECK(examples[0].text == "[PERSON#1 Ann] met [PERSON#2 Bob].");
  CHECK(examples[0].expected == "#1 met #2");
  CHECK(examples[1].rule == 1);
  CHECK(examples[1].counter);
  CHECK(examples[1].expected.empty());
  CHECK(examples[2].line == 5);
  CHECK(examples[2].expected == "#1 supports #2");
}

TEST_CASE("lines that are no declaration are reported") {
  CHECK(problems_of("  met\n") == std::vector<std::string>{"1:3 rules.syntax"});
  CHECK(problems_of("met PERSON\n") == std::vector<std::string>{"1:1 rules.syntax"});
  CHECK(problems_of("list meet\n") == std::vector<std::string>{"1:6 rules.syntax"});
  CHECK(problems_of("list Meet = a\n") == std::vector<std::string>{"1:6 rules.syntax"});
  CHECK(problems_of("stage clause\n") == std::vector<std::string>{"1:7 rules.unknown-stage"});
  CHECK(problems_of("list a = b\n  + x => y\n") == std::vector<std::string>{"2:3 rules.bad-example"});
  CHECK(problems_of("a: met -> met\n  + [PERSON#1 Ann] met.\n") == std::vector<std::string>{"2:3 rules.bad-example"});
}

TEST_CASE("a byte order mark is no part of a file, other encodings are told apart") {
  CHECK(problems_of("\xEF\xBB\xBFx: met PERSO -> met\n") == std::vector<std::string>{"1:8 rules.unknown-type"});
  using namespace std::string_view_literals;
  for (const std::string_view text : {"\xFF\xFEx\0:\0"sv, "\xFE\xFF\0x\0:"sv, "l\0i\0s\0"sv, "\0l\0i\0s"sv})
    CHECK(problems_of(text) == std::vector<std::string>{"1:1 rules.bad-utf8"});
  CHECK(problems_of("list a = b\nlist c = d\0e\n"sv) == std::vector<std::string>{"2:11 rules.zero-byte"});
  CHECK(problems_of("list a = b\nlist c = \xE4\n"sv) == std::vector<std::string>{"2:10 rules.bad-utf8"});
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(problems_of("x: \"čaj\" PERSO -> met\n") == std::vector<std::string>{"1:10 rules.unknown-type"});
}

}  // namespace
}  // namespace dossier::rules::test
