// What keys have in common besides their names: others that stand in the same documents, and roles.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/tallies.hpp"

namespace dossier::graph {

/// The company that some keys keep. Made for the keys in question only.
class Context {
 public:
  /// O(entities of all documents).
  Context(const Tallies& tallies, const std::vector<bool>& wanted);

  /// True when a document tells them apart: it has both.
  [[nodiscard]] bool share_document(std::uint32_t a, std::uint32_t b) const;
  /// People by full name, organizations and role labels that both stand with; the first in the order of keys, at most
  /// three. What stands in more than a tenth of all documents (and more than ten) says nothing.
  [[nodiscard]] std::vector<std::string> shared(std::uint32_t a, std::uint32_t b) const;

 private:
  [[nodiscard]] bool says_something(std::uint32_t key) const;

  const Tallies& tallies_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> documents_;   // sorted
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> neighbours_;  // sorted
};

}  // namespace dossier::graph
