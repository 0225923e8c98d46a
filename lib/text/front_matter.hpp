// Front matter: the lines between "---" marks at the head of a Markdown file that say its title and date.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dossier::text {

/// What front matter says of its text.
struct FrontMatter {
  std::size_t size = 0;  ///< bytes up to the first line of the text; 0 when there is no front matter
  std::string title;     ///< empty when it does not say
  std::string date;      ///< as written
};

/// Reads `title:` and `date:` (else `published:`, `pubdate:`) of the top level; other keys are passed over. It is front
/// matter only when the first line is "---", the next one is a key, and a line "---" or "..." ends it: a mere rule is
/// not. O(size of it).
[[nodiscard]] FrontMatter read_front_matter(std::string_view source);

}  // namespace dossier::text
