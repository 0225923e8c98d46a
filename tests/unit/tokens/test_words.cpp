// Words: apostrophes, hyphens, digits, thousands and shapes.
#include "notation.hpp"
#include "tokens/scan.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("letters and digits in a row are one word") {
  check({
      {"plain words here", "plain|words|here"},
      {"5pm 1990s 16th 3D B2B F16", "5pm|1990s|16th|3D|B2B|F16"},
      {"snake_case and _edges_", "snake_case|and|_|edges|_"},
      {"an internationalization", "an|internationalization"},
      {"Donaudampfschifffahrtsgesellschaft x", "Donaudampfschifffahrtsgesellschaft|x"},
      {"café naïve Čapek Москва Αθήνα", "café|naïve|Čapek|Москва|Αθήνα"},
      {"e\u0301tude and A\u030Angstro\u0308m", "e\u0301tude|and|A\u030Angstro\u0308m"},
      {"soft\u00ADhyphen", "soft\u00ADhyphen"},
  });
}

TEST_CASE("an apostrophe between letters belongs to the word") {
  check({
      {"O'Brien and O\u2019Brien", "O'Brien|and|O\u2019Brien"},
      {"don't, I'm, we'll, cannot", "don't|,|I'm|,|we'll|,|cannot"},
      {"C\u00F4te d'Ivoire", "C\u00F4te|d'Ivoire"},
      {"Sana'a, Hawai\u2018i, Qur\u2019an", "Sana'a|,|Hawai\u2018i|,|Qur\u2019an"},
      {"five o'clock", "five|o'clock"},
  });
}

TEST_CASE("a possessive is a token of its own") {
  check({
      {"Ann's hat, Bob\u2019s hat", "Ann|'s|hat|,|Bob|\u2019s|hat"},
      {"it's late", "it|'s|late"},
      {"ACME'S PLAN", "ACME|'S|PLAN"},
      {"the boys' club and James\u2019 house", "the|boys|'|club|and|James|\u2019|house"},
      {"the U.S.'s role", "the|U.S.|'s|role"},
      {"the 1980's", "the|1980|'s"},
      {"\"Hamlet\"'s end", "\"|Hamlet|\"|'s|end"},
      {"Xi'an's wall", "Xi'an|'s|wall"},
      {"Jean-Luc's boat", "Jean-Luc|'s|boat"},
  });
  const TokenizedText text = tokenized("Ann's and the boys' hats at Bob\u2019s");
  CHECK(text.tokens[1].kind == TokenKind::possessive);
  CHECK(text.tokens[5].kind == TokenKind::possessive);
  CHECK(text.tokens.back().kind == TokenKind::possessive);
  CHECK(text.tokens.back().hash == hash_folded("'s"));
}

TEST_CASE("a hyphenated compound is one word unless its sides differ in case or number") {
  check({
      {"Jean-Luc Al-Nasr O'Hara-Smith", "Jean-Luc|Al-Nasr|O'Hara-Smith"},
      {"a 12-point plan, a 20-year-old", "a|12-point|plan|,|a|20-year-old"},
      {"F-16, MiG-29, COVID-19, MH-17", "F-16|,|MiG-29|,|COVID-19|,|MH-17"},
      {"Oslo-based", "Oslo|-|based"},
      {"U.K.-backed", "U.K.|-|backed"},
      {"U.K.-Norway talks", "U.K.-Norway|talks"},
      {"mid-April", "mid|-|April"},
      {"ex-Minister", "ex|-|Minister"},
      {"ex-president, Then-mayor", "ex|-|president|,|Then|-|mayor"},
      {"exact-fit, an annex-like hall", "exact-fit|,|an|annex-like|hall"},
      {"al-Hakim", "al|-|Hakim"},
      {"Oslo-born-and-raised", "Oslo|-|born-and-raised"},
      {"mid-1970s post-2030", "mid|-|1970s|post|-|2030"},
      {"Mid-1970s Post-2030", "Mid|-|1970s|Post|-|2030"},
      {"1914-1918", "1914|-|1918"},
      {"2031-02-28", "2031|-|02|-|28"},
      {"555-0199", "555|-|0199"},
      {"a 2.5-mile, 20,000-strong march", "a|2.5-mile|,|20,000-strong|march"},
      {"two- and three-year", "two|-|and|three-year"},
      {"Škoda-based, Čapek-Novák", "Škoda|-|based|,|Čapek-Novák"},
      {"non\u2010breaking and Al\u2011Nasr", "non\u2010breaking|and|Al\u2011Nasr"},
      {"driver's-side", "driver|'s|-|side"},
  });
  CHECK(flagged("Jean-Luc saw the Oslo-based 12-point F-16", has_hyphen) == "Jean-Luc|12-point|F-16");
}

TEST_CASE("the parts of a compound that was cut have no space before them") {
  const TokenizedText text = tokenized("an Oslo-based firm");
  CHECK((text.tokens[1].flags & space_before) != 0);
  CHECK((text.tokens[2].flags & space_before) == 0);
  CHECK((text.tokens[3].flags & space_before) == 0);
  CHECK((text.tokens[4].flags & space_before) != 0);
}

TEST_CASE("numbers keep thousands separators and decimals") {
  check({
      {"1,250.5 and 12,345,678", "1,250.5|and|12,345,678"},
      {"12,34,567", "12,34,567"},
      {"1,2 and 1999,2000", "1|,|2|and|1999|,|2000"},
      {"in 1999, in 2000.", "in|1999|,|in|2000|."},
      {"3.14 1.2.3 26.11.2031", "3.14|1.2.3|26.11.2031"},
      {"$1.5bn 7km \u20AC5 5%", "$|1.5bn|7km|\u20AC|5|5|%"},
      {"10:30 and 11/26/2031 and/or", "10|:|30|and|11|/|26|/|2031|and|/|or"},
      {"6'2\"", "6|'|2|\""},
      {"version v2.0", "version|v2.0"},
      {"٢٠٢٥", "٢٠٢٥"},
  });
  const TokenizedText text = tokenized("1,250.5 16th 2031 ٢٠٢٥");
  CHECK(text.tokens[0].kind == TokenKind::number);
  CHECK(text.tokens[1].kind == TokenKind::word);
  CHECK(text.tokens[2].kind == TokenKind::number);
  CHECK(text.tokens[3].kind == TokenKind::number);
  CHECK(flagged("a 5pm b 16 c 16th d", has_digit) == "5pm|16|16th");
}

TEST_CASE("shapes tell how a word is written") {
  struct Row {
    std::string_view word;
    Shape shape;
  };
  constexpr Row rows[] = {
      {"adviser", Shape::lower},
      {"Oslo", Shape::title},
      {"O'Brien", Shape::title},
      {"Al-Nasr", Shape::title},
      {"NATO", Shape::upper},
      {"U.K.", Shape::upper},
      {"J.", Shape::upper},
      {"A", Shape::upper},
      {"iPhone", Shape::mixed},
      {"McDonald", Shape::mixed},
      {"eBay", Shape::mixed},
      {"28", Shape::none},
      {"16th", Shape::lower},
      {"F-16", Shape::upper},
      {"5G", Shape::upper},
      {"Élan", Shape::title},
      {"ÉLAN", Shape::upper},
      {"élan", Shape::lower},
      {"Москва", Shape::title},
      {"北京", Shape::lower},
      {"d'Ivoire", Shape::mixed},
      {"Ph.D.", Shape::title},
      {"E\u0301LAN", Shape::upper},
      {"سلام", Shape::lower},
      {"A1b", Shape::title},
      {"internationalIzation", Shape::mixed},
      {"Internationalization", Shape::title},
      {"UNINTELLIGIBLE", Shape::upper},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(shape_of(row.word) == row.shape);
    const std::string text = std::string(row.word) + " and some more words after it";
    const TokenizedText out = tokenized(text);
    CHECK(out.text_of(0U) == row.word);
    CHECK(out.tokens[0].shape == row.shape);
  }
}

TEST_CASE("a single capital is flagged as an initial, with or without period") {
  CHECK(flagged("J. Doe, J Doe, É. Roe, plan B, a b", initial) == "J.|J|É.|B");
}

}  // namespace
}  // namespace dossier::tokens
