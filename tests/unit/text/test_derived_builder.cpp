#include "check_derived.hpp"
#include "text/derived_builder.hpp"

using namespace dossier;
using namespace dossier::text;

TEST_CASE("blocks are parted by an empty line, items of lists and cells by a line break") {
  const std::string source = "abcdefgh";
  DerivedBuilder builder(source);
  const BlockKind kinds[] = {BlockKind::heading,    BlockKind::paragraph,  BlockKind::list_item, BlockKind::list_item,
                             BlockKind::table_cell, BlockKind::table_cell, BlockKind::paragraph, BlockKind::paragraph};
  for (std::uint32_t i = 0; i < 8; ++i) {
    builder.set_kind(kinds[i]);
    builder.copy({i, i + 1});
    builder.end_block();
  }
  const Derived derived = std::move(builder).finish();
  CHECK(derived.text == "a\n\nb\n\nc\nd\n\ne\nf\n\ng\n\nh");
  CHECK(derived.blocks.size() == 8);
  CHECK(derived.blocks[4].kind == BlockKind::table_cell);
  CHECK(broken_promise(derived, source) == "");
}

TEST_CASE("paragraphs that are parted in the source as in the text need no segments of their own") {
  const std::string source = "One.\n\nTwo.";
  DerivedBuilder builder(source);
  builder.copy({0, 4});
  builder.end_block();
  builder.copy({6, 10});
  const Derived derived = std::move(builder).finish();
  CHECK(derived.text == source);
  CHECK(derived.map.is_identity());
  CHECK(derived.blocks.size() == 2);
}

TEST_CASE("a block without characters is none") {
  DerivedBuilder builder("ab");
  builder.end_block();
  builder.copy({0, 0});
  builder.put("", {0, 1});
  builder.set_kind(BlockKind::quote);
  builder.end_block();
  const Derived derived = std::move(builder).finish();
  CHECK(derived.text.empty());
  CHECK(derived.blocks.empty());
  CHECK_FALSE(derived.map.is_identity());
}

TEST_CASE("several characters for one piece map to it as a whole, even if sizes agree") {
  const std::string source = "xABCDEF";
  DerivedBuilder builder(source);
  builder.copy({0, 1});
  builder.put("\n\n\n", {1, 4});
  builder.put("αβ", {4, 6});
  const Derived derived = std::move(builder).finish();
  CHECK(derived.map.to_source({1, 2}) == Span{1, 4});
  CHECK(derived.map.to_source({4, 8}) == Span{4, 6});
  CHECK(broken_map(derived.map, derived.text.size(), source.size()) == "");
}

TEST_CASE("a place that goes back is taken to be where the text was") {
  const std::string source = "abcdef";
  DerivedBuilder builder(source);
  builder.copy({3, 6});
  builder.copy({0, 2});
  const Derived derived = std::move(builder).finish();
  CHECK(derived.text == "defab");
  CHECK(broken_map(derived.map, derived.text.size(), source.size()) == "");
  CHECK(derived.map.to_source({3, 5}) == Span{6, 6});
}

TEST_CASE("a part is taken in with its blocks, its map and its issues") {
  const std::string source = "12345678";
  Derived part;
  part.text = "ab\n\ncd";
  part.map = SourceMap({{0, 2, 2, 2}, {2, 2, 4, 0}, {4, 2, 5, 2}});
  part.blocks = {{{0, 2}, BlockKind::paragraph}, {{4, 6}, BlockKind::quote}};
  part.issues = {{"markup.too-deep", "deep", {}, 3}};
  DerivedBuilder builder(source);
  builder.count_issue("markup.too-deep", "deep", 2);
  builder.copy({0, 1});
  builder.append(part);
  builder.set_kind(BlockKind::paragraph);
  builder.copy({7, 8});
  const Derived derived = std::move(builder).finish();
  CHECK(derived.text == "1\n\nab\n\ncd\n\n8");
  CHECK(derived.map.to_source({3, 5}) == Span{2, 4});
  CHECK(derived.map.to_source({7, 9}) == Span{5, 7});
  REQUIRE(derived.issues.size() == 1);
  CHECK(derived.issues.front().count == 5);
  CHECK(broken_map(derived.map, derived.text.size(), source.size()) == "");
}

TEST_CASE("a text that would be too long is cut and the cut counted") {
  const std::string source = "abcdefgh";
  DerivedBuilder builder(source, 6);
  builder.copy({0, 3});
  builder.end_block();
  builder.copy({3, 6});
  builder.end_block();
  builder.copy({6, 8});
  const Derived derived = std::move(builder).finish();
  CHECK(derived.text.size() <= 6);
  REQUIRE(derived.issues.size() == 1);
  CHECK(derived.issues.front().code == "markup.too-long");
  CHECK(derived.issues.front().count >= 5);
  CHECK(broken_promise(derived, source) == "");
}
