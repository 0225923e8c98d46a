// Types, names and rules of the caller's own, and the questions one asks of rules.
#include <algorithm>
#include <catch2/catch.hpp>
#include <dossier/engine.hpp>
#include <string>
#include <vector>

#include "folder.hpp"

using namespace dossier;
using dossier::test::Folder;

namespace {

const std::string at_sea = DOSSIER_SOURCE_DIR "/examples/at_sea";

const Engine& sea() {
  static const Engine engine = Engine::build({.dictionaries = {at_sea}});
  return engine;
}

std::vector<std::string> mentions_in(const Engine& engine, const std::string& text) {
  const Document doc = engine.annotate(text);
  std::vector<std::string> out;
  for (const Mention& it : doc.mentions())
    out.push_back(std::string(doc.type_name(it.type)) + ' ' + std::string(doc.text(it.span)) + ' ' +
                  std::string(doc.rule_name(it.rule)));
  return out;
}

std::vector<std::string> relations_in(const Engine& engine, const std::string& text) {
  const Document doc = engine.annotate(text);
  std::vector<std::string> out;
  for (const Relation& it : doc.relations())
    if (it.object != EntityId::none)
      out.push_back(std::string(doc.name(it.subject)) + ' ' + std::string(doc.schema().name(it.type)) + ' ' +
                    std::string(doc.name(it.object)));
  return out;
}

}  // namespace

TEST_CASE("names of one's own types come from dictionaries and from rules") {
  using Found = std::vector<std::string>;
  CHECK(mentions_in(sea(), "The HMS Gannet carries depth charges.") ==
        Found{"VESSEL HMS Gannet vessel.prefix", "WEAPON depth charges name.other"});
  CHECK(mentions_in(sea(), "A torpedo hit F314.") == Found{"WEAPON torpedo name.other", "VESSEL F314 vessel.pennant"});
}

TEST_CASE("relations of one's own hold between one's own types and the built-in ones") {
  using Found = std::vector<std::string>;
  CHECK(relations_in(sea(), "Captain Nora Whitfield commanded the HMS Gannet.") ==
        Found{"Nora Whitfield commands HMS Gannet"});
  CHECK(relations_in(sea(), "The HMS Gannet carries torpedoes, which were supplied by Baltic Marine Corp.") ==
        Found{"HMS Gannet carries torpedoes", "Baltic Marine Corp. supplies torpedoes"});
}

TEST_CASE("aliases of a dictionary are one entity") {
  const Document doc = sea().annotate("The torpedo sank. Two torpedoes followed.");
  REQUIRE(doc.mentions().size() == 2);
  CHECK(doc.mentions()[0].entity == doc.mentions()[1].entity);
}

TEST_CASE("a hint adds to what another rule or dictionary has proposed, and proposes nothing itself") {
  const Explanation with = sea().explain({.text = "He slept aboard the F314."}, {20, 24});
  const Explanation without = sea().explain({.text = "He slept beside the F314."}, {20, 24});
  CHECK(with.found);
  CHECK(with.score > without.score);
  REQUIRE(with.reasons.size() >= 2);
  CHECK(with.reasons[0].what == "rule");
  CHECK(with.reasons[0].detail == "vessel.pennant");
  CHECK(with.reasons[1].what == "hint");
  CHECK(with.reasons[1].detail == "vessel.aboard");
  CHECK(mentions_in(sea(), "He slept aboard the xebec.").empty());
}

TEST_CASE("a rule of names knows the words of a dictionary's longer names by their class") {
  const Folder folder("classes");
  folder.write("a.rules", "stage names\nteam: name:[capital %country]{1,3} -> ORGANIZATION weight 9\n");
  const Document found = Engine::build({.dictionaries = {folder.path()}}).annotate("They left South Korea for Peru.");
  REQUIRE(found.mentions().size() == 2);
  CHECK(found.text(found.mentions()[0].span) == "South Korea");
  CHECK(found.mentions()[0].type == TypeId::organization);
  CHECK(found.mentions()[1].type == TypeId::organization);
  const Document alone = Engine::build({.dictionaries = {folder.path()}}).annotate("They left South Korea.");
  REQUIRE(alone.mentions().size() == 1);
  CHECK(alone.mentions()[0].type == TypeId::organization);
}

TEST_CASE("the rules' examples are run") {
  CHECK(sea().test_rules().empty());
  const Folder folder("examples");
  folder.write("a.schema", "type BIRD\n");
  folder.write(
      "a.rules",
      "stage names\nbird: (gull | tern) -> BIRD\n  + A [BIRD gull] and a [BIRD tern].\n  + A [BIRD gull] and a tern.\n"
      "  + A [BIRD crow].\n  - A gull.\n  - A crow.\n  + No bird.\n");
  const Diagnostics problems = Engine::build({.dictionaries = {folder.path()}}).test_rules();
  std::vector<std::uint32_t> lines;
  for (const Diagnostic& it : problems) {
    CHECK(it.code == "rules.example");
    lines.push_back(it.line);
  }
  CHECK(lines == std::vector<std::uint32_t>{4, 5, 6, 8});
}

TEST_CASE("every problem of types, dictionaries and rules is reported at once") {
  const Folder folder("problems");
  folder.write("a.schema", "type bird\ntype FISH\n");
  folder.write("a.tsv",
               "#! class: fish\n#! declare: yes\n#! source: x\n#! licence: CC0-1.0\n#! match: sometimes\ncod\n");
  folder.write("a.rules", "stage names\na: /(/ -> FISH\nb: cod -> FISHES\nc: %fish -> FISH\n");
  Diagnostics problems;
  CHECK_FALSE(Engine::build({.dictionaries = {folder.path()}}, problems));
  std::vector<std::string> codes;
  for (const Diagnostic& it : problems) codes.push_back(it.code);
  std::sort(codes.begin(), codes.end());
  REQUIRE(codes.size() == 4);
  CHECK(codes[0].starts_with("dict."));
  CHECK(codes[1] == "rules.bad-expression");
  CHECK(codes[2] == "rules.unknown-type");
  CHECK(codes[3] == "schema.syntax");
}

TEST_CASE("lint tells of one's own rules, or of all") {
  const Folder folder("lint");
  folder.write("a.rules", "x.y: subject:PERSON waved object:PERSON -> met\n");
  const Diagnostics own = lint_rules({.dictionaries = {folder.path()}});
  REQUIRE(own.size() == 1);
  CHECK(own[0].code == "rules.no-example");
  CHECK(lint_rules({}, false).empty());
}

TEST_CASE("why an edge is not there is told by the first condition that fails") {
  const RelationTypeId met = RelationTypeId::met;
  const Input input{.text = "Nora Whitfield met supporters of Peter Falk in Oslo. Anna Keller left."};
  const auto first = [&](std::string_view subject, std::string_view object) {
    const std::vector<Reason> reasons = sea().why_not(input, subject, met, object);
    return reasons.empty() ? std::string() : reasons.front().what + ": " + reasons.front().detail;
  };
  CHECK(first("Nora Whitfield", "Jane Doe") == "missing: no entity is called \"Jane Doe\"");
  CHECK(first("Nora Whitfield", "oslo") == "types: met does not hold from PERSON to LOCATION");
  CHECK(first("Nora Whitfield", "Anna Keller") == "sentence: no sentence names both");
  const std::vector<Reason> near = sea().why_not(input, "Nora Whitfield", met, "Peter Falk");
  REQUIRE(near.size() >= 2);
  CHECK(near[0].what == "sentence");
  CHECK(near[1].what == "near");
  CHECK(near[1].detail.starts_with("met.verb matched \"Nora Whitfield met\", then needed "));
  CHECK(near[1].detail.ends_with("and found \"supporters\""));
  CHECK(near[1].source.find("meetings.rules:") != std::string::npos);
  CHECK(sea().why_not({.text = "Nora Whitfield met Peter Falk."}, "Peter Falk", met, "Nora Whitfield").empty());
}

TEST_CASE("why a mention is not there is told by the rules that came nearest") {
  const TypeId vessel = sea().schema().find_type("VESSEL").value();
  const Explanation why = sea().explain({.text = "It rained. The RV lay at anchor."}, {15, 17}, vessel);
  CHECK_FALSE(why.found);
  REQUIRE(why.reasons.size() == 1);
  CHECK(why.reasons[0].what == "near");
  CHECK(why.reasons[0].detail == "vessel.prefix matched \"RV\", then needed [capital] and found \"lay\"");
  CHECK(sea().explain({.text = "The MV Gannet sailed."}, {7, 8}, vessel).found);
  const Explanation person = sea().explain({.text = "The MV Gannet sailed."}, {7, 8}, TypeId::person);
  CHECK_FALSE(person.found);
}

TEST_CASE("tries and hits of rules are counted by the scratch that was used") {
  Scratch scratch;
  static_cast<void>(sea().annotate({.text = "The HMS Gannet carries torpedoes."}, scratch));
  const std::vector<RuleCount> counts = sea().rule_counts(scratch);
  const auto find = [&](std::string_view name) {
    return *std::find_if(counts.begin(), counts.end(), [&](const RuleCount& it) { return it.name == name; });
  };
  CHECK(find("vessel.prefix").hits == 1);
  CHECK(find("carry.active").hits == 1);
  CHECK(find("carry.active").tries >= 1);
  CHECK(find("supply.passive").hits == 0);
  CHECK(find("vessel.prefix").source.find("at_sea.rules:") != std::string::npos);
}
