// The recognizers on sentences, with a lexicon of a few dozen words.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "recognize/recognize.hpp"
#include "support.hpp"

using namespace dossier;

namespace dossier::test {

recognize::Weights english_weights() {
  std::ifstream file(DOSSIER_SOURCE_DIR "/dictionaries/en/evidence.tsv", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  Diagnostics problems;
  recognize::Weights weights = recognize::Weights::parse("evidence.tsv", bytes, problems);
  REQUIRE(problems.empty());
  return weights;
}

rules::RuleSet rules_of_amounts() {
  std::ifstream file(DOSSIER_SOURCE_DIR "/dictionaries/en/rules/amounts.rules", std::ios::binary);
  const std::vector<lexicon::SourceFile> files = {{"amounts.rules", {std::istreambuf_iterator<char>(file), {}}}};
  Diagnostics problems;
  const std::optional<rules::RuleSet> rules = rules::RuleSet::compile(files, Schema(), problems);
  REQUIRE(rules);
  return *rules;
}

/// The chosen mentions as "TYPE words; TYPE words".
std::string found(const std::string& text) {
  static const lexicon::Lexicon small = small_lexicon();
  static const recognize::Recognizers recognizers{.lexicon = small,
                                                  .weights = english_weights(),
                                                  .rules = rules_of_amounts(),
                                                  .nouns = recognize::Nouns::of(small)};
  tokens::TokenizedText tokens;
  tokens::tokenize(text, {}, {}, tokens);
  recognize::Workspace work;
  recognizers.lexicon.match(tokens, work.matches);
  recognize::find_candidates(tokens, recognizers, std::nullopt, work);
  std::vector<recognize::Candidate> chosen;
  std::copy_if(work.candidates.begin(), work.candidates.end(), std::back_inserter(chosen),
               [](const recognize::Candidate& candidate) { return candidate.chosen; });
  std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  const Schema schema;
  for (const recognize::Candidate& candidate : chosen) {
    if (!out.empty()) out += "; ";
    const std::uint32_t begin = tokens.tokens[candidate.first].span.begin;
    const std::uint32_t end = tokens.tokens[candidate.last - 1].span.end;
    const std::uint32_t split = candidate.split == 0 ? end : begin + candidate.split;
    out += std::string(schema.name(candidate.type)) + " " + text.substr(begin, split - begin);
    if (split != end)
      out += "; " + std::string(schema.name(candidate.second_type)) + " " + text.substr(split + 1, end - split - 1);
  }
  return out;
}

}  // namespace dossier::test

using dossier::test::found;

TEST_CASE("names, roles, places and fixed forms are found in sentences") {
  struct Row {
    const char* text;
    const char* expected;
  };
  const Row rows[] = {
      {"", ""},
      {"The talks were new.", ""},
      {"The guest Anna Keller arrived.", "PERSON Anna Keller"},
      {"And so Peter van Lindqvist left.", "PERSON Peter van Lindqvist"},
      {"A visit by J. K. Keller was new.", "PERSON J. K. Keller"},
      {"A visit by Peter Keller Jr. was new.", "PERSON Peter Keller Jr."},
      {"They praised Mr. Zorblatt again.", "PERSON Zorblatt"},
      {"They met President Anna Keller.", "ROLE President; PERSON Anna Keller"},
      {"They met Norwegian Foreign Minister Peter Lindqvist.",
       "GROUP Norwegian; ROLE Foreign Minister; PERSON Peter Lindqvist"},
      {"They met the U.S. president.", "LOCATION U.S.; ROLE president"},
      {"They met a foreign policy adviser of Keller.", "ROLE foreign policy adviser"},
      {"The deputy minister of foreign affairs spoke.", "ROLE deputy minister of foreign affairs"},
      {"They work at Nordhavn Bank.", "ORGANIZATION Nordhavn Bank"},
      {"They work at the University of Oslo.", "ORGANIZATION University of Oslo"},
      {"They bought Zorblatt Inc. and left.", "ORGANIZATION Zorblatt Inc."},
      {"Target was new again.", ""},
      {"They sold it to Target again.", "ORGANIZATION Target"},
      {"They live in Oslo near Zorblatt Street.", "LOCATION Oslo; LOCATION Zorblatt Street"},
      {"Most Muslims in Norway agree.", "GROUP Muslims; LOCATION Norway"},
      {"It cost $28 million or 5 million euros, 50% or two kilometres more.",
       "MONEY $28 million; MONEY 5 million euros; PERCENT 50%; QUANTITY two kilometres"},
      {"Write to a@example.org or see https://example.org/x.", "EMAIL a@example.org; URL https://example.org/x"},
      {"However, he left with his wife.", "PERSON he; PERSON his; ROLE wife"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(found(row.text) == row.expected);
  }
}

TEST_CASE("an unknown capitalised word is left alone") { CHECK(found("They like Zorblatt very much.") == ""); }

TEST_CASE("a surname alone is decided by the full name elsewhere, before or after") {
  CHECK(found("They like Zorblatt. Then Anna Zorblatt spoke.") == "PERSON Zorblatt; PERSON Anna Zorblatt");
  CHECK(found("Then Anna Brown spoke. They like Brown.") == "PERSON Anna Brown; PERSON Brown");
}

TEST_CASE("an ordinary word at the start of a sentence is no name") {
  CHECK(found("Mark the talks as new.") == "");
  CHECK(found("Brown bread is new.") == "");
}

TEST_CASE("mentions of one text never overlap and lie inside their sentences") {
  const std::string text =
      "President Anna Keller of Nordhavn Bank told Norwegian minister Peter Lindqvist in Oslo, Norway, that U.S. "
      "talks cost $2 million. Mrs. Keller met the Foreign Minister near Zorblatt River.";
  const std::string first = found(text);
  CHECK(first == found(text));
  CHECK(first.find("ORGANIZATION Nordhavn Bank") != std::string::npos);
}
