// Bracket notation: a text with its mentions written into it, "[PERSON#1 Ann Lee] met [PERSON#2 Bob Ray]."
#pragma once

#include <cstdint>
#include <dossier/span.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::rules {

/// One bracket. Its words are `span` of the text without brackets.
struct BracketMention {
  Span span;
  std::string type;          ///< "PERSON"; "PRONOUN" is a person's pronoun
  std::uint32_t number = 0;  ///< behind '#', 0 when there is none
};

struct Bracketed {
  std::string text;                      ///< without brackets
  std::vector<BracketMention> mentions;  ///< by begin, then longest first
  std::string problem;                   ///< empty when the notation is right
};

/// Reads "[TYPE#number words]", nested or not; "\[", "\]" and "\\" stand for themselves.
[[nodiscard]] Bracketed read_brackets(std::string_view notation);

/// A statement expected by an example: "#1 has_role #2 "adviser" former place=#3 date=#4"; "-" for no object.
struct Expected {
  std::uint32_t subject = 0;
  std::uint32_t object = 0;  ///< 0: none
  std::string relation;
  std::string label;
  std::vector<std::string> flags;
  std::uint32_t place = 0;
  std::uint32_t date = 0;
};

/// Reads statements separated by ';'. False, with `problem` filled in, when the notation is wrong.
[[nodiscard]] bool read_expected(std::string_view notation, std::vector<Expected>& out, std::string& problem);

}  // namespace dossier::rules
