// What a user knows better: who is the same, who is not, what a node is called, what type it has, what is no node.
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <dossier/schema.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

enum class DecisionKind : std::uint8_t { same, not_same, rename, retype, drop };

/// One decision, about the nodes of these keys.
struct Decision {
  DecisionKind kind = DecisionKind::same;
  std::string key;    ///< "PERSON/jonas keller"
  std::string other;  ///< same, not_same: another key; rename: the name; retype: the type's name; drop: empty
  std::string file;   ///< where it stands, for explanations
  std::uint32_t line = 0;
};

/// Reads a file of decisions, one a line, fields parted by tabs:
///
///   same      PERSON/Jonas Keller   PERSON/J. Keller      [more keys]
///   not-same  PERSON/Jan Berg       PERSON/Jan R. Berg    [more keys: each of them is not the first]
///   rename    PERSON/jonas keller   Jonas F. Keller
///   retype    PERSON/Kommerz AG     ORGANIZATION
///   drop      LOCATION/Reading
///
/// Names in keys may be written in any case and with their marks. Lines that begin with "#" and empty ones are passed
/// over. `problems` gets every fault with line and column ("decisions.encoding", "decisions.word", "decisions.fields",
/// "decisions.key", "decisions.type"); what is good is returned all the same, in the order of the lines.
[[nodiscard]] std::vector<Decision> read_decisions(std::string_view bytes, std::string_view file, const Schema& schema,
                                                   Diagnostics& problems);

}  // namespace dossier
