// Asks why a name is a mention: which rule, which dictionary lines, which evidence with which weight.
//
// Shows: Engine::explain. Look at first: 020_annotate.
#include <dossier/engine.hpp>
#include <iostream>
#include <string_view>

int main() {
  const dossier::Engine engine = dossier::Engine::english();
  const std::string_view text = "The ministry said Rasmus Lindqvist had resigned.";
  const auto begin = static_cast<std::uint32_t>(text.find("Rasmus"));
  const dossier::Explanation why = engine.explain({.text = text}, {begin, begin + 6});
  std::cout << (why.found ? "found" : "not found") << ", score " << why.score << '\n';
  for (const dossier::Reason& reason : why.reasons)
    std::cout << "  " << reason.what << ": " << reason.detail << ' ' << reason.weight << ' ' << reason.source << '\n';
}
