// What the date recognizer finds, family by family. Written on Wednesday, 26 November 2025, at 10:30; to add a case is
// to add a row. A report is followed by a paragraph without any time; a note stands alone.
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
void check_reports(const ReadingCase (&cases)[size], std::string_view date = test::wednesday) {
  for (const ReadingCase& c : cases) {
    INFO(c.text);
    const std::string text = std::string(c.text) + std::string(test::rest_of_report);
    CHECK(test::found_in(reader().read({.text = text, .date = date})) == c.expected);
  }
}

template <std::size_t size>
void check_notes(const ReadingCase (&cases)[size], std::string_view date = test::wednesday) {
  for (const ReadingCase& c : cases) {
    INFO(c.text);
    CHECK(test::found_in(reader().read({.text = c.text, .date = date})) == c.expected);
  }
}

}  // namespace

TEST_CASE("full dates are read in every common order") {
  const ReadingCase cases[] = {
      {"The ferry opened on March 3, 2019.", "[March 3, 2019] DATE 2019-03-03"},
      {"The ferry opened on 3 March 2019.", "[3 March 2019] DATE 2019-03-03"},
      {"The ferry opened on the 3rd of March 2019.", "[the 3rd of March 2019] DATE 2019-03-03"},
      {"The ferry opened on March the 3rd, 2019.", "[March the 3rd, 2019] DATE 2019-03-03"},
      {"The ferry opened on Sunday, March 3, 2019.", "[Sunday, March 3, 2019] DATE 2019-03-03"},
      {"The ferry opened on 2019-03-03.", "[2019-03-03] DATE 2019-03-03"},
      {"The ferry opened on 3/14/2019.", "[3/14/2019] DATE 2019-03-14"},
      {"The ferry opened on 14/3/2019.", "[14/3/2019] DATE 2019-03-14"},
      {"The ferry opened on 14.03.2019.", "[14.03.2019] DATE 2019-03-14"},
      {"The ferry opened on 14-Mar-2019.", "[14-Mar-2019] DATE 2019-03-14"},
      {"The ferry opened on 14-Mar-19.", "[14-Mar-19] DATE 2019-03-14"},
      {"The ferry opened on 2019/Mar/14.", "[2019/Mar/14] DATE 2019-03-14"},
      {"The ferry opened in 2019 March 14.", "[2019 March 14] DATE 2019-03-14"},
      {"Signed 14Mar 2019 in Lisbon.", "[14Mar 2019] DATE 2019-03-14"},
      {"Signed 14 Mar '19 in Lisbon.", "[14 Mar '19] DATE 2019-03-14"},
      {"The log was opened 2019-03-14T07:05:09Z.", "[2019-03-14T07:05:09Z] TIME 2019-03-14T07:05:09"},
      {"The log was opened at 7:05 on Sunday 3/17/2019.", "[7:05 on Sunday 3/17/2019] TIME 2019-03-17T07:05"},
      {"The museum was founded on the twenty-first of May 1987.", "[the twenty-first of May 1987] DATE 1987-05-21"},
  };
  check_reports(cases);
}

TEST_CASE("months, years, decades and centuries") {
  const ReadingCase cases[] = {
      {"It closed in October 2004.", "[October 2004] DATE 2004-10"},
      {"It closed in Oct. 2004.", "[Oct. 2004] DATE 2004-10"},
      {"It closed in 10/2004.", "[10/2004] DATE 2004-10"},
      {"It closed in 1987.", "[1987] DATE 1987"},
      {"It closed in nineteen eighty-seven.", "[nineteen eighty-seven] DATE 1987"},
      {"It closed in the year two thousand and nine.", "[the year two thousand and nine] DATE 2009"},
      {"It closed in the 1990s.", "[the 1990s] DATE 199"},
      {"It closed in the nineties.", "[the nineties] DATE 199"},
      {"It was fast in the '80s and '90s.", "[the '80s] DATE 198; ['90s] DATE 199"},
      {"It closed in twenty sixteen.", "[twenty sixteen] DATE 2016"},
      {"It closed in seventeen ninety-two.", "[seventeen ninety-two] DATE 1792"},
      {"It closed in the year 71.", "[the year 71] DATE 0071"},
      {"It closed in the late 1990s.", "[the late 1990s] DATE 199 END"},
      {"It dates from the 19th century.", "[the 19th century] DATE 18"},
      {"It dates from the eighteenth century.", "[the eighteenth century] DATE 17"},
      {"It dates from the 4th century BC.", "[the 4th century BC] DATE BC03"},
      {"The king died in 44 BC.", "[44 BC] DATE BC0044"},
      {"The king died in AD 79.", "[AD 79] DATE 0079"},
      {"The king died in March 44 BC.", "[March 44 BC] DATE BC0044-03"},
      {"Builders came in August 1914 and left in May 1919.", "[August 1914] DATE 1914-08; [May 1919] DATE 1919-05"},
  };
  check_reports(cases);
}

TEST_CASE("names without capital letters are read where a date may stand") {
  const ReadingCase cases[] = {
      {"see you monday", "[monday] DATE 2025-12-01"},
      {"2 january works", "[2 january] DATE 2026-01-02"},
      {"january 2nd works", "[january 2nd] DATE 2026-01-02"},
      {"back in march", "[march] DATE 2026-03"},
      {"the party is on may 3", "[may 3] DATE 2026-05-03"},
      {"lunch tues?", ""},
      {"lunch on tues?", "[tues] DATE 2025-12-02"},
      {"home for christmas", "[christmas] DATE 2025-12-25"},
      {"closed on new year's eve", "[new year's eve] DATE 2025-12-31"},
      {"you may be right", ""},
      {"this may help, and these may not", ""},
      {"they march 20 miles", ""},
      {"the sun came out", ""},
      {"he sat down and wed her", ""},
  };
  check_notes(cases);
}

TEST_CASE("reports look back and notes look ahead, unless a verb says otherwise") {
  const ReadingCase reports[] = {
      {"The council met on Friday.", "[Friday] DATE 2025-11-21"},
      {"The council will meet on Friday.", "[Friday] DATE 2025-11-28"},
      {"The council met in April.", "[April] DATE 2025-04"},
      {"She will succeed the mayor on Feb. 1.", "[Feb. 1] DATE 2026-02-01"},
      {"The plan is to be published in February.", "[February] DATE 2026-02"},
      {"The council will meet in April.", "[April] DATE 2026-04"},
      {"The council met on Oct. 16.", "[Oct. 16] DATE 2025-10-16"},
      {"The council met last Friday.", "[last Friday] DATE 2025-11-21"},
      {"The council meets next Friday.", "[next Friday] DATE 2025-11-28"},
      {"The vote was set for May 6.", "[May 6] DATE 2026-05-06"},
      {"The vote was postponed until May 6.", "[May 6] DATE 2026-05-06"},
      {"They agreed to meet on Friday.", "[Friday] DATE 2025-11-28"},
      {"They agreed on Friday.", "[Friday] DATE 2025-11-21"},
      {"The offer had been due to expire on Friday.", "[Friday] DATE 2025-11-21"},
      {"The offer is due to expire on Friday.", "[Friday] DATE 2025-11-28"},
      {"The ferry left as planned on Friday.", "[Friday] DATE 2025-11-21"},
      {"It would close on a still unspecified day in May.", "[May] DATE 2026-05"},
      {"The strike lasted until May 6.", "[May 6] DATE 2025-05-06"},
      {"It broke the record set on May 6.", "[May 6] DATE 2025-05-06"},
      {"The firm earned more in the first quarter.", "[the first quarter] DATE 2025-Q1"},
      {"The firm will earn more in the first quarter.", "[the first quarter] DATE 2026-Q1"},
  };
  check_reports(reports);
  const ReadingCase notes[] = {
      {"Dinner on Friday?", "[Friday] DATE 2025-11-28"},
      {"We met on Friday.", "[Friday] DATE 2025-11-21"},
      {"Dinner next Friday?", "[next Friday] DATE 2025-12-05"},
      {"Dinner this Friday?", "[this Friday] DATE 2025-11-28"},
      {"Dinner in April?", "[April] DATE 2026-04"},
      {"Dinner on October 16?", "[October 16] DATE 2025-10-16"},
      {"Dinner on June 16?", "[June 16] DATE 2026-06-16"},
      {"Try the newly opened kitchen in April", "[April] DATE 2026-04"},
  };
  check_notes(notes);
}

TEST_CASE("days and weeks told from the day of writing") {
  const ReadingCase cases[] = {
      {"She left today.", "[today] DATE 2025-11-26"},
      {"She left yesterday.", "[yesterday] DATE 2025-11-25"},
      {"She leaves tomorrow.", "[tomorrow] DATE 2025-11-27"},
      {"She left the day before yesterday.", "[the day before yesterday] DATE 2025-11-24"},
      {"She leaves the day after tomorrow.", "[the day after tomorrow] DATE 2025-11-28"},
      {"She left last week.", "[last week] DATE 2025-W47"},
      {"She leaves next month.", "[next month] DATE 2025-12"},
      {"She left last year.", "[last year] DATE 2024"},
      {"She leaves this quarter.", "[this quarter] DATE 2025-Q4"},
      {"She left two days ago.", "[two days ago] DATE 2025-11-24"},
      {"She left two weeks ago.", "[two weeks ago] DATE 2025-W46"},
      {"She left three months ago.", "[three months ago] DATE 2025-08"},
      {"She left a year and a half ago.", "[a year and a half ago] DATE 2024-05"},
      {"She left several years ago.", "[several years ago] DATE PAST_REF"},
      {"She left two weeks and two days ago.", "[two weeks and two days ago] DATE 2025-11-10"},
      {"She leaves two days after next Friday.", "[two days after next Friday] DATE 2025-11-30"},
      {"She leaves three weeks from tomorrow.", "[three weeks from tomorrow] DATE 2025-12-18"},
      {"She left two weeks before Tuesday's vote.", "[two weeks] DURATION P2W; [Tuesday] DATE 2025-11-25"},
      {"She left a week before Eid.", "[a week before Eid] DATE XXXX-XX-XX"},
      {"She leaves a week before Christmas.", "[a week before Christmas] DATE 2025-12-18"},
      {"She will leave Friday of next week.", "[Friday of next week] DATE 2025-12-05"},
      {"She will leave next week on Friday.", "[next week on Friday] DATE 2025-12-05"},
      {"She will leave the week of December 10.", "[the week of December 10] DATE 2025-W50"},
      {"She will leave on the 20th of next month.", "[the 20th of next month] DATE 2025-12-20"},
  };
  check_reports(cases);
  const ReadingCase notes[] = {
      {"Back in two weeks.", "[two weeks] DATE 2025-12-10"},
      {"Back in 5 minutes.", "[5 minutes] TIME 2025-11-26T10:35"},
      {"Left 90 minutes ago.", "[90 minutes ago] TIME 2025-11-26T09:00"},
      {"Left an hour and a half ago.", "[an hour and a half ago] TIME 2025-11-26T09:00"},
      {"Left 2h ago.", "[2h ago] TIME 2025-11-26T08:30"},
      {"Left 3w ago.", "[3w ago] DATE 2025-11-05"},
      {"Dinner on the 15th?", "[the 15th] DATE 2025-12-15"},
      {"Dinner on Friday the 13th?", "[Friday the 13th] DATE 2026-02-13"},
      {"Dinner three Fridays from now.", "[three Fridays from now] DATE 2025-12-12"},
      {"Dinner the week after next.", "[the week after next] DATE 2025-W50"},
      {"Dinner 14/4?", "[14/4] DATE 2026-04-14"},
      {"Dinner this weekend?", "[this weekend] DATE 2025-W48-WE"},
      {"How was your weekend?", "[weekend] DATE 2025-W47-WE"},
  };
  check_notes(notes);
}

TEST_CASE("the n-th weekday, day and week of a period") {
  const ReadingCase cases[] = {
      {"It opens the first Monday of May 2026.", "[the first Monday of May 2026] DATE 2026-05-04"},
      {"It opens the last Friday in October 2026.", "[the last Friday in October 2026] DATE 2026-10-30"},
      {"It opens the third Thursday of next month.", "[the third Thursday of next month] DATE 2025-12-18"},
      {"It opens on the last day of 2026.", "[the last day of 2026] DATE 2026-12-31"},
      {"It opens in week 31 of 2026.", "[week 31 of 2026] DATE 2026-W31"},
      {"It opens on the fifth Monday of February 2027.", "[the fifth Monday of February 2027] DATE XXXX-XX-XX"},
  };
  check_reports(cases);
  const ReadingCase notes[] = {
      {"Is the second week of 2026 free?", "[the second week of 2026] DATE 2026-W02"},
      {"Is week 3 free?", ""},
  };
  check_notes(notes);
}

TEST_CASE("quarters, halves, fiscal years, seasons") {
  const ReadingCase cases[] = {
      {"Sales fell in the third quarter of 2024.", "[the third quarter of 2024] DATE 2024-Q3"},
      {"Sales fell in Q3 2024.", "[Q3 2024] DATE 2024-Q3"},
      {"Sales fell in 3Q24.", "[3Q24] DATE 2024-Q3"},
      {"Sales fell in 2024Q3.", "[2024Q3] DATE 2024-Q3"},
      {"Sales fell from 2024-Q3 to 2025-Q1.", "[2024-Q3] DATE 2024-Q3; [2025-Q1] DATE 2025-Q1"},
      {"Sales fell in the first half of 2024.", "[the first half of 2024] DATE 2024-H1"},
      {"Sales fell in H2 2024.", "[H2 2024] DATE 2024-H2"},
      {"Sales fell in fiscal 2024.", "[fiscal 2024] DATE 2024"},
      {"Sales fell in FY24.", "[FY24] DATE 2024"},
      {"Sales fell in the summer of 2024.", "[the summer of 2024] DATE 2024-SU"},
      {"Sales fell last winter.", "[last winter] DATE 2024-WI"},
  };
  check_reports(cases);
}

TEST_CASE("holidays by date, by weekday and by Easter") {
  const ReadingCase cases[] = {
      {"Shops closed on Christmas Day 2023.", "[Christmas Day 2023] DATE 2023-12-25"},
      {"Shops closed on Thanksgiving 2023.", "[Thanksgiving 2023] DATE 2023-11-23"},
      {"Shops closed on Labor Day 2023.", "[Labor Day 2023] DATE 2023-09-04"},
      {"Shops closed on Memorial Day 2023.", "[Memorial Day 2023] DATE 2023-05-29"},
      {"Shops closed on Good Friday 2024.", "[Good Friday 2024] DATE 2024-03-29"},
      {"Shops closed on Easter Monday 2024.", "[Easter Monday 2024] DATE 2024-04-01"},
      {"Shops closed on Orthodox Easter 2024.", "[Orthodox Easter 2024] DATE 2024-05-05"},
      {"Shops closed on Black Friday 2023.", "[Black Friday 2023] DATE 2023-11-24"},
      {"Shops closed on Ash Wednesday 2024.", "[Ash Wednesday 2024] DATE 2024-02-14"},
      {"Shops closed for Ramadan 2024.", "[Ramadan 2024] DATE 2024-XX-XX"},
  };
  check_reports(cases);
}

TEST_CASE("early, mid and late are mods") {
  const ReadingCase cases[] = {
      {"It fell in early 1990.", "[early 1990] DATE 1990 START"},
      {"It fell in mid-October 2004.", "[mid-October 2004] DATE 2004-10 MID"},
      {"It fell late last year.", "[late last year] DATE 2024 END"},
      {"It fell at the end of 2003.", "[the end of 2003] DATE 2003 END"},
      {"It fell at the beginning of 2003.", "[the beginning of 2003] DATE 2003 START"},
      {"It fell around 2003.", "[around 2003] DATE 2003 APPROX"},
      {"It took more than three years.", "[more than three years] DURATION P3Y MORE_THAN"},
      {"It took less than an hour.", "[less than an hour] DURATION PT1H LESS_THAN"},
      {"It took at least two weeks.", "[at least two weeks] DURATION P2W EQUAL_OR_MORE"},
      {"It took about six months.", "[about six months] DURATION P6M APPROX"},
  };
  check_reports(cases);
}

TEST_CASE("durations") {
  const ReadingCase cases[] = {
      {"Sales rose in the year ended June 30, 2024.", "[the year] DURATION P1Y; [June 30, 2024] DATE 2024-06-30"},
      {"It took three days.", "[three days] DURATION P3D"},
      {"It was a two-year project.", "[two-year] DURATION P2Y"},
      {"It took half an hour.", "[half an hour] DURATION PT30M"},
      {"It took two hours and 30 minutes.", "[two hours and 30 minutes] DURATION PT2H30M"},
      {"It took 2 years, 5 days, 1 hour and 9 seconds.", "[2 years, 5 days, 1 hour and 9 seconds] DURATION P2Y5DT1H9S"},
      {"It took several months.", "[several months] DURATION PXM"},
      {"It took two decades.", "[two decades] DURATION P2DE"},
      {"It took twenty-four hours.", "[twenty-four hours] DURATION PT24H"},
      {"It took ten brutal months.", "[ten brutal months] DURATION P10M"},
      {"It took one second.", "[one second] DURATION PT1S"},
      {"It stood empty for the past two years.", "[the past two years] DURATION P2Y"},
  };
  check_reports(cases);
}

TEST_CASE("repeated times") {
  const ReadingCase cases[] = {
      {"It runs every Tuesday.", "[every Tuesday] SET XXXX-WXX-2"},
      {"It runs on Tuesdays.", "[Tuesdays] SET XXXX-WXX-2"},
      {"It runs twice a week.", "[twice a week] SET P1W"},
      {"It runs daily.", "[daily] SET P1D"},
      {"It runs every two weeks.", "[every two weeks] SET P2W"},
      {"It runs every other day.", "[every other day] SET P2D"},
      {"It runs every Tuesday night.", "[every Tuesday night] SET XXXX-WXX-2TNI"},
      {"It runs three times a month.", "[three times a month] SET P1M"},
  };
  check_reports(cases);
}

TEST_CASE("times of day, with zones and parts of the day") {
  const ReadingCase cases[] = {
      {"He spoke at 10:30 a.m. on Monday.", "[10:30 a.m. on Monday] TIME 2025-11-24T10:30"},
      {"He spoke at 5 p.m. EST on Nov. 24.", "[5 p.m. EST on Nov. 24] TIME 2025-11-24T17:00"},
      {"He spoke Monday at 17:45 GMT.", "[Monday at 17:45 GMT] TIME 2025-11-24T17:45"},
      {"He spoke at noon on Monday.", "[noon on Monday] TIME 2025-11-24T12:00"},
      {"He spoke on Monday evening.", "[Monday evening] TIME 2025-11-24TEV"},
      {"He spoke last night.", "[last night] TIME 2025-11-25TNI"},
      {"He spoke at half past two on Monday.", "[half past two on Monday] TIME 2025-11-24T02:30"},
      {"He spoke at a quarter to three.", "[a quarter to three] TIME 2025-11-26T02:45"},
      {"He spoke at five o'clock.", "[five o'clock] TIME 2025-11-26T05:00"},
      {"He spoke on the night of 20 June 1991.", "[the night of 20 June 1991] TIME 1991-06-20TNI"},
  };
  check_reports(cases);
  const ReadingCase notes[] = {
      {"Tonight at 8?", "[Tonight at 8] TIME 2025-11-26T20:00"},
      {"8am tomorrow?", "[8am tomorrow] TIME 2025-11-27T08:00"},
      {"8p.m. tomorrow?", "[8p.m. tomorrow] TIME 2025-11-27T20:00"},
      {"Tomorrow at seven thirty pm?", "[Tomorrow at seven thirty pm] TIME 2025-11-27T19:30"},
      {"6 in the morning?", "[6 in the morning] TIME 2025-11-26T06:00"},
      {"15h30 on Friday?", "[15h30 on Friday] TIME 2025-11-28T15:30"},
      {"This afternoon at 3?", "[This afternoon at 3] TIME 2025-11-26T15:00"},
      {"Friday at 9?", "[Friday at 9] TIME 2025-11-28T09:00"},
  };
  check_notes(notes);
}

TEST_CASE("ranges are two mentions that share what is said once") {
  const ReadingCase cases[] = {
      {"It ran from May 3 to May 5, 2019.", "[May 3] DATE 2019-05-03; [May 5, 2019] DATE 2019-05-05"},
      {"It ran 3-5 May 2019.", "[3] DATE 2019-05-03; [5 May 2019] DATE 2019-05-05"},
      {"It ran from April to June 2019.", "[April] DATE 2019-04; [June 2019] DATE 2019-06"},
      {"It ran from 1987 to 1991.", "[1987] DATE 1987; [1991] DATE 1991"},
      {"It ran 1914-18.", "[1914] DATE 1914; [18] DATE 1918"},
      {"It ran from 3 to 5 p.m. on Monday.", "[3] TIME 2025-11-24T15:00; [5 p.m. on Monday] TIME 2025-11-24T17:00"},
  };
  check_reports(cases);
}

TEST_CASE("vague references") {
  const ReadingCase cases[] = {
      {"They are happy now.", "[now] DATE PRESENT_REF"},
      {"They moved recently.", "[recently] DATE PAST_REF"},
      {"They think of the future.", "[the future] DATE FUTURE_REF"},
      {"They lived better in the past.", "[the past] DATE PAST_REF"},
      {"To this day they bake at night.", "[this day] DATE PRESENT_REF; [night] TIME 2025-11-26TNI"},
  };
  check_reports(cases);
}

TEST_CASE("without a date of writing values stay open") {
  const ReadingCase cases[] = {
      {"The council met on Wednesday.", "[Wednesday] DATE XXXX-WXX-3"},
      {"The council met on Oct. 16.", "[Oct. 16] DATE XXXX-10-16"},
      {"The council met in April.", "[April] DATE XXXX-04"},
      {"The council met on Christmas Eve.", "[Christmas Eve] DATE XXXX-12-24"},
      {"The council met on Easter Monday.", "[Easter Monday] DATE XXXX-XX-XX"},
      {"The council met last week.", "[last week] DATE XXXX-WXX"},
      {"The council met yesterday.", "[yesterday] DATE XXXX-XX-XX"},
      {"The council met at 5 p.m.", "[5 p.m.] TIME XXXX-XX-XXT17:00"},
  };
  check_reports(cases, {});
}

TEST_CASE("words and numbers that are no times are left alone") {
  const ReadingCase cases[] = {
      {"Theresa May spoke, and May Ellis listened.", ""},
      {"The soldiers march on.", ""},
      {"Version 2.4.1990 costs $1999.", ""},
      {"Call 555-2019 or room 2019.", ""},
      {"They won 21-14 and then 3-2.", ""},
      {"About 1900 people came.", ""},
      {"Flight 1987 was full.", ""},
      {"She reads the Sunday Times and \"1984\".", ""},
      {"He watched \u201C1984\u201D and 24.", ""},
      {"Call +44 20 7946 0958 or 020-7946-1990.", ""},
      {"It sold for 1,990 euros.", ""},
      {"The shares fell 1.5 percent.", ""},
      {"It fell short and sprang back.", ""},
      {"Wait a second opinion is due.", ""},
      {"She read the Sunday Times; it costs $24.", ""},
      {"She has twenty sixteen-foot boats and is Captain of the Year.", ""},
      {"The show \"This Week\" and \u201CNext Year\u201D are over.", ""},
      {"They won 3:2 in set 24 of 1984.", "[1984] DATE 1984"},
      {"The first 25 boats, two men and 1,984 crates were lost.", ""},
  };
  check_reports(cases);
}

TEST_CASE("a day that no calendar has is an issue and not another day") {
  for (const std::string_view text : {"Back on February 30.", "Back on 2/30/2026.", "Back on 31 June 2026."}) {
    INFO(text);
    const Document doc = reader().read({.text = text, .date = test::wednesday});
    CHECK(doc.mentions().empty());
    REQUIRE(doc.issues().size() == 1);
    CHECK(doc.issues().front().code == "date.impossible");
    CHECK(doc.text(doc.issues().front().span) == text.substr(8, text.size() - 9));
  }
}
