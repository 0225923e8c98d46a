#include <catch2/catch.hpp>

#include "eval/score.hpp"

namespace dossier::eval {
namespace {

// Spans are written as "words:TYPE" or "words:TYPE:kind", and found in the text.
constexpr std::string_view text = "Eva Holm of the Harbour Board met Nils in Visby. She left.";

CorpusDocument document(std::initializer_list<std::string_view> spans,
                        std::initializer_list<LabelledRelation> relations = {}) {
  CorpusDocument doc;
  doc.text.emplace(text.begin(), text.end());
  for (const std::string_view written : spans) {
    const std::size_t colon = written.find(':');
    const std::size_t second = written.find(':', colon + 1);
    const std::size_t begin = text.find(written.substr(0, colon));
    REQUIRE(begin != std::string_view::npos);
    LabelledSpan& span = doc.spans.emplace_back();
    span.place = {begin, begin + colon};
    span.type = written.substr(colon + 1, second - colon - 1);
    if (second != std::string_view::npos) span.kind = written.substr(second + 1);
  }
  doc.relations = relations;
  return doc;
}

const CorpusDocument& gold() {
  static const CorpusDocument doc = document(
      {"Eva Holm:PER:name", "the Harbour Board:ORG:name", "Nils:PER:name", "Visby:LOC:name", "She:PER:pronoun"},
      {{"works_at", 0, 1}, {"met", 0, 2}});
  return doc;
}

// "gold/predicted/exact/lenient" over all types, then the same without lenient for relations.
std::string scored(const CorpusDocument& right, const CorpusDocument& found, std::string_view map_json = "") {
  Diagnostics problems;
  const EvalMap map = read_map({.name = "map", .text = map_json}, problems);
  REQUIRE(problems.empty());
  Counts counts;
  add_scores(right, found, map, counts);
  TypeScore all;
  for (const auto& [type, score] : counts.entities) {
    all.gold += score.gold;
    all.predicted += score.predicted;
    all.exact += score.exact;
    all.lenient += score.lenient;
  }
  RelationScore relations;
  for (const auto& [type, score] : counts.relations) {
    relations.gold += score.gold;
    relations.predicted += score.predicted;
    relations.strict += score.strict;
  }
  const auto slash = [](auto... numbers) {
    std::string out;
    ((out += (out.empty() ? "" : "/") + std::to_string(numbers)), ...);
    return out;
  };
  return slash(all.gold, all.predicted, all.exact, all.lenient) + " " +
         slash(relations.gold, relations.predicted, relations.strict);
}

TEST_CASE("gold against itself is perfect, against nothing is nothing") {
  CHECK(scored(gold(), gold()) == "5/5/5/5 2/2/2");
  CHECK(scored(gold(), document({})) == "5/0/0/0 2/0/0");
  CHECK(scored(document({}), gold()) == "0/5/0/0 0/2/0");
}

TEST_CASE("a wrong end is lenient, a wrong type is wrong") {
  const CorpusDocument found = document({"Eva Holm:PER", "Harbour Board:ORG", "Visby:PER"}, {{"works_at", 0, 1}});
  CHECK(scored(gold(), found) == "5/3/1/2 2/1/0");
}

TEST_CASE("the same span and type counts once") {
  CHECK(scored(document({"Nils:PER", "Nils:PER"}), document({"Nils:PER", "Nils:PER", "Nils:ORG"})) == "1/2/1/1 0/0/0");
}

TEST_CASE("lenient matches are one to one, the largest overlap first") {
  CHECK(scored(document({"Eva Holm:PER"}), document({"Eva:PER", "Holm:PER"})) == "1/2/0/1 0/0/0");
  CHECK(scored(document({"Eva:PER", "Holm:PER"}), document({"Eva Holm:PER"})) == "2/1/0/1 0/0/0");
  // "Holm of" goes to "Holm of the", which leaves "Eva H" for "Eva Holm".
  CHECK(scored(document({"Eva Holm:PER", "Holm of the:PER"}), document({"Holm of:PER", "Eva H:PER"})) ==
        "2/2/0/2 0/0/0");
}

TEST_CASE("words are trimmed off both ends of both sides") {
  const CorpusDocument found = document({"Harbour Board:ORG"}, {});
  CHECK(scored(gold(), found, R"({"trim_leading":["the"]})") == "5/1/1/1 2/0/0");
  CHECK(scored(document({"of the Harbour Board:ORG"}), found, R"({"trim_leading":["the","of"]})") == "1/1/1/1 0/0/0");
  CHECK(scored(document({"Harbour Board met:ORG"}), found, R"({"trim_trailing":["met"]})") == "1/1/1/1 0/0/0");
  CHECK(scored(document({"the:ORG"}), document({"the:ORG"}), R"({"trim_leading":["the"],"trim_trailing":["the"]})") ==
        "1/1/1/1 0/0/0");
  CHECK(scored(document({"the Harbour:ORG"}), document({"Harbour:ORG"}), R"({"trim_leading":["th"]})") ==
        "1/1/0/1 0/0/0");
}

TEST_CASE("kinds can be left out or be neutral") {
  CHECK(scored(gold(), gold(), R"({"kinds":["name"]})") == "4/5/4/4 2/2/2");
  CHECK(scored(gold(), gold(), R"({"kinds":["name"],"other_kinds_neutral":true})") == "4/4/4/4 2/2/2");
  CHECK(scored(gold(), gold(), R"({"pred_kinds":["name"]})") == "5/4/4/4 2/2/2");
}

TEST_CASE("what lies on a neutral span is neither right nor wrong") {
  constexpr std::string_view map = R"({"neutral":["LOC"]})";
  CHECK(scored(gold(), document({"Visby:LOC", "Nils:PER"}), map) == "4/1/1/1 2/0/0");
  CHECK(scored(gold(), document({"in Visby:ORG", "Nils:PER"}), map) == "4/1/1/1 2/0/0");
  CHECK(scored(gold(), document({"Nils in Visby:PER"}), map) == "4/1/0/1 2/0/0");  // could match Nils
  CHECK(scored(gold(), document({"Nils:ORG"}), map) == "4/1/0/0 2/0/0");
}

TEST_CASE("an optional span is neutral") {
  CorpusDocument right = gold();
  right.spans[3].optional = true;
  CHECK(scored(right, document({"Visby:LOC"})) == "4/0/0/0 2/0/0");
  CHECK(scored(right, gold()) == "4/4/4/4 2/2/2");
}

TEST_CASE("only some types count") {
  CHECK(scored(gold(), gold(), R"({"score_types":["LOC","ORG"]})") == "2/2/2/2 0/0/0");
  CHECK(scored(gold(), document({"Nils:DATE", "Nils:PER"}), R"({"gold":{"PER":"PER"},"pred":{"*":"="}})") ==
        "3/1/1/1 1/0/0");
}

TEST_CASE("of nested spans the outermost or the innermost stay") {
  const CorpusDocument nested = document({"the Harbour Board:ORG", "Harbour:LOC"});
  CHECK(scored(nested, document({"the Harbour Board:ORG"}), R"({"nested":"outermost"})") == "1/1/1/1 0/0/0");
  CHECK(scored(nested, document({"Harbour:LOC"}), R"({"nested":"innermost"})") == "1/1/1/1 0/0/0");
  CHECK(scored(nested, nested) == "2/2/2/2 0/0/0");
}

TEST_CASE("only what lies inside the evaluation spans counts") {
  CorpusDocument right = gold();
  right.evaluated = {{0, 8}, {34, 50}};
  CHECK(scored(right, gold()) == "3/3/3/3 1/1/1");
}

TEST_CASE("relations need their direction unless they are symmetric, and their type") {
  const auto found = [](std::string_view type, std::size_t head, std::size_t tail) {
    CorpusDocument doc = gold();
    doc.relations = {{std::string(type), head, tail}};
    return doc;
  };
  CHECK(scored(gold(), found("met", 0, 2)) == "5/5/5/5 2/1/1");
  CHECK(scored(gold(), found("met", 2, 0)) == "5/5/5/5 2/1/0");
  CHECK(scored(gold(), found("met", 2, 0), R"({"symmetric":["met"]})") == "5/5/5/5 2/1/1");
  CHECK(scored(gold(), found("saw", 0, 2)) == "5/5/5/5 2/1/0");
  CHECK(scored(gold(), found("saw", 0, 2), R"({"rel_pred":{"saw":"met"}})") == "5/5/5/5 2/1/1");
  CHECK(scored(gold(), found("saw", 0, 2), R"({"rel_gold":{"met":"="}})") == "5/5/5/5 1/0/0");
  CHECK(scored(gold(), found("met", 4, 2)) == "5/5/5/5 2/1/0");
  CHECK(scored(gold(), found("met", 0, 99)) == "5/5/5/5 2/0/0");
}

}  // namespace
}  // namespace dossier::eval
