// Any bytes as a dictionary, and damaged images: compiling reports what is wrong, opening refuses or reads within
// bounds, and a text is matched against whatever was opened.
#include <algorithm>
#include <cstring>
#include <vector>

#include "check.hpp"
#include "lexicon/lexicon.hpp"
#include "tokens/tokenizer.hpp"

namespace {

using dossier::Diagnostic;
using dossier::Diagnostics;
using dossier::fuzz::require;
using dossier::lexicon::Lexicon;

constexpr std::string_view name = "en/fuzz.tsv";

void check_problem(const Diagnostic& problem) {
  require(problem.code.starts_with("dict."), "a problem has a code of dictionaries", problem.code);
  require(!problem.message.empty(), "a problem says what is wrong", problem.code);
  if (problem.code != "dict.too-large") require(problem.file == name, "a problem names its file", to_string(problem));
}

// What the engine does with a lexicon, and every record of it.
void use(const Lexicon& lexicon, std::string_view text) {
  dossier::tokens::TokenizedText tokenized;
  dossier::tokens::tokenize(text, {}, {}, tokenized);
  dossier::lexicon::Matches matches;
  lexicon.match(tokenized, matches);
  require(matches.classes.size() == tokenized.tokens.size(), "every token has classes");
  require(matches.phrase_begin.size() == tokenized.tokens.size() + 1, "every token has a first phrase");
  for (const dossier::lexicon::PhraseMatch& phrase : matches.phrases) {
    require(phrase.first + 1 < phrase.last && phrase.last <= tokenized.tokens.size(), "a phrase lies in the text");
    static_cast<void>(lexicon.attribute(phrase.entry, "sex"));
  }
  for (const dossier::tokens::Token& token : tokenized.tokens)
    for (const dossier::lexicon::EntryId id : lexicon.entries(token)) static_cast<void>(lexicon.entry(id));
  const std::size_t entries = std::min<std::size_t>(lexicon.size(), 1000);
  for (std::size_t i = 0; i < entries; ++i) {
    const dossier::lexicon::Entry entry = lexicon.entry(static_cast<dossier::lexicon::EntryId>(i));
    static_cast<void>(lexicon.find(entry.cls, entry.form));
    static_cast<void>(lexicon.class_name(entry.cls));
  }
  static_cast<void>(lexicon.files());
  static_cast<void>(lexicon.raw_files(".rules"));
}

// A few bytes of the image changed: where and how is read from the image's own bytes, so that it is the input's doing.
void damage(std::vector<std::byte>& image, std::size_t from, std::uint64_t number) {
  for (int i = 0; i < 4 && from < image.size(); ++i) {
    number = number * 6364136223846793005U + 1442695040888963407U;  // Knuth's multiplier for 64 bits
    image[from + (number >> 20U) % (image.size() - from)] ^= static_cast<std::byte>((number >> 56U) | 1U);
  }
}

std::uint64_t number_of(std::string_view text) {
  std::uint64_t sum = 14695981039346656037U;
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211U;  // FNV-1a
  return sum;
}

void open_damaged(const std::vector<std::byte>& image, std::string_view text) {
  for (std::uint64_t round = 0; round < 6; ++round) {
    std::vector<std::byte> changed = image;
    // Past the checked header and section table, so that opening takes the contents on trust; the last rounds anywhere.
    damage(changed, round < 4 ? 300 : 0, number_of(text) + round);
    if (round == 5) changed.resize(changed.size() / 2);
    Diagnostics problems;
    if (const auto opened = Lexicon::open(changed, problems))
      use(*opened, text);
    else
      require(has_errors(problems), "an image that is refused has a diagnostic");
    problems.clear();
    if (changed == image) continue;  // two changes of one byte
    require(!Lexicon::adopt(changed, problems) && has_errors(problems), "a damaged image is not adopted");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = dossier::fuzz::text_of(data, size);
  Diagnostics problems;
  std::vector<std::byte> bytes(size);  // of its own, so that it is aligned
  if (size != 0) std::memcpy(bytes.data(), data, size);
  if (const auto opened = Lexicon::adopt(bytes, problems)) use(*opened, text);

  problems.clear();
  const std::vector<dossier::lexicon::SourceFile> files = {{std::string(name), std::string(text)}};
  const std::vector<std::byte> image = dossier::lexicon::compile(files, problems);
  for (const Diagnostic& problem : problems) check_problem(problem);
  require(image.empty() == has_errors(problems), "there is an image exactly when there is no error");
  if (image.empty()) return 0;
  const auto lexicon = Lexicon::adopt(image, problems);
  require(lexicon.has_value(), "what was compiled can be opened");
  use(*lexicon, text);
  open_damaged(image, text);
  return 0;
}
