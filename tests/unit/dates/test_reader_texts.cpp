// Contracts, histories and letters: the ways of dating that each kind of text has for itself. Written on Wednesday, 26
// November 2025.
#include <catch2/catch.hpp>

#include "unit/dates/reading.hpp"

using namespace dossier;
using dossier::test::ReadingCase;

namespace {

template <std::size_t size>
void check(const ReadingCase (&cases)[size], std::string_view rest) {
  static const DateReader reader = DateReader::english();
  for (const ReadingCase& c : cases) {
    INFO(c.text);
    const std::string text = std::string(c.text) + std::string(rest);
    CHECK(test::found_in(reader.read({.text = text, .date = test::wednesday})) == c.expected);
  }
}

}  // namespace

TEST_CASE("contracts") {
  const ReadingCase cases[] = {
      {"Payment is due within thirty (30) days.", "[thirty (30) days] DURATION P30D"},
      {"Payment is due within 30 (thirty) days.", "[30 (thirty) days] DURATION P30D"},
      {"A period of forty-eight (48) hours is granted.", "[forty-eight (48) hours] DURATION PT48H"},
      {"Thirty (40) boats came.", ""},
      {"Rent is paid on the fifth day of each calendar month.",
       "[the fifth day of each calendar month] SET XXXX-XX-05"},
      {"Rent is paid each calendar month.", "[each calendar month] SET P1M"},
      {"The option ends at 5:00 p.m. Eastern Time on June 30, 2026.",
       "[5:00 p.m. Eastern Time on June 30, 2026] TIME 2026-06-30T17:00"},
      {"The office opens at 9 a.m. Central European Summer Time.",
       "[9 a.m. Central European Summer Time] TIME 2025-11-26T09:00"},
      {"At 5 p.m. local fishermen left.", "[5 p.m.] TIME 2025-11-26T17:00"},
      {"Closed between the hours of 9 p.m. and 6 a.m.",
       "[9 p.m.] TIME 2025-11-26T21:00; [6 a.m.] TIME 2025-11-26T06:00"},
      {"It took roughly 1600 hours.", "[roughly 1600 hours] DURATION PT1600H APPROX"},
      {"It sank about 1100 hrs IST.", "[about 1100 hrs IST] TIME 2025-11-26T11:00"},
      {"It sailed at about 1600 hours.", "[about 1600 hours] TIME 2025-11-26T16:00"},
      {"Costs fell in the year to October.", "[the year] DURATION P1Y; [October] DATE 2025-10"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("histories") {
  const ReadingCase cases[] = {
      {"The tower is of the 12th or 13th century.", "[the 12th] DATE 11; [13th century] DATE 12"},
      {"Active in the late 4th and early 5th centuries.", "[4th] DATE 03; [early 5th centuries] DATE 04 START"},
      {"In the third quarter of the 18th century, canals were dug.", "[the 18th century] DATE 17"},
      {"It was dull until the fourth quarter of the match.", ""},
      {"The storm came in the early hours of 22 June 1941.", "[the early hours of 22 June 1941] TIME 1941-06-22TMO"},
      {"The last guests left the harbour hall in the early hours of Sunday morning.",
       "[the early hours of Sunday morning] TIME 2025-11-23TMO"},
      {"It sank in the early morning hours of May 3.", "[the early morning hours of May 3] TIME 2025-05-03TMO"},
      {"On the night of 9-10 November 1938 the pier burned.",
       "[the night of 9] TIME 1938-11-09TNI; [10 November 1938] DATE 1938-11-10"},
      {"A quarter of a century later it was rebuilt.", "[A quarter of a century later] DATE 2050"},
      {"Her diaries for the years 1920-1925 are lost.", "[1920] DATE 1920; [1925] DATE 1925"},
      {"The summer of 1914 was hot; that autumn, the harvest failed.",
       "[The summer of 1914] DATE 1914-SU; [that autumn] DATE 1914-FA"},
      {"She said that summer was short.", "[summer] DATE 2025-SU"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("letters and messages") {
  const ReadingCase cases[] = {
      {"back on the 14th", "[the 14th] DATE 2025-12-14"},
      {"Out from 23 December to 3 January, back on the 6th",
       "[23 December] DATE 2025-12-23; [3 January] DATE 2026-01-03; [the 6th] DATE 2026-01-06"},
      {"How about next Tuesday or Thursday?", "[next Tuesday] DATE 2025-12-02; [Thursday] DATE 2025-12-04"},
      {"Let's talk next week, maybe Wed morning?", "[next week] DATE 2025-W49; [Wed morning] TIME 2025-12-03TMO"},
      {"Fine last week, free on Friday", "[last week] DATE 2025-W47; [Friday] DATE 2025-11-28"},
      {"I was away Mon and Tue", "[Mon] DATE 2025-11-24; [Tue] DATE 2025-11-25"},
      {"Can you do the week of the 9th?", "[the week of the 9th] DATE 2025-W50"},
      {"Last day of school tomorrow!", "[Last day] DATE XXXX-XX-XX; [tomorrow] DATE 2025-11-27"},
      {"Exam in 2 days and I haven't started", "[2 days] DATE 2025-11-28"},
      {"it is abt yr boat", ""},
  };
  check(cases, "");
}
