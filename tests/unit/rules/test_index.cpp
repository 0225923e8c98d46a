// What turns rules away before they are tried: the first items, what a sentence must contain, words in small letters.
#include "rules/opening.hpp"
#include "support.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::rules::test {
namespace {

/// What the first three items of a rule's matches may be: p and l for PERSON and LOCATION, - for no mention, . for
/// nothing.
std::string opening(const std::string& pattern) {
  const RuleSet rules = rules_of("x: " + pattern + " -> met\n");
  const Programs programs = programs_of(rules);
  std::string out;
  for (std::size_t place = 0; place < opening_items; ++place) {
    const auto allows = [&](std::size_t kind) {
      return (programs.anchors[static_cast<std::size_t>(Stage::clauses)].allowed(place, 0)[kind] & 1U) != 0;
    };
    if (place > 0) out += ' ';
    if (allows(static_cast<std::size_t>(TypeId::person))) out += 'p';
    if (allows(static_cast<std::size_t>(TypeId::location))) out += 'l';
    if (allows(ItemKind::untyped)) out += '-';
    if (allows(ItemKind::nothing)) out += '.';
  }
  return out;
}

TEST_CASE("the first three items of a match are known by their types") {
  CHECK(opening("subject:PERSON met object:PERSON") == "p pl- p");
  CHECK(opening("subject:PERSON met? object:(PERSON|LOCATION)") == "p pl- pl-.");
  CHECK(opening("subject:PERSON object:[!PERSON]") == "p l- pl-.");
  CHECK(opening("(LOCATION saw)? subject:PERSON to object:PERSON") == "pl pl- p");
  CHECK(opening("subject:PERSON !LOCATION ANY{0,3} object:PERSON") == "p pl- pl-.");
}

TEST_CASE("a class counts in words with capitals only where every element that it selects asks for one") {
  const auto filter = [](const std::string& rules) { return rules_of("stage names\n" + rules).filter(Stage::names); };
  const auto admits = [](const StageFilter& it, tokens::Shape shape) {
    tokens::Token token;
    token.shape = shape;
    token.hash = tokens::hash_folded("institute");
    return it.admits(token, lexicon::set_of(lexicon::ClassId::org_head));
  };
  const StageFilter capital = filter("x: [capital] [%org_head capital] -> ORGANIZATION\n");
  CHECK(admits(capital, tokens::Shape::title));
  CHECK(admits(capital, tokens::Shape::upper));
  CHECK_FALSE(admits(capital, tokens::Shape::lower));
  CHECK(admits(filter("x: [capital] %org_head -> ORGANIZATION\n"), tokens::Shape::lower));
  CHECK(admits(filter("x: [capital] ([%org_head capital]|[%org_head !headline]) -> ORGANIZATION\n"),
               tokens::Shape::lower));
  CHECK(admits(filter("x: [capital] [%org_head !upper] -> ORGANIZATION\n"), tokens::Shape::lower));
}

}  // namespace
}  // namespace dossier::rules::test
