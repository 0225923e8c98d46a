// Sentences in bracket notation, "[PERSON#1 Ann] met [PERSON#2 Bob].", analysed with the English rules and a small
// dictionary.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "relate/examples.hpp"
#include "rules/rules.hpp"

namespace dossier::test {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The built-in rule files, sorted by name. DOSSIER_DICTIONARIES is the folder of dictionaries.
inline const std::vector<lexicon::SourceFile>& english_rule_files() {
  static const std::vector<lexicon::SourceFile> files = [] {
    std::vector<lexicon::SourceFile> out;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(DOSSIER_DICTIONARIES) + "/en/rules"))
      if (entry.path().extension() == ".rules")
        out.push_back({entry.path().filename().string(), read_text(entry.path())});
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
  }();
  return files;
}

inline const rules::RuleSet& english_rules() {
  static const rules::RuleSet rules = [] {
    Diagnostics problems;
    std::optional<rules::RuleSet> out = rules::RuleSet::compile(english_rule_files(), Schema(), problems);
    for (const Diagnostic& it : problems) UNSCOPED_INFO(to_string(it));
    REQUIRE(out);
    return *out;
  }();
  return rules;
}

/// The classes that relations read, a few words of each.
inline const lexicon::Lexicon& small_lexicon() {
  static const lexicon::Lexicon lexicon = [] {
    const std::string head = "#! source: made up\n#! licence: CC0-1.0\n";
    const std::vector<lexicon::SourceFile> files = {
        {"kin", "#! class: kin\n" + head + "wife\nhusband\nbrother\nsister\nsisters\ndaughter\nfather\nwidow\n"},
        {"title", "#! class: role_title\n" + head + "President\nSen.\nGov.\nMayor\n"},
        {"time", "#! class: role_time\n#! columns: form attributes\n" + head +
                     "former\tflag=former\nacting\tflag=none\nprospective\tflag=planned\nex\tflag=former\n"},
        {"nation", "#! class: nationality\n" + head + "Danish\nDutch\nFrench\nIndian\n"},
        {"honorific", "#! class: honorific\n" + head + "Mr.\nDr.\nMs.\n"},
        {"ordinal", "#! class: ordinal_word\n" + head + "first\nsecond\nthird\n"}};
    Diagnostics problems;
    std::optional<lexicon::Lexicon> out = lexicon::Lexicon::adopt(lexicon::compile(files, problems), problems);
    for (const Diagnostic& it : problems) UNSCOPED_INFO(to_string(it));
    REQUIRE(out);
    return *out;
  }();
  return lexicon;
}

/// What the notation's sentences state, in order: "#1 met #2 "met" planned place=#3".
inline std::vector<std::string> statements_in(std::string_view notation) {
  const Schema schema;
  const relate::Analysis analysis = relate::analyse(notation, small_lexicon(), english_rules(), schema);
  if (!analysis.problem.empty()) return {"wrong notation: " + analysis.problem};
  std::vector<std::string> out;
  for (const relate::Statement& it : analysis.statements) out.push_back(relate::describe(analysis, it, schema));
  return out;
}

}  // namespace dossier::test
