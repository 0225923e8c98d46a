// From tokens and mentions to items: one a token, one a mention.
#pragma once

#include <cstdint>

#include "relate/workspace.hpp"

namespace dossier::relate {

/// Fills Workspace::items for a sentence whose mentions are [first, last) of Reading::mentions. Left out: nested
/// mentions, honorifics before a name, remarks in parentheses without a role, ages between commas behind a name. A name
/// inside a hyphenated word gives two items ("Boston", "based").
void build_items(const Reading& reading, const tokens::Sentence& sentence, IndexRange mentions, Workspace& work);

}  // namespace dossier::relate
