// Files of named weights, which come with the dictionaries: "name<TAB>weight<TAB>comment" lines.
#pragma once

#include <cstdint>
#include <dossier/diagnostics.hpp>
#include <span>
#include <string_view>

namespace dossier::lexicon {

inline constexpr std::int32_t weight_units = 1000;  ///< of log-odds 1: sums of whole numbers are exact in any order
inline constexpr float largest_weight = 1000.0F;    ///< without its sign

/// Where the weights of names[i] go: in units, and the line that gives it, 1-based. REQUIRES: equally long, zeroed.
struct NamedWeights {
  std::span<const std::string_view> names;
  std::span<std::int32_t> values;
  std::span<std::uint32_t> lines;
};

/// Reads the lines; '#' starts a comment line. Every name must have a weight: missing, unknown and repeated names and
/// bad numbers are appended to `problems`, with `file` as the file's name.
void parse_weights(std::string_view file, std::string_view bytes, const NamedWeights& out, Diagnostics& problems);

}  // namespace dossier::lexicon
