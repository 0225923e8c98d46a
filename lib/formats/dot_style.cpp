// How types and flags look in a picture.
#include "formats/dot_style.hpp"

#include <fmt/format.h>

namespace dossier::formats {
namespace {

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

std::string_view shape(TypeId type) noexcept {
  switch (type) {
    case TypeId::person:
      return "shape=box, style=\"rounded,filled\"";
    case TypeId::organization:
      return "shape=box, style=filled";
    case TypeId::location:
      return "shape=ellipse, style=filled";
    case TypeId::group:
      return "shape=octagon, style=filled";
    default:
      return "shape=note, style=filled";
  }
}

}  // namespace

// Light fills that black text stands on with a contrast above 12:1, borders above 4.5:1 on white.
NodeColors node_colors(TypeId type) noexcept {
  switch (type) {
    case TypeId::person:
      return {"#d6e6fb", "#2a5d9c"};
    case TypeId::organization:
      return {"#ffe6bf", "#8f5b00"};
    case TypeId::location:
      return {"#d8f0d6", "#2c7332"};
    case TypeId::group:
      return {"#ecdff7", "#6a3d9a"};
    default:
      return {"#f2f2f2", "#555555"};
  }
}

std::string node_style(TypeId type) {
  const NodeColors colors = node_colors(type);
  return fmt::format("{}, fillcolor=\"{}\", color=\"{}\"", shape(type), colors.fill, colors.border);
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

// Layers keep labels apart and read like a text, but make many connections a long list; stress shows who stands in the
// middle, with the rest packed around, and takes seconds for some hundred edges; springs draw a thousand, less legibly.
std::string_view layout(std::size_t edges) noexcept {
  if (edges <= 40) return "layout=dot, rankdir=LR, nodesep=0.25, ranksep=0.6";
  if (edges <= 400)
    return "layout=neato, overlap=prism, overlap_scaling=-5, sep=\"+26,12\", splines=true, pack=16, packmode=\"graph\"";
  if (edges <= 800) return "layout=sfdp, K=2, overlap=prism, overlap_scaling=-6, splines=true";
  return "layout=sfdp, K=2, overlap=prism, overlap_scaling=-6, splines=line";
}

}  // namespace dossier::formats
