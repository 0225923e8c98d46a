// Which words around a role word belong to the role, with the built-in English dictionaries.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

using namespace dossier;

namespace {

/// The role mentions of a text, separated by "; ".
std::string roles_in(const std::string& text) {
  static const Engine engine = Engine::english();
  const Document doc = engine.annotate(text);
  std::string out;
  for (const Mention& mention : doc.mentions())
    if (mention.type == TypeId::role) out += (out.empty() ? "" : "; ") + std::string(doc.text(mention.span));
  return out;
}

struct Row {
  const char* text;
  const char* roles;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(roles_in(row.text) == row.roles);
  }
}

}  // namespace

TEST_CASE("nouns before a role are its field") {
  check({
      {"Anna Keller, a drone expert, left.", "drone expert"},
      {"The bank's front desk agent left.", "front desk agent"},
      {"It rained, said harbour engineer Anna Keller.", "harbour engineer"},
      {"An Oslo-based marine biology expert left.", "marine biology expert"},
      {"Acme Bank hires engineer Anna Keller.", "engineer"},
      {"It is safe, says former Air Force commander Hugo Klein.", "commander"},
      {"The health and welfare minister left.", "health and welfare minister"},
      {"Natural Resources and Environment Minister Anna Keller left.", "Natural Resources and Environment Minister"},
  });
}

TEST_CASE("adjectives that describe stand before the role") {
  check({
      {"Anna Keller, a prominent lawyer, left.", "lawyer"},
      {"The conservative activist Anna Keller left.", "activist"},
      {"Anna Keller, the first director, left.", "director"},
      {"Anna Keller, a senior adviser, left.", "senior adviser"},
      {"Anna Keller has been a very powerful surrogate.", "surrogate"},
  });
}

TEST_CASE("an area behind a role belongs to it, a body does not") {
  check({
      {"Anna Keller, head of corporate affairs at Acme Bank, left.", "head of corporate affairs"},
      {"Anna Keller, vice president for sales and travel, left.", "vice president for sales and travel"},
      {"Anna Keller, Executive Director of Passenger Transport at Acme Bank, left.",
       "Executive Director of Passenger Transport"},
      {"Anna Keller, an adviser on Syria, left.", "adviser on Syria"},
      {"Anna Keller, head of drone firm Nordhavn Lines, left.", "head"},
      {"Anna Keller, director of the museum, left.", "director"},
      {"Anna Keller asked the director for help.", "director"},
      {"He accused the director of stealing money.", "director"},
  });
}

TEST_CASE("a role of several people counts beside their names only") {
  check({
      {"Acme Bank directors Anna Keller and Hugo Klein left.", "directors"},
      {"Hugo Klein, one of her aides, left.", "aides"},
      {"The bank met its directors.", ""},
      {"Acme Bank hosts Anna Keller.", ""},
      {"Anna Keller, who chairs Acme Bank, left.", ""},
      {"The hosts Anna Keller and Hugo Klein left.", "hosts"},
  });
}

TEST_CASE("a capitalised word beside a pronoun is a name rather than a role") {
  check({
      {"On Monday, Sapper and her sister left Oslo.", "sister"},
      {"Anna Keller is also a Geologist and her own boss.", "Geologist; boss"},
  });
}

TEST_CASE("a rank behind a role is a role of its own") {
  check({
      {"Defence Minister Gen. Hugo Klein left.", "Defence Minister; Gen."},
      {"Chief Executive Officer Anna Keller left.", "Chief Executive Officer"},
  });
}

TEST_CASE("a word of kinship is found behind adjectives and ex") {
  check({
      {"Hugo Klein met his younger sister, Anna Keller.", "sister"},
      {"Hugo Klein met his ex-wife, Anna Keller.", "wife"},
  });
}
