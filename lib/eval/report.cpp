// An evaluation as a table and as JSON.
#include <algorithm>
#include <dossier/eval.hpp>
#include <nlohmann/json.hpp>

namespace dossier {
namespace {

using Json = nlohmann::ordered_json;

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string number(std::uint64_t count, std::size_t width) {
  std::string out = std::to_string(count);
  return out.size() < width ? std::string(width - out.size(), ' ') + out : out;
}

// One decimal, right-aligned in `width`, without the locale.
std::string percent(double share, std::size_t width) {
  const auto tenths = static_cast<std::uint64_t>(share * 1000.0 + 0.5);
  return number(tenths / 10, width - 2) + '.' + std::to_string(tenths % 10);
}

std::string columns(const Measure& m) {
  return "P " + percent(m.precision, 5) + "  R " + percent(m.recall, 5) + "  F1 " + percent(m.f1, 5);
}

std::string row(const TypeScore& score, std::size_t width) {
  return padded(score.type, width) + number(score.gold, 8) + number(score.predicted, 8) + "   " +
         columns(measure(score.exact, score.predicted, score.gold)) + "   " +
         columns(measure(score.lenient, score.predicted, score.gold)) + '\n';
}

std::string row(const RelationScore& score, std::size_t width) {
  return padded(score.type, width) + number(score.gold, 8) + number(score.predicted, 8) + "   " +
         columns(measure(score.strict, score.predicted, score.gold)) + '\n';
}

template <typename Score>
std::size_t width_of(const std::vector<Score>& scores) {
  std::size_t width = 10;
  for (const Score& score : scores) width = std::max(width, score.type.size());
  return width;
}

Json json_of(const Measure& m) { return {{"precision", m.precision}, {"recall", m.recall}, {"f1", m.f1}}; }

Json json_of(const TypeScore& score) {
  return {{"type", score.type},
          {"gold", score.gold},
          {"predicted", score.predicted},
          {"exact_matches", score.exact},
          {"lenient_matches", score.lenient},
          {"exact", json_of(measure(score.exact, score.predicted, score.gold))},
          {"lenient", json_of(measure(score.lenient, score.predicted, score.gold))}};
}

Json json_of(const RelationScore& score) {
  return {{"type", score.type},
          {"gold", score.gold},
          {"predicted", score.predicted},
          {"strict_matches", score.strict},
          {"strict", json_of(measure(score.strict, score.predicted, score.gold))}};
}

template <typename Score>
Json json_of(const std::vector<Score>& scores) {
  Json out = Json::array();
  for (const Score& score : scores) out.push_back(json_of(score));
  return out;
}

}  // namespace

std::string to_text(const Evaluation& evaluation) {
  std::string out = std::to_string(evaluation.documents) + " documents";
  if (evaluation.missing > 0) out += ", " + std::to_string(evaluation.missing) + " without prediction";
  if (evaluation.extra > 0) out += ", " + std::to_string(evaluation.extra) + " predicted ones not in gold";
  const std::size_t width = std::max(width_of(evaluation.types), width_of(evaluation.relation_types));
  out += "\n\n" + padded("entities", width) + "    gold    pred   exact                          lenient\n";
  for (const TypeScore& score : evaluation.types) out += row(score, width);
  out += row(evaluation.all, width);
  if (evaluation.relations.gold == 0 && evaluation.relations.predicted == 0) return out;
  out += '\n' + padded("relations", width) + "    gold    pred   strict\n";
  for (const RelationScore& score : evaluation.relation_types) out += row(score, width);
  return out + row(evaluation.relations, width);
}

std::string to_json(const Evaluation& evaluation) {
  const Json json = {
      {"schema", "dossier.evaluation/1"},
      {"documents", evaluation.documents},
      {"missing", evaluation.missing},
      {"extra", evaluation.extra},
      {"entities", {{"types", json_of(evaluation.types)}, {"all", json_of(evaluation.all)}}},
      {"relations", {{"types", json_of(evaluation.relation_types)}, {"all", json_of(evaluation.relations)}}}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace dossier
