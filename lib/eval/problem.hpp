// Makes the diagnostics of this floor.
#pragma once

#include <dossier/diagnostics.hpp>
#include <string>
#include <string_view>

namespace dossier::eval {

/// An error in a file; `line` is 0 where there is none.
[[nodiscard]] inline Diagnostic problem(std::string_view code, std::string_view message, std::string_view file,
                                        std::uint32_t line) {
  Diagnostic out;
  out.code = code;
  out.message = message;
  out.file = file;
  out.line = line;
  return out;
}

}  // namespace dossier::eval
