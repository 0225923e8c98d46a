#include "check_derived.hpp"
#include "text/flowing_text.hpp"

using namespace dossier;
using namespace dossier::text;

namespace {

Derived written(std::string_view source, bool keeps_space) {
  ReferenceDecoder references;
  FlowingText writer(source, references);
  writer.add_text({0, static_cast<std::uint32_t>(source.size())}, keeps_space);
  return std::move(writer.out()).finish();
}

}  // namespace

TEST_CASE("white space collapses and references are decoded") {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},
      {" \n\t ", ""},
      {"  a  b\r\n\tc ", "a b c"},
      {"a b c", "a b c"},
      {"a&#32; &#10;b", "a b"},
      {"a\u00A0 b", "a\u00A0 b"},
      {"AT&T &amp;&lt", "AT&T &<"},
      {"a\0b"sv, "ab"},
      {"é  ü", "é ü"},
  };
  for (const auto& [source, wanted] : rows) {
    CAPTURE(source);
    const Derived derived = written(source, false);
    CHECK(derived.text == wanted);
    CHECK(broken_promise(derived, source) == "");
  }
}

TEST_CASE("white space stays where it is to be kept") {
  using namespace std::string_view_literals;
  const std::pair<std::string_view, std::string_view> rows[] = {
      {" a\n  b", " a\n  b"}, {"a\r\nb\rc", "a\nb\nc"}, {"x &gt;\0 y"sv, "x > y"}};
  for (const auto& [source, wanted] : rows) {
    CAPTURE(source);
    const Derived derived = written(source, true);
    CHECK(derived.text == wanted);
    CHECK(broken_promise(derived, source) == "");
  }
}

TEST_CASE("a collapsed space maps to all the white space it stands for") {
  const std::string_view source = "ab \n  cd";
  const Derived derived = written(source, false);
  CHECK(derived.map.to_source({2, 3}) == Span{2, 6});
  CHECK(derived.map.to_source({0, 5}) == Span{0, 8});
}
