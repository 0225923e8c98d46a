// The engine as its users see it: what annotate gives, that it is the same every time, and that any bytes are a text.
#include <catch2/catch.hpp>
#include <cstdint>
#include <dossier/engine.hpp>
#include <dossier/formats.hpp>
#include <random>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

using namespace dossier;

namespace {

const Engine& english() {
  static const Engine engine = Engine::english();
  return engine;
}

std::string json(const Document& doc) {
  std::string out;
  append_json(out, doc);
  return out;
}

constexpr const char* article =
    "RIGA, March 12, 2025 - Norwegian envoy Lars Vik met Yasmin Haddad, the bank's spokeswoman, in Riga on Tuesday.\n\n"
    "Haddad told Vik that Nordhavn Bank would not sell. \"We stay,\" she said. The envoy left for Oslo.\n";

void check_invariants(const Document& doc) {
  std::uint32_t end = 0;
  for (const Mention& mention : doc.mentions()) {
    CHECK(mention.span.begin < mention.span.end);
    CHECK(mention.span.end <= doc.text().size());
    CHECK((mention.nested || mention.span.begin >= end));
    if (!mention.nested) end = mention.span.end;
    CHECK(mention.score >= 0.0F);
    CHECK(mention.score <= 1.0F);
    if (mention.entity != EntityId::none) CHECK(static_cast<std::size_t>(mention.entity) < doc.entities().size());
  }
  for (std::size_t i = 0; i < doc.entities().size(); ++i)
    for (MentionId id : doc.mentions_of(static_cast<EntityId>(i)))
      CHECK(doc.mentions()[static_cast<std::size_t>(id)].entity == static_cast<EntityId>(i));
  for (const Relation& relation : doc.relations()) {
    CHECK(relation.subject != EntityId::none);
    CHECK(relation.evidence.end <= doc.text().size());
    const TypeId object = relation.object == EntityId::none
                              ? TypeId::none
                              : doc.entities()[static_cast<std::size_t>(relation.object)].type;
    CHECK(doc.schema().allows(relation.type, doc.entities()[static_cast<std::size_t>(relation.subject)].type, object));
  }
}

}  // namespace

TEST_CASE("a pronoun that means nobody known moves nobody's name") {
  const Document doc = english().annotate("He left. Ann Lee met Bob Ray.");
  REQUIRE(doc.entities().size() == 2);
  CHECK(doc.name(EntityId{0}) == "Ann Lee");
  CHECK(doc.name(EntityId{1}) == "Bob Ray");
  REQUIRE(doc.relations().size() == 1);
  CHECK(doc.relations()[0].subject == EntityId{0});
  CHECK(doc.relations()[0].object == EntityId{1});
}

TEST_CASE("an engine and its documents are values") {
  static_assert(std::is_copy_constructible_v<Engine>);
  static_assert(std::is_nothrow_move_constructible_v<Document>);
  static_assert(std::is_trivially_copyable_v<Mention>);
  static_assert(std::is_trivially_copyable_v<Relation>);
  const Engine copy = english();
  CHECK(json(copy.annotate(article)) == json(english().annotate(article)));
}

TEST_CASE("a text gives its people, places and statements") {
  const Document doc = english().annotate({.text = article, .id = "riga"});
  check_invariants(doc);
  CHECK(doc.id() == "riga");
  CHECK(doc.date() == "2025-03-12");
  CHECK(doc.date_source() == DateSource::dateline);
  std::vector<std::string> people;
  for (std::size_t i = 0; i < doc.entities().size(); ++i)
    if (doc.entities()[i].type == TypeId::person) people.emplace_back(doc.name(static_cast<EntityId>(i)));
  CHECK(people == std::vector<std::string>{"Lars Vik", "Yasmin Haddad"});
  CHECK(doc.relations().size() >= 3);
}

TEST_CASE("the same text gives the same bytes, whatever the scratch held before") {
  Scratch scratch;
  const std::string first = json(english().annotate({.text = article}, scratch));
  (void)english().annotate(
      {.text = "Quite another text by Anna Keller of Zorblatt Inc., who met Hugo Klein in Vienna in 1999."}, scratch);
  (void)english().annotate({.text = ""}, scratch);
  CHECK(json(english().annotate({.text = article}, scratch)) == first);
  CHECK(json(Engine::english().annotate(article)) == first);
}

TEST_CASE("eight threads give the bytes of one") {
  std::vector<std::string> texts;
  for (int i = 0; i < 32; ++i)
    texts.push_back(std::string(article) + "Text " + std::to_string(i) + " by Anna Keller.\n");
  std::vector<std::string> alone(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) alone[i] = json(english().annotate(texts[i]));
  std::vector<std::string> together(texts.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        Scratch scratch;
        for (std::size_t i = t; i < texts.size(); i += 8)
          together[i] = json(english().annotate({.text = texts[i]}, scratch));
      });
  }
  CHECK(together == alone);
}

TEST_CASE("empty and blank texts are texts") {
  for (const char* text : {"", " ", "\n\n", "\xEF\xBB\xBF", "."}) {
    const Document doc = english().annotate(std::string_view(text));
    CHECK(doc.mentions().empty());
    CHECK(doc.relations().empty());
    check_invariants(doc);
  }
}

TEST_CASE("any bytes are a text, in any format") {
  const std::uint64_t seed = 811;
  INFO("seed " << seed);
  std::mt19937_64 random(seed);
  const std::string pieces[] = {"Anna Keller", " met ",
                                "Hugo",        "\xFF\xFE",
                                "<b>",         "</b>",
                                "**",          "[x](y)",
                                "\xE2\x80",    "\n\n",
                                "&amp;",       std::string(1, '\0'),
                                " on May 32",  " $",
                                "Inc.",        "'s",
                                "\"",          "(",
                                "U.S.",        "\xF0\x9F\x98\x80",
                                "he told her", ", the mayor of "};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t i = 0, count = random() % 40; i < count; ++i) {
      if (random() % 4 == 0)
        text += static_cast<char>(random() % 256);
      else
        text += pieces[random() % std::size(pieces)];
    }
    for (TextFormat format : {TextFormat::plain, TextFormat::markdown, TextFormat::html}) {
      const Document doc = english().annotate({.text = text, .date = "2025-03-12", .format = format});
      check_invariants(doc);
      CHECK_FALSE(json(doc).empty());
    }
  }
}

TEST_CASE("a mention's source holds its words where there is no markup inside") {
  const std::string source =
      "# Talks\n\n**Anna Keller** met [Hugo Klein](http://example.org) &amp; left for *Vienna*.\n";
  const Document doc = english().annotate({.text = source, .format = TextFormat::markdown});
  REQUIRE(doc.mentions().size() >= 3);
  for (const Mention& mention : doc.mentions()) CHECK(doc.source(mention.span) == doc.text(mention.span));
  CHECK(doc.source() == source);
}

TEST_CASE("version and fingerprint say what is in use") {
  CHECK(version() == "0.1.0");
  CHECK(english().fingerprint() == Engine::english().fingerprint());
  CHECK(english().fingerprint().find("0.1.0") != std::string::npos);
  CHECK(data_credits().find("GeoNames") != std::string_view::npos);
}
