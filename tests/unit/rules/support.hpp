// Rule sets out of text, and items out of a line of words, for tests.
#pragma once

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "rules/image.hpp"
#include "rules/program.hpp"
#include "rules/rules.hpp"
#include "tokens/tokenizer.hpp"

namespace dossier::rules::test {

/// Every problem of the text as "line:column code", in order.
inline std::vector<std::string> problems_of(std::string_view text) {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"test.rules", std::string(text)}};
  static_cast<void>(RuleSet::compile(files, Schema(), problems));
  std::vector<std::string> out;
  for (const Diagnostic& it : problems)
    out.push_back(std::to_string(it.line) + ':' + std::to_string(it.column) + ' ' + it.code);
  return out;
}

inline RuleSet rules_of(std::string_view text) {
  Diagnostics problems;
  const std::vector<lexicon::SourceFile> files = {{"test.rules", std::string(text)}};
  std::optional<RuleSet> rules = RuleSet::compile(files, Schema(), problems);
  for (const Diagnostic& it : problems) UNSCOPED_INFO(to_string(it));
  REQUIRE(rules);
  return *rules;
}

/// What matching reads; the rule set must outlive it.
inline Programs programs_of(const RuleSet& rules) {
  Diagnostics problems;
  return Programs(view_of(*base::Image::open(rules.image(), "test", problems)));
}

/// Items of words separated by spaces. "PERSON" and other type names are mentions; "PERSON+" is an owner, "PERSON*" a
/// list, "PERSON~" a pronoun, "#" a wall; a first capital letter gives shape title.
inline std::vector<Item> items_of(const RuleSet& rules, std::string_view line) {
  std::vector<Item> out;
  std::istringstream words{std::string(line)};
  std::string buffer;
  const Schema schema;
  for (std::string word; words >> word;) {
    Item item;
    item.shape = word[0] >= 'A' && word[0] <= 'Z' ? tokens::Shape::title : tokens::Shape::lower;
    const std::string type = word.substr(0, word.find_first_of("+*~"));
    if (const auto id = schema.find_type(type)) {
      item.type = *id;
      item.mention = static_cast<MentionId>(out.size());
      if (word.ends_with('+')) item.marks |= owner;
      if (word.ends_with('*')) item.marks |= several;
      if (word.ends_with('~')) item.reference = MentionKind::pronoun;
    } else if (word == "#") {
      item.marks |= wall;
    } else {
      rules.set_word(item, tokens::hash_word(word, buffer));
    }
    item.span.begin = static_cast<std::uint32_t>(line.find(word, out.empty() ? 0 : out.back().span.end));
    item.span.end = item.span.begin + static_cast<std::uint32_t>(word.size());
    if (word == "," || word == ".") item.kind = tokens::TokenKind::punctuation;
    out.push_back(item);
  }
  return out;
}

/// The matches in a line as "rule@first-last(subject=0-1 label=1-2)", in order.
inline std::vector<std::string> matches_in(const RuleSet& rules, std::string_view line, Stage stage = Stage::clauses) {
  Matches matches;
  const std::vector<Item> items = items_of(rules, line);
  rules.match(stage, {items, line}, matches);
  std::vector<std::string> out;
  for (const Match& match : matches.matches) {
    std::string text =
        rules.rules()[match.rule].name + '@' + std::to_string(match.first) + '-' + std::to_string(match.last);
    for (const Capture& capture : matches.captures_of(match))
      text += ' ' + std::string(to_string(capture.name)) + '=' + std::to_string(capture.first) + '-' +
              std::to_string(capture.last);
    out.push_back(text);
  }
  return out;
}

/// The match of a pattern as a rule of its own that begins first, "" when there is none: "0-3 subject=0-1".
inline std::string first_match(std::string_view pattern, std::string_view line) {
  const RuleSet rules = rules_of("x: " + std::string(pattern) + " -> met\n");
  const std::vector<std::string> found = matches_in(rules, line);
  return found.empty() ? "" : found.front().substr(2);
}

}  // namespace dossier::rules::test
