// Any bytes as rule files: they compile, or every problem says where it is; what compiles matches within bounds,
// and compiled rules that are damaged are refused or match within bounds, too.
//
// A line "====" cuts the input into several files, which may use each other's lists and lets.
#include <sstream>

#include "rules_harness.hpp"

namespace {

using namespace std::string_view_literals;
using dossier::Diagnostic;
using dossier::Diagnostics;
using dossier::fuzz::require;

// Words of the seeds, types ("PERSON+" is an owner, "PERSON*" a list, "PERSON~" a pronoun), walls ("#").
constexpr std::string_view sentences[] = {
    ""sv,
    "a"sv,
    "PERSON met PERSON in LOCATION ."sv,
    "a b c d a b c d # PERSON a a a # b c"sv,
    "PERSON+ ROLE PERSON~ met with ORGANIZATION* and a b , c GROUP DATE , the envoy of LOCATION"sv,
    "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a "
    "a a a a a a a a a a a a a a a a a a a a b b b b b b b b b b b b b b b b b b b b c"sv};

std::vector<dossier::lexicon::SourceFile> files_of(std::string_view text) {
  constexpr std::string_view cut = "\n====\n";
  std::vector<dossier::lexicon::SourceFile> files;
  for (;;) {
    const std::size_t end = text.find(cut);
    files.push_back({"file-" + std::to_string(files.size()) + ".rules", std::string(text.substr(0, end))});
    if (end == std::string_view::npos) return files;
    text.remove_prefix(end + cut.size());
  }
}

void check_problem(const Diagnostic& problem, const std::vector<dossier::lexicon::SourceFile>& files) {
  require(problem.code.starts_with("rules."), "a problem has a code of the rules", problem.code);
  require(!problem.message.empty(), "a problem says what is wrong", problem.code);
  const auto file =
      std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.name == problem.file; });
  require(file != files.end(), "a problem names its file", to_string(problem));
  const auto lines = static_cast<std::size_t>(std::count(file->bytes.begin(), file->bytes.end(), '\n')) + 1;
  require(problem.line >= 1 && problem.line <= lines, "a problem names a line of its file", to_string(problem));
  require(problem.column >= 1, "a problem has a column", to_string(problem));
}

dossier::fuzz::Sentence sentence_of(const dossier::rules::RuleSet& rules, std::string_view line) {
  dossier::fuzz::Sentence out;
  std::istringstream words{std::string(line)};
  for (std::string word; words >> word;) {
    const char mark = word.size() > 1 ? word.back() : ' ';
    const bool marked = "+*~"sv.find(mark) != std::string_view::npos;
    if (marked) word.pop_back();
    dossier::rules::Item& item = out.add(rules, word);
    if (mark == '+') item.marks = dossier::rules::owner;
    if (mark == '*') item.marks = dossier::rules::several;
    if (mark == '~') item.reference = dossier::MentionKind::pronoun;
    if (word == "#") item.marks = dossier::rules::wall;
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<dossier::lexicon::SourceFile> files = files_of(dossier::fuzz::text_of(data, size));
  Diagnostics problems;
  const auto rules = dossier::fuzz::compile_rules(files, problems);
  for (const Diagnostic& problem : problems) check_problem(problem, files);
  require(rules.has_value() != has_errors(problems), "rules compile exactly when there is no error");
  if (!rules) return 0;
  for (const dossier::rules::Example& example : rules->examples())
    require(example.rule < rules->rules().size(), "an example is of a rule of the set");
  dossier::rules::Matches scratch;
  for (const std::string_view line : sentences)
    dossier::fuzz::check_matches(*rules, sentence_of(*rules, line), scratch);
  for (std::uint64_t round = 0; round < 12; ++round)
    for (const std::string_view line : {sentences[3], sentences[4]})
      dossier::fuzz::check_damaged(*rules, size * 100 + round,
                                   [&](const auto& damaged) { return sentence_of(damaged, line); });
  return 0;
}
