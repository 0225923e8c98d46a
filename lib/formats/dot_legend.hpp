// What shapes, colours and lines of a picture mean, for those of them that stand in it.
#pragma once

#include <cstddef>
#include <dossier/graph.hpp>
#include <string>

namespace dossier::formats {

/// What a picture shows.
struct Shown {
  std::size_t nodes = 0;
  std::size_t hidden_nodes = 0;
  std::size_t hidden_cooccurrences = 0;  ///< between nodes that are shown
  TypeSet types;                         ///< of the nodes
  bool stated = false;
  bool cooccurrence = false;
  RelationFlags flags = RelationFlags::none;  ///< any that colours an edge
};

/// A label of Graphviz's HTML kind, with its angle brackets; empty when nothing is shown.
[[nodiscard]] std::string legend(const Shown& shown);

}  // namespace dossier::formats
