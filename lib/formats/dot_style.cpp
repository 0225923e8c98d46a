// How types and flags look in a picture.
#include "formats/dot_style.hpp"

namespace dossier::formats {
namespace {

struct FlagStyle {
  RelationFlags flag;
  std::string_view word;
  std::string_view color;
};

// The first that applies gives the colour; without flags the kind of relation does.
constexpr FlagStyle flag_styles[] = {{RelationFlags::negated, "not", "#b3261e"},
                                     {RelationFlags::planned, "planned", "#1f5fbf"},
                                     {RelationFlags::questioned, "in question", "#8a5a00"},
                                     {RelationFlags::reported, "reported", "#8a5a00"},
                                     {RelationFlags::former, "former", "#767676"}};

std::string_view type_color(RelationTypeId type) noexcept {
  switch (type) {
    case RelationTypeId::has_role:
      return "#333333";
    case RelationTypeId::met:
    case RelationTypeId::communicated_with:
      return "#00687a";
    case RelationTypeId::opposes:
    case RelationTypeId::acted_against:
      return "#a0325f";
    default:
      return "#5d4b8c";
  }
}

}  // namespace

// Light fills that black text stands on with a contrast above 12:1, borders above 4.5:1 on white.
std::string_view node_style(TypeId type) noexcept {
  switch (type) {
    case TypeId::person:
      return "shape=box, style=\"rounded,filled\", fillcolor=\"#d6e6fb\", color=\"#2a5d9c\"";
    case TypeId::organization:
      return "shape=box, style=filled, fillcolor=\"#ffe6bf\", color=\"#8f5b00\"";
    case TypeId::location:
      return "shape=ellipse, style=filled, fillcolor=\"#d8f0d6\", color=\"#2c7332\"";
    case TypeId::group:
      return "shape=octagon, style=filled, fillcolor=\"#ecdff7\", color=\"#6a3d9a\"";
    default:
      return "shape=note, style=filled, fillcolor=\"#f2f2f2\", color=\"#555555\"";
  }
}

std::string_view color_of(const Edge& edge) noexcept {
  for (const FlagStyle& style : flag_styles)
    if (has(edge.flags, style.flag)) return style.color;
  return type_color(edge.type);
}

// The words of the text say more than the type does, except where they are a mere "of", "from" or "in".
bool type_speaks(RelationTypeId type) noexcept {
  return type == RelationTypeId::member_of || type == RelationTypeId::based_in || type == RelationTypeId::origin ||
         type == RelationTypeId::part_of;
}

// "(former, reported)", empty without flags.
std::string flag_words(RelationFlags flags) {
  std::string out;
  for (const FlagStyle& style : flag_styles) {
    if (!has(flags, style.flag)) continue;
    out += out.empty() ? "(" : ", ";
    out += style.word;
  }
  return out.empty() ? out : out + ')';
}

// Layers keep labels apart but take half a minute for 400 edges; springs draw a thousand in seconds, less legibly.
std::string_view layout(std::size_t edges) noexcept {
  if (edges <= 200) return "layout=dot, rankdir=LR, nodesep=0.25, ranksep=0.6";
  if (edges <= 800) return "layout=sfdp, K=2, overlap=prism, overlap_scaling=-6, splines=true";
  return "layout=sfdp, K=2, overlap=prism, overlap_scaling=-6, splines=line";
}

}  // namespace dossier::formats
