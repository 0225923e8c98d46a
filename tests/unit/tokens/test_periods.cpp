// Periods: abbreviations, acronyms, initials, and full stops that look like them.
#include "notation.hpp"
#include "tokens/scan.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("acronyms keep their periods") {
  check({
      {"The U.S. President spoke.", "The|U.S.|President|spoke|."},
      {"a D.C. lawyer, an N.C. Governor", "a|D.C.|lawyer|,|an|N.C.|Governor"},
      {"at 5 a.m. sharp, e.g. here, i.e. there", "at|5|a.m.|sharp|,|e.g.|here|,|i.e.|there"},
      {"the B.L.X. Party", "the|B.L.X.|Party"},
      {"Q.R.S.T. Jones", "Q.R.S.T.|Jones"},
      {"R.E.M. played on", "R.E.M.|played|on"},
      {"(U.N.)", "(|U.N.|)"},
      {"U.S", "U.S"},
      {"F.B.I. Director Ann Poe", "F.B.I.|Director|Ann|Poe"},
  });
  CHECK(flagged("The U.K. and Mr. Poe met J. Doe at 5 a.m. today", ends_with_period) == "U.K.|Mr.|J.|a.m.");
}

TEST_CASE("initials are a token each") {
  check({
      {"J. K. Poe wrote", "J.|K.|Poe|wrote"},
      {"J.K. Poe wrote", "J.|K.|Poe|wrote"},
      {"J.R.R. Poe wrote", "J.|R.|R.|Poe|wrote"},
      {"J.R.Poe wrote", "J.|R.|Poe|wrote"},
      {"P.J. O'Hara sang", "P.|J.|O'Hara|sang"},
      {"Ann B. Clark and Carl D. Evans", "Ann|B.|Clark|and|Carl|D.|Evans"},
      {"Т.В. Иванов", "Т.|В.|Иванов"},
      {"J.-P. Dubois", "J.-P.|Dubois"},
      {"Anna J. \"Annie\" Poe was there", "Anna|J.|\"|Annie|\"|Poe|was|there"},
      {"Robert J., who", "Robert|J.|,|who"},
      {"by I. M. Poe", "by|I.|M.|Poe"},
  });
}

TEST_CASE("a single capital at the end of a sentence is no initial") {
  check({
      {"We need Plan B. Nobody knows it.", "We|need|Plan|B|.||Nobody|knows|it|."},
      {"It has vitamin C. The rest is sugar.", "It|has|vitamin|C|.||The|rest|is|sugar|."},
      {"So do I. Bob agrees.", "So|do|I|.||Bob|agrees|."},
      {"He got an A.", "He|got|an|A|."},
  });
}

TEST_CASE("listed abbreviations keep their period") {
  check({
      {"Mr. Poe, Gen. Roe and St. Ives", "Mr.|Poe|,|Gen.|Roe|and|St.|Ives"},
      {"on Jan. 5 and Oct. 7, Sept. 9", "on|Jan.|5|and|Oct.|7|,|Sept.|9"},
      {"Acme Inc. grew, Poe & Co. shrank", "Acme|Inc.|grew|,|Poe|&|Co.|shrank"},
      {"a Ph.D. thesis, an M.Sc. and LL.B. too", "a|Ph.D.|thesis|,|an|M.Sc.|and|LL.B.|too"},
      {"St.Ives and Mr.Poe", "St.|Ives|and|Mr.|Poe"},
      {"No. 5, nos. 6 and 7, vol. 3, p. 12", "No.|5|,|nos.|6|and|7|,|vol.|3|,|p.|12"},
      {"Poe v. Roe, cats vs. dogs", "Poe|v.|Roe|,|cats|vs.|dogs"},
      {"Reno, Nev., and Salem, Ore., too", "Reno|,|Nev.|,|and|Salem|,|Ore.|,|too"},
      {"GEN. POE IN ST. IVES", "GEN.|POE|IN|ST.|IVES"},
      {"Smith et al. found", "Smith|et|al.|found"},
  });
}

TEST_CASE("words that look like abbreviations lose their full stop") {
  check({
      {"He said no. Bob left.", "He|said|no|.||Bob|left|."},
      {"She was ill. Bob left.", "She|was|ill|.||Bob|left|."},
      {"I know Al. Bob left.", "I|know|Al|.||Bob|left|."},
      {"They sat in the sun. Bob left.", "They|sat|in|the|sun|.||Bob|left|."},
      {"It hit the mass. Bob left.", "It|hit|the|mass|.||Bob|left|."},
      {"He fought at the col. Bob left.", "He|fought|at|the|col|.||Bob|left|."},
      {"That was in 1990. Bob left.", "That|was|in|1990|.||Bob|left|."},
      {"Wait... what", "Wait|...|what"},
  });
}

TEST_CASE("a text that is only an abbreviation keeps its period") {
  check({{"No.", "No."}, {"Mar.", "Mar."}, {"Miss.", "Miss."}, {"J.", "J."}, {"U.S.", "U.S."}, {"end.", "end|."}});
}

TEST_CASE("look_ahead tells what follows") {
  struct Row {
    std::string_view rest;
    Next next;
  };
  constexpr Row rows[] = {
      {"", Next::nothing},
      {"  ", Next::nothing},
      {"\n\nBob", Next::nothing},
      {" \n Bob", Next::capital},
      {" bob", Next::lower},
      {"Bob", Next::capital},
      {" The", Next::starter},
      {" Then", Next::starter},
      {" J. Poe", Next::initial},
      {" A man", Next::starter},
      {" 7", Next::digit},
      {", he", Next::clause},
      {"-led", Next::clause},
      {"'s", Next::clause},
      {" - he", Next::other},
      {" \"Bob", Next::other},
      {" Ü. Poe", Next::initial},
      {" über", Next::lower},
      {" Über", Next::capital},
      {" O'Hara", Next::capital},
      {"\u2019s", Next::clause},
      {"\u00A0Bob", Next::capital},
      {"\r\n\r\nBob", Next::nothing},
      {"\r\nBob", Next::capital},
      {" I'm", Next::starter},
      {")", Next::other},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rest);
    CHECK(look_ahead(row.rest, 0) == row.next);
  }
}

TEST_CASE("letter_group finds letters joined by periods") {
  CHECK(letter_group("U.S. and", 0).end == 4);
  CHECK(letter_group("U.S. and", 0).letters == 2);
  CHECK(letter_group("U.S. and", 0).upper);
  CHECK_FALSE(letter_group("a.m. and", 0).upper);
  CHECK(letter_group("U.S and", 0).end == 3);
  CHECK(letter_group("U.Steel", 0).letters == 0);
  CHECK(letter_group("J.K.Poe", 0).end == 4);
  CHECK(letter_group("J.K.Poe", 0).first == 2);
  CHECK(letter_group("x", 0).letters == 0);
}

}  // namespace
}  // namespace dossier::tokens
