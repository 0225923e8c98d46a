// Headlines, fragments and list items.
#include "notation.hpp"
#include "tokens/sentences.hpp"

namespace dossier::tokens {
namespace {

struct Kind {
  std::string_view text;
  std::string_view kinds;  ///< a letter for each sentence
};

TEST_CASE("lines of their own are told apart") {
  constexpr Kind rows[] = {
      {"Minister Says Bridge Will Never Be Built", "h"},
      {"MINISTER SAYS NO TO BRIDGE", "h"},
      {"Minister Resigns as U.S. Talks Fail", "h"},
      {"Will the Bridge Ever Be Built?", "h"},
      {"Minister Poe Joins Acme Inc.", "h"},
      {"The minister said the bridge would be built.", "b"},
      {"The minister said that the bridge would never be built", "b"},
      {"He works for Acme Inc.", "b"},
      {"photo by the agency", "f"},
      {"26 February 2031", "f"},
      {"By Ann Poe and Carl Roe", "f"},
      {"Oslo", "f"},
      {"What now?", "b"},
      {"- Bread and milk", "l"},
      {"3) Bread and milk", "l"},
      {"Minister Says No\n\nThe minister said no. She left the room.", "hbb"},
      {"The minister said no. She left", "bb"},
  };
  for (const Kind& row : rows) {
    CAPTURE(row.text);
    CHECK(kinds(tokenized(row.text)) == row.kinds);
  }
}

TEST_CASE("a headline has at most twenty-five words") {
  std::string text = "Bridge";
  for (int i = 1; i < 25; ++i) text += " Bridge";
  CHECK(kinds(tokenized(text)) == "h");
  text += " Bridge";
  CHECK(kinds(tokenized(text)) == "b");
}

TEST_CASE("blocks say what a sentence is") {
  const std::string_view text = "The bridge is open.";
  const auto kind_in = [text](text::BlockKind kind) { return kinds(tokenized(text, {{{0, 19}, kind}})); };
  CHECK(kind_in(text::BlockKind::heading) == "h");
  CHECK(kind_in(text::BlockKind::list_item) == "l");
  CHECK(kind_in(text::BlockKind::code) == "f");
  CHECK(kind_in(text::BlockKind::table_cell) == "b");
  CHECK(kind_in(text::BlockKind::quote) == "b");
  CHECK(kind_in(text::BlockKind::paragraph) == "b");
  const std::string_view cell = "Chief Engineer Poe";
  CHECK(kinds(tokenized(cell, {{{0, 18}, text::BlockKind::table_cell}})) == "f");
}

TEST_CASE("kind_of_line looks at the tokens that it is given") {
  const TokenizedText text = tokenized("Bridge Opens After Years and nobody came");
  CHECK(kind_of_line(text, 0, 4) == SentenceKind::headline);
  CHECK(kind_of_line(text, 4, 7) == SentenceKind::fragment);
}

}  // namespace
}  // namespace dossier::tokens
