// Tests of columns that most entries leave empty.
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "lexicon/sparse_column.hpp"

namespace {

using dossier::lexicon::ColumnBlock;
using dossier::lexicon::SparseColumn;
using dossier::lexicon::SparseColumnWriter;

TEST_CASE("an entry has the value that it was given, or none") {
  for (const std::size_t step : {1U, 2U, 3U, 63U, 64U, 65U, 1000U}) {
    SparseColumnWriter<std::uint32_t> writer;
    for (std::uint32_t i = 0; i < 500; ++i) {
      if (i % step == 0)
        writer.add(i + 7);
      else
        writer.skip();
    }
    const SparseColumn<std::uint32_t> column{writer.blocks(), writer.values()};
    for (std::uint32_t i = 0; i < 500; ++i) {
      const std::uint32_t* value = column.find(i);
      INFO("step " << step << ", entry " << i);
      REQUIRE((value != nullptr) == (i % step == 0));
      if (value != nullptr) CHECK(*value == i + 7);
    }
    CHECK(column.find(512) == nullptr);
  }
}

TEST_CASE("a column that says it has more than there is gives nothing") {
  const std::vector<ColumnBlock> blocks = {{~std::uint64_t{0}, 0xFFFFFFFF, 0}, {1, 1, 0}};
  const std::vector<std::uint32_t> values = {5};
  const SparseColumn<std::uint32_t> column{blocks, values};
  CHECK(column.find(0) == nullptr);
  CHECK(column.find(63) == nullptr);
  CHECK(column.find(64) == nullptr);
  CHECK(SparseColumn<std::uint32_t>().find(0) == nullptr);
}

}  // namespace
