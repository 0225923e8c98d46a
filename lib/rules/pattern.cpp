// The grammar of patterns: alternation, sequence, capture, look-around, repetition, brackets.
#include "rules/pattern.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/suggest.hpp"
#include "rules/names.hpp"
#include "rules/regex.hpp"

namespace dossier::rules {
namespace {

constexpr int max_depth = 24;
constexpr std::uint32_t max_elements = 2000;  // keeps work on patterns small, whatever lets and repetitions are nested

}  // namespace

NodeId PatternParser::alternation() {
  if (++depth_ > max_depth) {
    error("rules.too-deep", "groups are nested too deeply");
    --depth_;
    return NodeId::none;
  }
  std::vector<NodeId> alternatives = {sequence()};
  while (is(LexemeKind::bar)) {
    next();
    alternatives.push_back(sequence());
  }
  --depth_;
  if (failed_) return NodeId::none;
  const NodeId out = alternatives.size() == 1 ? alternatives.front() : merged(alternatives);
  if (node(out).size <= max_elements) return out;
  error("rules.too-large", "this pattern has more than 2000 elements when it is written out");
  return NodeId::none;
}

NodeId PatternParser::sequence() {
  std::vector<NodeId> pieces;
  while (!failed_ && !is(LexemeKind::bar) && !is(LexemeKind::close) && !is(LexemeKind::arrow) && !is(LexemeKind::end))
    pieces.push_back(piece());
  if (failed_) return NodeId::none;
  if (pieces.empty()) {
    error("rules.syntax", "an element is missing here");
    return NodeId::none;
  }
  if (pieces.size() == 1) return pieces.front();
  Node out;
  out.kind = Node::Kind::sequence;
  out.children = std::move(pieces);
  return context_.syntax().add(std::move(out));
}

NodeId PatternParser::piece() {
  if (is(LexemeKind::bang) || is(LexemeKind::ampersand) || is(LexemeKind::less)) return look();
  return is(LexemeKind::capture) ? capture() : repeated(simple());
}

NodeId PatternParser::capture() {
  const auto found = std::find(capture_names.begin(), capture_names.end(), peek().text);
  if (found == capture_names.end()) {
    error("rules.unknown-capture", "a part may be called subject, object, both, label, place, date or name" +
                                       base::suggestion(peek().text, capture_names));
    return NodeId::none;
  }
  Node out;
  out.kind = Node::Kind::capture;
  out.capture = static_cast<CaptureName>(found - capture_names.begin());
  out.place = peek().place;
  next();
  if (++depth_ > max_depth) error("rules.too-deep", "parts are nested too deeply");
  const NodeId child = failed_ ? NodeId::none : is(LexemeKind::capture) ? capture() : repeated(simple());
  --depth_;
  if (failed_) return NodeId::none;
  out.children = {child};
  return context_.syntax().add(std::move(out));
}

NodeId PatternParser::look() {
  Node out;
  out.kind = Node::Kind::look;
  out.behind = is(LexemeKind::less);
  if (out.behind) next();
  if (!is(LexemeKind::bang) && !is(LexemeKind::ampersand)) {
    error("rules.syntax", "'<' looks back and needs '!' or '&' behind it");
    return NodeId::none;
  }
  out.negated = is(LexemeKind::bang);
  next();
  const Lexeme& at = peek();
  const NodeId child = simple();
  if (failed_) return NodeId::none;
  if (node(child).kind != Node::Kind::test) {
    failed_ = true;
    context_.report().error("rules.look-too-long", "'!' and '&' look at one item only", at.place, at.source);
    return NodeId::none;
  }
  out.test = node(child).test;
  return context_.syntax().add(std::move(out));
}

// An element with its words as they stand in the file.
NodeId PatternParser::simple() {
  const std::size_t begin = at_;
  const NodeId out = simple_node();
  if (failed_ || !node(out).source.empty()) return out;
  const Lexeme& first = lexemes_[begin];
  const Lexeme& last = lexemes_[at_ > begin ? at_ - 1 : begin];
  const bool one_line = first.place.line == last.place.line && first.place.file == last.place.file;
  const std::string_view end = one_line ? last.source : first.source;
  node(out).source.assign(first.source.data(), end.data() + end.size());
  return out;
}

NodeId PatternParser::simple_node() {
  switch (peek().kind) {
    case LexemeKind::open:
      return group();
    case LexemeKind::open_bracket:
      return bracket();
    case LexemeKind::type:
      return type_or_anchor();
    case LexemeKind::reference:
      return reference();
    case LexemeKind::word:
    case LexemeKind::regex:
    case LexemeKind::cls: {
      Atom atom;
      const bool ok = is(LexemeKind::word)    ? list_atom(atom)
                      : is(LexemeKind::regex) ? regex_atom(atom)
                                              : class_atom(atom);
      return ok ? test_node({atom}) : NodeId::none;
    }
    default:
      error("rules.syntax", "expected a word, a TYPE, $list, %class, /expression/, '[' or '('");
      return NodeId::none;
  }
}

NodeId PatternParser::group() {
  next();
  const NodeId inside = alternation();
  if (failed_) return NodeId::none;
  if (!is(LexemeKind::close)) {
    error("rules.syntax", "expected ')'");
    return NodeId::none;
  }
  next();
  return inside;
}

NodeId PatternParser::type_or_anchor() {
  Node out;
  if (peek().text == "START" || peek().text == "END") {
    out.kind = peek().text == "START" ? Node::Kind::start : Node::Kind::end;
    next();
    return context_.syntax().add(std::move(out));
  }
  Atom atom;
  return type_atom(atom) ? test_node({atom}) : NodeId::none;
}

NodeId PatternParser::reference() {
  const std::string& name = peek().text;
  if (context_.list(name) != SetId::none) {
    Atom atom;
    return list_atom(atom) ? test_node({atom}) : NodeId::none;
  }
  if (!context_.has_let(name)) {
    error("rules.unknown-name", "no list or let has this name" + base::suggestion(name, context_.reference_names()));
    return NodeId::none;
  }
  const NodeId found = context_.let(name, peek());
  failed_ = failed_ || found == NodeId::none;
  next();
  return found;
}

NodeId PatternParser::bracket() {
  next();
  std::vector<Atom> atoms;
  while (!is(LexemeKind::close_bracket)) {
    if (!bracket_atom(atoms)) return NodeId::none;
  }
  next();
  if (atoms.empty()) {
    error("rules.syntax", "empty brackets; ANY matches any item");
    return NodeId::none;
  }
  return test_node(std::move(atoms));
}

bool PatternParser::bracket_atom(std::vector<Atom>& atoms) {
  Atom atom;
  bool negated = false;
  if (is(LexemeKind::bang)) {
    negated = true;
    next();
  }
  const bool head = is(LexemeKind::capture) && peek().text == "head";
  if (head) next();
  bool ok = false;
  switch (peek().kind) {
    case LexemeKind::type:
      ok = !head && type_atom(atom);
      break;
    case LexemeKind::cls:
      ok = !head && class_atom(atom);
      break;
    case LexemeKind::reference:
      ok = list_atom(atom);
      break;
    case LexemeKind::regex:
      ok = !head && regex_atom(atom);
      break;
    case LexemeKind::word:
      ok = head || peek().quoted ? list_atom(atom) : attribute_atom(atom);
      break;
    default:
      break;
  }
  if (!ok) {
    if (!failed_) error("rules.syntax", "expected a TYPE, $list, %class, /expression/, attribute, quoted word or ']'");
    return false;
  }
  if (head) atom.kind = Atom::Kind::head;
  atom.negated = atom.negated != negated;
  atoms.push_back(atom);
  return true;
}

bool PatternParser::attribute_atom(Atom& atom) {
  for (const Attribute& attribute : attributes) {
    if (attribute.name != peek().text) continue;
    atom.kind = attribute.kind;
    atom.mask = attribute.mask;
    atom.negated = attribute.negated;
    next();
    return true;
  }
  std::vector<std::string_view> names;
  for (const Attribute& attribute : attributes) names.push_back(attribute.name);
  error("rules.unknown-attribute",
        "unknown attribute; words inside brackets are quoted" + base::suggestion(peek().text, names));
  return false;
}

bool PatternParser::list_atom(Atom& atom) {
  atom.kind = Atom::Kind::word;
  if (is(LexemeKind::word)) {
    if (peek().text.find(' ') != std::string::npos) {
      error("rules.syntax", "one word only; words that follow each other are quoted one by one");
      return false;
    }
    atom.set = context_.literal(peek().text);
  } else {
    atom.set = context_.list(peek().text);
    if (atom.set == SetId::none) {
      error("rules.unknown-name", "no list has this name" + base::suggestion(peek().text, context_.reference_names()));
      return false;
    }
  }
  next();
  return true;
}

bool PatternParser::class_atom(Atom& atom) {
  const std::optional<lexicon::ClassId> found = context_.find_class(peek().text);
  if (!found) {
    error("rules.unknown-class",
          "no dictionary class has this name" + base::suggestion(peek().text, context_.class_names()));
    return false;
  }
  atom.kind = Atom::Kind::cls;
  atom.classes.add(*found);
  next();
  return true;
}

bool PatternParser::regex_atom(Atom& atom) {
  Expression expression{peek().text, peek().quoted};
  if (const std::string problem = problem_of(expression); !problem.empty()) {
    error("rules.bad-expression", "not a regular expression of RE2: " + problem);
    return false;
  }
  atom.kind = Atom::Kind::regex;
  atom.mask = static_cast<std::uint32_t>(context_.syntax().regexes.size());
  context_.syntax().regexes.push_back(std::move(expression));
  next();
  return true;
}

bool PatternParser::type_atom(Atom& atom) {
  if (peek().text == "ANY") {
    next();
    return true;
  }
  const std::optional<TypeId> found = context_.schema().find_type(peek().text);
  if (!found) {
    std::vector<std::string_view> names = {"ANY", "START", "END"};
    for (const EntityType& type : context_.schema().entity_types()) names.push_back(type.name);
    const std::string near = base::suggestion(peek().text, names);
    error("rules.unknown-type",
          "no entity type has this name" +
              (near.empty() ? "; declare it in a .schema file ('type NAME'), or quote a word in capitals" : near));
    return false;
  }
  atom.kind = Atom::Kind::type;
  atom.types.add(*found);
  next();
  return true;
}

NodeId PatternParser::repeated(NodeId child) {
  if (failed_ || (!is(LexemeKind::question) && !is(LexemeKind::repeat))) return child;
  Node out;
  out.kind = Node::Kind::repeat;
  out.min = is(LexemeKind::question) ? 0 : peek().min;
  out.max = is(LexemeKind::question) ? 1 : peek().max;
  next();
  if (is(LexemeKind::question)) {
    out.greedy = false;
    next();
  }
  out.children = {child};
  return context_.syntax().add(std::move(out));
}

NodeId PatternParser::test_node(std::vector<Atom> atoms) {
  ItemTest test;
  test.clauses.push_back(std::move(atoms));
  Node out;
  out.kind = Node::Kind::test;
  out.test = context_.syntax().add(std::move(test));
  return context_.syntax().add(std::move(out));
}

// Alternatives that are each one item become one test; single words or types of them even one atom.
NodeId PatternParser::merged(const std::vector<NodeId>& alternatives) {
  const bool all_tests = std::all_of(alternatives.begin(), alternatives.end(),
                                     [this](NodeId id) { return node(id).kind == Node::Kind::test; });
  Node out;
  if (!all_tests) {
    out.kind = Node::Kind::alternation;
    out.children = alternatives;
    return context_.syntax().add(std::move(out));
  }
  ItemTest all;
  WordSet words;
  TypeSet types;
  for (const NodeId id : alternatives) {
    for (const std::vector<Atom>& clause : context_.syntax().test(node(id).test).clauses) {
      const Atom& atom = clause.front();
      const bool plain = clause.size() == 1 && !atom.negated;
      if (plain && atom.kind == Atom::Kind::word) {
        const WordSet& set = context_.syntax().sets[static_cast<std::size_t>(atom.set)];
        words.insert(words.end(), set.begin(), set.end());
      } else if (plain && atom.kind == Atom::Kind::type) {
        types.bits |= atom.types.bits;
      } else {
        all.clauses.push_back(clause);
      }
    }
  }
  Atom atom;
  if (!words.empty()) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    atom.kind = Atom::Kind::word;
    atom.set = context_.add_set(std::move(words));
    all.clauses.push_back({atom});
  }
  if (types.bits != 0) {
    atom.kind = Atom::Kind::type;
    atom.types = types;
    all.clauses.push_back({atom});
  }
  out.kind = Node::Kind::test;
  out.test = context_.syntax().add(std::move(all));
  return context_.syntax().add(std::move(out));
}

}  // namespace dossier::rules
