// The built-in English image, inside the library.
#pragma once

#include <cstddef>
#include <span>

namespace dossier::engine {

/// The image's bytes, aligned to 8, for the life of the program; empty when the library was built without it.
[[nodiscard]] std::span<const std::byte> english_image() noexcept;

}  // namespace dossier::engine
