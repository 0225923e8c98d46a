// One engine, many threads: each thread has its own scratch, the engine is shared.
//
// Shows: sharing an Engine, Scratch, determinism. Look at first: 020_annotate.
#include <algorithm>
#include <dossier/engine.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};

  const dossier::Engine engine = dossier::Engine::english();
  std::vector<dossier::Document> docs(4);
  {
    std::vector<std::jthread> threads;
    for (dossier::Document& doc : docs)
      threads.emplace_back([&engine, &text, &doc] {
        dossier::Scratch scratch;
        doc = engine.annotate({.text = text, .format = dossier::TextFormat::markdown}, scratch);
      });
  }
  const auto same = [&](const dossier::Document& doc) {
    return std::equal(
        doc.mentions().begin(), doc.mentions().end(), docs[0].mentions().begin(), docs[0].mentions().end(),
        [](const dossier::Mention& a, const dossier::Mention& b) { return a.span == b.span && a.type == b.type; });
  };
  std::cout << docs.size() << " documents, "
            << (std::all_of(docs.begin(), docs.end(), same) ? "the same mentions in each" : "different mentions")
            << '\n';
}
