#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "graph/pairs.hpp"

namespace dossier::graph {
namespace {

// The same without a trick.
struct Slow {
  struct Counts {
    std::uint32_t sentences = 0;
    std::uint32_t paragraphs = 0;
    std::set<std::uint32_t> documents = {};
    std::set<IsoDate> dates = {};
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, Counts> pairs;

  template <typename Use>
  void each_pair(const std::vector<std::uint32_t>& nodes, const Use& use) {
    for (const std::uint32_t a : nodes)
      for (const std::uint32_t b : nodes)
        if (a < b) use(std::pair(a, b));
  }
};

using Sets = std::vector<std::vector<std::uint32_t>>;

struct Round {
  std::uint32_t nodes;
  std::size_t least_events;
  bool all_paragraphs;
};

void check_round(std::mt19937& random, const Round& round) {
  const auto below = [&random](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  PairCounter counter(round.nodes, round.least_events);
  Slow slow;
  std::vector<Sets> paragraphs(20);
  for (std::uint32_t document = 0; document < paragraphs.size(); ++document) {
    const IsoDate date(below(3) == 0 ? "" : "202" + std::to_string(below(9)));
    counter.begin_document(date);
    const auto make = [&] {
      std::set<std::uint32_t> nodes;
      for (std::uint32_t i = below(6); i > 0; --i) nodes.insert(below(round.nodes));
      std::vector<std::uint32_t> out(nodes.begin(), nodes.end());
      std::shuffle(out.begin(), out.end(), random);
      return out;
    };
    const auto note = [&](Slow::Counts& counts) {
      counts.documents.insert(document);
      if (!date.empty()) counts.dates.insert(date);
    };
    for (std::uint32_t i = below(5); i > 0; --i) {
      const std::vector<std::uint32_t> nodes = make();
      counter.add_sentence(nodes);
      slow.each_pair(nodes, [&](auto pair) { note((++slow.pairs[pair].sentences, slow.pairs[pair])); });
    }
    for (std::uint32_t i = below(5); i > 0; --i) paragraphs[document].push_back(make());
    if (!round.all_paragraphs) continue;
    for (const auto& nodes : paragraphs[document]) {
      counter.add_paragraph(nodes);
      slow.each_pair(nodes, [&](auto pair) { note((++slow.pairs[pair].paragraphs, slow.pairs[pair])); });
    }
  }
  if (!round.all_paragraphs) {
    counter.keep_known_pairs();
    for (const Sets& sets : paragraphs) {
      counter.begin_document(IsoDate());
      for (const auto& nodes : sets) {
        counter.add_paragraph(nodes);
        slow.each_pair(nodes, [&](auto pair) {
          if (slow.pairs.count(pair) != 0) ++slow.pairs[pair].paragraphs;
        });
      }
    }
  }
  const std::vector<PairCount> found = counter.take();
  REQUIRE(found.size() == slow.pairs.size());
  auto wanted = slow.pairs.begin();
  for (const PairCount& pair : found) {
    const auto& [ends, counts] = *wanted++;
    CHECK(std::pair(pair.one, pair.other) == ends);
    CHECK(pair.sentences == counts.sentences);
    CHECK(pair.paragraphs == counts.paragraphs);
    CHECK(pair.documents == counts.documents.size());
    CHECK(pair.first_date == (counts.dates.empty() ? IsoDate() : *counts.dates.begin()));
    CHECK(pair.last_date == (counts.dates.empty() ? IsoDate() : *counts.dates.rbegin()));
  }
}

TEST_CASE("pairs are counted as a map would, in however many pieces") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (const std::uint32_t nodes : {2U, 12U, 5000U, 70000U})
      for (const std::size_t least_events : {std::size_t{0}, std::size_t{10}, PairCounter::default_events})
        for (const bool all_paragraphs : {false, true}) check_round(random, {nodes, least_events, all_paragraphs});
  }
}

TEST_CASE("nothing gives no pairs, and taking leaves nothing") {
  PairCounter none(0);
  CHECK(none.take().empty());
  PairCounter one(2);
  one.begin_document(IsoDate());
  one.add_sentence(std::vector<std::uint32_t>{1, 0});
  CHECK(one.take().size() == 1);
  CHECK(one.take().empty());
}

}  // namespace
}  // namespace dossier::graph
