#include <catch2/catch.hpp>

#include "graph/blocks.hpp"

namespace dossier::graph {
namespace {

TEST_CASE("keys of one form stand together, in their order") {
  Blocks blocks;
  blocks.add("lind", 3);
  blocks.add("berg", 4);
  blocks.add("lind", 7);
  blocks.finish();
  const auto lind = blocks.find("lind");
  CHECK(std::vector<std::uint32_t>(lind.begin(), lind.end()) == std::vector<std::uint32_t>{3, 7});
  CHECK(blocks.find("berg").size() == 1);
  CHECK(blocks.find("ward").empty());
  std::string sizes;
  blocks.each([&sizes](std::span<const std::uint32_t> keys) { sizes += std::to_string(keys.size()) + ' '; });
  CHECK(sizes == "2 1 ");
}

TEST_CASE("no blocks are none") {
  Blocks blocks;
  blocks.finish();
  CHECK(blocks.find("").empty());
  blocks.each([](std::span<const std::uint32_t>) { FAIL(); });
}

}  // namespace
}  // namespace dossier::graph
