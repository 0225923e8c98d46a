// What keys have in common besides their names: others that stand in the same documents, and roles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/tallies.hpp"

namespace dossier::graph {

/// The company that some keys keep. Made for the keys in question only.
class Context {
 public:
  /// O(entities of all documents).
  Context(const Tallies& tallies, const std::vector<bool>& wanted);

  /// True when a document tells them apart: it has both. REQUIRES (here and below): both were wanted.
  [[nodiscard]] bool share_document(std::uint32_t a, std::uint32_t b) const;
  /// People by full name, organizations and role labels that both stand with; the first in the order of keys, at most
  /// three. What stands in more than a tenth of all documents (and more than ten) says nothing.
  [[nodiscard]] std::vector<std::string> shared(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Company {
    std::vector<std::uint32_t> documents;  // sorted
    std::vector<std::uint32_t> others;     // sorted; itself may be among them
    std::size_t thinned = 0;               // how many others there were when they were last made unique
  };
  [[nodiscard]] const Company& company(std::uint32_t key) const { return companies_[company_of_[key]]; }

  const Tallies& tallies_;
  std::vector<std::uint32_t> company_of_;  // of each key, no_entity for those that were not wanted
  std::vector<Company> companies_;
};

}  // namespace dossier::graph
