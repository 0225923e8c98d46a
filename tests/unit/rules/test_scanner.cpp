// Lexemes of patterns.
#include <catch2/catch.hpp>

#include "rules/scanner.hpp"

namespace dossier::rules::test {
namespace {

std::vector<Lexeme> scanned(std::string_view text, Diagnostics& problems) {
  Reporter report({"t"}, problems);
  return scan({{Place{0, 1, 1}, text}}, report);
}

TEST_CASE("each lexeme has its kind, text and column") {
  Diagnostics problems;
  const std::vector<Lexeme> all = scanned("subject:[PERSON !$x] \"a b\" %kin (met|u.s.)? {1,3} < & , -> n't", problems);
  CHECK(problems.empty());
  std::vector<LexemeKind> kinds;
  for (const Lexeme& it : all) kinds.push_back(it.kind);
  using K = LexemeKind;
  CHECK(kinds == std::vector<K>{K::capture, K::open_bracket, K::type,   K::bang, K::reference, K::close_bracket,
                                K::word,    K::cls,          K::open,   K::word, K::bar,       K::word,
                                K::close,   K::question,     K::repeat, K::less, K::ampersand, K::word,
                                K::arrow,   K::word,         K::end});
  CHECK(all[0].text == "subject");
  CHECK(all[4].text == "x");
  CHECK(all[6].text == "a b");
  CHECK(all[6].quoted);
  CHECK(all[6].place.column == 22);
  CHECK(all[11].text == "u.s.");
  CHECK(all[14].min == 1);
  CHECK(all[14].max == 3);
  CHECK(all[19].text == "n't");
}

TEST_CASE("the arrow of examples in a rule is told apart") {
  Diagnostics problems;
  static_cast<void>(scanned("PERSON met => met", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].column == 12);
  CHECK(problems[0].piece == "=>");
}

TEST_CASE("one capital letter is a word, several are a type") {
  Diagnostics problems;
  const std::vector<Lexeme> all = scanned("A AB Ab A_B", problems);
  CHECK(all[0].kind == LexemeKind::word);
  CHECK(all[1].kind == LexemeKind::type);
  CHECK(all[2].kind == LexemeKind::word);
  CHECK(all[3].kind == LexemeKind::type);
}

TEST_CASE("code points are counted in any bytes") {
  CHECK(code_points("") == 0);
  CHECK(code_points("čaj") == 3);
  CHECK(code_points("\xFF\xFE") == 2);
}

}  // namespace
}  // namespace dossier::rules::test
