// What names and the words beside them say of somebody's sex.
#include <catch2/catch.hpp>
#include <string>

#include "recognize/support.hpp"
#include "resolve/sex.hpp"
#include "tokens/tokenizer.hpp"

using namespace dossier;
using resolve::Sex;

namespace {

struct Text {
  explicit Text(const std::string& words) : bytes(words) {
    tokens::tokenize(bytes, {}, {}, text);
    lexicon().look_up(text);
  }
  static const lexicon::Lexicon& lexicon() {
    static const lexicon::Lexicon it = test::make_lexicon({
        test::dictionary("given_name", "Anna\t\tsex=f\nPeter\t\tsex=m\nRobin\t\tsex=u\n"),
        test::dictionary("surname", "Peter\nKeller\n"),
        test::dictionary("honorific", "Mr.\t\tsex=m\n"),
        test::dictionary("role", "actress\t\tsex=f\nlawyer\n"),
        test::dictionary("kin", "brother\t\tsex=m\n"),
    });
    return it;
  }
  /// Sex by the words beside tokens [first, last).
  [[nodiscard]] Sex described(std::uint32_t first, std::uint32_t last) const {
    return resolve::sex_of_description(text, lexicon(), {first, last});
  }
  [[nodiscard]] Sex named(std::uint32_t first, std::uint32_t last) const {
    return resolve::sex_of_name(text, lexicon(), {first, last});
  }
  std::string bytes;
  tokens::TokenizedText text;
};

}  // namespace

TEST_CASE("a title or the given name of a full name tells the sex") {
  CHECK(Text("Anna Keller").named(0, 2) == Sex::female);
  CHECK(Text("Robin Keller").named(0, 2) == Sex::unknown);
  CHECK(Text("Mr. Keller").named(1, 2) == Sex::male);
  CHECK(Text("Keller").named(0, 1) == Sex::unknown);
}

TEST_CASE("a lone given name tells the sex unless it is a surname as well") {
  const Text text("Anna Peter Keller");
  CHECK(resolve::sex_of_lone_name(Text::lexicon(), text.text.tokens[0]) == Sex::female);
  CHECK(resolve::sex_of_lone_name(Text::lexicon(), text.text.tokens[1]) == Sex::unknown);
  CHECK(resolve::sex_of_lone_name(Text::lexicon(), text.text.tokens[2]) == Sex::unknown);
}

TEST_CASE("the words beside a name tell the sex") {
  CHECK(Text("the actress Keller left").described(2, 3) == Sex::female);
  CHECK(Text("his brother, Keller, left").described(3, 4) == Sex::male);
  CHECK(Text("with Lee's brother, Keller").described(5, 6) == Sex::male);
  CHECK(Text("Keller, a young actress, left").described(0, 1) == Sex::female);
}

TEST_CASE("other people's roles say nothing") {
  CHECK(Text("met an actress, Keller left").described(4, 5) == Sex::unknown);
  CHECK(Text("Keller, actress Vik and others").described(0, 1) == Sex::unknown);
  CHECK(Text("the lawyer Keller left").described(2, 3) == Sex::unknown);
  CHECK(Text("Keller").described(0, 1) == Sex::unknown);
}
