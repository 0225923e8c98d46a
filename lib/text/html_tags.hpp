// What the elements of HTML mean for a reader of text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dossier::text {

/// Elements that matter to text; all others are read as if their tags were not there. Names of the same meaning share
/// one.
enum class Tag : std::uint8_t {
  other,       ///< inline, or unknown: its words join those around it
  spaced,      ///< inline, but visibly apart from words: images, buttons
  line_break,  ///< br
  rule,        ///< hr, col: ends a block, has no content
  page,        ///< html, head, body: ends a block; may be missing, so it is never waited for
  block,       ///< ends a block, and no more: div, section ...
  paragraph,
  heading,
  list,
  list_item,
  definition,  ///< dt, dd
  option,
  quote,
  preformatted,
  table,
  table_part,  ///< thead, tbody, tfoot, colgroup, caption
  row,
  cell,
  hidden,      ///< template, svg: nothing in them is text
  raw_hidden,  ///< script, style, noscript, iframe ...: hidden, and read without regard to tags up to their end
  title,
  meta,
  time,
  count  ///< how many there are
};

/// An element's meaning, and which end tags are its own: names with one `id` may end each other (h1 to h6, td and th).
struct TagName {
  Tag tag = Tag::other;
  std::uint8_t id = 0;
};

/// Ids are smaller than this.
inline constexpr std::size_t tag_ids = 128;

/// The meaning of a name as it stands in a tag, in any case. O(log of the number of names).
[[nodiscard]] TagName tag_of(std::string_view name) noexcept;

/// The id that all names with this tag share. REQUIRES: not `block`, whose names have one each, nor `hidden`.
[[nodiscard]] constexpr std::uint8_t id_of(Tag tag) noexcept { return static_cast<std::uint8_t>(tag); }

}  // namespace dossier::text
