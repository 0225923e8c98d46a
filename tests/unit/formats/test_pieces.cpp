#include <catch2/catch.hpp>
#include <sstream>

#include "formats/pieces.hpp"

namespace dossier::formats {
namespace {

TEST_CASE("pieces are written when they are large enough, and at the end") {
  std::ostringstream out;
  Pieces pieces(out);
  std::string all;
  std::size_t most = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string item = "item " + std::to_string(i) + ' ';
    all += item;
    pieces.text += item;
    pieces.pass();
    most = std::max(most, pieces.text.size());
  }
  CHECK(most < all.size() / 2);
  pieces.finish();
  CHECK(pieces.text.empty());
  CHECK(out.str() == all);
}

}  // namespace
}  // namespace dossier::formats
