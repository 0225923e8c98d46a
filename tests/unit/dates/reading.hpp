// Reads a sentence and says what was found in the notation of the tables: "[words] TYPE value MOD", joined by "; ".
#pragma once

#include <dossier/dates.hpp>
#include <string>
#include <string_view>

namespace dossier::test {

inline constexpr std::string_view wednesday = "2025-11-26T10:30:00";

/// A paragraph without any word of time, which makes a report of a note.
inline constexpr std::string_view rest_of_report =
    "\n\nThe harbour board of Kestrel Point keeps no list of the boats that come and go, and nobody has asked for one. "
    "Its members sit in a wooden house above the slipway, where the paint peels and the telephone is shared with the "
    "bakery next door. Visitors are given tea and a folder of drawings.\n";

inline std::string found_in(const Document& doc) {
  std::string out;
  for (const Mention& mention : doc.mentions()) {
    if (!out.empty()) out += "; ";
    out += "[" + std::string(doc.text(mention.span)) + "] " + std::string(to_string(mention.time)) + " ";
    out += doc.string(mention.value);
    if (mention.mod != TimeMod::none) out += " " + std::string(to_string(mention.mod));
  }
  return out;
}

struct ReadingCase {
  std::string_view text;
  std::string_view expected;  ///< empty: nothing is found
};

}  // namespace dossier::test
