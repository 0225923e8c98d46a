// Rule files and sentences made out of a fuzzer's bytes: always well-formed, as nested and as wide as the bytes ask.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules_harness.hpp"

namespace dossier::fuzz {

/// Writes rules over the words a b c d and a few types. What it writes has no errors but those of size and type: a
/// pattern may match nothing, be nested too deeply or be too large, and name a part that its relation cannot have.
class RuleWriter {
 public:
  explicit RuleWriter(Choices& choices) : choices_(choices) {}

  std::string file() {
    std::string out =
        "list pair = a b\n"
        "verbs other = c d\n"
        "let thing = [PERSON !owner] | ORGANIZATION\n"
        "let maybe = (a | PERSON b)?\n";
    constexpr std::string_view stage_names[] = {"clauses", "words", "phrases", "lists", "names"};
    constexpr std::string_view relations[] = {" -> met\n", " -> phrase\n", " -> met planned negated\n",
                                              " -> has_role absorb past\n"};
    constexpr std::string_view mentions[] = {" -> PERSON\n", " -> PRODUCT weight 2.5\n", " -> LOCATION hint -1\n"};
    const std::uint32_t rules = 1 + choices_.below(4);
    for (std::uint32_t i = 0; i < rules; ++i) {
      const std::string_view stage = choices_.one_of(stage_names);
      gives_mentions_ = stage == "names";
      out += "stage " + std::string(stage) + "\nr" + std::to_string(i) + ": ";
      out += alternation(max_depth);
      std::string result(gives_mentions_ ? choices_.one_of(mentions) : choices_.one_of(relations));
      if (const std::size_t at = result.find(" absorb"); at != std::string::npos && stage == "clauses")
        result.erase(at, 7);  // has its place in the stages before
      out += result;
    }
    return out;
  }

 private:
  static constexpr int max_depth = 4;

  std::string alternation(int depth) {
    std::string out = sequence(depth);
    for (std::uint32_t i = choices_.below(5) / 2; i > 0; --i) out += " | " + sequence(depth);
    return out;
  }
  std::string sequence(int depth) {
    std::string out = piece(depth);
    for (std::uint32_t i = choices_.below(4); i > 0; --i) out += ' ' + piece(depth);
    return out;
  }

  // An item by default, so that an input that is used up ends. Choices are made in statements of their own: which
  // operand of '+' is called first differs between compilers.
  std::string piece(int depth) {
    std::string out;
    switch (choices_.below(depth > 0 ? 20 : 12)) {
      default:
        out = item();
        break;
      case 7:
        return look();
      case 8:
        return tower();
      case 9:
        return wide();
      case 10:
        return std::string(choices_.one_of(names));
      case 11:
        return choices_.below(2) == 0 ? "START" : "END";
      case 12:
      case 13:
      case 14:
        out = capture();
        out += group(depth - 1);
        break;
      case 15:
        out = capture();
        out += capture();
        out += item();
        return out;
      case 16:
      case 17:
      case 18:
        out = group(depth - 1);
        break;
    }
    out += repetition();
    return out;
  }

  std::string group(int depth) { return '(' + alternation(depth) + ')'; }
  std::string item() { return std::string(choices_.one_of(items)); }
  std::string capture() {
    constexpr std::string_view captures[] = {"subject:", "object:", "both:", "label:", "place:", "date:"};
    return gives_mentions_ ? "name:" : std::string(choices_.one_of(captures));
  }
  std::string repetition() {
    constexpr std::string_view repetitions[] = {"",      "",      "",       "",    "",       "",      "",
                                                "",      "",      "",       "",    "",       "?",     "??",
                                                "{0,3}", "{1,3}", "{0,3}?", "{2}", "{1,2}?", "{0,30}"};
    return std::string(choices_.one_of(repetitions));
  }
  std::string look() {
    constexpr std::string_view looks[] = {"!", "&", "<!", "<&"};
    std::string out(choices_.one_of(looks));
    out += item();
    return out;
  }
  // Repetitions of repetitions: (((a{0,3}){0,3}){0,3}).
  std::string tower() {
    std::string out = item() + "{0,3}";
    for (std::uint32_t height = choices_.below(choices_.below(2) == 0 ? 3 : 9); height > 0; --height) {
      out.insert(0, "(");
      out += choices_.below(3) == 0 ? "){0,3}" : ')' + repetition();
    }
    return out;
  }
  // Up to 1200 alternatives that begin alike, twenty a line.
  std::string wide() {
    std::string out = "(a b";
    const std::uint32_t alternatives = choices_.below(16) != 1 ? choices_.below(8) : choices_.below(1200);
    const bool distinct = choices_.below(2) == 1;
    for (std::uint32_t i = 0; i < alternatives; ++i) {
      out += i % 20 == 19 ? "\n    | a " : " | a ";
      out += distinct ? 'w' + std::to_string(i) : "a b";
    }
    return out + ')' + repetition();
  }

  static constexpr std::string_view names[] = {"$pair", "$other", "$thing", "$maybe"};
  static constexpr std::string_view items[] = {"a",
                                               "b",
                                               "c",
                                               "d",
                                               "PERSON",
                                               "ORGANIZATION",
                                               "ROLE",
                                               "ANY",
                                               "(a|b)",
                                               "[$pair]",
                                               "[PERSON owner]",
                                               "[ANY !owner]",
                                               "[!$pair lower]",
                                               "[head:$other]",
                                               "[!PERSON]",
                                               "[pronoun]",
                                               "[several PERSON]",
                                               "%given_name",
                                               "(PERSON|c)",
                                               "[sentence-start]",
                                               "\"a\"",
                                               "/[a-c]/",
                                               "/(a|b|aa)*/i",
                                               "[ANY /.*e.*/]"};

  Choices& choices_;
  bool gives_mentions_ = false;  // the rule under way is of stage names
};

/// Up to 50 items, rarely up to 200: words, mentions, walls, with marks, classes and flags as the bytes have it.
inline Sentence write_sentence(const rules::RuleSet& rules, Choices& choices) {
  constexpr std::string_view words[] = {"a", "a", "b", "c", "d", "PERSON", "ORGANIZATION", "ROLE", ",", "w7", "other"};
  Sentence out;
  const std::uint32_t size = choices.below(choices.below(16) == 1 ? 200 : 50);
  const bool uniform = choices.below(4) == 0;  // "a a a a b": the longest way round for repetitions
  for (std::uint32_t i = 0; i < size; ++i) {
    if (uniform) {
      out.add(rules, i + 1 < size ? "a" : "b");
      continue;
    }
    Item& item = out.add(rules, choices.one_of(words));
    const std::uint32_t how = choices.below(16);
    if (how == 1) item.marks = rules::owner;
    if (how == 2) item.marks = rules::several;
    if (how == 3) item.marks = rules::wall;
    if (how == 4) item.reference = MentionKind::pronoun;
    if (how == 5) item.flags = static_cast<std::uint16_t>(choices.below(1024));
    if (how == 6) item.marks = static_cast<std::uint16_t>(choices.below(128));
    if (how == 7) item.classes.add(*lexicon::find_class("given_name"));
  }
  return out;
}

}  // namespace dossier::fuzz
