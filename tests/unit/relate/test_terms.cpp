// Since when and until when a role is held.
#include "relate/terms.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

/// "since - until" of the role in a text with one role statement; the words of the dates.
std::string term_of(std::string_view notation) {
  const Schema schema;
  const Analysis analysis = analyse(notation, small_lexicon(), english_rules(), schema);
  REQUIRE(analysis.problem.empty());
  REQUIRE(analysis.statements.size() == 1);
  const auto words = [&](MentionId id) {
    if (id == MentionId::none) return std::string("?");
    const Span span = analysis.mentions[static_cast<std::size_t>(id)].span;
    return analysis.text.substr(span.begin, span.size());
  };
  return words(analysis.statements[0].since) + " - " + words(analysis.statements[0].until);
}

TEST_CASE("dates right behind a role tell its term") {
  struct Row {
    const char* notation;
    const char* expected;
  };
  const Row rows[] = {
      {"[PERSON A] has been [ROLE mayor] of [LOCATION C] since [DATE 2019].", "2019 - ?"},
      {"[PERSON A] was [ROLE mayor] of [LOCATION C] until [DATE 2014].", "? - 2014"},
      {"[PERSON A] was [ROLE mayor] of [LOCATION C] from [DATE 2010] to [DATE 2014].", "2010 - 2014"},
      {"[PERSON A] was [ROLE mayor] of [LOCATION C] between [DATE 2010] and [DATE 2014].", "2010 - 2014"},
      {"[PERSON A], [ROLE mayor] of [LOCATION C] ([DATE 2010]-[DATE 2014]), left.", "2010 - 2014"},
      {"[PERSON A], [ROLE mayor] of [LOCATION C] since [DATE 2019], left.", "2019 - ?"},
      {"[PERSON A] was [ROLE mayor] of [LOCATION C] in [DATE 2014].", "? - ?"},
      {"[PERSON A] is [ROLE mayor] of [LOCATION C].", "? - ?"},
  };
  for (const Row& row : rows) {
    INFO(row.notation);
    CHECK(term_of(row.notation) == row.expected);
  }
}

}  // namespace
}  // namespace dossier::relate::test
