// The noun phrases of names, and the names in them.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

using namespace dossier;

namespace {

const Engine& engine() {
  static const Engine made = Engine::build({.extents = true});
  return made;
}

/// The extent of the mention with these words; "-" without one.
std::string extent_of(const std::string& text, std::string_view words) {
  const Document doc = engine().annotate(text);
  for (std::size_t i = 0; i < doc.mentions().size(); ++i)
    if (doc.text(doc.mentions()[i].span) == words) return std::string(doc.text(doc.extent(static_cast<MentionId>(i))));
  return "-";
}

}  // namespace

TEST_CASE("titles, roles, nationalities and owners belong to the phrase of a person") {
  CHECK(extent_of("They met Norwegian envoy Lars Vik.", "Lars Vik") == "Norwegian envoy Lars Vik");
  CHECK(extent_of("They met the U.S. envoy to Norway Lars Vik.", "Lars Vik") == "the U.S. envoy to Norway Lars Vik");
  CHECK(extent_of("Norway's foreign minister Anna Lindt spoke.", "Anna Lindt") ==
        "Norway's foreign minister Anna Lindt");
  CHECK(extent_of("They met immigration lawyer Peter Keller.", "Peter Keller") == "immigration lawyer Peter Keller");
}

TEST_CASE("a description with an article is a phrase of its own, as are appositions") {
  CHECK(extent_of("The captain Lars Vik left.", "Lars Vik") == "Lars Vik");
  CHECK(extent_of("Lars Vik, the captain, left.", "Lars Vik") == "Lars Vik");
}

TEST_CASE("what is joined to a name belongs to its phrase") {
  CHECK(extent_of("They met Anna Lindt of the Harbour Party.", "Anna Lindt") == "Anna Lindt of the Harbour Party");
  CHECK(extent_of("Anna Lindt's brother left.", "Anna Lindt") == "Anna Lindt's");
  CHECK(extent_of("She lives in Trondheim, Norway.", "Trondheim") == "Trondheim, Norway");
  CHECK(extent_of("She saw Norway, Sweden and Finland.", "Norway") == "Norway");
  CHECK(extent_of("They stayed in downtown Oslo.", "Oslo") == "downtown Oslo");
}

TEST_CASE("places named in names are mentions of their own") {
  const Document doc = engine().annotate("She studied at the University of Oslo.");
  bool found = false;
  for (const Mention& mention : doc.mentions()) found = found || (mention.nested && doc.text(mention.span) == "Oslo");
  CHECK(found);
}

namespace {

/// The nested mentions of a type, joined with "|".
std::string nested(const std::string& text, TypeId type) {
  const Document doc = engine().annotate(text);
  std::string out;
  for (const Mention& mention : doc.mentions())
    if (mention.nested && mention.type == type) out += (out.empty() ? "" : "|") + std::string(doc.text(mention.span));
  return out;
}

}  // namespace

TEST_CASE("people named in names are mentions of their own") {
  CHECK(nested("They gave it to the Anna Holm Foundation.", TypeId::person) == "Anna Holm");
  CHECK(nested("The Peter J. Keller Library is closed.", TypeId::person) == "Peter J. Keller");
  CHECK(nested("Anna Holm painted. The Holm Museum bought it.", TypeId::person) == "Holm");
}

TEST_CASE("what is no person in a name is not made one") {
  CHECK(nested("The Holm Museum bought it.", TypeId::person).empty());
  CHECK(nested("She studied at the Florida State University.", TypeId::person).empty());
  CHECK(nested("They stayed in Saint Vincent and the Grenadines.", TypeId::person).empty());
  CHECK(nested("Anna York left. The York City Council met.", TypeId::person).empty());
}

TEST_CASE("bodies that events are named after are mentions of their own") {
  CHECK(nested("They won at the FIFA World Cup.", TypeId::organization) == "FIFA");
  CHECK(nested("They work for the Harvard University Press.", TypeId::organization).empty());
}

TEST_CASE("without the option an extent is the mention's span") {
  const Document doc = Engine::english().annotate("They met Norwegian envoy Lars Vik.");
  CHECK_FALSE(doc.has_extents());
  for (std::size_t i = 0; i < doc.mentions().size(); ++i) {
    const Span extent = doc.extent(static_cast<MentionId>(i));
    CHECK(extent.begin == doc.mentions()[i].span.begin);
    CHECK(extent.end == doc.mentions()[i].span.end);
  }
}
