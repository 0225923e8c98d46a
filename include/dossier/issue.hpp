// What was repaired, cut or capped while a text was annotated.
#pragma once

#include <cstdint>
#include <dossier/span.hpp>
#include <string>

namespace dossier {

/// Something that was repaired, cut or capped while annotating. Never silent: whatever is lost is listed here.
struct Issue {
  std::string code;     ///< stable: "text.ill-formed", "limit.sentence-tokens" ...
  std::string message;  ///< one sentence
  Span span;            ///< where, in Document::text(); empty at 0 when it concerns the whole
  std::uint64_t count = 1;
};

}  // namespace dossier
