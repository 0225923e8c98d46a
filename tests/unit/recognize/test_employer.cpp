// Which names are bodies because an office stands beside them, with the built-in English dictionaries.
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>

using namespace dossier;

namespace {

/// The organizations of a text, separated by "; ".
std::string bodies_in(const std::string& text) {
  static const Engine engine = Engine::english();
  const Document doc = engine.annotate(text);
  std::string out;
  for (const Mention& mention : doc.mentions())
    if (mention.type == TypeId::organization) out += (out.empty() ? "" : "; ") + std::string(doc.text(mention.span));
  return out;
}

struct Row {
  const char* text;
  const char* bodies;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(bodies_in(row.text) == row.bodies);
  }
}

}  // namespace

TEST_CASE("an unknown name beside an office is a body") {
  check({
      {"Zelvo chief executive Anna Keller left.", "Zelvo"},
      {"Zelvo's former chief executive, Anna Keller, left.", "Zelvo"},
      {"Anna Keller, a director at Zelvo, left.", "Zelvo"},
      {"Anna Keller, CEO of the Zelvo, left.", "Zelvo"},
      {"Harbour University law professor Anna Keller left.", "Harbour University"},
      {"Anna Keller, host of the quiz show \"The Orchard,\" left.", "Orchard"},
  });
}

TEST_CASE("words that describe a role, people and places are none") {
  check({
      {"Former chief executive Anna Keller left.", ""},
      {"Deputy Managing Director Anna Keller left.", ""},
      {"Hugo Klein's manager, Anna Keller, left.", ""},
      {"Norway's finance director, Anna Keller, left.", ""},
      {"Anna Keller, a resident of Zelvo, left.", ""},
  });
}
