// Names in texts without capitals.
#include "recognize/restore.hpp"
#include "support.hpp"

using dossier::test::small_lexicon;
using dossier::tokens::Shape;
using dossier::tokens::Token;
using dossier::tokens::TokenizedText;

namespace dossier::test {
namespace {

/// The words that have their capitals back, parted by blanks; shouted ones with "!".
std::string restored(const std::string& text) {
  static const lexicon::Lexicon lexicon = small_lexicon();
  TokenizedText tokens;
  tokens::tokenize(text, {}, {}, tokens);
  lexicon::Matches matches;
  lexicon.match(tokens, matches);
  std::vector<Shape> before;
  for (const Token& token : tokens.tokens) before.push_back(token.shape);
  recognize::restore_capitals(lexicon, tokens, matches);
  REQUIRE(matches.classes.size() == tokens.tokens.size());
  std::string out;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (tokens.tokens[i].shape == before[i]) continue;
    out += (out.empty() ? "" : " ") + std::string(tokens.text_of(static_cast<std::uint32_t>(i)));
    if (tokens.tokens[i].shape == Shape::upper) out += '!';
  }
  return out;
}

}  // namespace

TEST_CASE("whole names get their capitals back where a text has none") {
  CHECK(restored("we saw anna keller there") == "anna keller");
  CHECK(restored("we saw peter van lindqvist there") == "peter lindqvist");
  CHECK(restored("the nordhavn bank of norway said so") == "nordhavn bank norway");
  CHECK(restored("then yuri zorblatt came in") == "yuri zorblatt");
  CHECK(restored("we told president keller so") == "keller");
  CHECK(restored("they ask norwegian muslims in oslo") == "norwegian muslims oslo");
}

TEST_CASE("ordinary words stay small") {
  CHECK(restored("the mark of reading is brown") == "");
  CHECK(restored("we hit the target then") == "");
}

TEST_CASE("one capital letter is enough to leave a text alone, and so are few words") {
  CHECK(restored("We saw anna keller there").empty());
  CHECK(restored("we saw anna keller at U.S. banks").empty());
  CHECK(restored("anna keller").empty());
  CHECK(restored("").empty());
}

}  // namespace dossier::test
