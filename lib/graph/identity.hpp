// Which keys are the same entity.
#pragma once

#include <cstdint>
#include <dossier/graph.hpp>
#include <string>
#include <vector>

#include "graph/tallies.hpp"

namespace dossier::graph {

/// Two keys that may be one entity.
struct Doubt {
  std::uint32_t one = 0;
  std::uint32_t other = 0;
  std::string reason;
};

/// Keys joined into nodes.
struct Identity {
  std::vector<std::uint32_t> leader_of;  // of each key: the key that its node is known by; no_entity: dropped
  std::vector<std::string> reason_of;    // of each key: why it stands with its leader; empty for leaders
  std::vector<Doubt> doubts;
  std::vector<std::string> name_of;  // of each key: the name that was decided for its node; mostly empty
  std::vector<TypeId> type_of;       // of each key
  Diagnostics problems;              // of the decisions
};

/// A function of the set of records, the options and the decisions. Decisions come first; then names that are the same;
/// then names that say less, each to the only one that it fits, in the order of LinkKind. What speaks against a link
/// anywhere among the keys to be joined keeps them apart: other given names, other suffixes, another legal form, a
/// decision.
[[nodiscard]] Identity identify(const Schema& schema, const Tallies& tallies, const GraphOptions& options);

}  // namespace dossier::graph
