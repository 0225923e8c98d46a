// The date reader finds what the whole run finds, on random text made of words of time and others: whatever dates
// annotate() gives are the reader's, and it leaves out only those inside of names and other mentions.
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
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
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
