// The closed set of results: a relation with its flags, a phrase, or a mention with its weight.
#include "rules/result.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/suggest.hpp"
#include "rules/names.hpp"

namespace dossier::rules {
namespace {

constexpr float usual_weight = 3.0F;  // 95 %
constexpr float most_weight = 10.0F;

bool read_number(std::string_view text, float& out) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
  return fault == std::errc() && end == text.data() + text.size() && std::abs(out) <= most_weight;
}

bool read_mention(PatternParser& parser, const Schema& schema, Rule& rule) {
  const std::string& name = parser.peek().text;
  const std::optional<TypeId> type = schema.find_type(name);
  if (!type) {
    std::vector<std::string_view> names;
    for (const EntityType& it : schema.entity_types()) names.push_back(it.name);
    parser.error("rules.unknown-type",
                 "a rule of stage names gives an entity type, and none has this name" + base::suggestion(name, names));
    return false;
  }
  rule.mention = *type;
  rule.weight = usual_weight;
  parser.next();
  if (parser.peek().kind == LexemeKind::end) return true;
  const std::string& word = parser.peek().text;
  if (word != "weight" && word != "hint") {
    constexpr std::string_view known[] = {"weight", "hint"};
    parser.error("rules.unknown-flag",
                 "behind the type may stand 'weight' or 'hint' and a number" + base::suggestion(word, known));
    return false;
  }
  rule.hint = word == "hint";
  parser.next();
  if (!read_number(parser.peek().text, rule.weight)) {
    parser.error("rules.bad-weight", "expected a number from -10 to 10 (log-odds: 0 is even, 3 is 95 %)");
    return false;
  }
  parser.next();
  if (parser.peek().kind == LexemeKind::end) return true;
  parser.error("rules.syntax", "the rule ends with its weight");
  return false;
}

bool read_relation(PatternParser& parser, const Schema& schema, Stage stage, Rule& rule) {
  const std::string& name = parser.peek().text;
  const std::optional<RelationTypeId> relation = schema.find_relation(name);
  if (!relation && name != "phrase") {
    std::vector<std::string_view> names = {"phrase"};
    for (const RelationType& type : schema.relation_types()) names.push_back(type.name);
    const bool type = schema.find_type(name).has_value();
    parser.error("rules.unknown-relation",
                 type ? "this is an entity type; rules that give mentions stand behind 'stage names'"
                      : "no relation type has this name" + base::suggestion(name, names));
    return false;
  }
  rule.relation = relation.value_or(RelationTypeId::none);
  rule.absorb = !relation;
  for (parser.next(); parser.peek().kind != LexemeKind::end; parser.next()) {
    const std::string& word = parser.peek().text;
    const auto* const flag = std::find_if(flag_names.begin(), flag_names.end(),
                                          [&](const FlagName& candidate) { return candidate.name == word; });
    if (flag != flag_names.end()) {
      rule.flags |= flag->flag;
    } else if (word == "absorb") {
      if (stage == Stage::clauses) {
        parser.error("rules.wrong-stage", "'absorb' joins words to a phrase; in clauses it is too late for that");
        return false;
      }
      rule.absorb = true;
    } else if (word == "past") {
      rule.past = true;
    } else {
      std::vector<std::string_view> names = {"absorb", "past"};
      for (const FlagName& candidate : flag_names) names.push_back(candidate.name);
      parser.error("rules.unknown-flag", "unknown flag" + base::suggestion(word, names));
      return false;
    }
  }
  return true;
}

// The types that an item captured here may have; everything where the pattern does not say.
struct Possible {
  TypeSet types;
  bool any = false;
};

void add_types(const Syntax& syntax, NodeId id, Possible& out) {
  const Node& node = syntax.node(id);
  if (node.kind != Node::Kind::test) {
    for (const NodeId child : node.children) add_types(syntax, child, out);
    return;
  }
  for (const std::vector<Atom>& clause : syntax.test(node.test).clauses) {
    const auto type = std::find_if(clause.begin(), clause.end(),
                                   [](const Atom& atom) { return atom.kind == Atom::Kind::type && !atom.negated; });
    if (type == clause.end())
      out.any = true;
    else
      out.types.bits |= type->types.bits;
  }
}

class Checker {
 public:
  Checker(const Syntax& syntax, const Schema& schema, const Declaration& declaration, const ParsedRule& rule,
          Reporter& report)
      : syntax_(syntax), schema_(schema), declaration_(declaration), rule_(rule), report_(report) {}

  bool visit(NodeId id) {
    const Node& node = syntax_.node(id);
    bool ok = node.kind != Node::Kind::capture || capture(node);
    for (const NodeId child : node.children) ok = visit(child) && ok;
    return ok;
  }

 private:
  bool capture(const Node& node) {
    const bool names = declaration_.stage == Stage::names;
    if (names != (node.capture == CaptureName::name)) {
      report_.error("rules.wrong-capture",
                    names ? "in stage names only 'name:' may be captured: the words of the mention"
                          : "'name:' belongs to stage names",
                    node.place, capture_names[static_cast<std::size_t>(node.capture)]);
      return false;
    }
    if (rule_.rule.relation == RelationTypeId::none) return true;
    if (node.capture != CaptureName::subject && node.capture != CaptureName::object) return true;
    const RelationType& relation = schema_.relation_types()[static_cast<std::size_t>(rule_.rule.relation)];
    TypeSet allowed = node.capture == CaptureName::subject ? relation.domain : relation.range;
    if (allowed.has(TypeId::person)) allowed.add(TypeId::role);  // a role phrase stands for a person
    Possible possible;
    for (const NodeId child : node.children) add_types(syntax_, child, possible);
    if (possible.any || possible.types.bits == 0 || (possible.types.bits & allowed.bits) != 0) return true;
    std::string message = relation.name + " has no " +
                          std::string(capture_names[static_cast<std::size_t>(node.capture)]) +
                          " of this type; it may be";
    const char* separator = " ";
    for (std::size_t i = 0; i < schema_.entity_types().size(); ++i) {
      if (!allowed.has(static_cast<TypeId>(i)) || static_cast<TypeId>(i) == TypeId::role) continue;
      message += separator + schema_.entity_types()[i].name;
      separator = ", ";
    }
    report_.error("rules.wrong-type", std::move(message), node.place, syntax_.node(node.children.front()).source);
    return false;
  }

  const Syntax& syntax_;
  const Schema& schema_;
  const Declaration& declaration_;
  const ParsedRule& rule_;
  Reporter& report_;
};

}  // namespace

bool read_result(PatternParser& parser, const Schema& schema, Stage stage, Rule& rule) {
  if (parser.peek().kind != LexemeKind::arrow) {
    parser.error("rules.syntax", stage == Stage::names ? "expected '-> TYPE'" : "expected '-> relation'");
    return false;
  }
  parser.next();
  return stage == Stage::names ? read_mention(parser, schema, rule) : read_relation(parser, schema, stage, rule);
}

bool check_captures(const Syntax& syntax, const Schema& schema, const Declaration& declaration, const ParsedRule& rule,
                    Reporter& report) {
  return Checker(syntax, schema, declaration, rule, report).visit(rule.pattern);
}

}  // namespace dossier::rules
