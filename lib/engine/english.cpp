// Where the assembler put the English image.
#include "engine/english.hpp"

extern "C" {
extern const std::byte dossier_english_image[];
extern const std::byte dossier_english_image_end[];
}

namespace dossier::engine {

std::span<const std::byte> english_image() noexcept { return {dossier_english_image, dossier_english_image_end}; }

}  // namespace dossier::engine
