// The nearest of some known names to a misspelt one, for diagnostics.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dossier::base {

/// The candidate with the fewest changed letters when that is at most a third of the name (ties: the first); empty when
/// none is near.
[[nodiscard]] std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates);

/// "; did you mean 'x'?" or nothing.
[[nodiscard]] std::string suggestion(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace dossier::base
