// The flags of a relation as a JSON list.
#include "formats/json_flags.hpp"

namespace dossier::formats {

void append_flags(std::string& out, RelationFlags flags) {
  out += '[';
  for (const auto& [flag, name] : flag_names) {
    if (!has(flags, flag)) continue;
    if (out.back() != '[') out += ',';
    out += '"';
    out += name;
    out += '"';
  }
  out += ']';
}

}  // namespace dossier::formats
