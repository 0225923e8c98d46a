// Where a rule is tried.
#include "rules/anchor.hpp"
#include "rules/parser.hpp"
#include "rules/source.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

struct Tree {
  Parsed parsed;
  explicit Tree(std::string_view pattern) {
    const std::vector<lexicon::SourceFile> files = {
        {"t", "list many = m1 m2 m3 m4 m5\nlist two = t1 t2\nx: " + std::string(pattern) + " -> met\n"}};
    Diagnostics problems;
    Reporter report({"t"}, problems);
    const Source source = read_source(files, report);
    parsed = parse(source, Schema(), nullptr, report);
    REQUIRE(parsed.rules.size() == 1);
  }
  [[nodiscard]] Anchor anchor() const { return find_anchor(parsed.syntax, parsed.rules[0].pattern, {}); }
  [[nodiscard]] Length length() const { return length_of(parsed.syntax, parsed.rules[0].pattern); }
};

TEST_CASE("the length of a pattern is that of its shortest and longest match") {
  const auto check = [](std::string_view pattern, std::uint32_t least, std::uint32_t most) {
    INFO(pattern);
    const Length length = Tree(pattern).length();
    CHECK(length.least == least);
    CHECK(length.most == most);
  };
  check("PERSON", 1, 1);
  check("PERSON a? (b|c d){1,2}", 2, 6);
  check("START !a subject:PERSON END", 1, 1);
}

TEST_CASE("listed words are preferred to classes, classes to types, and the distance to the start is known") {
  const Anchor words = Tree("PERSON ANY{0,2} $many PERSON").anchor();
  REQUIRE(words.atoms.size() == 1);
  CHECK(words.atoms[0].kind == Atom::Kind::word);
  CHECK(words.least_before == 1);
  CHECK(words.most_before == 3);
  const Anchor cls = Tree("PERSON %kin").anchor();
  REQUIRE(cls.atoms.size() == 1);
  CHECK(cls.atoms[0].kind == Atom::Kind::cls);
  CHECK(cls.least_before == 1);
}

TEST_CASE("a shorter list is preferred to a longer one") {
  const Anchor anchor = Tree("$many PERSON $two").anchor();
  CHECK(anchor.least_before == 2);
}

TEST_CASE("optional elements and negations select nothing") {
  CHECK(Tree("ANY $two? ANY").anchor().cost == no_anchor);
  CHECK(Tree("[!$two]").anchor().cost == no_anchor);
  CHECK(Tree("[lower]").anchor().cost == no_anchor);
}

TEST_CASE("alternatives select together") {
  const Anchor anchor = Tree("(PERSON $two|$many) ANY").anchor();
  CHECK(anchor.atoms.size() == 2);
  CHECK(anchor.least_before == 0);
  CHECK(anchor.most_before == 1);
}

TEST_CASE("rules that nothing selects are tried everywhere") {
  CHECK(matches_in(rules_of("x: [lower] [lower] -> met\n"), "a b c") == std::vector<std::string>{"x@0-2", "x@1-3"});
}

}  // namespace
}  // namespace dossier::rules::test
