// Finds the entries of a dictionary in a text, and nothing else: for tagging with large lists.
//
// Shows: loading a dictionary without the built-in English, matching with a policy for overlaps, compiling it to an
// image that opens in no time. Look at first: 050_own_dictionary; dictionaries/FORMAT.md describes the files.
#include <dossier/dictionary.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const dossier::Config config{.english = false, .dictionaries = {argv[2]}};
  dossier::Diagnostics problems;
  const auto dictionary = dossier::Dictionary::load(config, problems);
  for (const dossier::Diagnostic& problem : problems) std::cerr << to_string(problem) << '\n';
  if (!dictionary) return 2;

  for (const dossier::DictionaryMatch& match : dictionary->find(text, dossier::Overlap::longest)) {
    const dossier::DictionaryEntry entry = dictionary->entry(match.entry);
    std::cout << match.span.begin << ' ' << text.substr(match.span.begin, match.span.size()) << " = " << entry.canonical
              << " [" << entry.cls << "] " << entry.file << ':' << entry.line << '\n';
  }
  const std::vector<std::byte> image = dossier::compile_dictionaries(config, problems);
  std::cout << dictionary->size() << " entries are an image of " << image.size() << " bytes\n";
  return image.empty() ? 2 : 0;
}
