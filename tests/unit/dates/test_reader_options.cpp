// Options of the date reader, and that it answers the same from any thread and with any working memory.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <thread>

#include "unit/dates/reading.hpp"

using namespace dossier;

namespace {

std::string read_with(const DateOptions& options, std::string_view text) {
  return test::found_in(DateReader::english(options).read({.text = text, .date = test::wednesday}));
}

}  // namespace

TEST_CASE("the preference decides where no tense does") {
  CHECK(read_with({.prefer = DatePreference::past}, "Dinner on Friday") == "[Friday] DATE 2025-11-21");
  CHECK(read_with({.prefer = DatePreference::future}, "Dinner on Friday") == "[Friday] DATE 2025-11-28");
  CHECK(read_with({.prefer = DatePreference::nearest}, "Dinner on Friday") == "[Friday] DATE 2025-11-28");
  CHECK(read_with({.prefer = DatePreference::nearest}, "Dinner on Sunday") == "[Sunday] DATE 2025-11-23");
  CHECK(read_with({.prefer = DatePreference::past}, "Dinner in May") == "[May] DATE 2025-05");
  CHECK(read_with({.prefer = DatePreference::future}, "Dinner in May") == "[May] DATE 2026-05");
  CHECK(read_with({.prefer = DatePreference::past}, "We will dine on Friday") == "[Friday] DATE 2025-11-28");
}

TEST_CASE("the order decides where both numbers may be the month") {
  CHECK(read_with({}, "Dinner 3/4/2026") == "[3/4/2026] DATE 2026-03-04");
  CHECK(read_with({.order = DateOrder::day_first}, "Dinner 3/4/2026") == "[3/4/2026] DATE 2026-04-03");
  CHECK(read_with({.order = DateOrder::day_first}, "Dinner 3/14/2026") == "[3/14/2026] DATE 2026-03-14");
  CHECK(read_with({.order = DateOrder::day_first}, "Dinner 5/6?") == "[5/6] DATE 2026-06-05");
}

TEST_CASE("joined ranges end with the day after the last") {
  const DateOptions joined{.ranges = DateRanges::joined};
  CHECK(read_with(joined, "Open 10-12 May 2026") == "[10-12 May 2026] DATE 2026-05-10/2026-05-13");
  CHECK(read_with(joined, "Open from April to June 2026") == "[April to June 2026] DATE 2026-04/2026-07");
  CHECK(read_with(joined, "Open between 1987 and 1991") == "[1987 and 1991] DATE 1987/1992");
  CHECK(read_with(joined, "Open from 3 to 5pm on Friday") ==
        "[3 to 5pm on Friday] TIME 2025-11-28T15:00/2025-11-28T17:00");
  CHECK(read_with(joined, "Closed the next three days") == "[the next three days] DATE 2025-11-27/2025-11-30");
  CHECK(read_with(joined, "Closed on May 3 and on June 4") == "[May 3] DATE 2026-05-03; [June 4] DATE 2026-06-04");
}

TEST_CASE("the scope says whether lengths, repeated times and vague references count") {
  const std::string_view text = "Now open daily for three weeks, from May 3 2026 at 9am, as in the past.";
  CHECK(read_with({}, text) ==
        "[Now] DATE PRESENT_REF; [daily] SET P1D; [three weeks] DURATION P3W; [May 3 2026 at 9am] TIME "
        "2026-05-03T09:00; [the past] DATE PAST_REF");
  CHECK(read_with({.scope = DateScope::calendar}, text) == "[May 3 2026 at 9am] TIME 2026-05-03T09:00");
  CHECK(read_with({.scope = DateScope::calendar}, "Several years ago, on some Friday.") == "[Friday] DATE 2025-11-28");
}

TEST_CASE("values are written by the unit that is meant, or as it was said") {
  const std::string_view text = "Opened in 1987; every morning, last week and on Friday at 8.";
  CHECK(read_with({}, text) ==
        "[1987] DATE 1987; [every morning] SET XXXX-XX-XXTMO; [last week] DATE 2025-W47; [Friday at 8] TIME "
        "2025-11-28T08:00");
  CHECK(read_with({.values = DateValues::as_said}, text) ==
        "[1987] DATE 1987-XX-XX; [every morning] SET TMO; [last week] DATE 2025-11-W47; [Friday at 8] TIME "
        "2025-11-28-WXX-5T08:00");
  CHECK(read_with({.values = DateValues::as_said}, "Closed this year, in May and on May 3") ==
        "[this year] DATE 2025; [May] DATE 2026-05; [May 3] DATE 2026-05-03");
}

TEST_CASE("a reader answers the same from all threads and with used working memory") {
  const DateReader reader = DateReader::english();
  const std::string_view text = "From Monday to Friday, then every second week until the end of May; not on June 31.";
  const Input input{.text = text, .date = test::wednesday};
  const std::string expected = test::found_in(reader.read(input));
  CHECK_FALSE(expected.empty());
  std::vector<std::string> answers(4);
  std::vector<std::thread> threads;
  for (std::string& answer : answers)
    threads.emplace_back([&reader, &input, &answer] {
      Scratch scratch;
      (void)reader.read({.text = "Yesterday, all day, in 1987."}, scratch);
      answer = test::found_in(reader.read(input, scratch));
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) CHECK(answer == expected);
}

TEST_CASE("own dictionaries bring own holidays, and a missing one is reported") {
  CHECK_THROWS_AS(DateReader::build({}, {"no/such/folder"}), LoadError);
}
