// From declarations to rules, all files together.
#include "rules/parser.hpp"

#include <map>
#include <utility>

#include "rules/context.hpp"
#include "rules/pattern.hpp"
#include "rules/result.hpp"

namespace dossier::rules {
Parsed parse(const Source& source, const Schema& schema, const lexicon::Lexicon* lexicon, Reporter& report) {
  Parsed out;
  Context context(source, schema, lexicon, report, out);
  context.read_lists();
  context.read_lets();
  std::map<std::string_view, Place> names;
  for (std::size_t i = 0; i < source.declarations.size(); ++i) {
    const Declaration& declaration = source.declarations[i];
    if (declaration.kind != Declaration::Kind::rule) continue;
    const auto [first, added] = names.try_emplace(declaration.name, declaration.place);
    if (!added)
      report.error("rules.double-name",
                   "a rule of this name exists already in " + report.text_of(first->second) + "; give it another name",
                   declaration.place, declaration.name);
    const std::vector<Lexeme> lexemes = scan(declaration.body, report);
    PatternParser parser(context, lexemes);
    ParsedRule parsed;
    parsed.pattern = parser.pattern();
    if (parser.failed() || !read_result(parser, schema, declaration.stage, parsed.rule)) continue;
    if (!check_captures(out.syntax, schema, declaration, parsed, report)) continue;
    parsed.rule.name = declaration.name;
    parsed.rule.file = report.file(declaration.place.file);
    parsed.rule.line = declaration.place.line;
    parsed.rule.stage = declaration.stage;
    parsed.place = declaration.place;
    parsed.declaration = static_cast<std::uint32_t>(i);
    out.rules.push_back(std::move(parsed));
  }
  for (std::size_t i = 0; i < source.declarations.size(); ++i) {
    const Declaration& declaration = source.declarations[i];
    const bool named = declaration.kind == Declaration::Kind::list || declaration.kind == Declaration::Kind::let;
    if (named && !context.is_used(declaration.name)) out.unused.push_back(static_cast<std::uint32_t>(i));
  }
  return out;
}

}  // namespace dossier::rules
