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

TEST_CASE("figures of more than a quarter are compared with the year before") {
  const ReadingCase cases[] = {
      {"Third-quarter net fell. For the nine months, net was flat against a year earlier.",
       "[Third-quarter] DATE 2025-Q3; [the nine months] DURATION P9M; [a year earlier] DATE 2024"},
      {"Third-quarter net fell. In the first nine months, net beat that of the 2024 period.",
       "[Third-quarter] DATE 2025-Q3; [the first nine months] DURATION P9M; [the 2024 period] DATE 2024"},
      {"Third-quarter net fell. In fiscal 2025, net was flat against a year earlier.",
       "[Third-quarter] DATE 2025-Q3; [fiscal 2025] DATE 2025; [a year earlier] DATE 2024"},
      {"Third-quarter net fell. For the nine months, net rose. In the year-ago quarter, it had a loss.",
       "[Third-quarter] DATE 2025-Q3; [the nine months] DURATION P9M; [the year-ago quarter] DATE 2024-Q3"},
      {"For the nine months, net rose. Third-quarter net fell from a year earlier.",
       "[the nine months] DURATION P9M; [Third-quarter] DATE 2025-Q3; [a year earlier] DATE 2024-Q3"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("a quarter told by its last day") {
  const ReadingCase cases[] = {
      {"Sales rose in the quarter ended June 30.", "[the quarter] DATE 2025-Q2; [June 30] DATE 2025-06-30"},
      {"Sales rose in the quarter ended July 31.", "[the quarter] DATE 2025-Q2; [July 31] DATE 2025-07-31"},
      {"Sales rose in the quarter ended Jan. 31, 2024.", "[the quarter] DATE 2023-Q4; [Jan. 31, 2024] DATE 2024-01-31"},
      {"Fiscal first quarter net fell. Sales rose in the quarter ended Sept. 30.",
       "[Fiscal first quarter] DATE 2025-Q1; [the quarter] DATE 2025-Q1; [Sept. 30] DATE 2025-09-30"},
      {"Net fell in the first quarter ended Sept. 30. Sales rose in the quarter.",
       "[the first quarter] DATE 2025-Q1; [Sept. 30] DATE 2025-09-30; [the quarter] DATE 2025-Q1"},
      {"Third-quarter net fell after a weak second quarter. Costs rose in that quarter.",
       "[Third-quarter] DATE 2025-Q3; [second quarter] DATE 2025-Q2; [that quarter] DATE 2025-Q2"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("what is told on, and what was over") {
  const ReadingCase cases[] = {
      {"In March Tolmer lost its ferry. Nobody knew why. The owner was ill. The following month it came back.",
       "[March] DATE 2025-03; [The following month] DATE 2025-04"},
      {"The index is up 4% since year-end.", "[year-end] DATE 2024-12-31"},
      {"The yard will close by year-end.", "[year-end] DATE 2025-12-31"},
      {"Sales fell in the latest fiscal year.", "[the latest fiscal year] DATE 2024"},
      {"In past years the fair was free.", "[past years] DATE PAST_REF"},
      {"It's the third day of the strike.", "[the third day] DATE 2025-11-26"},
      {"Today is the eighth day of the strike.", "[Today] DATE 2025-11-26; [the eighth day] DATE 2025-11-26"},
      {"It was the third day of the strike.", "[the third day] DATE XXXX-XX-XX"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("verbs in one word with who does it") {
  const ReadingCase cases[] = {
      {"I'll be in Tolmer in June and was there in July.", "[June] DATE 2026-06; [July] DATE 2025-07"},
      {"We\u2019re going to Tolmer in May.", "[May] DATE 2026-05"},
      {"She's leaving on Friday.", "[Friday] DATE 2025-11-28"},
      {"The ferry's meeting on Friday was short.", "[Friday] DATE 2025-11-21"},
      {"Prices came down on Friday, and they're falling.", "[Friday] DATE 2025-11-21"},
      {"The owner has until the close of business on Friday to reply.", "[Friday] DATE 2025-11-28"},
      {"The storm is forecast to hit in the early hours of Friday.", "[the early hours of Friday] TIME 2025-11-28TMO"},
      {"The next decade will be hard. Tolmer lost its ferry in 2019.", "[The next decade] DATE 203; [2019] DATE 2019"},
      {"The mayor said the fair of Dec. 14 was off.", "[Dec. 14] DATE 2025-12-14"},
      {"The truce began at midnight local time (2200 GMT) on Sunday.",
       "[midnight local time (2200 GMT) on Sunday] TIME 2025-11-23T24:00"},
      {"It announced an agreement to buy the yard in January.", "[January] DATE 2026-01"},
      {"It announced an agreement to buy the yard in October.", "[October] DATE 2025-10"},
  };
  check(cases, test::rest_of_report);
}
