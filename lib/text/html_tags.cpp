// The table of element names.
#include "text/html_tags.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dossier::text {
namespace {

struct Name {
  std::string_view name;
  Tag tag = Tag::other;
};

// Sorted by name. Block elements are those that the HTML standard (section 15.3) displays as such.
constexpr std::array names = {
    Name{"address", Tag::block},
    Name{"article", Tag::block},
    Name{"aside", Tag::block},
    Name{"audio", Tag::spaced},
    Name{"blockquote", Tag::quote},
    Name{"body", Tag::page},
    Name{"br", Tag::line_break},
    Name{"button", Tag::spaced},
    Name{"canvas", Tag::spaced},
    Name{"caption", Tag::table_part},
    Name{"center", Tag::block},
    Name{"col", Tag::rule},
    Name{"colgroup", Tag::table_part},
    Name{"dd", Tag::definition},
    Name{"details", Tag::block},
    Name{"dialog", Tag::block},
    Name{"dir", Tag::list},
    Name{"div", Tag::block},
    Name{"dl", Tag::list},
    Name{"dt", Tag::definition},
    Name{"fieldset", Tag::block},
    Name{"figcaption", Tag::block},
    Name{"figure", Tag::block},
    Name{"footer", Tag::block},
    Name{"form", Tag::block},
    Name{"h1", Tag::heading},
    Name{"h2", Tag::heading},
    Name{"h3", Tag::heading},
    Name{"h4", Tag::heading},
    Name{"h5", Tag::heading},
    Name{"h6", Tag::heading},
    Name{"head", Tag::page},
    Name{"header", Tag::block},
    Name{"hgroup", Tag::block},
    Name{"hr", Tag::rule},
    Name{"html", Tag::page},
    Name{"iframe", Tag::raw_hidden},
    Name{"img", Tag::spaced},
    Name{"input", Tag::spaced},
    Name{"legend", Tag::block},
    Name{"li", Tag::list_item},
    Name{"listing", Tag::preformatted},
    Name{"main", Tag::block},
    Name{"menu", Tag::list},
    Name{"meta", Tag::meta},
    Name{"nav", Tag::block},
    Name{"noembed", Tag::raw_hidden},
    Name{"noframes", Tag::raw_hidden},
    Name{"noscript", Tag::raw_hidden},
    Name{"object", Tag::spaced},
    Name{"ol", Tag::list},
    Name{"optgroup", Tag::block},
    Name{"option", Tag::option},
    Name{"p", Tag::paragraph},
    Name{"pre", Tag::preformatted},
    Name{"script", Tag::raw_hidden},
    Name{"search", Tag::block},
    Name{"section", Tag::block},
    Name{"select", Tag::spaced},
    Name{"style", Tag::raw_hidden},
    Name{"summary", Tag::block},
    Name{"svg", Tag::hidden},
    Name{"table", Tag::table},
    Name{"tbody", Tag::table_part},
    Name{"td", Tag::cell},
    Name{"template", Tag::hidden},
    Name{"textarea", Tag::spaced},
    Name{"tfoot", Tag::table_part},
    Name{"th", Tag::cell},
    Name{"thead", Tag::table_part},
    Name{"time", Tag::time},
    Name{"title", Tag::title},
    Name{"tr", Tag::row},
    Name{"ul", Tag::list},
    Name{"video", Tag::spaced},
};

constexpr bool is_sorted_by_name() noexcept {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i - 1].name >= names[i].name) return false;
  }
  return true;
}
static_assert(is_sorted_by_name());

constexpr std::size_t longest = 10;  // "blockquote", "figcaption"

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

static_assert(static_cast<std::size_t>(Tag::count) + names.size() < tag_ids);

}  // namespace

TagName tag_of(std::string_view name) noexcept {
  if (name.size() > longest) return {};
  std::array<char, longest> buffer{};
  std::transform(name.begin(), name.end(), buffer.begin(), lower);
  const std::string_view wanted(buffer.data(), name.size());
  const auto found = std::lower_bound(names.begin(), names.end(), wanted,
                                      [](const Name& entry, std::string_view value) { return entry.name < value; });
  if (found == names.end() || found->name != wanted) return {};
  if (found->tag != Tag::block && found->tag != Tag::hidden) return {found->tag, id_of(found->tag)};
  return {found->tag, static_cast<std::uint8_t>(static_cast<std::ptrdiff_t>(Tag::count) + (found - names.begin()))};
}

}  // namespace dossier::text
