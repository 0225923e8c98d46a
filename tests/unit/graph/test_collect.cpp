#include <catch2/catch.hpp>
#include <dossier/graph.hpp>

#include "graph/collect.hpp"
#include "graph/contents.hpp"
#include "unit/support/make_document.hpp"

namespace dossier::graph {
namespace {

// A document's contents, read back from its record.
struct Collected {
  explicit Collected(const Document& doc) : bytes(collect(doc)) {
    const std::string_view fault = decode(bytes, contents);
    REQUIRE(fault.empty());
  }
  Collected(const Collected&) = delete;
  Collected& operator=(const Collected&) = delete;
  const Contents* operator->() const { return &contents; }

  std::string bytes;
  Contents contents;
};

TEST_CASE("only types that are nodes become nodes") {
  test::DocumentMaker make("d", "Marta Lind, a glazier of the Guild, spent 40 crowns in Visby on Monday.");
  for (const std::string_view type : {"PERSON", "ROLE", "ORGANIZATION", "MONEY", "LOCATION", "DATE", "GROUP"})
    make.entity(type, "Marta Lind");
  const Collected found(make.document());
  REQUIRE(found->entities.size() == 4);
  CHECK(found->entities[0].key == "PERSON/marta lind");
  CHECK(found->entities[3].key == "GROUP/marta lind");
}

TEST_CASE("an entity has its name, other names and mentions") {
  test::DocumentMaker make("d", "Marta Lind and Lind. Berg.");
  const EntityId one = make.entity("PERSON", "Marta Lind", {"Lind"});
  make.mention(one, "Marta Lind");
  make.mention(one, "Lind", 1);
  make.entity("PERSON", "Berg", {"Olof Berg"});
  const Collected found(make.document());
  REQUIRE(found->entities.size() == 2);
  CHECK(found->entities[0].name == "Marta Lind");
  CHECK(found->entities[0].aliases == std::vector<std::string_view>{"Lind"});
  CHECK(found->entities[0].mentions == 2);
  CHECK(found->entities[1].name == "Olof Berg");
  CHECK(found->entities[1].aliases == std::vector<std::string_view>{"Berg"});
}

TEST_CASE("a sentence lists its entities once, by mentions of every kind; nested ones are left out") {
  test::DocumentMaker make("d",
                           "Marta Lind met Olof Berg. She told him that she knew. Nothing here. The Bank of Visby.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  make.mention(lind, "Marta Lind");
  make.mention(berg, "Olof Berg");
  make.at(make.mention(lind, "She")).kind = MentionKind::pronoun;
  make.at(make.mention(berg, "him")).kind = MentionKind::pronoun;
  make.at(make.mention(lind, "she")).kind = MentionKind::pronoun;
  make.mention(make.entity("ORGANIZATION", "Bank of Visby"), "Bank of Visby");
  make.at(make.mention(make.entity("LOCATION", "Visby"), "Visby")).nested = true;
  const Collected found(make.document());
  CHECK(found->sentences == 4);
  REQUIRE(found->named_in.size() == 3);
  CHECK(found->named_in[0].entities == std::vector<std::uint32_t>{0, 1});
  CHECK(found->named_in[1].entities == std::vector<std::uint32_t>{0, 1});
  CHECK(found->named_in[2].entities == std::vector<std::uint32_t>{2});
}

TEST_CASE("a blank line begins a paragraph, also when the sentence behind it names nobody") {
  test::DocumentMaker make("d", "Visby.\nKalmar.\n\nNothing here.\nLund.\nMora.");
  for (const std::string_view place : {"Visby", "Kalmar", "Lund", "Mora"})
    make.mention(make.entity("LOCATION", place), place);
  const Collected found(make.document());
  std::vector<bool> begins;
  for (const SentencePart& part : found->named_in) begins.push_back(part.begins_paragraph);
  CHECK(begins == std::vector<bool>{true, false, true, false});
}

TEST_CASE("statements need a node as subject, and as object where the type cannot be without") {
  test::DocumentMaker make("d", "Marta Lind, warden of the Guild on Monday.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId guild = make.entity("ORGANIZATION", "Guild");
  const EntityId monday = make.entity("DATE", "Monday");
  make.relation("has_role", lind, EntityId::none, "warden").flags = RelationFlags::former;
  make.relation("has_role", lind, guild, "warden");
  make.relation("has_role", lind, monday, "caller");
  make.relation("met", lind, monday, "met");
  make.relation("met", monday, lind, "met");
  const Collected found(make.document());
  REQUIRE(found->statements.size() == 3);
  CHECK(found->statements[0].target == no_entity);
  CHECK(found->statements[0].flags == RelationFlags::former);
  CHECK(found->statements[1].target == 1);
  CHECK(found->statements[2].label == "caller");
  CHECK(found->statements[2].target == no_entity);
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
  const Collected found(make.document());
  REQUIRE(found->statements.size() == 1);
  const StatementPart& item = found->statements[0];
  CHECK(found->id == "d");
  CHECK(item.span == Span{26, 35});
  CHECK(item.codepoints == Span{24, 33});
  CHECK(found->quotes[item.quote] == "Ölof Berg met Marta Lind in Visby on 3 May.");
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
  const Collected found(make.document());
  const std::string quote(found->quotes.at(0));
  CHECK(quote.substr(0, 18) == "Lind met Berg ää");
  CHECK(quote.size() <= 1003);
  CHECK(quote.substr(quote.size() - 5) == "ä…");
}

TEST_CASE("an undated mention as date is quoted") {
  test::DocumentMaker make("d", "Marta Lind met Olof Berg some day.");
  Relation& met = make.relation("met", make.entity("PERSON", "Marta Lind"), make.entity("PERSON", "Olof Berg"));
  met.date = make.date("some day", TimeKind::date, "");
  CHECK(Collected(make.document())->statements[0].date == "some day");
}

TEST_CASE("statements of one sentence share its quote") {
  test::DocumentMaker make("d", "Marta Lind met and praised Olof Berg. She left.");
  const EntityId lind = make.entity("PERSON", "Marta Lind");
  const EntityId berg = make.entity("PERSON", "Olof Berg");
  for (const std::string_view verb : {"met", "praised", "left"})
    make.relation("met", lind, berg, verb).evidence = make.find(verb);
  const Collected found(make.document());
  REQUIRE(found->statements.size() == 3);
  CHECK(found->statements[1].quote == 0);
  CHECK(found->statements[2].quote == 1);
  CHECK(found->quotes.size() == 2);
}

}  // namespace
}  // namespace dossier::graph
