// How types of gold and predictions correspond, and what counts: the map file of an evaluation.
#include "eval/map.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "eval/problem.hpp"
#include "eval/words.hpp"

namespace dossier::eval {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string, std::less<>>;

class MapReader {
 public:
  MapReader(const Json& json, std::string_view file, Diagnostics& problems)
      : json_(json), file_(file), problems_(problems) {}

  EvalMap read() {
    EvalMap out;
    out.gold = types("gold");
    out.predicted = types("pred");
    out.gold_relations = types("rel_gold");
    out.predicted_relations = types("rel_pred");
    out.neutral = names("neutral");
    out.scored = names("score_types");
    if (out.scored->empty()) out.scored = out.gold.targets();
    if (out.scored)
      for (const std::string& type : out.neutral) out.scored->erase(type);
    out.scored_relations = out.gold_relations.targets();
    out.symmetric = names("symmetric");
    out.kinds = names("kinds");
    out.predicted_kinds = names("pred_kinds");
    out.other_kinds_neutral = boolean("other_kinds_neutral");
    out.nested = nested();
    for (const std::string& word : list("trim_leading")) out.trim_leading.push_back(lower_case(word));
    for (const std::string& word : list("trim_trailing")) out.trim_trailing.push_back(lower_case(word));
    return out;
  }

 private:
  void complain(const std::string& message) { problems_.push_back(problem("eval.bad-map", message, file_, 0)); }

  TypeMap types(const char* name) {
    const auto member = json_.find(name);
    if (member == json_.end() || member->is_null()) return {};
    std::map<std::string, std::optional<std::string>, std::less<>> targets;
    if (!member->is_object()) {
      complain(std::string(name) + " is not an object");
      return {};
    }
    for (const auto& [type, target] : member->items()) {
      if (target.is_string())
        targets[type] = target.get<std::string>();
      else if (target.is_null())
        targets[type] = std::nullopt;
      else
        complain(std::string(name) + ": the target of " + type + " is neither a string nor null");
    }
    return TypeMap(std::move(targets));
  }

  std::vector<std::string> list(const char* name) {
    std::vector<std::string> out;
    const auto member = json_.find(name);
    if (member == json_.end() || member->is_null()) return out;
    if (!member->is_array()) {
      complain(std::string(name) + " is not a list");
      return out;
    }
    for (const Json& item : *member) {
      if (!item.is_string())
        complain(std::string(name) + " holds something that is not a string");
      else if (!item.get<std::string>().empty())
        out.push_back(item.get<std::string>());
    }
    return out;
  }

  Names names(const char* name) {
    const std::vector<std::string> items = list(name);
    return {items.begin(), items.end()};
  }

  bool boolean(const char* name) {
    const auto member = json_.find(name);
    if (member == json_.end() || member->is_null()) return false;
    if (!member->is_boolean()) complain(std::string(name) + " is neither true nor false");
    return *member == true;
  }

  Nested nested() {
    const auto member = json_.find("nested");
    if (member == json_.end() || *member == "all") return Nested::all;
    if (*member == "outermost") return Nested::outermost;
    if (*member != "innermost") complain("nested is none of all, outermost, innermost");
    return Nested::innermost;
  }

  const Json& json_;
  std::string_view file_;
  Diagnostics& problems_;
};

}  // namespace

TypeMap::TypeMap(std::map<std::string, std::optional<std::string>, std::less<>> targets)
    : targets_(std::move(targets)), given_(true) {}

std::optional<std::string> TypeMap::target(std::string_view type) const {
  if (targets_.empty()) return std::string(type);
  const auto found = [this](std::string_view name) { return targets_.find(name); };
  const auto result = [](std::string_view name, const std::optional<std::string>& target) {
    return target == "=" ? std::optional<std::string>(name) : target;
  };
  if (const auto whole = found(type); whole != targets_.end()) return result(type, whole->second);
  for (std::string_view rest = type; type.find('|') != std::string_view::npos;) {
    const std::string_view part = rest.substr(0, rest.find('|'));
    if (const auto place = found(part); place != targets_.end()) return result(part, place->second);
    if (part.size() == rest.size()) break;
    rest.remove_prefix(part.size() + 1);
  }
  const auto others = found("*");
  return others == targets_.end() ? std::nullopt : result(type, others->second);
}

std::optional<std::set<std::string, std::less<>>> TypeMap::targets() const {
  if (!given_) return std::nullopt;
  if (const auto others = targets_.find("*"); others != targets_.end() && others->second == "=") return std::nullopt;
  Names out;
  for (const auto& [type, target] : targets_) {
    if (!target || target->empty()) continue;
    out.insert(*target == "=" ? type : *target);
  }
  return out;
}

EvalMap read_map(const EvalFile& file, Diagnostics& problems) {
  Json json = file.text.empty() ? Json::object() : Json::parse(file.text, nullptr, false);
  if (!json.is_object()) {
    problems.push_back(problem("eval.bad-json", "the map is not a JSON object", file.name, 0));
    json = Json::object();
  }
  return MapReader(json, file.name, problems).read();
}

}  // namespace dossier::eval
