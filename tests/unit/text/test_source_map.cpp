#include <catch2/catch.hpp>
#include <dossier/source_map.hpp>
#include <type_traits>

using dossier::SourceMap;
using dossier::Span;

TEST_CASE("a default map is the identity") {
  const SourceMap map;
  CHECK(map.is_identity());
  CHECK(map.to_source({3, 9}) == Span{3, 9});
  CHECK(map.to_source({4, 4}) == Span{4, 4});
}

// Source "<b>Ann</b> &amp; Bob" gives "Ann & Bob".
TEST_CASE("a span maps to the smallest source range that holds it") {
  const SourceMap map({{0, 3, 3, 3}, {3, 1, 10, 1}, {4, 1, 11, 5}, {5, 4, 16, 4}});
  struct Row {
    Span derived;
    Span source;
  };
  const Row rows[] = {
      {{0, 3}, {3, 6}},     // Ann
      {{1, 2}, {4, 5}},     // n
      {{0, 4}, {3, 11}},    // "Ann " takes in the end tag
      {{4, 5}, {11, 16}},   // & is the whole reference
      {{0, 9}, {3, 20}},    // everything
      {{6, 9}, {17, 20}},   // Bob
      {{0, 0}, {3, 3}},     // empty stays empty
      {{4, 4}, {11, 11}},   // before the reference
      {{5, 5}, {16, 16}},   // after it
      {{9, 9}, {20, 20}},   // the end
      {{7, 50}, {18, 20}},  // past the end
      {{50, 60}, {20, 20}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.derived.begin, row.derived.end);
    CHECK(map.to_source(row.derived) == row.source);
  }
}

TEST_CASE("a segment of twice the size maps each byte to two") {
  const SourceMap map({{0, 5, 2, 10}, {5, 3, 12, 2}});
  CHECK(map.to_source({1, 3}) == Span{4, 8});
  CHECK(map.to_source({4, 8}) == Span{10, 14});
  CHECK(map.to_source({5, 8}) == Span{12, 14});
}

TEST_CASE("characters that come from nowhere map to an empty place") {
  const SourceMap map({{0, 2, 0, 2}, {2, 2, 6, 0}, {4, 2, 6, 2}});
  CHECK(map.to_source({2, 4}) == Span{6, 6});
  CHECK(map.to_source({1, 5}) == Span{1, 7});
}

TEST_CASE("the map of an empty text is not the identity") {
  const SourceMap map({{0, 0, 0, 7}});
  CHECK_FALSE(map.is_identity());
  CHECK(map.to_source({0, 0}).empty());
}

static_assert(std::is_nothrow_move_constructible_v<SourceMap>);
static_assert(std::is_copy_constructible_v<SourceMap>);
