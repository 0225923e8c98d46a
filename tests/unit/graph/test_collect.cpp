#include <catch2/catch.hpp>

#include "graph/collect.hpp"
#include "unit/support/make_document.hpp"

namespace dossier::graph {
namespace {

Records collected(const Document& doc, GraphOptions options = {}) {
  Records records;
  collect(doc, options, records);
  return records;
}

TEST_CASE("only types that are nodes become nodes") {
  test::DocumentMaker make("d", "Marta Lind, a glazier of the Guild, spent 40 crowns in Visby on Monday.");
  for (const std::string_view type : {"PERSON", "ROLE", "ORGANIZATION", "MONEY", "LOCATION", "DATE", "GROUP"})
    make.entity(type, "Marta Lind");
  const Records records = collected(make.document());
  REQUIRE(records.nodes.size() == 4);
  CHECK(records.nodes[0].key == "PERSON/marta lind");
  CHECK(records.nodes[3].key == "GROUP/marta lind");
}

TEST_CASE("entities of one key are one node, counted once a document") {
  test::DocumentMaker make("d", "Marta Lind and MARTA LIND.");
  const EntityId one = make.entity("PERSON", "Marta Lind", {"Lind"});
  const EntityId two = make.entity("PERSON", "MARTA LIND");
  make.mention(one, "Marta Lind");
  make.mention(two, "MARTA LIND");
  const Records records = collected(make.document());
  REQUIRE(records.nodes.size() == 1);
  CHECK(records.nodes[0].documents == 1);
  CHECK(records.nodes[0].mentions == 2);
  CHECK(records.nodes[0].names.size() == 2);
  CHECK(records.nodes[0].aliases.count("Lind") == 1);
  CHECK(records.pairs.empty());
}

TEST_CASE("a pair is counted once a sentence, by mentions of every kind") {
  test::DocumentMaker make("d", "Marta Lind met Olof Berg. She told him that he knew her. Berg left.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  make.mention(lind, "Marta Lind");
  make.mention(berg, "Olof Berg");
  for (const std::string_view word : {"She", "her"}) make.at(make.mention(lind, word)).kind = MentionKind::pronoun;
  for (const std::string_view word : {"him", "he "}) make.at(make.mention(berg, word)).kind = MentionKind::pronoun;
  make.mention(berg, "Berg", 1);
  Records records = collected(make.document());
  REQUIRE(records.pairs.size() == 1);
  CHECK(records.pair(0, 1).count == 2);
  CHECK(records.pair(0, 1).documents == 1);
}

TEST_CASE("a nested mention makes no pair") {
  test::DocumentMaker make("d", "The Bank of Visby opened.");
  make.mention(make.entity("ORGANIZATION", "Bank of Visby"), "Bank of Visby");
  make.at(make.mention(make.entity("LOCATION", "Visby"), "Visby")).nested = true;
  CHECK(collected(make.document()).pairs.empty());
}

TEST_CASE("co-occurrence can be switched off") {
  test::DocumentMaker make("d", "Visby and Kalmar.");
  make.mention(make.entity("LOCATION", "Visby"), "Visby");
  make.mention(make.entity("LOCATION", "Kalmar"), "Kalmar");
  const Document doc = make.document();
  CHECK(collected(doc).pairs.size() == 1);
  CHECK(collected(doc, {.cooccurrence = false}).pairs.empty());
}

TEST_CASE("surplus entities of a sentence are not paired, and the sentence is counted") {
  std::string text;
  for (char c = 'A'; c <= 'J'; ++c) text += std::string("Port ") + c + (c == 'E' ? ".\n" : ", ");
  test::DocumentMaker make("d", text);
  for (char c = 'A'; c <= 'J'; ++c) {
    const std::string name = std::string("Port ") + c;
    make.mention(make.entity("LOCATION", name), name);
  }
  const Document doc = make.document();
  CHECK(collected(doc).dropped_pairs == 0);
  CHECK(collected(doc).pairs.size() == 20);
  const Records capped = collected(doc, {.max_cooccurring = 3});
  CHECK(capped.dropped_pairs == 2);
  CHECK(capped.pairs.size() == 6);
}

TEST_CASE("a role without object is the node's, one with object an edge for each label") {
  test::DocumentMaker make("d", "Marta Lind, warden and Warden, warden of the Guild and clerk of the Guild.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  make.relation("has_role", lind, EntityId::none, "warden").flags = RelationFlags::former;
  make.relation("has_role", lind, EntityId::none, "Warden").flags = RelationFlags::former | RelationFlags::reported;
  make.relation("has_role", lind, guild, "warden");
  make.relation("has_role", lind, guild, "Warden");
  make.relation("has_role", lind, guild, "clerk");
  make.relation("has_role", lind, make.entity("DATE", "Monday"), "caller");
  const Records records = collected(make.document());
  REQUIRE(records.nodes[0].roles.size() == 2);
  const RoleRecord& warden = records.nodes[0].roles.at("warden");
  CHECK(warden.count == 2);
  CHECK(warden.flags == RelationFlags::former);
  CHECK(commonest(warden.forms) == "Warden");
  CHECK(records.nodes[0].roles.count("caller") == 1);
  REQUIRE(records.stated_edges.size() == 2);
  CHECK(records.stated_edges[0].count == 2);
  CHECK(records.stated_edges[0].documents == 1);
  CHECK(records.stated_edges[1].count == 1);
}

TEST_CASE("other types have one edge, symmetric ones in the order of keys") {
  test::DocumentMaker make("d", "Olof Berg met Marta Lind.");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  make.relation("met", berg, lind, "met");
  make.relation("met", lind, berg, "sat down with");
  make.relation("supports", berg, lind, "praised");
  make.relation("supports", lind, berg, "praised");
  const Records records = collected(make.document());
  REQUIRE(records.stated_edges.size() == 3);
  CHECK(records.stated_edges[0].count == 2);
  CHECK(records.stated_edges[0].labels.size() == 2);
  CHECK(records.nodes[records.stated_edges[0].key.source].key == "PERSON/marta lind");
  CHECK(records.nodes[records.stated_edges[1].key.source].key == "PERSON/olof berg");
}

TEST_CASE("evidence names the place in the source, in bytes and code points, and quotes the sentence") {
  test::DocumentMaker make("d", "Ä first line.\nÖlof Berg met\tMarta Lind in Visby on 3 May. Then nothing.");
  const EntityId berg = make.entity("PERSON", "Ölof Berg");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  Relation& met = make.relation("met", berg, lind, "met");
  met.evidence = make.find("met\tMarta");
  met.place = make.entity("LOCATION", "Visby");
  met.date = make.date("3 May", TimeKind::date, "2024-05-03");
  met.flags = RelationFlags::planned;
  const Records records = collected(make.document());
  REQUIRE(records.stated_edges[0].evidence.size() == 1);
  const Evidence& item = records.stated_edges[0].evidence[0];
  CHECK(item.document == "d");
  CHECK(item.span == Span{26, 35});
  CHECK(item.codepoints == Span{24, 33});
  CHECK(item.quote == "Ölof Berg met Marta Lind in Visby on 3 May.");
  CHECK(item.rule == "test.rule");
  CHECK(item.label == "met");
  CHECK(item.place == "Visby");
  CHECK(item.date == "2024-05-03");
  CHECK(item.flags == RelationFlags::planned);
}

TEST_CASE("a very long sentence is quoted from its evidence and cut at a code point") {
  const std::string text = std::string(3000, 'x') + " Lind met Berg " + std::string(3000, '\xC3') + "end.";
  std::string valid;
  for (const char c : text) valid += c == '\xC3' ? std::string("ä") : std::string(1, c);
  test::DocumentMaker make("d", valid);
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  make.relation("met", lind, make.entity("PERSON", "Olof Berg")).evidence = make.find("Lind met Berg");
  const std::string quote = collected(make.document()).stated_edges[0].evidence[0].quote;
  CHECK(quote.substr(0, 18) == "Lind met Berg ää");
  CHECK(quote.size() <= 1003);
  CHECK(quote.substr(quote.size() - 5) == "ä…");
}

TEST_CASE("an undated mention as date is quoted") {
  test::DocumentMaker make("d", "Marta Lind met Olof Berg some day.");
  Relation& met = make.relation("met", make.entity("PERSON", "Marta Lind"), make.entity("PERSON", "Olof Berg"));
  met.date = make.date("some day", TimeKind::date, "");
  CHECK(collected(make.document()).stated_edges[0].evidence[0].date == "some day");
}

TEST_CASE("no evidence is kept when none is asked for") {
  test::DocumentMaker make("d", "Marta Lind met Olof Berg.");
  make.relation("met", make.entity("PERSON", "Marta Lind"), make.entity("PERSON", "Olof Berg"));
  const Records records = collected(make.document(), {.max_evidence = 0});
  CHECK(records.stated_edges[0].evidence.empty());
  CHECK(records.stated_edges[0].count == 1);
}

}  // namespace
}  // namespace dossier::graph
