// The matcher against a naive one on random rules and items, and its limits.
#include <algorithm>
#include <functional>
#include <random>

#include "rules/context.hpp"
#include "rules/parser.hpp"
#include "rules/program.hpp"
#include "support.hpp"

namespace dossier::rules::test {
namespace {

/// Random patterns over a small alphabet of words and types.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string pattern(int depth) {
    std::string out = piece(depth);
    for (int i = pick(3); i > 0; --i) out += ' ' + piece(depth);
    return out;
  }
  std::string line() {
    std::string out;
    for (int i = 3 + pick(8); i > 0; --i) out += std::string(one({"a", "b", "c", "PERSON", "PERSON+", "ROLE"})) + ' ';
    return out;
  }

 private:
  int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  std::string_view one(std::initializer_list<std::string_view> of) {
    return of.begin()[pick(static_cast<int>(of.size()))];
  }

  std::string piece(int depth) {
    if (depth > 0 && pick(4) == 0) return '(' + pattern(depth - 1) + '|' + pattern(depth - 1) + ')' + suffix();
    if (depth > 0 && pick(5) == 0) return "subject:(" + pattern(depth - 1) + ')' + suffix();
    if (pick(7) == 0) return std::string(one({"!", "&", "<!", "<&"})) + std::string(one({"a", "PERSON", "(b|ROLE)"}));
    return std::string(one({"a", "b", "c", "PERSON", "[PERSON owner]", "ROLE", "ANY", "label:a"})) + suffix();
  }
  std::string suffix() { return std::string(one({"", "", "", "?", "??", "{0,2}", "{1,2}?"})); }

  std::mt19937 random_;
};

/// Follows the tree by recursion and tries everything in the order of preference.
class Naive {
 public:
  using Next = std::function<bool(std::uint32_t)>;
  Naive(const Programs& programs, const Syntax& syntax, const std::vector<Item>& items)
      : programs_(programs), syntax_(syntax), items_(items) {}

  /// The end of the preferred match from `start`, -1 when there is none.
  int match(NodeId pattern, std::uint32_t start) {
    int end = -1;
    node(pattern, start, [&](std::uint32_t at) {
      end = static_cast<int>(at);
      return true;
    });
    return end;
  }

 private:
  bool passes(TestId test, std::uint32_t at) const {
    return at < items_.size() && rules::passes(programs_, static_cast<std::uint32_t>(test), {items_, {}}, at);
  }
  bool all(const std::vector<NodeId>& children, std::size_t from, std::uint32_t at, const Next& next) {
    if (from == children.size()) return next(at);
    return node(children[from], at, [&](std::uint32_t end) { return all(children, from + 1, end, next); });
  }
  bool times(const Node& it, std::uint32_t done, std::uint32_t at, const Next& next) {
    const auto more = [&] {
      return done < it.max &&
             node(it.children[0], at, [&](std::uint32_t end) { return times(it, done + 1, end, next); });
    };
    if (done < it.min) return more();
    return it.greedy ? more() || next(at) : next(at) || more();
  }
  bool node(NodeId id, std::uint32_t at, const Next& next) {
    const Node& it = syntax_.node(id);
    switch (it.kind) {
      case Node::Kind::test:
        return passes(it.test, at) && next(at + 1);
      case Node::Kind::sequence:
        return all(it.children, 0, at, next);
      case Node::Kind::alternation:
        return std::any_of(it.children.begin(), it.children.end(), [&](NodeId child) { return node(child, at, next); });
      case Node::Kind::repeat:
        return times(it, 0, at, next);
      case Node::Kind::capture:
        return node(it.children[0], at, next);
      case Node::Kind::look:
        return (it.behind ? at > 0 && passes(it.test, at - 1) : passes(it.test, at)) != it.negated && next(at);
      case Node::Kind::start:
        return at == 0 && next(at);
      case Node::Kind::end:
        return at == items_.size() && next(at);
    }
    return false;
  }

  const Programs& programs_;
  const Syntax& syntax_;
  const std::vector<Item>& items_;
};

TEST_CASE("the matcher finds what a naive one finds on random rules and items") {
  constexpr unsigned seed = 20251126;
  INFO("seed " << seed);
  Writer writer(seed);
  std::size_t compared = 0;
  std::size_t matched = 0;
  std::size_t refused = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string pattern = writer.pattern(2);
    const std::string text = "x: " + pattern + " -> met\n";
    if (!problems_of(text).empty()) continue;  // it can match nothing, or is too large
    const std::vector<lexicon::SourceFile> files = {{"t", text}};
    const RuleSet rules = rules_of(text);
    Diagnostics problems;
    Reporter report({"t"}, problems);
    const Source source = read_source(files, report);
    const Parsed parsed = parse(source, Schema(), nullptr, report);
    const Programs programs = programs_of(rules);
    for (int lines = 0; lines < 6; ++lines) {
      const std::string line = writer.line();
      const std::vector<Item> items = items_of(rules, line);
      Naive naive(programs, parsed.syntax, items);
      Matches matches;
      rules.match(Stage::clauses, {items, {}}, matches);
      std::vector<int> expected(items.size() + 1, -1);
      std::vector<int> found(items.size() + 1, -1);
      for (std::uint32_t start = 0; start < items.size(); ++start)
        expected[start] = naive.match(parsed.rules[0].pattern, start);
      for (const Match& match : matches.matches) found[match.first] = static_cast<int>(match.last);
      INFO(pattern << " in " << line);
      REQUIRE(found == expected);
      if (!matches.matches.empty()) REQUIRE(rules.may_match(Stage::clauses, {items, {}}));
      for (const Match& match : matches.matches) {
        std::vector<Item> moved = items;  // what has a type stands elsewhere in the text, and again in the clause
        const auto typed = std::find_if(moved.begin() + match.first, moved.begin() + match.last,
                                        [](const Item& item) { return item.type != TypeId::none; });
        if (typed != moved.end()) std::rotate(typed, typed + 1, moved.end());
        REQUIRE(rules.may_match(Stage::clauses, {moved, {}}));
      }
      refused += rules.may_match(Stage::clauses, {items, {}}) ? 0U : 1U;
      ++compared;
      matched += matches.matches.size();
    }
  }
  CHECK(compared > 3000);
  CHECK(matched > 3000);
  CHECK(refused > 300);
}

TEST_CASE("more rules than one word has bits are told apart") {
  std::string text;
  for (int i = 0; i < 150; ++i) {
    const std::string number = std::to_string(i);
    text += "r" + number + ": w" + number + " PERSON ANY? -> met\n";
  }
  const RuleSet rules = rules_of(text);
  for (int i = 0; i < 150; ++i) {
    const std::string number = std::to_string(i);
    CHECK(matches_in(rules, "x w" + number + " PERSON") == std::vector<std::string>{"r" + number + "@1-3"});
  }
  CHECK(matches_in(rules, "w149 PERSON w0 PERSON w64 PERSON") ==
        std::vector<std::string>{"r149@0-3", "r0@2-5", "r64@4-6"});
}

TEST_CASE("each rule is tried at each start once, and matches come by start, then rule") {
  const RuleSet rules = rules_of(
      "second: (a|b) PERSON -> met\n"
      "first: a PERSON -> met\n");
  CHECK(matches_in(rules, "a PERSON b PERSON") == std::vector<std::string>{"second@0-2", "first@0-2", "second@2-4"});
}

TEST_CASE("rules see only the items of their stage") {
  const RuleSet rules = rules_of(
      "stage words\nw: a -> met\n"
      "stage phrases\np: a -> met\n"
      "stage lists\nl: a -> met\n"
      "stage clauses\nc: a -> met\n");
  CHECK(matches_in(rules, "a", Stage::words) == std::vector<std::string>{"w@0-1"});
  CHECK(matches_in(rules, "a", Stage::phrases) == std::vector<std::string>{"p@0-1"});
  CHECK(matches_in(rules, "a", Stage::lists) == std::vector<std::string>{"l@0-1"});
  CHECK(matches_in(rules, "a", Stage::clauses) == std::vector<std::string>{"c@0-1"});
}

TEST_CASE("a pattern made to explode takes steps in proportion to items and pattern") {
  const RuleSet rules = rules_of("x: (a? a? a? a? a? a? a? a?){1,3} (a|a a|a a a){1,8} b -> met\n");
  std::string line;
  for (int i = 0; i < 400; ++i) line += "a ";
  CHECK(matches_in(rules, line).empty());
  CHECK(matches_in(rules, "a a b") == std::vector<std::string>{"x@0-3", "x@1-3"});
}

}  // namespace
}  // namespace dossier::rules::test
