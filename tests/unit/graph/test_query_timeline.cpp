#include <catch2/catch.hpp>
#include <dossier/query.hpp>

#include "unit/support/make_document.hpp"

namespace dossier {
namespace {

TEST_CASE("statements are in the order of their dates, those without a date of the calendar last") {
  test::DocumentMaker make("d", "one two three four five");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  const EntityId visby = make.entity("LOCATION", "Visby");
  const auto state = [&make](std::string_view type, EntityId a, EntityId b, std::string_view words,
                             std::string_view value) {
    Relation& relation = make.relation(type, a, b, words);
    relation.evidence = make.find(words);
    if (!value.empty()) relation.date = make.date(words, TimeKind::date, value);
  };
  state("met", lind, berg, "one", "2024-05");
  state("met", lind, berg, "two", "2019-01-30");
  state("visited", lind, visby, "three", "2024");
  state("visited", berg, visby, "four", "XXXX-WXX-3");
  state("supports", berg, lind, "five", "");
  EntityGraph graph;
  graph.add(make.document());
  const auto labels = [&graph](NodeId node, NodeId other = NodeId::none) {
    std::string out;
    for (const TimelineItem& item : timeline(graph, node, other))
      out.append(graph.edges()[static_cast<std::size_t>(item.edge)].evidence[item.evidence].label).append(" ");
    return out;
  };
  const NodeId lind_node = *graph.find("PERSON", "Marta Lind");
  const NodeId berg_node = *graph.find("PERSON", "Olof Berg");
  CHECK(labels(lind_node) == "two three one five ");
  CHECK(labels(lind_node, berg_node) == "two one five ");
  CHECK(labels(berg_node, lind_node) == "two one five ");
  CHECK(labels(berg_node) == "two one four five ");
  CHECK(labels(*graph.find("LOCATION", "Visby")) == "three four ");
}

TEST_CASE("dates of the calendar begin with a year") {
  for (const std::string_view date : {"2024", "2024-05-03", "2024-W12", "1066/1067"}) CHECK(is_calendar_date(date));
  for (const std::string_view date : {"", "XXXX-05", "P3D", "202", "PAST_REF"}) CHECK_FALSE(is_calendar_date(date));
}

}  // namespace
}  // namespace dossier
