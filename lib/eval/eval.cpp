// Reads gold, predictions and map, and adds up the scores of all documents.
#include <dossier/eval.hpp>
#include <map>
#include <utility>

#include "eval/corpus.hpp"
#include "eval/map.hpp"
#include "eval/problem.hpp"
#include "eval/score.hpp"

namespace dossier {
namespace {

using eval::CorpusDocument;

// Offsets of both sides are checked against the text of gold.
void check_offsets(const CorpusDocument& doc, std::size_t size, std::string_view file, Diagnostics& problems) {
  for (std::size_t i = 0; i < doc.spans.size(); ++i) {
    const eval::Place place = doc.spans[i].place;
    if (place.begin < place.end && place.end <= size) continue;
    problems.push_back(eval::problem("eval.bad-offsets",
                                     "span " + std::to_string(i) + " of document " + doc.id + " (" +
                                         std::to_string(place.begin) + ", " + std::to_string(place.end) +
                                         ") is empty or lies outside the text",
                                     file, doc.line));
  }
}

void sum_up(eval::Counts counts, Evaluation& out) {
  out.all.type = out.relations.type = "ALL";
  for (auto& [type, score] : counts.entities) {
    out.all.gold += score.gold;
    out.all.predicted += score.predicted;
    out.all.exact += score.exact;
    out.all.lenient += score.lenient;
    score.type = type;
    out.types.push_back(std::move(score));
  }
  for (auto& [type, score] : counts.relations) {
    out.relations.gold += score.gold;
    out.relations.predicted += score.predicted;
    out.relations.strict += score.strict;
    score.type = type;
    out.relation_types.push_back(std::move(score));
  }
}

class Evaluator {
 public:
  Evaluator(const EvalInput& input, Diagnostics& problems)
      : input_(input),
        problems_(problems),
        map_(eval::read_map(input.map, problems)),
        gold_(eval::read_corpus(input.gold, eval::Side::gold, problems)) {
    for (CorpusDocument& doc : eval::read_corpus(input.predicted, eval::Side::predicted, problems)) {
      std::string id = doc.id;
      predicted_.emplace(std::move(id), std::move(doc));
    }
  }

  Evaluation run() {
    Evaluation out;
    eval::Counts counts;
    for (CorpusDocument& doc : gold_) {
      ++out.documents;
      const auto found = predicted_.find(doc.id);
      if (found == predicted_.end()) ++out.missing;
      CorpusDocument prediction = found == predicted_.end() ? CorpusDocument() : std::move(found->second);
      if (is_sound(doc, prediction)) eval::add_scores(doc, prediction, map_, counts);
    }
    out.extra = predicted_.size() - (out.documents - out.missing);
    sum_up(std::move(counts), out);
    return out;
  }

 private:
  bool is_sound(CorpusDocument& gold, CorpusDocument& prediction) {
    const std::size_t before = problems_.size();
    if (prediction.text && *prediction.text != *gold.text)
      problems_.push_back(eval::problem("eval.text-differs",
                                        "the text of document " + gold.id + " differs from the text in gold",
                                        input_.predicted.name, prediction.line));
    eval::to_codepoints(gold, *gold.text);
    eval::to_codepoints(prediction, *gold.text);
    check_offsets(gold, gold.text->size(), input_.gold.name, problems_);
    check_offsets(prediction, gold.text->size(), input_.predicted.name, problems_);
    return problems_.size() == before;
  }

  const EvalInput& input_;
  Diagnostics& problems_;
  eval::EvalMap map_;
  std::vector<CorpusDocument> gold_;
  std::map<std::string, CorpusDocument> predicted_;
};

}  // namespace

Measure measure(std::uint64_t matched, std::uint64_t predicted, std::uint64_t gold) noexcept {
  const auto share = [matched](std::uint64_t of) {
    return of == 0 ? 0.0 : static_cast<double>(matched) / static_cast<double>(of);
  };
  Measure out;
  out.precision = share(predicted);
  out.recall = share(gold);
  const double sum = out.precision + out.recall;
  out.f1 = sum > 0.0 ? 2.0 * out.precision * out.recall / sum : 0.0;
  return out;
}

std::optional<Evaluation> evaluate(const EvalInput& input, Diagnostics& problems) {
  Diagnostics found;
  Evaluation out = Evaluator(input, found).run();
  const bool failed = has_errors(found);
  problems.insert(problems.end(), found.begin(), found.end());
  if (failed) return std::nullopt;
  return out;
}

Evaluation evaluate(const EvalInput& input) {
  Diagnostics problems;
  std::optional<Evaluation> out = evaluate(input, problems);
  if (!out) throw LoadError(std::move(problems));
  return *std::move(out);
}

}  // namespace dossier
