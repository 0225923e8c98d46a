#include <catch2/catch.hpp>
#include <dossier/graph.hpp>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

EntityGraph graph_with(std::string_view file, std::vector<std::pair<std::string_view, std::string_view>> names) {
  Diagnostics problems;
  GraphOptions options;
  options.decisions = read_decisions(file, "d.tsv", Schema(), problems);
  REQUIRE(problems.empty());
  EntityGraph graph(options);
  for (std::size_t i = 0; i < names.size(); ++i) {
    test::DocumentMaker make("doc" + std::to_string(i), names[i].second);
    make.mention(make.entity(names[i].first, names[i].second), names[i].second);
    graph.add(make.document());
  }
  return graph;
}

std::vector<std::string> keys_of(const EntityGraph& graph) {
  std::vector<std::string> keys;
  for (const Node& node : graph.nodes()) keys.push_back(node.key);
  return keys;
}

using Keys = std::vector<std::string>;

TEST_CASE("what is decided to be the same is one node, and the reason names the line") {
  const EntityGraph graph = graph_with("# names\n\nsame\tPERSON/Marta Lind\tPERSON/márta berg\tPERSON/lind@doc2\n",
                                       {{"PERSON", "Marta Lind"}, {"PERSON", "Marta Berg"}, {"PERSON", "Lind"}});
  REQUIRE(graph.nodes().size() == 1);
  const std::vector<NodeMember>& members = graph.nodes()[0].members;
  REQUIRE(members.size() == 3);
  CHECK(members[0].key == "PERSON/lind@doc2");
  CHECK(members[0].reason.find("decision: same, d.tsv:3") == 0);
  CHECK(graph.decision_problems().empty());
}

TEST_CASE("what is decided not to be the same stays apart, whatever the names say") {
  const std::vector<std::pair<std::string_view, std::string_view>> names = {{"PERSON", "Sergei Orlov"},
                                                                            {"PERSON", "Sergey Orlov"}};
  CHECK(graph_with("", names).nodes().size() == 1);
  CHECK(graph_with("not-same\tPERSON/sergei orlov\tPERSON/sergey orlov", names).nodes().size() == 2);
}

TEST_CASE("a node is renamed, retyped and dropped") {
  const std::vector<std::pair<std::string_view, std::string_view>> names = {
      {"PERSON", "Kommerz Ag"}, {"ORGANIZATION", "Kommerz AG"}, {"LOCATION", "Reading"}, {"PERSON", "Ada Ward"}};
  const EntityGraph graph = graph_with(
      "retype\tPERSON/kommerz ag\tORGANIZATION\r\ndrop\tLOCATION/reading\nrename\tPERSON/ada ward\tAda M. Ward\n",
      names);
  CHECK(keys_of(graph) == Keys{"ORGANIZATION/kommerz ag", "PERSON/ada ward"});
  CHECK(graph.nodes()[0].documents == 2);
  CHECK(graph.nodes()[0].members.size() == 2);
  CHECK(graph.nodes()[1].name == "Ada M. Ward");
  CHECK(graph.nodes()[1].aliases == std::vector<std::string>{"Ada Ward"});
  REQUIRE(graph.nodes()[1].members.size() == 1);
  CHECK(graph.nodes()[1].members[0].reason == "decision: rename, d.tsv:3");
  CHECK(graph_with("retype\tPERSON/ada ward\tGROUP", names).nodes()[0].key == "GROUP/ada ward");
}

TEST_CASE("decisions about nobody, and against each other, are reported") {
  const EntityGraph graph =
      graph_with("drop\tPERSON/nobody\nsame\tPERSON/a b\tPERSON/c d\nnot-same\tPERSON/c d\tPERSON/a b",
                 {{"PERSON", "A B"}, {"PERSON", "C D"}});
  REQUIRE(graph.decision_problems().size() == 2);
  CHECK(graph.decision_problems()[0].code == "decisions.contradiction");
  CHECK(graph.decision_problems()[0].line == 3);
  CHECK(graph.decision_problems()[1].code == "decisions.unknown");
  CHECK(graph.nodes().size() == 1);
}

TEST_CASE("every fault of a file is reported with its place") {
  Diagnostics problems;
  const std::vector<Decision> good = read_decisions(
      "join\tPERSON/a\tPERSON/b\nsame\tPERSON/a\nsame\tPERSON/a\tnobody\nretype\tPERSON/ä b\tHERO\ndrop\tPERSON/a\tx\n"
      "drop\tHERO/x\ndrop\tPERSON/\xFF\ndrop\tPERSON/c d\n",
      "f", Schema(), problems);
  std::vector<std::string> found;
  for (const Diagnostic& problem : problems)
    found.push_back(std::to_string(problem.line) + ':' + std::to_string(problem.column) + ' ' + problem.code);
  CHECK(found == std::vector<std::string>{"1:1 decisions.word", "2:1 decisions.fields", "3:15 decisions.key",
                                          "4:19 decisions.type", "5:15 decisions.fields", "6:6 decisions.type",
                                          "7:1 decisions.encoding"});
  REQUIRE(good.size() == 1);
  CHECK(good[0].key == "PERSON/c d");
  CHECK(good[0].line == 8);
}

}  // namespace
}  // namespace dossier
