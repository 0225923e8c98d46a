// The memory of names: what is added is found, nothing else, and emptying it is complete.
#include <catch2/catch.hpp>
#include <cstdint>
#include <map>
#include <random>

#include "recognize/workspace.hpp"

using namespace dossier::recognize;

TEST_CASE("an empty memory knows nothing") {
  const NameMemory memory;
  CHECK(memory.empty());
  CHECK(memory.find(42) == 0);
}

TEST_CASE("what is added more than once is joined") {
  NameMemory memory;
  memory.add(7, seen_surname);
  memory.add(7, seen_location);
  CHECK(memory.find(7) == (seen_surname | seen_location));
  CHECK(memory.find(8) == 0);
}

TEST_CASE("the memory agrees with a plain map, before and after it is emptied") {
  const std::uint64_t seed = 20250312;
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  NameMemory memory;
  for (int round = 0; round < 3; ++round) {
    std::map<std::uint64_t, std::uint8_t> plain;
    for (int i = 0; i < 3000; ++i) {
      const std::uint64_t hash = random() % 5000 + 1;
      const auto what = static_cast<Memory>(1U << (random() % 4));
      memory.add(hash, what);
      plain[hash] = static_cast<std::uint8_t>(plain[hash] | what);
    }
    for (std::uint64_t hash = 1; hash <= 5000; ++hash) {
      const auto it = plain.find(hash);
      CHECK(memory.find(hash) == (it == plain.end() ? 0 : it->second));
    }
    memory.clear();
    CHECK(memory.empty());
    CHECK(memory.find(plain.begin()->first) == 0);
  }
}
