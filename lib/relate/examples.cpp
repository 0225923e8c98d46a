// Compares what a bracketed sentence gives with what its rule file says it gives.
#include "relate/examples.hpp"

#include <algorithm>
#include <utility>

#include "base/suggest.hpp"
#include "relate/workspace.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::relate {
namespace {

struct FlagWord {
  RelationFlags flag;
  std::string_view word;
};
constexpr FlagWord flag_words[] = {{RelationFlags::negated, "negated"},
                                   {RelationFlags::reported, "reported"},
                                   {RelationFlags::planned, "planned"},
                                   {RelationFlags::former, "former"},
                                   {RelationFlags::questioned, "questioned"}};

std::uint32_t number_of(const Analysis& analysis, MentionId id) {
  return id == MentionId::none ? 0 : analysis.numbers[static_cast<std::size_t>(id)];
}

RelationFlags flags_of(const rules::Expected& expected) {
  RelationFlags out = RelationFlags::none;
  for (const FlagWord& it : flag_words)
    if (std::find(expected.flags.begin(), expected.flags.end(), it.word) != expected.flags.end()) out |= it.flag;
  return out;
}

bool same(const Analysis& analysis, const Statement& it, const rules::Expected& expected, const Schema& schema) {
  const std::uint32_t subject = number_of(analysis, it.subject);
  const std::uint32_t object = number_of(analysis, it.object);
  const bool symmetric = schema.relation_types()[static_cast<std::size_t>(it.type)].symmetric;
  const bool ends = (subject == expected.subject && object == expected.object) ||
                    (symmetric && subject == expected.object && object == expected.subject);
  const std::string_view label = std::string_view(analysis.text).substr(it.label.begin, it.label.size());
  return ends && schema.name(it.type) == expected.relation && (expected.label.empty() || label == expected.label) &&
         it.flags == flags_of(expected) && number_of(analysis, it.place) == expected.place &&
         number_of(analysis, it.date) == expected.date;
}

TypeId type_named(std::string_view name, const Schema& schema, Mention& mention) {
  mention.kind = name == "ROLE" ? MentionKind::nominal : name == "PRONOUN" ? MentionKind::pronoun : MentionKind::name;
  if (name == "PRONOUN") return TypeId::person;
  return schema.find_type(name).value_or(TypeId::none);
}

// One example against the statements of its sentence.
class Check {
 public:
  Check(const rules::Example& example, const rules::RuleSet& rules, const Schema& schema, Diagnostics& problems)
      : example_(example), rules_(rules), schema_(schema), problems_(problems) {}

  void run(const lexicon::Lexicon& lexicon) {
    std::vector<rules::Expected> expected;
    std::string problem;
    if (!rules::read_expected(example_.expected, expected, problem)) return report(problem);
    const Analysis analysis = analyse(example_.text, lexicon, rules_, schema_);
    if (!analysis.problem.empty()) return report(analysis.problem);
    for (const rules::Expected& one : expected)
      if (const std::string fault = fault_of(one, analysis); !fault.empty()) return report(fault);
    if (example_.counter) {
      counter(analysis, expected);
    } else {
      positive(analysis, expected);
    }
  }

 private:
  // What the statement names that there is not.
  [[nodiscard]] std::string fault_of(const rules::Expected& one, const Analysis& analysis) const {
    if (!schema_.find_relation(one.relation)) {
      std::vector<std::string_view> names;
      for (const RelationType& it : schema_.relation_types()) names.push_back(it.name);
      return "no relation type is called '" + one.relation + "'" + base::suggestion(one.relation, names);
    }
    for (const std::string& flag : one.flags) {
      std::vector<std::string_view> names;
      for (const FlagWord& it : flag_words) names.push_back(it.word);
      if (std::find(names.begin(), names.end(), flag) == names.end())
        return "no flag is called '" + flag + "'" + base::suggestion(flag, names);
    }
    for (const std::uint32_t number : {one.subject, one.object, one.place, one.date})
      if (number != 0 && std::count(analysis.numbers.begin(), analysis.numbers.end(), number) != 1)
        return "exactly one bracket must have the number #" + std::to_string(number);
    return {};
  }

  static std::string object_of(const rules::Expected& one) {
    return one.object == 0 ? " -" : " #" + std::to_string(one.object);
  }

  void report(const std::string& message) {
    Diagnostic problem;
    problem.code = "rules.example";
    problem.message = "rule '" + rules_.rules()[example_.rule].name + "': " + message;
    problem.file = rules_.rules()[example_.rule].file;
    problem.line = example_.line;
    problem.column = 1;
    problem.piece = example_.text;
    problems_.push_back(std::move(problem));
  }

  void positive(const Analysis& analysis, const std::vector<rules::Expected>& expected) {
    std::vector<bool> given(expected.size());
    for (const Statement& it : analysis.statements) {
      if (it.rule != example_.rule) continue;
      const auto wanted = std::find_if(expected.begin(), expected.end(),
                                       [&](const rules::Expected& one) { return same(analysis, it, one, schema_); });
      if (wanted == expected.end())
        report("also gives " + describe(analysis, it, schema_));
      else
        given[static_cast<std::size_t>(wanted - expected.begin())] = true;
    }
    std::string missing;
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!given[i])
        missing += "; #" + std::to_string(expected[i].subject) + ' ' + expected[i].relation + object_of(expected[i]);
    if (missing.empty()) return;
    std::string found;
    for (const Statement& it : analysis.statements)
      found += "; " + describe(analysis, it, schema_) + " by " + rules_.rules()[it.rule].name;
    report("does not give " + missing.substr(2) +
           "; found: " + (found.empty() ? std::string("nothing") : found.substr(2)));
  }

  void counter(const Analysis& analysis, const std::vector<rules::Expected>& unwanted) {
    for (const Statement& it : analysis.statements) {
      const bool hit = unwanted.empty()
                           ? it.rule == example_.rule
                           : std::any_of(unwanted.begin(), unwanted.end(),
                                         [&](const rules::Expected& one) { return same(analysis, it, one, schema_); });
      if (hit) report("must not give " + describe(analysis, it, schema_));
    }
  }

  const rules::Example& example_;
  const rules::RuleSet& rules_;
  const Schema& schema_;
  Diagnostics& problems_;
};

}  // namespace

Analysis analyse(std::string_view notation, const lexicon::Lexicon& lexicon, const rules::RuleSet& rules,
                 const Schema& schema) {
  Analysis out;
  rules::Bracketed bracketed = rules::read_brackets(notation);
  out.text = std::move(bracketed.text);
  out.problem = std::move(bracketed.problem);
  for (const rules::BracketMention& it : bracketed.mentions) {
    Mention mention;
    mention.span = it.span;
    mention.type = type_named(it.type, schema, mention);
    if (mention.type == TypeId::none) out.problem = "unknown type " + it.type;
    out.mentions.push_back(mention);
    out.numbers.push_back(it.number);
  }
  if (!out.problem.empty()) return out;
  tokens::TokenizedText text;
  tokens::tokenize(out.text, {}, {}, text);
  for (const Mention& mention : out.mentions) {
    const auto has = [&](auto end) {
      return std::any_of(text.tokens.begin(), text.tokens.end(), [&](const tokens::Token& it) { return end(it.span); });
    };
    if (!has([&](Span it) { return it.begin == mention.span.begin; }) ||
        !has([&](Span it) { return it.end == mention.span.end; })) {
      out.problem = "the bracket around \"" + out.text.substr(mention.span.begin, mention.span.size()) +
                    "\" does not begin and end where words do (a period may belong to the last word)";
      return out;
    }
  }
  lexicon::Matches matches;
  lexicon.match(text, matches);
  std::vector<Issue> issues;
  Workspace work;
  find_relations({text, lexicon, matches, rules, out.mentions, schema}, {}, work, out.statements, issues);
  return out;
}

std::string describe(const Analysis& analysis, const Statement& statement, const Schema& schema) {
  const auto mention = [&](MentionId id) { return "#" + std::to_string(number_of(analysis, id)); };
  std::string out = mention(statement.subject) + ' ' + std::string(schema.name(statement.type)) + ' ' +
                    (statement.object == MentionId::none ? "-" : mention(statement.object));
  if (!statement.label.empty())
    out += " \"" + analysis.text.substr(statement.label.begin, statement.label.size()) + '"';
  for (const FlagWord& it : flag_words)
    if (has(statement.flags, it.flag)) out += ' ' + std::string(it.word);
  if (statement.place != MentionId::none) out += " place=" + mention(statement.place);
  if (statement.date != MentionId::none) out += " date=" + mention(statement.date);
  return out;
}

void test_examples(const lexicon::Lexicon& lexicon, const rules::RuleSet& rules, const Schema& schema,
                   Diagnostics& problems) {
  for (const rules::Example& example : rules.examples())
    if (rules.rules()[example.rule].stage != rules::Stage::names) Check(example, rules, schema, problems).run(lexicon);
}

}  // namespace dossier::relate
