// Quotation marks, apostrophes that are none, and the in_quotes flag.
#include "notation.hpp"

namespace dossier::tokens {
namespace {

struct Quoted {
  std::string_view text;
  std::string_view inside;  ///< the tokens with in_quotes
};

TEST_CASE("tokens between quotation marks are flagged") {
  constexpr Quoted rows[] = {
      {"He said \"we met\" then", "we|met"},
      {"He said \u201Cwe met\u201D then", "we|met"},
      {"He said \u2018we met\u2019 then", "we|met"},
      {"He said 'we met' then", "we|met"},
      {"\u00ABwe met\u00BB and \u201Ewe met\u201C then", "we|met|we|met"},
      {"\u00BBwe met\u00AB then", "we|met"},
      {"(\"we met\") then", "we|met"},
      {"\"\u2018We\u2019 met,\" he said", "\u2018|We|\u2019|met|,"},
      {"'The boys' had lunch", "The|boys"},
      {"said:\"we met\" then", "we|met"},
      {" \" we met \" then", "we|met"},
      {"He said ``we met'' then", "we|met"},
      {"He said ''we met'', then `left`", "we|met"},
      {"6' 2'' tall and `` so on", "so|on"},
      {"nothing 'ere", ""},
  };
  for (const Quoted& row : rows) {
    CAPTURE(row.text);
    CHECK(flagged(row.text, in_quotes) == row.inside);
  }
}

TEST_CASE("apostrophes outside words open no quotation") {
  constexpr Quoted rows[] = {
      {"the boys' club and the girls' club", ""},
      {"in the '90s and the \u201990s, 'tis so", ""},
      {"rock 'n' roll, goin' home", ""},
      {"Ann's 5'10 brother", ""},
      {"a 24\" screen", ""},
  };
  for (const Quoted& row : rows) {
    CAPTURE(row.text);
    CHECK(flagged(row.text, in_quotes) == row.inside);
  }
}

TEST_CASE("an unbalanced quotation mark ends with its paragraph") {
  CHECK(flagged("\"We met\n\nand left", in_quotes) == "We|met");
  CHECK(flagged("'We met\n\nand' left", in_quotes).empty());
  CHECK(flagged("\"We\nmet\" and left", in_quotes) == "We|met");
  const std::string_view text = "\u201CWe met\nThey left";
  const std::vector<text::Block> blocks = {{{0, 9}, text::BlockKind::list_item},
                                           {{10, 19}, text::BlockKind::list_item}};
  const TokenizedText out = tokenized(text, blocks);
  CHECK((out.tokens[2].flags & in_quotes) != 0);
  CHECK((out.tokens[3].flags & in_quotes) == 0);
}

TEST_CASE("a plural's apostrophe inside single quotation marks closes them") {
  const TokenizedText text = tokenized("\u2018The boys\u2019 and the boys\u2019 hats");
  CHECK(text.tokens[3].kind == TokenKind::punctuation);
  CHECK(text.tokens[7].kind == TokenKind::possessive);
}

}  // namespace
}  // namespace dossier::tokens
