// Turns a text into an entity graph: the whole of dossier in a page.
//
//   010_graph article.md | dot -Tsvg -o article.svg
//
// Shows: Engine::english, annotate, EntityGraph, write_dot.
#include <dossier/engine.hpp>
#include <dossier/formats.hpp>
#include <dossier/graph.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::cerr << "usage: 010_graph FILE...\n";
    return 2;
  }
  const dossier::Engine engine = dossier::Engine::english();
  dossier::Scratch scratch;  // reused from text to text
  dossier::EntityGraph graph;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    if (!file) {
      std::cerr << argv[i] << ": cannot be read\n";
      return 4;
    }
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const bool markdown = std::string(argv[i]).ends_with(".md");
    graph.add(engine.annotate(
        {.text = text, .id = argv[i], .format = markdown ? dossier::TextFormat::markdown : dossier::TextFormat::plain},
        scratch));
  }
  graph.freeze();
  dossier::write_dot(std::cout, graph);
} catch (const dossier::LoadError& error) {
  for (const dossier::Diagnostic& problem : error.diagnostics()) std::cerr << to_string(problem) << '\n';
  return 2;
}
