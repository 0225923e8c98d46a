#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>

#include "doc/builder.hpp"
#include "doc/invariants.hpp"

using namespace dossier;

namespace {

// "Zoë met Bo." with two people and what connects them; nothing is wrong with it.
void fill(DocumentBuilder& out) {
  out.text() = "Zoë met Bo. She left.";
  out.sentences() = {{0, 12}, {13, 22}};
  out.mentions().resize(3);
  const Span spans[] = {{0, 4}, {9, 11}, {13, 16}};
  for (std::size_t i = 0; i < 3; ++i) {
    Mention& mention = out.mentions()[i];
    mention.span = spans[i];
    mention.type = TypeId::person;
    mention.score = 0.5F;
    mention.entity = EntityId{i == 1 ? 1U : 0U};
  }
  out.entity_mentions() = {MentionId{0}, MentionId{2}, MentionId{1}};
  out.entities().push_back({TypeId::person, out.store("Zoë"), {}, {0, 2}, {}});
  out.entities().push_back({TypeId::person, out.store("Bo"), {}, {2, 1}, {}});
  Relation relation;
  relation.type = RelationTypeId::met;
  relation.subject = EntityId{0};
  relation.object = EntityId{1};
  relation.evidence = {0, 11};
  out.relations() = {relation};
}

std::vector<std::string> broken_by(const std::function<void(DocumentBuilder&)>& change) {
  Document doc;
  DocumentBuilder builder(doc);
  fill(builder);
  change(builder);
  return broken_invariants(doc);
}

}  // namespace

TEST_CASE("a sound document breaks no promise") {
  CHECK(broken_by([](DocumentBuilder&) {}).empty());
  CHECK(broken_invariants(Document()).empty());
}

TEST_CASE("each broken promise is named") {
  struct Row {
    const char* sentence;
    std::function<void(DocumentBuilder&)> change;
  };
  const Row rows[] = {
      {"the text is not valid UTF-8", [](DocumentBuilder& out) { out.text() += '\xFF'; }},
      {"sentence: out of order or overlaps the one before", [](DocumentBuilder& out) { out.sentences()[1].begin = 8; }},
      {"sentence: span is not one of whole characters of the text",
       [](DocumentBuilder& out) { out.sentences()[1].end = 99; }},
      {"mention 0: span is not one of whole characters of the text",
       [](DocumentBuilder& out) { out.mentions()[0].span.end = 3; }},
      {"mention 1: empty span",
       [](DocumentBuilder& out) {
         out.mentions()[1].span = {9, 9};
       }},
      {"mention 0: no type", [](DocumentBuilder& out) { out.mentions()[0].type = TypeId::none; }},
      {"mention 0: score is not between 0 and 1", [](DocumentBuilder& out) { out.mentions()[0].score = 1.5F; }},
      {"mention 2: entity does not exist", [](DocumentBuilder& out) { out.mentions()[2].entity = EntityId{7}; }},
      {"mention 1: not sorted by begin, then longest first",
       [](DocumentBuilder& out) {
         out.mentions()[1].span = {0, 11};
       }},
      {"entity 1: no type", [](DocumentBuilder& out) { out.entities()[1].type = TypeId::none; }},
      {"entity 0: mention does not exist", [](DocumentBuilder& out) { out.entity_mentions()[1] = MentionId{9}; }},
      {"entity 0: mention belongs to another entity",
       [](DocumentBuilder& out) { out.entity_mentions()[1] = MentionId{1}; }},
      {"entity 0: mentions are not in text order",
       [](DocumentBuilder& out) { std::swap(out.entity_mentions()[0], out.entity_mentions()[1]); }},
      {"entity 0: object of a role does not exist",
       [](DocumentBuilder& out) {
         out.roles().push_back({out.store("guest"), EntityId{5}, RelationFlags::none, {}, {}});
         out.entities()[0].roles = {0, 1};
       }},
      {"relation 0: no type", [](DocumentBuilder& out) { out.relations()[0].type = RelationTypeId::none; }},
      {"relation 0: no subject", [](DocumentBuilder& out) { out.relations()[0].subject = EntityId::none; }},
      {"relation 0: entity does not exist", [](DocumentBuilder& out) { out.relations()[0].place = EntityId{2}; }},
      {"relation 0: mention does not exist", [](DocumentBuilder& out) { out.relations()[0].date = MentionId{3}; }},
      {"relation 0: no evidence",
       [](DocumentBuilder& out) {
         out.relations()[0].evidence = {4, 4};
       }},
      {"relation 1: out of order",
       [](DocumentBuilder& out) {
         out.relations().push_back(out.relations()[0]);
         out.relations()[0].evidence = {1, 11};
       }},
      {"issue x: span is not one of whole characters of the text",
       [](DocumentBuilder& out) {
         out.issues().push_back({"x", "", {3, 4}, 1});
       }},
      {"mention 2: span has no place in the source",
       [](DocumentBuilder& out) {
         out.source() = "Zoë";
         out.map() = SourceMap({{0, 22, 4, 22}});
       }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sentence);
    const std::vector<std::string> broken = broken_by(row.change);
    CHECK(std::find(broken.begin(), broken.end(), row.sentence) != broken.end());
  }
}
