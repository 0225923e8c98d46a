// The names of a relation's flags, and the flags as a JSON list.
#pragma once

#include <dossier/document.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace dossier::formats {

/// In the order in which they are written.
inline constexpr std::pair<RelationFlags, std::string_view> flag_names[] = {{RelationFlags::negated, "negated"},
                                                                            {RelationFlags::reported, "reported"},
                                                                            {RelationFlags::planned, "planned"},
                                                                            {RelationFlags::former, "former"},
                                                                            {RelationFlags::questioned, "questioned"}};

/// Appends the names in the order of RelationFlags: ["reported","planned"].
void append_flags(std::string& out, RelationFlags flags);

}  // namespace dossier::formats
