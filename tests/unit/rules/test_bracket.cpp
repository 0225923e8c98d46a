// Bracket notation.
#include <catch2/catch.hpp>

#include "rules/bracket.hpp"

namespace dossier::rules::test {
namespace {

TEST_CASE("brackets give the text without them and the mentions in it") {
  const Bracketed out =
      read_brackets("[PERSON#1 Zoë] joined [ORGANIZATION#2 [LOCATION#3 Zürich] Insurance], \\[sic\\].");
  CHECK(out.problem.empty());
  CHECK(out.text == "Zoë joined Zürich Insurance, [sic].");
  REQUIRE(out.mentions.size() == 3);
  CHECK(out.mentions[0].type == "PERSON");
  CHECK(out.mentions[0].number == 1);
  CHECK(out.mentions[0].span == Span{0, 4});
  CHECK(out.mentions[1].span == Span{12, 29});
  CHECK(out.mentions[2].span == Span{12, 19});
}

TEST_CASE("a number may be left out") {
  const Bracketed out = read_brackets("[PERSON Ann]");
  REQUIRE(out.mentions.size() == 1);
  CHECK(out.mentions[0].number == 0);
}

TEST_CASE("wrong notation says what is wrong") {
  for (const char* const text : {"[Ann]", "[PERSON#x Ann]", "[PERSON#1Ann]", "[PERSON#1 Ann", "Ann]", "["}) {
    INFO(text);
    CHECK_FALSE(read_brackets(text).problem.empty());
  }
}

TEST_CASE("expected statements are read") {
  std::vector<Expected> out;
  std::string problem;
  REQUIRE(read_expected(
      "#1 has_role #2 \"foreign policy adviser\" former; #3 met #14 planned place=#5 date=#6; #7 has_role -", out,
      problem));
  REQUIRE(out.size() == 3);
  CHECK(out[0].subject == 1);
  CHECK(out[0].relation == "has_role");
  CHECK(out[0].object == 2);
  CHECK(out[0].label == "foreign policy adviser");
  CHECK(out[0].flags == std::vector<std::string>{"former"});
  CHECK(out[1].object == 14);
  CHECK(out[1].place == 5);
  CHECK(out[1].date == 6);
  CHECK(out[2].object == 0);
  for (const char* const text : {"1 met #2", "#1 met 2", "#1", "#1 met #2 place=3", "#x met #1"}) {
    INFO(text);
    CHECK_FALSE(read_expected(text, out, problem));
    CHECK_FALSE(problem.empty());
  }
}

}  // namespace
}  // namespace dossier::rules::test
