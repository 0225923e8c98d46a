// The date reader finds what the whole run finds, on random text made of words of time and others and of sentences of
// many kinds: whatever dates annotate() gives are the reader's, and it leaves out only those inside of names and other
// mentions.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/dates.hpp>
#include <dossier/engine.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace dossier;

namespace {

constexpr std::string_view pieces[] = {
    "Monday",   "tues",       "Friday",    "May",     "March",    "sept.",      "october",  "July",  "3",
    "14",       "31st",       "1987",      "2024",    "'99",      "1990s",      "10:30",    "5pm",   "12/25/2024",
    "Q3",       "quarter",    "year-ago",  "week",    "two days", "an hour",    "ago",      "later", "last",
    "next",     "the",        "this",      "every",   "twice a",  "past",       "century",  "19th",  "early",
    "mid-",     "the end of", "between",   "and",     "to",       "until",      "by",       "of",    "in",
    "on",       "at",         "for",       "from",    "will",     "was",        "said",     "boat",  "harbour",
    "closed",   "green",      "Christmas", "Easter",  "noon",     "tonight",    "tomorrow", "daily", "nights",
    "weekend",  "summer",     "fiscal",    "full",    "same",     "period",     "GMT",      "BC",    "several",
    "half",     "about",      "more than", "one day", "second",   "third",      "first",    "now",   "future",
    "recently", "percent",    "people",    "$20",     "long",     "February 30"};

constexpr std::string_view joints[] = {" ",  " ",  " ",     " ",  " ",  " ",  " ", "-",
                                       ", ", ". ", ".\n\n", "; ", " (", ") ", "/", "\u2013"};

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t length = 1 + random() % 60;
  for (std::size_t i = 0; i < length; ++i) {
    text += pieces[random() % std::size(pieces)];
    text += joints[random() % std::size(joints)];
  }
  return text;
}

// Sentences of all kinds, most without a time: what stands between two dates decides how the later one is read.
constexpr std::string_view sentences[] = {
    "The ferry left on Monday",
    "She will be back in two weeks",
    "It had opened a year earlier",
    "Sales rose in the third quarter",
    "The quarter was good",
    "The following month they met again",
    "The old harbour was closed",
    "Nobody knew the way",
    "Mr. Okoro of Brell Corp. said so",
    "Dr. Anna T. Voss, Ph.D., spoke to J.K. Arden",
    "The U.S. Navy came. The U.K. did not",
    "They moved to St. Alden, Wash., with two boats",
    "\"It is over,\" she said. \"We go home Friday\"",
    "\u201CIs it true?\u201D he asked \u201Cof May 2019\u201D",
    "The boys' coats were 'lost' in the two years' time",
    "It cost $20.50, or 1,250 crowns, at 25 percent",
    "On page 12. The rest follows at 3 p.m. on Tuesday",
    "Yum! Brands and Yahoo! Inc. paid",
    "MELLORE, Nov. 26 (Wire) - The mill burned down",
    "- a list item",
    "2) another one since 1987",
    "he wrote to anna@brell.example.com, and to www.brell.example",
    "THE COUNCIL MET ON FRIDAY",
    "the council meets next friday",
    "\u0421\u043E\u0432\u0435\u0442 \u0441\u043E\u0431\u0440\u0430\u043B\u0441\u044F",
    "Jos\u00E9 and Zo\u00EB came in F\u00E9vrier, no, in March",
    "\u8239\u306F\u51FA\u305F\u3002\u53CB\u4EBA 2019",
    "Wait ... what\u2026 now",
    "By the end of 2014, in late May or mid-June, it was done"};

constexpr std::string_view ends[] = {". ",  ". ", ". ",      ". ",        ".\n",      "\n",    "\n\n",
                                     "? ",  "! ", ".\n\n",   ".\r\n\r\n", ".\u201D ", ".\" ",  ".) ",
                                     ".  ", "; ", "\u2026 ", ": ",        " \u2013 ", ".[1] ", ".\u2029"};

std::string random_prose(std::mt19937& random) {
  std::string text;
  const std::size_t length = 1 + random() % 40;
  for (std::size_t i = 0; i < length; ++i) {
    text += sentences[random() % std::size(sentences)];
    text += ends[random() % std::size(ends)];
  }
  return text;
}

std::string line_of(const Document& doc, const Mention& mention) {
  return std::to_string(mention.span.begin) + "-" + std::to_string(mention.span.end) + " " +
         std::string(to_string(mention.time)) + " " + std::string(doc.string(mention.value));
}

}  // namespace

TEST_CASE("the reader of dates alone and the whole run find the same dates") {
  const DateReader reader = DateReader::english();
  const Engine engine = Engine::english();
  constexpr unsigned seed = 20251126;
  std::mt19937 random(seed);
  Scratch scratch;
  for (int round = 0; round < 4000; ++round) {
    const std::string text = round < 3000 ? random_text(random) : random_prose(random);
    INFO("seed " << seed << ", round " << round << ": " << text);
    const Input input{.text = text, .date = round % 3 == 0 ? "" : "2025-11-26"};
    const Document alone = reader.read(input, scratch);
    const Document whole = engine.annotate(input);
    std::vector<std::string> expected;
    std::vector<std::string> found;
    for (const Mention& mention : whole.mentions())
      if (mention.type == TypeId::date) found.push_back(line_of(whole, mention));
    for (const Mention& mention : alone.mentions()) {
      const bool taken = std::any_of(whole.mentions().begin(), whole.mentions().end(), [&](const Mention& other) {
        return other.type != TypeId::date && other.span.begin < mention.span.end && mention.span.begin < other.span.end;
      });
      const std::string line = line_of(alone, mention);
      if (!taken || std::find(found.begin(), found.end(), line) != found.end()) expected.push_back(line);
    }
    CHECK(found == expected);
  }
}
