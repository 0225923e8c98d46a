// Compares what a rule finds in a bracketed sentence with the brackets.
#include "recognize/examples.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "rules/bracket.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::recognize {
namespace {

class Check {
 public:
  Check(const Recognizers& recognizers, const Schema& schema, const rules::Example& example, Diagnostics& problems)
      : recognizers_(recognizers),
        rule_(recognizers.rules->rules()[example.rule]),
        type_(schema.name(rule_.mention)),
        example_(example),
        problems_(problems) {}

  void run() {
    const rules::Bracketed sentence = rules::read_brackets(example_.text);
    if (!sentence.problem.empty()) return report(sentence.problem);
    std::vector<Span> wanted;
    for (const rules::BracketMention& it : sentence.mentions)
      if (it.type == type_) wanted.push_back(it.span);
    const std::vector<Span> found = find(sentence.text);
    const auto has = [](const std::vector<Span>& all, Span span) {
      return std::find(all.begin(), all.end(), span) != all.end();
    };
    const auto quoted = [&](Span span) { return '"' + sentence.text.substr(span.begin, span.size()) + '"'; };
    if (!example_.counter && wanted.empty()) return report("the example has no [" + type_ + " ...]");
    for (const Span span : found) {
      if (example_.counter && (wanted.empty() || has(wanted, span))) report("must not give " + quoted(span));
      const bool inside = std::any_of(wanted.begin(), wanted.end(), [&](Span it) { return it.contains(span); });
      if (!example_.counter && !inside) report("also gives " + quoted(span));
    }
    if (example_.counter) return;
    for (const Span span : wanted)
      if (!has(found, span)) report("does not give " + quoted(span));
  }

 private:
  std::vector<Span> find(const std::string& text) {
    tokens::TokenizedText tokens;
    tokens::tokenize(text, {}, {}, tokens);
    Workspace work;
    recognizers_.lexicon.match(tokens, work.matches);
    std::vector<Span> out;
    for (const tokens::Sentence& sentence : tokens.sentences) {
      SentenceView view = make_view(tokens, recognizers_, work, sentence);
      for (const RuleMention& it : find_rule_mentions(view))
        if (it.rule == example_.rule) out.push_back(view.span(it.first, it.last));
    }
    return out;
  }

  void report(const std::string& message) {
    Diagnostic problem;
    problem.code = "rules.example";
    problem.message = "rule '" + rule_.name + "': " + message;
    problem.file = rule_.file;
    problem.line = example_.line;
    problem.column = 1;
    problem.piece = example_.text;
    problems_.push_back(std::move(problem));
  }

  const Recognizers& recognizers_;
  const rules::Rule& rule_;
  std::string type_;
  const rules::Example& example_;
  Diagnostics& problems_;
};

}  // namespace

void test_examples(const Recognizers& recognizers, const Schema& schema, Diagnostics& problems) {
  if (!recognizers.rules) return;
  for (const rules::Example& example : recognizers.rules->examples())
    if (recognizers.rules->rules()[example.rule].stage == rules::Stage::names)
      Check(recognizers, schema, example, problems).run();
}

}  // namespace dossier::recognize
