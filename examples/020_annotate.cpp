// Prints every mention with its type, place and entity.
//
// Shows: mentions, spans, values of dates, entities. Look at first: 010_graph.
#include <dossier/engine.hpp>
#include <dossier/offsets.hpp>
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
  const dossier::OffsetMap places(doc.source());

  for (const dossier::Mention& mention : doc.mentions()) {
    const dossier::LineColumn place = places.line_column(doc.to_source(mention.span).begin);
    std::cout << place.line << ':' << place.column << '\t' << doc.type_name(mention.type) << '\t'
              << doc.text(mention.span);
    if (mention.value.size != 0) std::cout << " = " << doc.string(mention.value);
    if (mention.entity != dossier::EntityId::none) std::cout << " -> " << doc.name(mention.entity);
    std::cout << '\n';
  }
}
