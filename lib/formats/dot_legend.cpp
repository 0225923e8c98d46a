// What shapes, colours and lines of a picture mean. Only constants and numbers are written.
#include "formats/dot_legend.hpp"

#include <fmt/format.h>

#include <iterator>

#include "formats/dot_style.hpp"

namespace dossier::formats {
namespace {

struct TypeWord {
  TypeId type;
  std::string_view word;
};
constexpr TypeWord type_words[] = {{TypeId::person, "person"},
                                   {TypeId::organization, "organization"},
                                   {TypeId::location, "place"},
                                   {TypeId::group, "group"}};

void add_type(std::string& out, TypeId type, std::string_view word) {
  const NodeColors colors = node_colors(type);
  fmt::format_to(std::back_inserter(out), "<td border=\"1\" color=\"{}\" bgcolor=\"{}\">{}</td>", colors.border,
                 colors.fill, word);
}

void add_types(std::string& out, TypeSet types) {
  for (const TypeWord& item : type_words) {
    if (!types.has(item.type)) continue;
    add_type(out, item.type, item.word);
    types.bits &= ~(std::uint64_t{1} << static_cast<unsigned>(item.type));
  }
  if (types.bits != 0) add_type(out, TypeId::none, "other");
}

void add_flags(std::string& out, RelationFlags flags) {
  for (const FlagStyle& style : flag_styles)
    if (has(flags, style.flag))
      fmt::format_to(std::back_inserter(out), "<td><font color=\"{}\">{}</font></td>", style.color, style.word);
}

std::string caption(const Shown& shown) {
  std::string out;
  if (shown.hidden_nodes != 0)
    out = fmt::format("{} of {} entities shown, the best connected", shown.nodes, shown.nodes + shown.hidden_nodes);
  if (shown.hidden_cooccurrences != 0)
    out += fmt::format("{}{} weaker dashed lines left out", out.empty() ? "" : "; ", shown.hidden_cooccurrences);
  return out;
}

}  // namespace

std::string legend(const Shown& shown) {
  if (shown.nodes == 0) return {};
  std::string out = "<<table border=\"0\" cellspacing=\"5\" cellborder=\"0\">";
  if (const std::string words = caption(shown); !words.empty())
    out += "<tr><td colspan=\"12\" align=\"left\">" + words + "</td></tr>";
  out += "<tr>";
  add_types(out, shown.types);
  if (shown.stated) out += "<td>——— stated, in the text’s words</td>";
  add_flags(out, shown.flags);
  if (shown.cooccurrence) out += "<td><font color=\"#808080\">- - - in the same sentences, nothing stated</font></td>";
  return out + "</tr></table>>";
}

}  // namespace dossier::formats
