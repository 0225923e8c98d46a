// Timetables, plans and short messages: what repeats at an hour, days with their weekday behind them, words as people
// type them. Written on Wednesday, 26 November 2025.
#include <catch2/catch.hpp>

#include "unit/dates/reading.hpp"

using namespace dossier;
using dossier::test::ReadingCase;

namespace {

template <std::size_t size>
void check(const ReadingCase (&cases)[size], std::string_view rest, const DateOptions& options = {}) {
  const DateReader reader = DateReader::english(options);
  for (const ReadingCase& c : cases) {
    INFO(c.text);
    const std::string text = std::string(c.text) + std::string(rest);
    CHECK(test::found_in(reader.read({.text = text, .date = test::wednesday})) == c.expected);
  }
}

}  // namespace

TEST_CASE("the hour of what repeats") {
  const ReadingCase cases[] = {
      {"Choir meets every Monday at 8 pm.", "[every Monday at 8 pm] SET XXXX-WXX-1T20:00"},
      {"Choir meets Mondays at 7:30pm.", "[Mondays at 7:30pm] SET XXXX-WXX-1T19:30"},
      {"Choir meets at 8 pm on Mondays.", "[8 pm on Mondays] SET XXXX-WXX-1T20:00"},
      {"Choir meets every evening at 7.", "[every evening at 7] SET XXXX-XX-XXT19:00"},
      {"The ferry leaves daily at 9:15 and 14:40.",
       "[daily at 9:15] SET XXXX-XX-XXT09:15; [14:40] SET XXXX-XX-XXT14:40"},
      {"The ferry leaves at 6 a.m. every day.", "[6 a.m. every day] SET XXXX-XX-XXT06:00"},
      {"Choir meets every two weeks at 8 pm.", "[every two weeks] SET P2W; [8 pm] SET XXXX-XX-XXT20:00"},
      {"The ferry leaves daily. It left at 9:15 a.m.", "[daily] SET P1D; [9:15 a.m.] TIME 2025-11-26T09:15"},
      {"The ferry leaves daily, but left on Friday at 9:15 a.m.",
       "[daily] SET P1D; [Friday at 9:15 a.m.] TIME 2025-11-21T09:15"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("a day of every month") {
  const ReadingCase cases[] = {
      {"Rent is due on the 1st of each month.", "[the 1st of each month] SET XXXX-XX-01"},
      {"The market is held on the first Saturday of every month.", "[the first Saturday of every month] SET P1M"},
      {"The market is held every last Friday of the month.", "[every last Friday of the month] SET P1M"},
      {"Dues are paid on the last day of each quarter.", "[the last day of each quarter] SET P1Q"},
      {"The first of every three boats sank.", ""},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("the weekday behind its date") {
  const ReadingCase cases[] = {
      {"The fair is on December 14, Sunday.", "[December 14, Sunday] DATE 2025-12-14"},
      {"The fair is on 14 December (Sunday).", "[14 December (Sunday)] DATE 2025-12-14"},
      {"The fair is on 14th December Sunday at noon.", "[14th December Sunday at noon] TIME 2025-12-14T12:00"},
      {"The fair is on December 14, Friday.", "[December 14, Friday] DATE XXXX-12-14"},
      {"After the fire of December 14, Friday prayers were moved.",
       "[December 14] DATE 2025-12-14; [Friday] DATE 2025-11-21"},
      {"The fair will be on December 14, Friday and Saturday.",
       "[December 14] DATE 2025-12-14; [Friday] DATE 2025-11-28; [Saturday] DATE 2025-11-29"},
      {"The fair will be on December 14, Friday, December 19, and later.",
       "[December 14] DATE 2025-12-14; [Friday, December 19] DATE 2025-12-19"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("the end of a range lies behind its beginning") {
  const ReadingCase cases[] = {
      {"The pool was open June 1 - Aug. 31.", "[June 1] DATE 2025-06-01; [Aug. 31] DATE 2025-08-31"},
      {"The pool will be closed from Dec. 23 to Jan. 6.", "[Dec. 23] DATE 2025-12-23; [Jan. 6] DATE 2026-01-06"},
      {"The fair was on from May 3 through June 2.", "[May 3] DATE 2025-05-03; [June 2] DATE 2025-06-02"},
      {"The shop opens from December to May.", "[December] DATE 2025-12; [May] DATE 2026-05"},
      {"The pool was closed from Tuesday to Monday.", "[Tuesday] DATE 2025-11-25; [Monday] DATE 2025-12-01"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("nights are counted, and numbers with a plus") {
  const ReadingCase cases[] = {
      {"They stayed three nights.", "[three nights] DURATION P3D"},
      {"The last two nights were cold.", "[The last two nights] DURATION P2D"},
      {"Cook wanted, 5+ years of experience.", "[5+ years] DURATION P5Y EQUAL_OR_MORE"},
      {"The crew left minutes before the storm.", "[minutes] DURATION PTXM"},
      {"The crew read the minutes before the storm.", ""},
      {"It will save taxes in future quarters.", "[future quarters] DATE FUTURE_REF"},
      {"He said good evening to the crew.", ""},
      {"It was a good evening for the crew.", "[evening] TIME 2025-11-26TEV"},
  };
  check(cases, test::rest_of_report);
}

TEST_CASE("short messages") {
  const ReadingCase cases[] = {
      {"The Future of the Tolmer Ferry", "[The Future] DATE FUTURE_REF"},
      {"Back to the Future was on", ""},
      {"a light Spring dress", "[Spring] DATE 2026-SP"},
      {"the hues of Spring", "[Spring] DATE 2026-SP"},
      {"Talk to Anna Spring about it", ""},
      {"QUIZ NIGHT WITH THE GANG", "[NIGHT] TIME 2025-11-26TNI"},
      {"free tmmrw or tomoz?", "[tmmrw] DATE 2025-11-27; [tomoz] DATE 2025-11-27"},
      {"what a crazy week of school", "[week] DURATION P1W"},
      {"a ship in #1:18 scale", ""},
      {"I'll help in June. Was away in July.", "[June] DATE 2026-06; [July] DATE 2025-07"},
  };
  check(cases, "");
}

TEST_CASE("as it was said") {
  const ReadingCase cases[] = {
      {"Two years ago today", "[Two years ago] DATE 2023-11-26; [today] DATE 2025-11-26"},
      {"The vote closes at midnight", "[midnight] TIME 2025-11-26T00:00"},
      {"Happy weekends", "[weekends] SET XXXX-WE"},
  };
  check(cases, "", {.values = DateValues::as_said});
  const ReadingCase by_unit[] = {
      {"Two years ago", "[Two years ago] DATE 2023"},
      {"The vote closes at midnight", "[midnight] TIME 2025-11-26T24:00"},
      {"Happy weekends", "[weekends] SET P1WE"},
  };
  check(by_unit, "");
  const auto in_january = [](DateValues values) {
    return test::found_in(
        DateReader::english({.values = values}).read({.text = "A mild winter", .date = "2026-01-14"}));
  };
  CHECK(in_january(DateValues::as_said) == "[winter] DATE 2026-WI");
  CHECK(in_january(DateValues::timex3) == "[winter] DATE 2025-WI");
  CHECK(test::found_in(DateReader::english({.scope = DateScope::calendar})
                           .read({.text = "Open daily, and Mondays at 8 pm", .date = test::wednesday})) ==
        "[Mondays at 8 pm] SET XXXX-WXX-1T20:00");
}
