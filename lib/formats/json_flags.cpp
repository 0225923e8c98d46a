// The flags of a relation as a JSON list.
#include "formats/json_flags.hpp"

#include <string_view>
#include <utility>

namespace dossier::formats {

void append_flags(std::string& out, RelationFlags flags) {
  constexpr std::pair<RelationFlags, std::string_view> names[] = {{RelationFlags::negated, "\"negated\""},
                                                                  {RelationFlags::reported, "\"reported\""},
                                                                  {RelationFlags::planned, "\"planned\""},
                                                                  {RelationFlags::former, "\"former\""},
                                                                  {RelationFlags::questioned, "\"questioned\""}};
  out += '[';
  for (const auto& [flag, name] : names) {
    if (!has(flags, flag)) continue;
    if (out.back() != '[') out += ',';
    out += name;
  }
  out += ']';
}

}  // namespace dossier::formats
