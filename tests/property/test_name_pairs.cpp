// Pairs of names that two documents give: of those that a graph joins, nearly all are the same.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <dossier/graph.hpp>
#include <fstream>
#include <sstream>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

struct Pair {
  bool same = false;
  std::string type;
  std::string names[2];
  std::string company;  // an organization that both documents name
};

std::vector<Pair> read_pairs() {
  std::ifstream file(DOSSIER_NAME_PAIRS);
  REQUIRE(file);
  std::vector<Pair> pairs;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
    REQUIRE(fields.size() >= 4);
    pairs.push_back({fields[0] == "same", fields[1], {fields[2], fields[3]}, fields.size() > 4 ? fields[4] : ""});
  }
  return pairs;
}

bool are_joined(const Pair& pair, const GraphOptions& options) {
  EntityGraph graph(options);
  for (const std::string& name : pair.names) {
    const std::string text = name + " x " + pair.company;
    test::DocumentMaker make(&name == pair.names ? "1" : "2", text);
    make.mention(make.entity(pair.type, name), name);
    if (!pair.company.empty()) make.mention(make.entity("ORGANIZATION", pair.company), pair.company);
    graph.add(make.document());
  }
  return graph.nodes().size() == (pair.company.empty() ? 1U : 2U);
}

TEST_CASE("of pairs of names that are joined nearly all are the same") {
  GraphOptions options;
  options.names = std::make_shared<const NameKnowledge>(Engine::english().names());
  unsigned right = 0;
  unsigned wrong = 0;
  unsigned missed = 0;
  for (const Pair& pair : read_pairs()) {
    const bool joined = are_joined(pair, options);
    right += joined && pair.same ? 1U : 0U;
    wrong += joined && !pair.same ? 1U : 0U;
    missed += !joined && pair.same ? 1U : 0U;
    if (joined != pair.same)
      UNSCOPED_INFO((joined ? "joined: " : "missed: ") << pair.type << ' ' << pair.names[0] << " | " << pair.names[1]);
  }
  UNSCOPED_INFO("right " << right << ", wrong " << wrong << ", missed " << missed);
  CHECK(wrong * 100 <= (right + wrong) * 3);     // precision at least 97
  CHECK(missed * 100 <= (right + missed) * 12);  // recall at least 88
}

}  // namespace
}  // namespace dossier
