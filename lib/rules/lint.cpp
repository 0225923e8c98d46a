// Each check looks at the parsed rules; none of them looks at texts.
#include "rules/lint.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/cover.hpp"
#include "rules/grammar.hpp"
#include "rules/parser.hpp"
#include "rules/source.hpp"

namespace dossier::rules {
namespace {

class Linter {
 public:
  Linter(const Source& source, const Parsed& parsed, const Schema& schema, Reporter& report)
      : source_(source), parsed_(parsed), schema_(schema), report_(report) {}

  void run() {
    unused();
    examples();
    shadowed();
    for (const ParsedRule& rule : parsed_.rules) {
      captured_ = 0;
      visit(rule, rule.pattern);
      complete(rule);
    }
  }

 private:
  void unused() {
    for (const std::uint32_t index : parsed_.unused) {
      const Declaration& it = source_.declarations[index];
      // The code reads the lists of the grammar by name; verbs are what clauses are built around.
      if (it.verbs || std::find(wordlist_names.begin(), wordlist_names.end(), it.name) != wordlist_names.end())
        continue;
      report_.warning("rules.unused", "nothing uses this name", it.place, it.name);
    }
  }

  void examples() {
    std::set<std::uint32_t> shown;
    for (const Example& it : source_.examples)
      if (!it.counter) shown.insert(it.rule);
    for (const ParsedRule& rule : parsed_.rules)
      if (!shown.contains(rule.declaration))
        report_.warning("rules.no-example", "this rule shows no sentence that it is for; write '+ ...' below it",
                        rule.place, rule.rule.name);
  }

  void shadowed() {
    std::map<std::string, const ParsedRule*> first;
    std::map<std::string, std::vector<const ParsedRule*>> others;  // by what they give
    for (const ParsedRule& rule : parsed_.rules) {
      const std::string result = result_of(rule.rule);
      const auto [at, added] = first.try_emplace(result + text(rule.pattern), &rule);
      if (!added)
        report_.warning("rules.shadowed", "rule '" + at->second->rule.name + "' has the same pattern and result",
                        rule.place, rule.rule.name);
      else
        covered(rule, others[result]);
    }
  }

  // What a rule gives, but for a weight.
  static std::string result_of(const Rule& rule) {
    return std::to_string(static_cast<int>(rule.stage)) + ' ' + std::to_string(static_cast<int>(rule.relation)) + ' ' +
           std::to_string(static_cast<int>(rule.mention)) + ' ' + std::to_string(static_cast<int>(rule.flags)) +
           (rule.hint ? " hint " : " ") + (rule.past ? "past " : "") + (rule.absorb ? "absorb " : "");
  }

  // Hints add up, and a larger weight is a reason to say something again of fewer words.
  void covered(const ParsedRule& rule, std::vector<const ParsedRule*>& earlier) {
    if (rule.rule.hint) return;
    const auto wide = std::find_if(earlier.begin(), earlier.end(), [&](const ParsedRule* it) {
      return it->rule.weight >= rule.rule.weight && covers(parsed_.syntax, it->pattern, rule.pattern);
    });
    if (wide != earlier.end())
      report_.warning("rules.shadowed",
                      "rule '" + (*wide)->rule.name + "' matches wherever this one does, and has the same result",
                      rule.place, rule.rule.name);
    earlier.push_back(&rule);
  }

  // A pattern as a string that only equal patterns share.
  [[nodiscard]] std::string text(NodeId id) const {
    const Node& node = parsed_.syntax.node(id);
    std::string out = std::to_string(static_cast<int>(node.kind)) + (node.greedy ? 'g' : 'r') +
                      (node.negated ? '!' : '.') + (node.behind ? '<' : '.') +
                      std::to_string(static_cast<int>(node.capture)) + ':' + std::to_string(node.min) + ',' +
                      std::to_string(node.max);
    if (node.test != TestId::none) {
      for (const std::vector<Atom>& clause : parsed_.syntax.test(node.test).clauses) {
        out += '|';
        for (const Atom& atom : clause)
          out += std::to_string(static_cast<int>(atom.kind)) + (atom.negated ? '!' : '.') +
                 std::to_string(static_cast<unsigned>(atom.set)) + '/' + std::to_string(atom.classes.low) + '/' +
                 std::to_string(atom.classes.high) + '/' + std::to_string(atom.types.bits) + '/' +
                 std::to_string(atom.mask) + ';';
      }
    }
    out += '(';
    for (const NodeId child : node.children) out += text(child);
    return out + ')';
  }

  // A rule that names nobody, or nothing where something is needed, states nothing.
  void complete(const ParsedRule& rule) {
    if (rule.rule.relation == RelationTypeId::none) return;
    const RelationType& relation = schema_.relation_types()[static_cast<std::size_t>(rule.rule.relation)];
    const auto has = [&](CaptureName name) { return ((captured_ >> static_cast<unsigned>(name)) & 1U) != 0; };
    if (has(CaptureName::both)) return;
    const bool subject = has(CaptureName::subject) || has(CaptureName::label);  // a role phrase brings its own
    if (subject && (has(CaptureName::object) || relation.object_optional)) return;
    report_.warning(
        "rules.says-nothing",
        relation.name + " needs " + (subject ? "an 'object:'" : "a 'subject:'") + ", and the pattern names none",
        rule.place, rule.rule.name);
  }

  void visit(const ParsedRule& rule, NodeId id) {
    const Node& node = parsed_.syntax.node(id);
    if (node.kind == Node::Kind::capture) captured_ |= 1U << static_cast<unsigned>(node.capture);
    if (node.kind == Node::Kind::test) check(rule, node);
    for (const NodeId child : node.children) visit(rule, child);
  }

  void check(const ParsedRule& rule, const Node& node) {
    const std::vector<std::vector<Atom>>& clauses = parsed_.syntax.test(node.test).clauses;
    std::string_view why;
    const bool never = std::all_of(clauses.begin(), clauses.end(), [&](const std::vector<Atom>& clause) {
      const std::string_view reason = contradiction(rule.rule.stage, clause);
      if (why.empty()) why = reason;
      return !reason.empty();
    });
    if (never)
      report_.warning("rules.never-matches",
                      "in rule '" + rule.rule.name + "' this element matches nothing: " + std::string(why), rule.place,
                      node.source);
  }

  // Why no item can fulfil the clause; empty when one may.
  [[nodiscard]] std::string_view contradiction(Stage stage, const std::vector<Atom>& clause) const {
    TypeSet types{~std::uint64_t{0}};
    bool typed = false;
    WordSet words;
    bool worded = false;
    for (const Atom& atom : clause) {
      if (atom.kind == Atom::Kind::type) {
        types.bits &= atom.negated ? ~atom.types.bits : atom.types.bits;
        typed = typed || !atom.negated;
      }
      if (atom.kind == Atom::Kind::reference && !atom.negated) typed = true;
      if (atom.kind == Atom::Kind::word && !atom.negated) meet(words, worded, atom);
    }
    for (const Atom& atom : clause)
      if (atom.kind == Atom::Kind::word && atom.negated && worded) remove(words, atom);
    constexpr std::uint32_t seen = Marks::seen_person | Marks::seen_organization | Marks::seen_place;
    const bool remembers = std::any_of(clause.begin(), clause.end(), [&](const Atom& atom) {
      return atom.kind == Atom::Kind::mark && !atom.negated && (atom.mask & seen) != 0;
    });
    if (remembers && stage != Stage::names) return "what the text has shown is asked for in stage names only";
    if (typed && stage == Stage::names) return "there are no mentions yet in stage names";
    if (typed && types.bits == 0) return "its types exclude each other";
    if (worded && words.empty()) return "no word is in all of its lists";
    if (worded && stage == Stage::clauses && all_adverbs(words)) return "clauses are without adverbs";
    return {};
  }

  [[nodiscard]] const WordSet& set_of(const Atom& atom) const {
    return parsed_.syntax.sets[static_cast<std::size_t>(atom.set)];
  }
  void meet(WordSet& words, bool& worded, const Atom& atom) const {
    if (!worded) {
      words = set_of(atom);
      worded = true;
      return;
    }
    std::erase_if(words, [&](std::uint64_t word) { return !contains(set_of(atom), word); });
  }
  void remove(WordSet& words, const Atom& atom) const {
    std::erase_if(words, [&](std::uint64_t word) { return contains(set_of(atom), word); });
  }
  static bool contains(const WordSet& set, std::uint64_t word) {
    return std::find(set.begin(), set.end(), word) != set.end();
  }
  [[nodiscard]] bool all_adverbs(const WordSet& words) const {
    const WordSet& adverbs = parsed_.grammar[static_cast<std::size_t>(Wordlist::adverb)];
    return std::all_of(words.begin(), words.end(), [&](std::uint64_t word) { return contains(adverbs, word); });
  }

  const Source& source_;
  const Parsed& parsed_;
  const Schema& schema_;
  Reporter& report_;
  unsigned captured_ = 0;  // of the rule at hand, a bit each
};

}  // namespace

void lint(std::span<const lexicon::SourceFile> files, const Schema& schema, const lexicon::Lexicon* lexicon,
          Diagnostics& problems) {
  std::vector<std::string> names;
  for (const lexicon::SourceFile& file : files) names.push_back(file.name);
  Diagnostics found;
  Reporter report(std::move(names), found);
  const Source source = read_source(files, report);
  const Parsed parsed = parse(source, schema, lexicon, report);
  Linter(source, parsed, schema, report).run();
  sort_by_file(found, files);
  problems.insert(problems.end(), found.begin(), found.end());
}

}  // namespace dossier::rules
