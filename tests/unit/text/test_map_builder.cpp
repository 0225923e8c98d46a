#include <catch2/catch.hpp>
#include <random>

#include "check_derived.hpp"
#include "text/map_builder.hpp"

using namespace dossier;
using text::MapBuilder;
using Segment = SourceMap::Segment;

TEST_CASE("segments that continue each other become one") {
  MapBuilder builder;
  builder.add(3, {0, 3});
  builder.add(4, {3, 7});
  builder.add(2, {8, 10});
  const SourceMap map = std::move(builder).finish(10);
  CHECK(map.segments() == std::vector<Segment>{{0, 7, 0, 7}, {7, 2, 8, 2}});
}

TEST_CASE("segments of twice the size join among themselves only") {
  MapBuilder builder;
  builder.add(1, {2, 4});
  builder.add(3, {4, 10});
  builder.add(2, {10, 12});
  const SourceMap map = std::move(builder).finish(12);
  CHECK(map.segments() == std::vector<Segment>{{0, 4, 2, 8}, {4, 2, 10, 2}});
}

TEST_CASE("a source taken as it is gives the identity") {
  MapBuilder whole;
  whole.add(5, {0, 5});
  CHECK(std::move(whole).finish(5).is_identity());
  MapBuilder cut;
  cut.add(5, {0, 5});
  CHECK_FALSE(std::move(cut).finish(6).is_identity());
  CHECK(MapBuilder().finish(0).is_identity());
  CHECK_FALSE(MapBuilder().finish(4).is_identity());
}

namespace {

// A map with `size` derived bytes into a source that it returns the size of; what stands for a piece stands for at
// least `least` bytes of it.
std::pair<SourceMap, std::uint32_t> random_map(std::uint32_t size, std::uint32_t least, std::mt19937& random) {
  const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  MapBuilder builder;
  std::uint32_t source = 0;
  while (builder.derived_end() < size) {
    source += below(3) == 0 ? below(4) : 0;
    const std::uint32_t left = size - builder.derived_end();
    if (below(3) > 0) {
      const std::uint32_t run = 1 + below(left);
      builder.add(run, {source, source + run});
      source += run;
    } else {
      const std::uint32_t length = least + below(6);
      builder.add(1, {source, source + length});
      source += length;
    }
  }
  source += 1;
  return {std::move(builder).finish(source), source};
}

}  // namespace

TEST_CASE("a composed map leads where both maps lead one after the other") {
  const unsigned seed = Catch::rngSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    const auto size = static_cast<std::uint32_t>(random() % 20 + 1);
    const auto outer = random_map(size, 1, random);
    const auto inner = random_map(outer.second, 0, random);
    const SourceMap both = text::compose(outer.first, inner.first);
    REQUIRE(text::broken_map(both, size, inner.second) == "");
    for (std::uint32_t begin = 0; begin < size; ++begin) {
      for (std::uint32_t end = begin + 1; end <= size; ++end) {
        const Span middle = outer.first.to_source({begin, end});
        const Span wanted = inner.first.to_source(middle);
        const Span found = both.to_source({begin, end});
        CAPTURE(round, begin, end, middle.begin, middle.end, found.begin, found.end, wanted.begin, wanted.end);
        REQUIRE((found == wanted));
      }
    }
  }
}

TEST_CASE("composing with the identity changes nothing") {
  const SourceMap map({{0, 2, 1, 2}});
  for (const SourceMap& same : {text::compose(map, {}), text::compose({}, map)})
    CHECK(same.segments() == map.segments());
}
