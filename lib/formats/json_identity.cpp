// Of which keys a node is made, and which others it may be: members of its JSON object.
#include "formats/json_identity.hpp"

#include "formats/json_text.hpp"

namespace dossier::formats {
namespace {

void append_member(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  append_json_string(out, value);
}

}  // namespace

void append_identity(std::string& out, const Node& node) {
  if (!node.members.empty()) out += ",\"members\":[";
  for (const NodeMember& member : node.members) {
    if (out.back() != '[') out += ',';
    append_member(out, "{\"key\":", member.key);
    append_member(out, ",\"name\":", member.name);
    out += ",\"reason\":";
    append_json_string_or_null(out, member.reason);
    out += '}';
  }
  if (!node.members.empty()) out += ']';
  if (!node.candidates.empty()) out += ",\"candidates\":[";
  for (const NodeCandidate& candidate : node.candidates) {
    if (out.back() != '[') out += ',';
    append_member(out, "{\"key\":", candidate.key);
    append_member(out, ",\"reason\":", candidate.reason);
    out += '}';
  }
  if (!node.candidates.empty()) out += ']';
}

}  // namespace dossier::formats
