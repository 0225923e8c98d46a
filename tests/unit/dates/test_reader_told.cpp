// What the words around an expression, and the periods spoken of before it, make of its value. Written on Wednesday, 26
// November 2025.
#include <catch2/catch.hpp>

#include "unit/dates/reading.hpp"

using namespace dossier;
using dossier::test::ReadingCase;

namespace {

const DateReader& reader() {
  static const DateReader english = DateReader::english();
  return english;
}

template <std::size_t size>
void check(const ReadingCase (&cases)[size], std::string_view rest) {
  for (const ReadingCase& c : cases) {
    INFO(c.text);
    const std::string text = std::string(c.text) + std::string(rest);
    CHECK(test::found_in(reader().read({.text = text, .date = test::wednesday})) == c.expected);
  }
}

}  // namespace

TEST_CASE("the quarter that a report is about stays while others are mentioned") {
  const ReadingCase cases[] = {
      {"Net fell in the third quarter. A charge will come in the fourth quarter. Sales rose in the latest quarter.",
       "[the third quarter] DATE 2025-Q3; [the fourth quarter] DATE 2025-Q4; [the latest quarter] DATE 2025-Q3"},
      {"Third-quarter net fell. After a flat second quarter, costs rose more than in the year-ago period.",
       "[Third-quarter] DATE 2025-Q3; [second quarter] DATE 2025-Q2; [the year-ago period] DATE 2024-Q3"},
      {"Second-quarter net fell. Third-quarter net rose. Costs fell in the quarter.",
       "[Second-quarter] DATE 2025-Q2; [Third-quarter] DATE 2025-Q3; [the quarter] DATE 2025-Q3"},
      {"Third-quarter net fell. Tolmer's net rose in its fiscal first quarter. Costs fell in the quarter.",
       "[Third-quarter] DATE 2025-Q3; [fiscal first quarter] DATE 2025-Q1; [the quarter] DATE 2025-Q1"},
      {"Net fell in the first quarter, after a gain in the 2024 period. Sales rose in the quarter.",
       "[the first quarter] DATE 2025-Q1; [the 2024 period] DATE 2024-Q1; [the quarter] DATE 2025-Q1"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("the same period of another year") {
  const ReadingCase cases[] = {
      {"Third-quarter net was higher than in the same period last year.",
       "[Third-quarter] DATE 2025-Q3; [the same period last year] DATE 2024-Q3"},
      {"Third-quarter net was higher than in the corresponding quarter a year ago.",
       "[Third-quarter] DATE 2025-Q3; [the corresponding quarter a year ago] DATE 2024-Q3"},
      {"Third-quarter net was higher than in the comparable period of 2022.",
       "[Third-quarter] DATE 2025-Q3; [the comparable period of 2022] DATE 2022-Q3"},
      {"Third-quarter net was higher than in the quarter a year earlier.",
       "[Third-quarter] DATE 2025-Q3; [the quarter a year earlier] DATE 2024-Q3"},
      {"Third-quarter net was higher than in last year's quarter.",
       "[Third-quarter] DATE 2025-Q3; [last year's quarter] DATE 2024-Q3"},
      {"The ferry carried more people than in the same period last year.", "[the same period last year] DATE 2024"},
      {"The bridge opened in 2031. Sales for the full year fell.", "[2031] DATE 2031; [the full year] DATE 2025"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("a term lies ahead, unless a verb says otherwise") {
  const ReadingCase cases[] = {
      {"The new pier is ready by May.", "[May] DATE 2026-05"},
      {"The mayor ordered the owners to leave by Friday.", "[Friday] DATE 2025-11-28"},
      {"The mayor gave the owners until Friday.", "[Friday] DATE 2025-11-28"},
      {"The new pier was ready by May.", "[May] DATE 2025-05"},
      {"The owners sailed to Lisbon by May.", "[May] DATE 2025-05"},
      {"Tolmer will one day be a town.", "[one day] DATE FUTURE_REF"},
      {"The fair lasted one day.", "[one day] DURATION P1D"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("the verb tells whether a day is ahead") {
  const ReadingCase cases[] = {
      {"The vote will be held on Friday.", "[Friday] DATE 2025-11-28"},
      {"The vote was held on Friday.", "[Friday] DATE 2025-11-21"},
      {"The house is being sold on Friday.", "[Friday] DATE 2025-11-28"},
      {"The house has been sold on Friday.", "[Friday] DATE 2025-11-21"},
      {"She is leaving on Friday.", "[Friday] DATE 2025-11-28"},
      {"She was leaving on Friday.", "[Friday] DATE 2025-11-21"},
      {"The fair opens Friday.", "[Friday] DATE 2025-11-28"},
      {"The ministers meet Friday.", "[Friday] DATE 2025-11-28"},
      {"The ministers did not meet Friday.", "[Friday] DATE 2025-11-21"},
      {"The leaves fell on Friday.", "[Friday] DATE 2025-11-21"},
      {"They plan to leave on Friday.", "[Friday] DATE 2025-11-28"},
      {"They may leave in May.", "[May] DATE 2026-05"},
      {"The court could rule on Friday.", "[Friday] DATE 2025-11-28"},
      {"The court could have ruled on Friday.", "[Friday] DATE 2025-11-21"},
      {"They will have left by Friday.", "[Friday] DATE 2025-11-28"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("notes leave out what is understood") {
  const ReadingCase cases[] = {
      {"Finished the fence this Tue", "[this Tue] DATE 2025-11-25"},
      {"Fence this Tue?", "[this Tue] DATE 2025-12-02"},
      {"Enjoy the long weekend", "[weekend] DATE 2025-W48-WE"},
      {"I can do it within an hour.", "[an hour] TIME 2025-11-26T11:30"},
      {"Two boats within 30 minutes after the storm", "[30 minutes] DURATION PT30M"},
      {"Free on Mon or wed?", "[Mon] DATE 2025-12-01; [wed] DATE 2025-11-26"},
      {"Choir every mon, wed and fri", "[every mon] SET XXXX-WXX-1; [wed] SET XXXX-WXX-3; [fri] SET XXXX-WXX-5"},
      {"Choir every Monday to Friday", "[every Monday] SET XXXX-WXX-1; [Friday] DATE 2025-11-28"},
      {"A bed is 80 crowns a night", ""},
      {"Our second visit in two weeks", "[two weeks] DURATION P2W"},
      {"The first boat will leave in two hours", "[two hours] TIME 2025-11-26T12:30"},
      {"Photos of last nights match and this years fair", "[last nights] TIME 2025-11-25TNI; [this years] DATE 2025"},
      {"Waiting for the start of spring or nxt Friday",
       "[the start of spring] DATE 2026-SP START; [nxt Friday] DATE 2025-12-05"},
      {"Booked for June,July and August", "[June] DATE 2026-06; [July] DATE 2026-07; [August] DATE 2026-08"},
  };
  check(cases, "");
}
