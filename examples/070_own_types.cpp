// Finds things and relations that the library has never heard of: types, names and rules come from a folder.
//
// Shows: a folder with .schema, .tsv and .rules files, running the rules' own examples, asking why an edge is missing.
// Look at first: 050_own_dictionary; docs/rules.md describes the files.
#include <dossier/engine.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) try {
  if (argc < 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const dossier::Engine engine = dossier::Engine::build({.dictionaries = {argv[2]}});
  const dossier::Diagnostics failures = engine.test_rules();
  for (const dossier::Diagnostic& failure : failures) std::cerr << to_string(failure) << '\n';

  const dossier::Input input{.text = text, .format = dossier::TextFormat::markdown};
  const dossier::Document doc = engine.annotate(input);
  for (const dossier::Relation& relation : doc.relations()) {
    std::cout << doc.name(relation.subject) << " -[" << doc.schema().name(relation.type) << "]-> ";
    std::cout << (relation.object == dossier::EntityId::none ? "-" : doc.name(relation.object)) << "  ("
              << doc.rule_name(relation.rule) << ")\n";
  }
  const auto commands = engine.schema().find_relation("commands");
  if (commands)
    for (const dossier::Reason& reason : engine.why_not(input, "Nora Whitfield", *commands, "F314"))
      std::cout << reason.what << ": " << reason.detail << '\n';
  return failures.empty() ? 0 : 1;
} catch (const dossier::LoadError& error) {
  for (const dossier::Diagnostic& problem : error.diagnostics()) std::cerr << to_string(problem) << '\n';
  return 2;
}
