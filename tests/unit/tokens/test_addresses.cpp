// Web and e-mail addresses, and dotted words that are none.
#include "notation.hpp"
#include "tokens/addresses.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("addresses are one token without the punctuation after them") {
  check({
      {"See https://example.com/a/b?c=d#e.", "See|https://example.com/a/b?c=d#e|."},
      {"(http://example.org/x_(y)), ok", "(|http://example.org/x_(y)|)|,|ok"},
      {"<ftp://example.net/f>", "<|ftp://example.net/f|>"},
      {"www.example.org, www.example.museum!", "www.example.org|,|www.example.museum|!"},
      {"on example.com and Example.co.uk/news now", "on|example.com|and|Example.co.uk/news|now"},
      {"at example.com:8080/x", "at|example.com:8080/x"},
      {"Example.com's staff", "Example.com|'s|staff"},
      {"the Example.com-owned firm", "the|Example.com|-|owned|firm"},
      {"write to ann.poe+news@mail.example.co.uk.", "write|to|ann.poe+news@mail.example.co.uk|."},
      {"mailto:ann@example.com", "mailto|:|ann@example.com"},
      {"bit.ly/abc", "bit.ly/abc"},
      {"https://пример.рф/путь, да", "https://пример.рф/путь|,|да"},
      {"'https://example.com/x'", "'|https://example.com/x|'"},
  });
}

TEST_CASE("dotted words are addresses only when that is sure") {
  check({
      {"the end.The start", "the|end|.||The|start"},
      {"he left.it rained", "he|left|.|it|rained"},
      {"this is.in there", "this|is|.|in|there"},
      {"and/or he/she", "and|/|or|he|/|she"},
      {"a @ b", "a|@|b"},
      {"x@y", "x|@|y"},
      {"http:// nothing", "http|:|/|/|nothing"},
      {"ratio 3:4", "ratio|3|:|4"},
  });
}

TEST_CASE("addresses have their kinds") {
  const TokenizedText text = tokenized("https://example.com ann@example.com @ann #news example.org é@example.com");
  CHECK(text.tokens[0].kind == TokenKind::url);
  CHECK(text.tokens[1].kind == TokenKind::email);
  CHECK(text.tokens[2].kind == TokenKind::handle);
  CHECK(text.tokens[3].kind == TokenKind::hashtag);
  CHECK(text.tokens[4].kind == TokenKind::url);
  CHECK(text.tokens[5].kind == TokenKind::word);
  CHECK(text.tokens[0].shape == Shape::none);
  CHECK(text.tokens[1].hash == hash_folded("ann@example.com"));
}

TEST_CASE("find_address says how far it looked") {
  CHECK(find_address("example.com rest", 0).end == 11);
  CHECK(find_address("example.com rest", 0).looked_to >= 11);
  const Address none = find_address("some.dotted.words here", 0);
  CHECK(none.kind == AddressKind::none);
  CHECK(none.looked_to == 17);
  CHECK(find_address("a@b.example", 0).kind == AddressKind::email);
  CHECK(find_address("a@b", 0).kind == AddressKind::none);
}

TEST_CASE("url_end leaves out brackets that were not opened") {
  CHECK(url_end("example.com/a)", 0) == 13);
  CHECK(url_end("example.com/(a)", 0) == 15);
  CHECK(url_end("example.com/[a]].", 0) == 15);
  CHECK(url_end("example.com/a...", 0) == 13);
  CHECK(url_end("", 0) == 0);
}

}  // namespace
}  // namespace dossier::tokens
