// The questions that cutting sentences asks of tokens.
#include "notation.hpp"
#include "tokens/view.hpp"

namespace dossier::tokens {
namespace {

TEST_CASE("full stops of many scripts are known") {
  const TokenizedText text = tokenized(". ! ? ... \u2026 \u3002 \u0964 \u061F , :");
  const View view(text);
  CHECK(view.stop(0) == Stop::period);
  CHECK(view.stop(1) == Stop::mark);
  CHECK(view.stop(2) == Stop::mark);
  CHECK(view.stop(3) == Stop::ellipsis);
  CHECK(view.stop(4) == Stop::ellipsis);
  CHECK(view.stop(5) == Stop::wide);
  CHECK(view.stop(6) == Stop::wide);
  CHECK(view.stop(7) == Stop::wide);
  CHECK(view.stop(8) == Stop::none);
  CHECK(view.stop(99) == Stop::none);
}

TEST_CASE("brackets and quotation marks open and close") {
  const TokenizedText text = tokenized("( \" ) \u00BB - word");
  const View view(text);
  CHECK(view.is_opener(0));
  CHECK(view.is_opener(1));
  CHECK(view.is_closer(1));
  CHECK(view.is_closer(2));
  CHECK(view.is_closer(3));
  CHECK(view.is_dash(4));
  CHECK_FALSE(view.is_closer(5));
  CHECK(view.skip_openers(0) == 2);
  CHECK(view.skip_openers(5) == 5);
}

TEST_CASE("bullets and list numbers are known at the start of a line only") {
  const TokenizedText text = tokenized("- one\n2. two - 3. three\n-four\n(b) five\n2031. six");
  const View view(text);
  CHECK(view.is_bullet(0));
  CHECK(view.enumerator(2) == 2);
  CHECK_FALSE(view.is_bullet(5));
  CHECK(view.enumerator(6) == 0);
  CHECK_FALSE(view.is_bullet(9));
  CHECK(view.enumerator(11) == 3);
  CHECK(view.enumerator(15) == 0);
}

TEST_CASE("capitals and small letters are told in scripts that have them") {
  const TokenizedText text = tokenized("Oslo oslo iPad Москва москва 北京 NATO 7");
  const View view(text);
  CHECK(view.is_capital(0));
  CHECK(view.is_lower(1));
  CHECK_FALSE(view.is_capital(2));
  CHECK_FALSE(view.is_lower(2));
  CHECK(view.is_capital(3));
  CHECK(view.is_lower(4));
  CHECK_FALSE(view.is_lower(5));
  CHECK_FALSE(view.is_capital(5));
  CHECK(view.is_capital(6));
  CHECK_FALSE(view.is_capital(7));
}

}  // namespace
}  // namespace dossier::tokens
