// Places of keys: each has its own, and no key leads outside of the table.
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "base/perfect_hash.hpp"

namespace dossier::base::test {
namespace {

std::vector<std::uint64_t> random_keys(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::set<std::uint64_t> keys;
  while (keys.size() < count) keys.insert(random());
  return {keys.begin(), keys.end()};
}

TEST_CASE("every key has a place of its own") {
  for (const std::size_t count : {0U, 1U, 2U, 7U, 100U, 5000U, 40000U}) {
    const std::vector<std::uint64_t> keys = random_keys(count, count);
    const PerfectHashTable table = make_perfect_hash(keys);
    REQUIRE(!table.displacements.empty());
    CHECK(table.places >= count);
    CHECK(table.places <= count + count / 15 + 8);
    const PerfectHash hash(table.displacements, table.places);
    std::set<std::uint32_t> places;
    for (const std::uint64_t key : keys) places.insert(hash.place_of(key));
    CHECK(places.size() == count);
    for (const std::uint64_t key : random_keys(1000, 99)) CHECK(hash.place_of(key) < table.places);
    CHECK(hash.place_of(~std::uint64_t{0}) < table.places);
    CHECK(make_perfect_hash(keys).displacements == table.displacements);
  }
}

TEST_CASE("equal keys have no table") {
  std::vector<std::uint64_t> keys = random_keys(50, 1);
  keys.push_back(keys.front());
  CHECK(make_perfect_hash(keys).displacements.empty());
}

TEST_CASE("keys that all fall into one bucket are placed or refused") {
  std::vector<std::uint64_t> keys;
  for (std::uint64_t i = 0; i < 40; ++i) keys.push_back(i * 0x10001);
  const PerfectHashTable table = make_perfect_hash(keys);
  if (table.displacements.empty()) return;
  const PerfectHash hash(table.displacements, table.places);
  std::set<std::uint32_t> places;
  for (const std::uint64_t key : keys) places.insert(hash.place_of(key));
  CHECK(places.size() == keys.size());
}

TEST_CASE("a table of nothing has one place") { CHECK(PerfectHash().place_of(12345) == 0); }

}  // namespace
}  // namespace dossier::base::test
