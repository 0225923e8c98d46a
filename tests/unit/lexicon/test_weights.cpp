// Files of named weights.
#include <array>
#include <catch2/catch.hpp>

#include "lexicon/weights.hpp"

using namespace dossier;

namespace {

struct Read {
  explicit Read(std::string_view bytes) { lexicon::parse_weights("w.tsv", bytes, {names, values, lines}, problems); }
  std::array<std::string_view, 2> names = {"near", "far"};
  std::array<std::int32_t, 2> values{};
  std::array<std::uint32_t, 2> lines{};
  Diagnostics problems;
};

}  // namespace

TEST_CASE("weights are read in thousandths, with their lines") {
  const Read read("#! raw: yes\n\nfar\t-0.25\twhen it is far\nnear\t2\n");
  CHECK(read.problems.empty());
  CHECK(read.values == std::array<std::int32_t, 2>{2000, -250});
  CHECK(read.lines == std::array<std::uint32_t, 2>{4, 3});
}

TEST_CASE("each fault of a file of weights has its code") {
  const Read read("near\tx\nnear\t1\nelse\t1\n");
  REQUIRE(read.problems.size() == 4);
  CHECK(read.problems[0].code == "evidence.bad-weight");
  CHECK(read.problems[1].code == "evidence.repeated-name");
  CHECK(read.problems[2].code == "evidence.unknown-name");
  CHECK(read.problems[3].code == "evidence.missing");
  CHECK(read.problems[3].piece == "far");
  CHECK(Read("near\t1001\nfar\t0\n").problems.size() == 1);
}
