// How types and flags look in a picture.
#pragma once

#include <cstddef>
#include <dossier/graph.hpp>
#include <string>
#include <string_view>

namespace dossier::formats {

/// DOT attributes of a node: shape, fill, border.
[[nodiscard]] std::string_view node_style(TypeId type) noexcept;

/// "#rrggbb" of a stated edge and its label.
[[nodiscard]] std::string_view color_of(const Edge& edge) noexcept;

/// "(reported, former)", empty without flags.
[[nodiscard]] std::string flag_words(RelationFlags flags);

/// True when the type's name says more than the words of the text, which are a mere "of", "from" or "in".
[[nodiscard]] bool type_speaks(RelationTypeId type) noexcept;

/// DOT attributes of a graph with that many edges: the engine that draws it and its distances.
[[nodiscard]] std::string_view layout(std::size_t edges) noexcept;

}  // namespace dossier::formats
