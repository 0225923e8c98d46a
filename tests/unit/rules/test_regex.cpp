// Regular expressions on single items.
#include "support.hpp"

namespace dossier::rules::test {
namespace {

TEST_CASE("an expression matches the whole of one item as it is written") {
  CHECK(first_match("/[a-z]+ing/ b", "a sing b") == "1-3");
  CHECK(first_match("/[a-z]+ing/ b", "a singer b").empty());
  CHECK(first_match("a /F[0-9]{2,3}/", "a F314") == "0-2");
  CHECK(first_match("a /f[0-9]{2,3}/", "a F314").empty());
  CHECK(first_match("a /f[0-9]{2,3}/i", "a F314") == "0-2");
  CHECK(first_match("a [lower /b+/]", "a bb") == "0-2");
  CHECK(first_match("a [!/b+/]", "a bb").empty());
  CHECK(first_match("a !/b+/ ANY", "a c") == "0-2");
  CHECK(first_match("/and\\/or/ a", "and/or a") == "0-2");
}

TEST_CASE("an expression looks at the words of a mention, too") {
  CHECK(first_match("label:met /PER.*/", "a met PERSON") == "1-3 label=1-2");
}

TEST_CASE("what is no expression is reported with its place") {
  CHECK(problems_of("x: a /(/ -> met\n") == std::vector<std::string>{"1:6 rules.bad-expression"});
  CHECK(problems_of("x: a /b -> met\n").front() == "1:6 rules.syntax");
  CHECK(problems_of("x: a // b -> met\n").front() == "1:6 rules.syntax");
  CHECK(problems_of("x: a /a{1000}{1000}/ -> met\n") == std::vector<std::string>{"1:6 rules.bad-expression"});
}

}  // namespace
}  // namespace dossier::rules::test
