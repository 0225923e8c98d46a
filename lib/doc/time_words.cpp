// The names of TIMEX3 types and modifiers.
#include <array>
#include <dossier/document.hpp>

namespace dossier {

std::string_view to_string(TimeKind kind) noexcept {
  constexpr std::array<std::string_view, 5> names = {"", "DATE", "TIME", "DURATION", "SET"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(TimeMod mod) noexcept {
  constexpr std::array<std::string_view, 9> names = {
      "", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"};
  return names[static_cast<std::size_t>(mod)];
}

}  // namespace dossier
