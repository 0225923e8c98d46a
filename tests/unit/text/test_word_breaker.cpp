#include <catch2/catch.hpp>
#include <type_traits>

#include "text/utf8.hpp"

using namespace dossier::text;

namespace {

std::vector<std::uint32_t> boundaries(WordBreaker& breaker, std::string_view run) {
  std::vector<std::uint32_t> out;
  breaker.append_boundaries(run, out);
  return out;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

static_assert(!std::is_copy_constructible_v<WordBreaker>);
static_assert(std::is_nothrow_move_constructible_v<WordBreaker>);

TEST_CASE("an empty run has no words") {
  WordBreaker breaker;
  CHECK(boundaries(breaker, "").empty());
}

TEST_CASE("Thai and Chinese are cut into words") {
  WordBreaker breaker;
  const auto thai = boundaries(breaker, "กรุงเทพมหานครเป็นเมืองหลวง");
  CHECK(thai.size() >= 3);
  CHECK(thai.size() < 10);
  const auto chinese = boundaries(breaker, "北京是中国的首都");
  CHECK(chinese == std::vector<std::uint32_t>{6, 9, 15, 18, 24});
}

TEST_CASE("a breaker gives the same words whatever it cut before, also once moved") {
  WordBreaker breaker;
  const auto before = boundaries(breaker, "東京都に住む");
  boundaries(breaker, "ภาษาไทย");
  CHECK(boundaries(breaker, "東京都に住む") == before);
  WordBreaker moved = std::move(breaker);
  CHECK(boundaries(moved, "東京都に住む") == before);
}

TEST_CASE("boundaries ascend, stand between characters and end with the run, however long it is") {
  WordBreaker breaker;
  for (const std::string_view sentence :
       {"北京是中国的首都", "กรุงเทพมหานครเป็นเมืองหลวง", "カタカナとひらがな", "ក", "x"}) {
    for (const std::size_t times : {1U, 30U, 200U, 3000U}) {
      const std::string run = repeated(sentence, times);
      const auto cuts = boundaries(breaker, run);
      REQUIRE(!cuts.empty());
      CHECK(cuts.back() == run.size());
      std::uint32_t before = 0;
      bool in_order = true;
      for (const std::uint32_t cut : cuts) {
        in_order = in_order && cut > before;
        in_order = in_order && (cut == run.size() || (static_cast<unsigned char>(run[cut]) & 0xC0U) != 0x80U);
        before = cut;
      }
      CHECK(in_order);
    }
  }
}

TEST_CASE("feeding a long run piece by piece does not change its words") {
  WordBreaker breaker;
  const std::string_view sentence = "北京是中国的首都";
  const auto one = boundaries(breaker, sentence);
  const auto many = boundaries(breaker, repeated(sentence, 2000));
  REQUIRE(many.size() == one.size() * 2000);
  bool same = true;
  for (std::size_t i = 0; i < many.size(); ++i) {
    same = same && many[i] == sentence.size() * (i / one.size()) + one[i % one.size()];
  }
  CHECK(same);
}
