// Which keys are the same entity.
#include "graph/identity.hpp"

#include <numeric>

namespace dossier::graph {

Identity apart(const Tallies& tallies) {
  Identity out;
  out.leader_of.resize(tallies.keys.size());
  std::iota(out.leader_of.begin(), out.leader_of.end(), 0U);
  out.reason_of.resize(tallies.keys.size());
  out.name_of.resize(tallies.keys.size());
  for (const KeyTally& key : tallies.keys) out.type_of.push_back(key.type);
  return out;
}

}  // namespace dossier::graph
