// How types and flags look in a picture.
#pragma once

#include <cstddef>
#include <dossier/graph.hpp>
#include <string>
#include <string_view>

namespace dossier::formats {

/// DOT attributes of a node: shape, fill, border.
[[nodiscard]] std::string node_style(TypeId type);

/// "#rrggbb" of a node.
struct NodeColors {
  std::string_view fill;
  std::string_view border;
};
[[nodiscard]] NodeColors node_colors(TypeId type) noexcept;

/// A flag's word and its colour ("#rrggbb") in a picture.
struct FlagStyle {
  RelationFlags flag;
  std::string_view word;
  std::string_view color;
};

/// The first that applies gives the colour; without flags the kind of relation does.
inline constexpr FlagStyle flag_styles[] = {{RelationFlags::negated, "not", "#b3261e"},
                                            {RelationFlags::planned, "planned", "#1f5fbf"},
                                            {RelationFlags::questioned, "in question", "#8a5a00"},
                                            {RelationFlags::reported, "reported", "#8a5a00"},
                                            {RelationFlags::former, "former", "#767676"}};

/// "#rrggbb" of a stated edge and its label.
[[nodiscard]] std::string_view color_of(const Edge& edge) noexcept;

/// "(reported, former)", empty without flags.
[[nodiscard]] std::string flag_words(RelationFlags flags);

/// True when the type's name says more than the words of the text, which are a mere "of", "from" or "in".
[[nodiscard]] bool type_speaks(RelationTypeId type) noexcept;

/// DOT attributes of a graph with that many edges: the engine that draws it and its distances.
[[nodiscard]] std::string_view layout(std::size_t edges) noexcept;

}  // namespace dossier::formats
