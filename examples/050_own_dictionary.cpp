// Adds names of one's own to the built-in dictionaries.
//
// Shows: Config::dictionaries, the dictionary format, load errors. Look at first: 020_annotate.
#include <dossier/engine.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) try {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const std::filesystem::path own = std::filesystem::temp_directory_path() / "dossier_example_newspapers.tsv";
  std::ofstream(own)
      << "#! class: organization\n#! columns: form attributes\n#! source: our archive\n#! licence: CC0-1.0\n"
         "Kystposten\tkind=media\n";
  const dossier::Engine engine = dossier::Engine::build({.dictionaries = {own.string()}});
  std::filesystem::remove(own);

  const dossier::Document doc = engine.annotate({.text = text, .format = dossier::TextFormat::markdown});
  for (const dossier::Mention& mention : doc.mentions())
    if (doc.text(mention.span) == "Kystposten") std::cout << "Kystposten is a " << doc.type_name(mention.type) << '\n';
} catch (const dossier::LoadError& error) {
  for (const dossier::Diagnostic& problem : error.diagnostics()) std::cerr << to_string(problem) << '\n';
  return 2;
}
