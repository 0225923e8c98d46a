// Prints every stated relation with the words that state it and the rule that read them.
//
// Shows: relations, labels, flags, evidence. Look at first: 020_annotate.
#include <dossier/engine.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const dossier::Engine engine = dossier::Engine::english();
  const dossier::Document doc = engine.annotate({.text = text, .format = dossier::TextFormat::markdown});

  for (const dossier::Relation& relation : doc.relations()) {
    std::cout << doc.name(relation.subject) << " -[" << doc.type_name(relation.type);
    if (relation.label.size != 0) std::cout << ": " << doc.string(relation.label);
    std::cout << "]-> " << (relation.object == dossier::EntityId::none ? "-" : doc.name(relation.object))
              << "\n    because: \"" << doc.text(relation.evidence) << "\" (" << doc.rule_name(relation.rule) << ")\n";
    if (has(relation.flags, dossier::RelationFlags::negated)) std::cout << "    but it is denied\n";
  }
}
