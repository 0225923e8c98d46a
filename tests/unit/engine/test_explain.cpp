// The account of a mention names rule, dictionary lines and evidence, and says what was not found.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

using namespace dossier;

namespace {

Explanation explain(const std::string& text, const std::string& words) {
  static const Engine engine = Engine::english();
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return engine.explain({.text = text, .date = "2025-03-12"},
                        {begin, begin + static_cast<std::uint32_t>(words.size())});
}

bool has_reason(const Explanation& why, const std::string& what, const std::string& detail) {
  return std::any_of(why.reasons.begin(), why.reasons.end(), [&](const Reason& reason) {
    return reason.what == what && reason.detail.find(detail) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("a name is explained by rule, dictionary and evidence") {
  const Explanation why = explain("Then Anna Lindqvist left.", "Anna");
  CHECK(why.found);
  CHECK(why.type == TypeId::person);
  CHECK(why.span == Span{5, 19});
  CHECK(why.score > 0.5F);
  CHECK(has_reason(why, "rule", "name.person"));
  CHECK(has_reason(why, "dictionary", "given_name \"Anna\""));
  CHECK(has_reason(why, "evidence", "person.given-first"));
  for (const Reason& reason : why.reasons)
    if (reason.what == "dictionary") CHECK(reason.source.find("en/") == 0);
}

TEST_CASE("a date is explained by its pattern and value") {
  const Explanation why = explain("They met on Tuesday.", "Tuesday");
  CHECK(why.found);
  CHECK(has_reason(why, "date", "2025-03-11"));
  CHECK(has_reason(why, "date", "counted from 2025-03-12, the day of writing"));
  const Explanation later = explain("They met on May 3, 2019. Two days later they left.", "Two days later");
  CHECK(has_reason(later, "date", "2019-05-05, counted from 2019-05-03, spoken of before"));
  CHECK_FALSE(has_reason(explain("They met on May 3, 2019.", "May 3, 2019"), "date", "counted from"));
}

TEST_CASE("the best rejected candidate is explained as not found") {
  const Explanation why = explain("They like Zorblatt very much.", "Zorblatt");
  CHECK_FALSE(why.found);
  CHECK_FALSE(why.reasons.empty());
  CHECK(why.score < 0.5F);
}

TEST_CASE("where nothing was proposed there is nothing to explain") {
  const Explanation why = explain("They like it very much.", "very");
  CHECK_FALSE(why.found);
  CHECK(why.reasons.empty());
}
