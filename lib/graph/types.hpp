// Declared types in record files, and the types of several files in one schema.
#pragma once

#include <dossier/schema.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::graph {

/// A schema as bytes; types of one's own in the order of their names, so that equal schemas give equal bytes.
[[nodiscard]] std::string encode(const Schema& schema);

/// Nothing when the bytes are no schema.
[[nodiscard]] std::optional<Schema> decode_schema(std::string_view bytes);

/// True when joining them would give the first: it declares all that the other does, and allows what it allows.
[[nodiscard]] bool has_all(const Schema& one, const Schema& other);

/// All types of both, types of one's own in the order of their names: the same from both sides. Of a type that both
/// declare, what either allows.
[[nodiscard]] Schema joined(const Schema& one, const Schema& other);

}  // namespace dossier::graph
