// Parses one pattern: a recursive descent over its lexemes; the depth of groups is limited.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/context.hpp"
#include "rules/scanner.hpp"
#include "rules/syntax.hpp"

namespace dossier::rules {

/// One pattern while it is parsed. Stops at the first problem.
class PatternParser {
 public:
  PatternParser(Context& context, const std::vector<Lexeme>& lexemes) : context_(context), lexemes_(lexemes) {}

  /// The tree, up to "->", ")" or the end; none after a problem, which is reported.
  NodeId pattern() { return alternation(); }
  [[nodiscard]] const Lexeme& peek() const { return lexemes_[at_]; }
  void next() {
    if (at_ + 1 < lexemes_.size()) ++at_;
  }
  [[nodiscard]] bool failed() const { return failed_; }
  void error(std::string_view code, std::string message) {
    failed_ = true;
    context_.report().error(std::string(code), std::move(message), peek().place, peek().source);
  }

 private:
  NodeId alternation();
  NodeId sequence();
  NodeId piece();
  NodeId capture();
  NodeId look();
  NodeId group();
  NodeId simple();
  NodeId simple_node();
  NodeId type_or_anchor();
  NodeId reference();
  NodeId bracket();
  bool bracket_atom(std::vector<Atom>& atoms);
  bool attribute_atom(Atom& atom);
  bool list_atom(Atom& atom);
  bool class_atom(Atom& atom);
  bool type_atom(Atom& atom);
  bool regex_atom(Atom& atom);
  NodeId repeated(NodeId node);
  NodeId test_node(std::vector<Atom> atoms);
  NodeId merged(const std::vector<NodeId>& alternatives);

  [[nodiscard]] bool is(LexemeKind kind) const { return peek().kind == kind; }
  Node& node(NodeId id) { return context_.syntax().nodes[static_cast<std::size_t>(id)]; }

  Context& context_;
  const std::vector<Lexeme>& lexemes_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace dossier::rules
