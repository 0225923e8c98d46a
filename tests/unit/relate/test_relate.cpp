// Whole sentences: limits, flags and the constructions of news.
#include <random>

#include "relate/relate.hpp"
#include "relate/workspace.hpp"
#include "support.hpp"

namespace dossier::relate::test {
namespace {

using Expected = std::vector<std::string>;

struct Story {
  std::string_view notation;
  Expected expected;
};

TEST_CASE("news sentences give what they state and nothing else") {
  const std::vector<Story> stories = {
      {"[PERSON#1 Borg] also suggested a plan, and urged that [PERSON#2 Pace] bring it up with [PERSON#3 Fenek].", {}},
      {"[ORGANIZATION#1 Dagen] said it had a recording of the conversation between [PERSON#2 Borg] and [PERSON#3 "
       "Fenek], "
       "[PERSON#4 Pace]'s [ROLE#5 adviser], but did not say how.",
       {"#2 communicated_with #3 \"conversation\"", "#3 has_role #4 \"adviser\""}},
      {"[PERSON#1 Pace] Says [ROLE#2 Envoy] [PERSON#3 Borg] Will Meet [PERSON#4 Fenek] in [LOCATION#5 Rome]",
       {"#3 has_role - \"Envoy\"", "#3 met #4 \"Meet\" reported planned place=#5"}},
      {"\"Somebody listens,\" the [ORGANIZATION#1 Kremlin] [ROLE#2 adviser] told [GROUP#3 Danish] state media.",
       {"#2 has_role #1 \"adviser\""}},
      {"[PERSON#1 Borg] said [PRONOUN#2 he] sometimes uses [ORGANIZATION#3 Signal] to call [PERSON#4 Pace].",
       {"#2 communicated_with #4 \"call\" reported"}},
      {"It was an offer endorsed by [PERSON#1 Pace], which asked [LOCATION#2 Malta] not to join [ORGANIZATION#3 NATO].",
       {}},
      {"\"[PERSON#1 Pace] met [PERSON#2 Borg],\" [PRONOUN#3 he] said.", {"#1 met #2 \"met\" reported"}},
  };
  for (const Story& it : stories) {
    INFO(it.notation);
    CHECK(statements_in(it.notation) == it.expected);
  }
}

TEST_CASE("statements say which rule, which words and which evidence") {
  const Schema schema;
  const Analysis analysis = analyse("On Monday [ROLE#1 Mayor] [PERSON#2 Ann Lee] met [PERSON#3 Bob Ray].",
                                    small_lexicon(), english_rules(), schema);
  REQUIRE(analysis.statements.size() == 2);
  const Statement& role = analysis.statements[0];
  CHECK(english_rules().rules()[role.rule].name == "role.before");
  CHECK(role.label_mention == static_cast<MentionId>(0));
  CHECK(analysis.text.substr(role.evidence.begin, role.evidence.size()) == "Mayor Ann Lee");
  const Statement& met = analysis.statements[1];
  CHECK(english_rules().rules()[met.rule].name == "met.verb");
  CHECK(met.label_mention == MentionId::none);
  CHECK(analysis.text.substr(met.label.begin, met.label.size()) == "met");
  CHECK(analysis.text.substr(met.evidence.begin, met.evidence.size()) == "Ann Lee met Bob Ray");
}

TEST_CASE("a sentence with more mentions than the limit is cut and counted") {
  std::string text;
  std::vector<Mention> mentions;
  for (int i = 0; i < 10; ++i) {
    Mention mention;
    mention.type = TypeId::person;
    mention.span = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(text.size()) + 3};
    mentions.push_back(mention);
    text += "Ann met ";
  }
  tokens::TokenizedText tokenized;
  tokens::tokenize(text, {}, {}, tokenized);
  std::vector<Statement> all;
  std::vector<Issue> issues;
  Workspace work;
  lexicon::Matches matches;
  small_lexicon().match(tokenized, matches);
  const Schema schema;
  const Reading reading{tokenized, small_lexicon(), matches, english_rules(), mentions, schema};
  find_relations(reading, {}, work, all, issues);
  CHECK(issues.empty());
  std::vector<Statement> few;
  find_relations(reading, {.max_sentence_mentions = 3}, work, few, issues);
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].code == "limit.mentions-per-sentence");
  CHECK(issues[0].count == 1);
  CHECK(few.size() < all.size());
}

TEST_CASE("random words and mentions never harm, and give the same twice") {
  constexpr unsigned seed = 4711;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t count) { return random() % count; };
  const std::vector<std::string> words = {
      "met", "was",  "told",   "the", "a",       "and",       ",",    "who", "of",   "to",     "'s",      "\"",
      "(",   ")",    "former", "in",  "by",      "with",      "that", "his", "said", "talks",  "between", "as",
      ".",   "plan", "-",      ";",   "founded", "supporter", "will", "not", "is",   "meeting"};
  const std::vector<std::string> types = {"PERSON", "ORGANIZATION", "LOCATION", "ROLE", "GROUP", "DATE", "PRONOUN"};
  for (int round = 0; round < 3000; ++round) {
    std::string notation;
    for (std::size_t i = 1 + pick(40); i > 0; --i) {
      if (pick(3) == 0) {
        notation += '[' + types[pick(types.size())] + "#1 Xy] ";
      } else {
        notation += words[pick(words.size())] + ' ';
      }
    }
    INFO(notation);
    REQUIRE(statements_in(notation) == statements_in(notation));
  }
}

}  // namespace
}  // namespace dossier::relate::test
