#include <catch2/catch.hpp>
#include <dossier/eval.hpp>

namespace dossier {
namespace {

Evaluation sample() {
  Evaluation out;
  out.documents = 3;
  out.missing = 1;
  out.types = {{"LOC", 2, 0, 0, 0}, {"PERSON_NAME", 6, 4, 3, 4}};
  out.all = {"ALL", 8, 4, 3, 4};
  out.relations.type = "ALL";
  return out;
}

TEST_CASE("the table has a row for each type") {
  CHECK(to_text(sample()) ==
        "3 documents, 1 without prediction\n"
        "\n"
        "entities       gold    pred   exact                          lenient\n"
        "LOC               2       0   P   0.0  R   0.0  F1   0.0   P   0.0  R   0.0  F1   0.0\n"
        "PERSON_NAME       6       4   P  75.0  R  50.0  F1  60.0   P 100.0  R  66.7  F1  80.0\n"
        "ALL               8       4   P  75.0  R  37.5  F1  50.0   P 100.0  R  50.0  F1  66.7\n");
}

TEST_CASE("relations have a table of their own where there are any") {
  Evaluation evaluation = sample();
  evaluation.missing = 0;
  evaluation.extra = 2;
  evaluation.relation_types = {{"met", 2, 1, 1}};
  evaluation.relations = {"ALL", 2, 1, 1};
  const std::string text = to_text(evaluation);
  CHECK(text.substr(0, text.find('\n')) == "3 documents, 2 predicted ones not in gold");
  CHECK(text.substr(text.find("\nrelations")) ==
        "\n"
        "relations      gold    pred   strict\n"
        "met               2       1   P 100.0  R  50.0  F1  66.7\n"
        "ALL               2       1   P 100.0  R  50.0  F1  66.7\n");
}

TEST_CASE("JSON has the counts and the measures in full") {
  Evaluation evaluation;
  evaluation.documents = 1;
  evaluation.types = {{"PER", 3, 3, 1, 2}};
  evaluation.all = {"ALL", 3, 3, 1, 2};
  evaluation.relations.type = "ALL";
  CHECK(to_json(evaluation) ==
        R"({"schema":"dossier.evaluation/1","documents":1,"missing":0,"extra":0,"entities":{"types":[)"
        R"({"type":"PER","gold":3,"predicted":3,"exact_matches":1,"lenient_matches":2,)"
        R"("exact":{"precision":0.3333333333333333,"recall":0.3333333333333333,"f1":0.3333333333333333},)"
        R"("lenient":{"precision":0.6666666666666666,"recall":0.6666666666666666,"f1":0.6666666666666666}}],"all":)"
        R"({"type":"ALL","gold":3,"predicted":3,"exact_matches":1,"lenient_matches":2,)"
        R"("exact":{"precision":0.3333333333333333,"recall":0.3333333333333333,"f1":0.3333333333333333},)"
        R"("lenient":{"precision":0.6666666666666666,"recall":0.6666666666666666,"f1":0.6666666666666666}}},)"
        R"("relations":{"types":[],"all":{"type":"ALL","gold":0,"predicted":0,"strict_matches":0,)"
        R"("strict":{"precision":0.0,"recall":0.0,"f1":0.0}}}})"
        "\n");
}

}  // namespace
}  // namespace dossier
