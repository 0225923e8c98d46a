// From declarations to rules, all files together.
#include "rules/parser.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "rules/context.hpp"
#include "rules/names.hpp"
#include "rules/pattern.hpp"

namespace dossier::rules {
namespace {

// What stands behind the arrow: "met planned", "has_role absorb", "phrase".
bool read_result(PatternParser& parser, const Schema& schema, Rule& rule) {
  if (parser.peek().kind != LexemeKind::arrow) {
    parser.error("rules.syntax", "expected '-> relation'");
    return false;
  }
  parser.next();
  const std::string& name = parser.peek().text;
  const std::optional<RelationTypeId> relation = schema.find_relation(name);
  if (!relation && name != "phrase") {
    std::vector<std::string_view> names = {"phrase"};
    for (const RelationType& type : schema.relation_types()) names.push_back(type.name);
    parser.error("rules.unknown-relation", "no relation type has this name" + base::suggestion(name, names));
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

}  // namespace

Parsed parse(const Source& source, const Schema& schema, Reporter& report) {
  Parsed out;
  Context context(source, schema, report, out);
  context.read_lists();
  context.read_lets();
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < source.declarations.size(); ++i) {
    const Declaration& declaration = source.declarations[i];
    if (declaration.kind != Declaration::Kind::rule) continue;
    if (!names.insert(declaration.name).second)
      report.error("rules.double-name", "a rule of this name exists already", declaration.place, declaration.name);
    const std::vector<Lexeme> lexemes = scan(declaration.body, report);
    PatternParser parser(context, lexemes);
    ParsedRule parsed;
    parsed.pattern = parser.pattern();
    if (parser.failed() || !read_result(parser, schema, parsed.rule)) continue;
    parsed.rule.name = declaration.name;
    parsed.rule.file = report.file(declaration.place.file);
    parsed.rule.line = declaration.place.line;
    parsed.rule.stage = declaration.stage;
    parsed.place = declaration.place;
    parsed.declaration = static_cast<std::uint32_t>(i);
    out.rules.push_back(std::move(parsed));
  }
  return out;
}

}  // namespace dossier::rules
