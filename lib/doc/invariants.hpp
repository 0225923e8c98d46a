// What every annotated document promises, checked: for tests, fuzzers and readers of foreign documents.
#pragma once

#include <dossier/document.hpp>
#include <string>
#include <vector>

namespace dossier {

/// Sentences for people, one for each promise of document.hpp that `doc` breaks, in the order of its parts; empty when
/// all hold. Safe for any document whose string references and index ranges were made by a DocumentBuilder. O(size).
[[nodiscard]] std::vector<std::string> broken_invariants(const Document& doc);

}  // namespace dossier
