// Text for XML files.
#pragma once

#include <string>
#include <string_view>

namespace dossier::formats {

/// Appends `text` so that it may stand between tags and inside a quoted attribute. Characters that XML 1.0 forbids and
/// ill-formed UTF-8 become U+FFFD; tabs and line ends are written as references, which parsers give back as they were.
void append_xml(std::string& out, std::string_view text);

}  // namespace dossier::formats
