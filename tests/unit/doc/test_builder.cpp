#include <catch2/catch.hpp>
#include <type_traits>

#include "doc/builder.hpp"

using namespace dossier;

static_assert(std::is_trivially_copyable_v<Mention>);
static_assert(std::is_trivially_copyable_v<Entity>);
static_assert(std::is_trivially_copyable_v<Relation>);
static_assert(std::is_trivially_copyable_v<Role>);
static_assert(std::is_nothrow_move_constructible_v<Document>);

TEST_CASE("stored strings stay what they were while more are stored") {
  Document doc;
  DocumentBuilder builder(doc);
  const StringRef first = builder.store("Ada Lovelace");
  const StringRef empty = builder.store("");
  for (int i = 0; i < 1000; ++i) builder.store("filling");
  const StringRef last = builder.store("Zürich");
  CHECK(doc.string(first) == "Ada Lovelace");
  CHECK(doc.string(empty).empty());
  CHECK(doc.string(last) == "Zürich");
}

TEST_CASE("a document without markup is its own source") {
  Document doc;
  DocumentBuilder builder(doc);
  builder.text() = "Ada met Charles.";
  CHECK(doc.source() == doc.text());
  CHECK(doc.to_source({4, 7}) == Span{4, 7});
  CHECK(doc.source({0, 3}) == "Ada");
}

TEST_CASE("places lead from the text through the source to the raw bytes") {
  Document doc;
  DocumentBuilder builder(doc);
  builder.text() = "Ada met";
  builder.source() = "<b>Ada</b> met";
  builder.map() = SourceMap({{0, 3, 3, 3}, {3, 4, 10, 4}});
  builder.raw_map() = SourceMap({{0, 14, 3, 14}});  // after a byte order mark
  CHECK(doc.text({0, 3}) == "Ada");
  CHECK(doc.source({0, 7}) == "Ada</b> met");
  CHECK(doc.to_raw({0, 3}) == Span{6, 9});
}

TEST_CASE("an entity is read through the lists of its document") {
  Document doc;
  DocumentBuilder builder(doc);
  builder.text() = "Ada Lovelace met Lovelace";
  builder.mentions().resize(2);
  builder.mentions()[0].span = {0, 12};
  builder.mentions()[1].span = {17, 25};
  builder.entity_mentions() = {MentionId{0}, MentionId{1}};
  builder.aliases() = {builder.store("Lovelace")};
  builder.roles().push_back({builder.store("countess"), EntityId::none, RelationFlags::former, {}, {}});
  builder.entities().push_back({TypeId::person, builder.store("Ada Lovelace"), {0, 1}, {0, 2}, {0, 1}});
  CHECK(doc.name(EntityId{0}) == "Ada Lovelace");
  REQUIRE(doc.aliases(EntityId{0}).size() == 1);
  CHECK(doc.string(doc.aliases(EntityId{0})[0]) == "Lovelace");
  CHECK(doc.mentions_of(EntityId{0}).size() == 2);
  REQUIRE(doc.roles_of(EntityId{0}).size() == 1);
  CHECK(has(doc.roles_of(EntityId{0})[0].flags, RelationFlags::former));
}

TEST_CASE("rules have names once an engine has shared them") {
  Document doc;
  CHECK(doc.rule_name(RuleId::none).empty());
  DocumentBuilder builder(doc);
  RuleNames rules;
  rules.names = {"title-before-name"};
  builder.share(nullptr, std::make_shared<const RuleNames>(rules));
  CHECK(doc.rule_name(RuleId{0}) == "title-before-name");
}

TEST_CASE("flags of relations are a set") {
  RelationFlags flags = RelationFlags::negated | RelationFlags::planned;
  CHECK(has(flags, RelationFlags::planned));
  CHECK_FALSE(has(flags, RelationFlags::former));
  flags |= RelationFlags::former;
  CHECK(has(flags, RelationFlags::former | RelationFlags::negated));
  CHECK(has(flags, RelationFlags::none));
}
