// Lists and lets.
#include "rules/context.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

TEST_CASE("lists and lets may be used before and across files") {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"a", "x: $who $meet -> met\n"},
                                                  {"b", "let who = PERSON | $other\nlet other = ROLE\n"},
                                                  {"c", "list meet = met\nlist meet += meets\n"}};
  const std::optional<RuleSet> rules = RuleSet::compile(files, Schema(), problems);
  REQUIRE(rules);
  CHECK(problems.empty());
  CHECK(matches_in(*rules, "ROLE meets") == std::vector<std::string>{"x@0-2"});
  CHECK(matches_in(*rules, "PERSON met") == std::vector<std::string>{"x@0-2"});
}

TEST_CASE("the words of a list are compared in folded form") {
  const RuleSet rules = rules_of("list meet = Met CAFE\nx: $meet -> met\n");
  CHECK(matches_in(rules, "MET").size() == 1);
  CHECK(matches_in(rules, "cafe").size() == 1);
}

TEST_CASE("faults of lists and lets are reported") {
  CHECK(problems_of("list a = b\nlist a = c\n") == std::vector<std::string>{"2:6 rules.double-name"});
  CHECK(problems_of("list a += b\n") == std::vector<std::string>{"1:6 rules.unknown-name"});
  CHECK(problems_of("list a = b b\n") == std::vector<std::string>{"1:12 rules.double-word"});
  CHECK(problems_of("list a = b (c\n") == std::vector<std::string>{"1:12 rules.syntax"});
  CHECK(problems_of("list a = b\nlet a = c\n") == std::vector<std::string>{"2:5 rules.double-name"});
  CHECK(problems_of("let a = $b\nlet b = $a\n").front() == "2:9 rules.circular");
  CHECK(problems_of("let a = b ) c\n") == std::vector<std::string>{"1:11 rules.syntax"});
}

TEST_CASE("the lists of the grammar are known by name, and verbs are collected") {
  const RuleSet rules = rules_of("list be = is was\nverbs meet = met\nlist other = was\n");
  std::string buffer;
  const auto lists = [&](std::string_view word) {
    Item item;
    rules.set_word(item, tokens::hash_word(word, buffer));
    return item.lists;
  };
  CHECK(lists("was").has(Wordlist::be));
  CHECK_FALSE(lists("was").has(Wordlist::verb));
  CHECK(lists("met").has(Wordlist::verb));
  CHECK(lists("nowhere").bits == 0);
}

TEST_CASE("words that are added to a list of verbs as list are no verbs") {
  const RuleSet rules = rules_of("verbs plan = plans\nlist plan += due\n");
  std::string buffer;
  const auto lists = [&](std::string_view word) {
    Item item;
    rules.set_word(item, tokens::hash_word(word, buffer));
    return item.lists;
  };
  CHECK(lists("plans").has(Wordlist::verb));
  CHECK(lists("due").has(Wordlist::plan));
  CHECK_FALSE(lists("due").has(Wordlist::verb));
}

}  // namespace
}  // namespace dossier::rules::test
