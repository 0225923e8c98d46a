// Which keys are the same entity.
#pragma once

#include <cstdint>
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

/// Keys joined into nodes. A function of the set of records, the options and the decisions.
struct Identity {
  std::vector<std::uint32_t> leader_of;  // of each key: the key that its node is known by; no_entity: dropped
  std::vector<std::string> reason_of;    // of each key: why it stands with its leader; empty for leaders
  std::vector<Doubt> doubts;
  std::vector<std::string> name_of;  // of each key: the name that was decided for its node; mostly empty
  std::vector<TypeId> type_of;       // of each key
};

/// Every key by itself.
[[nodiscard]] Identity apart(const Tallies& tallies);

}  // namespace dossier::graph
