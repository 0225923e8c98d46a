#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/formats.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "unit/formats/nasty.hpp"
#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

using Json = nlohmann::json;

std::string written(const EntityGraph& graph, const GraphView& view = {}) {
  std::ostringstream out;
  write_node_link(out, graph, view);
  return out.str();
}

constexpr GraphView everything{.top = 0, .min_weight = 0, .isolated = true};

TEST_CASE("an empty graph is an empty list of nodes and links") {
  const Json json = Json::parse(written(EntityGraph()));
  CHECK(json["directed"] == true);
  CHECK(json["multigraph"] == true);
  CHECK(json["graph"]["schema"] == "dossier.graph/1");
  CHECK(json["nodes"] == Json::array());
  CHECK(json["links"] == Json::array());
}

TEST_CASE("nodes and links carry all that the graph knows") {
  test::DocumentMaker make("harbour", "Warden Marta Lind met Ölof Berg in Visby on 3 May.");
  const EntityId lind = make.entity("PERSON", "Marta Lind", {"Lind"});
  const EntityId berg = make.entity("PERSON", "Ölof Berg");
  make.mention(lind, "Marta Lind");
  make.mention(berg, "Ölof Berg");
  make.relation("has_role", lind, EntityId::none, "Warden").flags = RelationFlags::former;
  Relation& met = make.relation("met", lind, berg, "met");
  met.evidence = make.find("met Ölof Berg");
  met.place = make.entity("LOCATION", "Visby");
  met.date = make.date("3 May", TimeKind::date, "2024-05-03");
  met.flags = RelationFlags::planned;
  EntityGraph graph;
  graph.add(make.document());
  const Json json = Json::parse(written(graph));
  CHECK(json["graph"] ==
        Json::parse(R"({"schema":"dossier.graph/1","hidden_nodes":1,"hidden_links":1,"dropped_pairs":0})"));
  CHECK(json["nodes"] == Json::parse(R"([
    {"id":"PERSON/marta lind","type":"PERSON","name":"Marta Lind","aliases":["Lind"],
     "roles":[{"label":"Warden","flags":["former"],"count":1}],"mentions":1,"sentences":1,"documents":1},
    {"id":"PERSON/olof berg","type":"PERSON","name":"Ölof Berg","aliases":[],"roles":[],"mentions":1,"sentences":1,"documents":1}])"));
  CHECK(json["links"] == Json::parse(R"([
    {"source":"PERSON/marta lind","target":"PERSON/olof berg","key":0,"type":"met","stated":true,"directed":false,
     "label":"met","flags":["planned"],"count":1,"documents":1,
     "first_date":"2024-05-03","last_date":"2024-05-03","paragraphs":null,"npmi":null,"log_likelihood":null,
     "evidence":[{"document":"harbour","start":18,"end":31,"start_byte":18,"end_byte":32,
                  "quote":"Warden Marta Lind met Ölof Berg in Visby on 3 May.","label":"met","flags":["planned"],
                  "place":"Visby","date":"2024-05-03","rule":"test.rule"}]}])"));
  const Json all = Json::parse(written(graph, everything));
  REQUIRE(all["links"].size() == 2);
  CHECK(all["links"][1]["type"] == "co_occurs");
  CHECK(all["links"][1]["stated"] == false);
  CHECK(all["links"][1]["label"].is_null());
  CHECK(all["links"][1]["evidence"].empty());
  CHECK(all["links"][1]["npmi"].is_number());
  CHECK(all["links"][1]["paragraphs"] == 1);
  CHECK(all["links"][1]["key"] == 1);
}

TEST_CASE("nasty names come back from node-link JSON") {
  for (const std::string& nasty : test::nasty_strings()) {
    test::DocumentMaker make(nasty, "x");
    const EntityId person = make.entity("PERSON", "Marta Lind", {nasty});
    make.relation("has_role", person, EntityId::none, nasty);
    make.relation("has_role", person, make.entity("ORGANIZATION", nasty), nasty).evidence = {0, 1};
    EntityGraph graph;
    graph.add(make.document());
    const Json json = Json::parse(written(graph, everything));
    CHECK(json["nodes"].size() == 2);
    CHECK(json["links"][0]["evidence"][0]["document"] == nasty);
  }
}

// Documents that share names, labels and sentences, in several spellings.
std::vector<Document> random_documents(std::mt19937& random, std::size_t count) {
  const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  constexpr std::string_view people[] = {"Marta Lind", "MARTA LIND", "Márta Lind", "Olof Berg",
                                         "Lind",       "Eva Holm",   "Berg"};
  constexpr std::string_view guilds[] = {"Guild", "GUILD", "Harbour Board", "Harbour board"};
  constexpr std::string_view labels[] = {"warden", "Warden", "clerk", ""};
  constexpr std::string_view types[] = {"has_role", "met", "supports", "member_of"};
  std::vector<Document> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text;
    std::vector<std::pair<std::string_view, std::string_view>> entities;
    for (std::size_t k = 0, size = 2 + below(5); k < size; ++k) {
      const bool person = below(3) != 0;
      entities.emplace_back(person ? "PERSON" : "ORGANIZATION", person ? people[below(7)] : guilds[below(4)]);
      text += std::string(entities.back().second) + (below(3) == 0 ? ".\n" : ", ");
    }
    test::DocumentMaker make("doc-" + std::to_string(below(1000)) + '-' + std::to_string(i), text);
    std::vector<EntityId> ids;
    for (const auto& [type, name] : entities) {
      ids.push_back(make.entity(type, name, {people[below(7)]}));
      make.mention(ids.back(), name);
    }
    for (std::size_t k = 0, size = below(6); k < size; ++k) {
      Relation& relation = make.relation(types[below(4)], ids[below(ids.size())],
                                         below(4) == 0 ? EntityId::none : ids[below(ids.size())], labels[below(4)]);
      const auto begin = static_cast<std::uint32_t>(below(3));
      relation.evidence = {begin, begin + 1};
      relation.flags = static_cast<RelationFlags>(below(32));
    }
    out.push_back(make.document());
  }
  return out;
}

TEST_CASE("any order and any partition of the documents gives the same bytes") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const GraphOptions options{.max_evidence = 3, .max_cooccurring = 3};
  for (int round = 0; round < 30; ++round) {
    std::vector<Document> docs = random_documents(random, 1 + random() % 25);
    EntityGraph whole(options);
    for (const Document& doc : docs) whole.add(doc);
    const std::string expected = written(whole, everything);
    std::ostringstream dot;
    write_dot(dot, whole);

    std::shuffle(docs.begin(), docs.end(), random);
    std::vector<EntityGraph> parts;
    for (std::size_t i = 0, size = 1 + random() % 6; i < size; ++i) parts.emplace_back(options);
    for (const Document& doc : docs) parts[random() % parts.size()].add(doc);
    while (parts.size() > 1) {  // as a tree of any shape
      std::shuffle(parts.begin(), parts.end(), random);
      const EntityGraph last = std::move(parts.back());
      parts.pop_back();
      parts.front().merge(last);
    }
    CHECK(written(parts.front(), everything) == expected);
    std::ostringstream other;
    write_dot(other, parts.front());
    CHECK(other.str() == dot.str());
  }
}

TEST_CASE("merging with an empty graph changes nothing") {
  std::mt19937 random(1);
  EntityGraph graph;
  for (const Document& doc : random_documents(random, 9)) graph.add(doc);
  const std::string expected = written(graph, everything);
  graph.merge(EntityGraph());
  CHECK(written(graph, everything) == expected);
  EntityGraph empty;
  empty.merge(graph);
  CHECK(written(empty, everything) == expected);
}

}  // namespace
}  // namespace dossier
